"""The history of placements: proposed, passed on, running, ended, with everything that follows."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

from ehrenamt_desktop.model.asking import SIDES, kind_for
from ehrenamt_desktop.model.enums import (
    Commitment,
    EndReason,
    FollowUpResult,
    OfferStatus,
    PersonStatus,
    PlacementState,
    Rhythm,
)
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.rules.clearance import to_purge
from ehrenamt_desktop.model.rules.placing import reminders
from ehrenamt_desktop.services.demo.fitting import Choice
from ehrenamt_desktop.services.demo.offers import OfferPlan
from ehrenamt_desktop.services.demo.people import PersonPlan
from ehrenamt_desktop.services.demo.stock import (
    Stock,
    moment,
    stamps,
    texts,
    weekday_on_or_after,
    weighted,
)

NEVER = dt.date.max
LASTS = {
    Commitment.EVENT: (0, 2), Commitment.PROJECT: (20, 85), Commitment.SHORT: (90, 240),
    Commitment.MEDIUM: (240, 600), Commitment.LONG: (400, 1100), Commitment.OPEN_ENDED: (300, 1100),
}  # fmt: skip
"""Days from the start to the end of a placement, by how long a task binds."""

DECLINED = (
    (EndReason.DECLINED, 46), (EndReason.NO_TIME, 22), (EndReason.TAKEN, 14),
    (EndReason.REQUIREMENTS, 10), (EndReason.UNKNOWN, 8),
)  # fmt: skip
NOT_BEGUN = (
    (EndReason.NO_ANSWER, 30), (EndReason.EXPECTATIONS, 24), (EndReason.TAKEN, 18),
    (EndReason.NO_TIME, 18), (EndReason.REQUIREMENTS, 10),
)  # fmt: skip
STOPPED = (
    (EndReason.NO_TIME, 30), (EndReason.WORK_FOUND, 20), (EndReason.EXPECTATIONS, 16),
    (EndReason.HEALTH, 12), (EndReason.MOVED, 12), (EndReason.UNKNOWN, 10),
)  # fmt: skip
PUT_OFF_SHARE = 0.75
SOON = 45
"""Days before a task of the season begins within which contacts are passed on."""

WAITS = 40
"""Days after which nobody waits for an answer any more."""


@dataclass(slots=True)
class PlacementPlan:
    """One placement to be kept, with its changes of state, reminders and talks."""

    offer: OfferPlan
    values: dict[str, Any]
    events: list[dict[str, Any]] = field(default_factory=list)
    follow_ups: list[dict[str, Any]] = field(default_factory=list)
    talks: list[dict[str, Any]] = field(default_factory=list)

    @property
    def state(self) -> PlacementState:
        """Where it stands."""
        state: PlacementState = self.values["state"]
        return state


class Course:
    """Places invented people, one after the other, without breaking a rule of the field."""

    def __init__(self, rng: random.Random, stock: Stock, choice: Choice) -> None:
        self._rng = rng
        self._stock = stock
        self._choice = choice

    def place(self, person: PersonPlan, talk_on: dt.date, left_on: dt.date | None) -> list[
        PlacementPlan
    ]:  # fmt: skip
        """The placements of one person from the first talk to the day the data is made for.

        Args:
            person: the person; nothing happens to one who is to be called back.
            talk_on: the day of the first long talk.
            left_on: the day the person paused or left, None if neither.
        """
        last = left_on or self._stock.as_of
        found: list[PlacementPlan] = []
        day = talk_on
        while day <= last and len(found) < 8:
            if self._rng.random() < 0.82:
                known = {id(one.offer) for one in found}
                offers = self._choice.best(self._rng, person, day, self._rng.randint(1, 3))
                fresh = [one for one in offers if id(one) not in known]
                found.extend(self._round(person, fresh, day, last))
            if any(one.state is not PlacementState.ENDED for one in found):
                break
            day = weekday_on_or_after(day + dt.timedelta(days=self._rng.randrange(120, 420)))
        if left_on is not None:
            for one in found:
                self._leave(one, left_on, person.values["status"])
        for one in found:
            self._put_off(one)
        return found

    def _put_off(self, one: PlacementPlan) -> None:
        """Most reminders nobody got round to were put off; only a handful is overdue."""
        for reminder in one.follow_ups:
            late = reminder["done_on"] is None and reminder["due_on"] < self._stock.as_of
            if late and self._rng.random() < PUT_OFF_SHARE:
                reminder["due_on"] = self._later(self._stock.as_of, 1, 12)

    def _round(
        self, person: PersonPlan, offers: list[OfferPlan], day: dt.date, last: dt.date
    ) -> list[PlacementPlan]:
        """One round of proposals; at most one of them begins."""
        found: list[PlacementPlan] = []
        begun = False
        for offer in offers:
            one = self._propose(offer, day)
            found.append(one)
            if not begun:
                self._go_on(person, one, day, last)
                begun = one.values["started_on"] is not None or (
                    one.state is PlacementState.PASSED_ON
                )
            else:
                self._refuse(one, day, last)
        return found

    def _propose(self, offer: OfferPlan, day: dt.date) -> PlacementPlan:
        values: dict[str, Any] = {
            "offer_id": offer.id,
            "state": PlacementState.PROPOSED,
            "proposed_on": day,
            "passed_on_on": None,
            "started_on": None,
            "ended_on": None,
            **stamps(moment(day, self._rng)),
        }
        one = PlacementPlan(offer, values)
        self._enter(one, None, PlacementState.PROPOSED, day)
        return one

    def _go_on(self, person: PersonPlan, one: PlacementPlan, day: dt.date, last: dt.date) -> None:
        """The answer: the contact may be passed on, or the person says no, or nobody has asked."""
        passed = self._later(day, 1, 14)
        wants = self._rng.random() < 0.84
        starts = one.offer.values["starts_on"]
        soon = starts is None or starts <= passed + dt.timedelta(days=SOON)
        if wants and soon and passed <= last and person.may_be_passed_on(passed):
            self._pass_on(one, passed)
            self._begin(person, one, passed, last)
        else:
            self._refuse(one, day, last)

    def _refuse(self, one: PlacementPlan, day: dt.date, last: dt.date) -> None:
        """The proposal leads to nothing; a late one still waits for its answer."""
        ended = self._later(day, 5, WAITS)
        if ended <= last:
            self._end(one, ended, self._one_of(DECLINED))

    def _pass_on(self, one: PlacementPlan, day: dt.date) -> None:
        self._enter(one, PlacementState.PROPOSED, PlacementState.PASSED_ON, day)
        one.values.update(passed_on_on=day, recipient=one.offer.initiative.recipient)

    def _begin(self, person: PersonPlan, one: PlacementPlan, passed: dt.date, last: dt.date) -> (
        None
    ):  # fmt: skip
        """Getting to know, then the start if a place is free, or the end."""
        offer = one.offer.values
        met = self._later(passed, 3, 16)
        started = self._later(met, 1, 21)
        if offer["starts_on"] is not None:
            started = max(started, offer["starts_on"])
        if started > last:
            if met <= last or self._rng.random() < 0.5:
                one.values["meeting_on"] = met
            return
        lasted = self._lasts(offer)
        ended = self._later(started, lasted, lasted)
        end = ended if ended <= last else self._closing(one.offer, started, last)
        one.values["meeting_on"] = met
        young = person.age(started).may_be_minor
        allowed = not young or person.may_be_passed_on(started)
        if self._rng.random() < 0.86 and allowed and one.offer.free(started, end):
            one.offer.taken.append((started, end))
            self._run(one, started, end, last)
        else:
            self._end(one, started, self._one_of(NOT_BEGUN))

    def _closing(self, offer: OfferPlan, started: dt.date, last: dt.date) -> dt.date:
        """The end of a placement that outlives its offer's archiving, else an open end."""
        if offer.values["status"] is not OfferStatus.ARCHIVED:
            return NEVER
        return min(last, weekday_on_or_after(max(started + dt.timedelta(days=7), offer.closed)))

    def _lasts(self, offer: dict[str, Any]) -> int:
        low, high = LASTS[offer["commitment"]]
        if offer["rhythm"] is Rhythm.ONCE:
            high = low + 3
        if self._rng.random() < 0.18:
            return max(1, low // 3)
        return self._rng.randint(low, high)

    def _run(self, one: PlacementPlan, started: dt.date, end: dt.date, last: dt.date) -> None:
        self._enter(one, PlacementState.PASSED_ON, PlacementState.RUNNING, started)
        offer = one.offer.values
        one.values.update(started_on=started, hours_per_week=offer["hours_per_week"])
        if offer["trial_possible"] and self._rng.random() < 0.6:
            one.values["trial_on"] = started
        if offer["needs_efz"] and self._rng.random() < 0.8:
            one.values["efz_confirmed_on"] = started
            one.values["efz_review_on"] = started + dt.timedelta(days=3 * 365)
        self._ask(one, end if end is not NEVER else last)
        if end is not NEVER:
            short = offer["commitment"] in (Commitment.EVENT, Commitment.PROJECT)
            planned = short or self._rng.random() < 0.45
            self._end(one, end, EndReason.COMPLETED if planned else self._one_of(STOPPED))

    def _ask(self, one: PlacementPlan, until: dt.date) -> None:
        """Ask both sides when it is due; a few of the latest reminders are still open."""
        for reminder in one.follow_ups:
            if reminder["done_on"] is not None:
                continue
            done = self._later(reminder["due_on"], 0, 5)
            late = (self._stock.as_of - reminder["due_on"]).days
            if done > until or (0 <= late < 21 and self._rng.random() < 0.4):
                continue
            self._answer(one, reminder, done)

    def _answer(self, one: PlacementPlan, reminder: dict[str, Any], done: dt.date) -> None:
        sides = SIDES[reminder["kind"]]
        for side in sides:
            of_body = side is Side.OFFER and len(sides) > 1
            self._say(one, reminder, side, "initiative_" if of_body else "", done)
        reminder.update(done_on=done, changed_at=moment(done, self._rng))

    def _say(
        self, one: PlacementPlan, reminder: dict[str, Any], side: Side, prefix: str, done: dt.date
    ) -> None:
        who = "person" if side is Side.PERSON else "initiative"
        kept = ("goes_on", "problem", "not_reached")
        answers = [
            answer
            for answer in texts("talks")["follow_up"]
            if answer["side"] == who and answer["result"] in kept
        ]
        weights = [{"goes_on": 8, "problem": 2, "not_reached": 1}[a["result"]] for a in answers]
        answer = self._rng.choices(answers, weights=weights)[0]
        result = FollowUpResult(answer["result"])
        reminder[f"{prefix}result"] = result
        reminder[f"{prefix}satisfaction"] = answer.get("satisfaction")
        one.talks.append(
            {
                "on": done,
                "side": who,
                "subject": f"{kind_for(frozenset({side})).label}: {result.label}",
                "note": answer["text"],
                "reached": result is not FollowUpResult.NOT_REACHED,
            }
        )

    def _end(self, one: PlacementPlan, day: dt.date, reason: EndReason) -> None:
        self._enter(one, one.state, PlacementState.ENDED, day, reason)
        one.values.update(ended_on=day, end_reason=reason)
        if to_purge(one.values["started_on"], day, self._stock.as_of):
            one.values.update(efz_confirmed_on=None, efz_review_on=None)

    def _leave(self, one: PlacementPlan, day: dt.date, status: PersonStatus) -> None:
        """A person who pauses or leaves ends what is under way."""
        if one.state is PlacementState.ENDED:
            return
        if one.values["started_on"] is not None:
            one.offer.taken.remove((one.values["started_on"], NEVER))
            one.offer.taken.append((one.values["started_on"], day))
        moved = status is PersonStatus.ENDED and self._rng.random() < 0.4
        self._end(one, day, EndReason.MOVED if moved else EndReason.NO_TIME)

    def _enter(
        self, one: PlacementPlan, before: PlacementState | None, after: PlacementState,
        day: dt.date, reason: EndReason | None = None,
    ) -> None:  # fmt: skip
        """Take the placement to a state: history, reminders closed and new ones dated."""
        at = stamps(moment(day, self._rng))
        one.events.append(
            {
                "from_state": before.value if before else None,
                "to_state": after.value,
                "on": day,
                "reason": reason.label if reason else "",
                **at,
            }
        )
        for reminder in one.follow_ups:
            if reminder["done_on"] is None:
                reminder.update(done_on=day, changed_at=at["changed_at"])
        one.follow_ups.extend(
            {"kind": new.kind, "due_on": new.due_on, "done_on": None, "result": None,
             "satisfaction": None, "initiative_result": None,
             "initiative_satisfaction": None, **at}
            for new in reminders(after, day)
        )  # fmt: skip
        one.values.update(state=after, changed_at=at["changed_at"])

    def _later(self, day: dt.date, low: int, high: int) -> dt.date:
        return weekday_on_or_after(day + dt.timedelta(days=self._rng.randint(low, high)))

    def _one_of(self, reasons: tuple[tuple[EndReason, int], ...]) -> EndReason:
        return weighted(self._rng, reasons)
