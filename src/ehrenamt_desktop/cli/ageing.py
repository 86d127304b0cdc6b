"""What goes when its time is over, on the command line."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import office_of, put_json
from ehrenamt_desktop.errors import DomainError


def age_out(call: argparse.Namespace) -> int:
    """Delete what may be kept no longer; terms of the journal that are named are kept first."""
    with office_of(call) as office:
        terms = office.ageing.terms()
        chosen = terms._replace(
            undo_days=call.undo_days or terms.undo_days,
            history_months=call.history_months or terms.history_months,
        )
        if chosen != terms:
            office.ageing.set_terms(chosen)
        aged = office.ageing.run(sure=call.sure)
    if aged.held:
        raise DomainError(f"{aged.question} Mit „--sure“ wird gelöscht.")
    if call.json:
        put_json({"clearances": aged.clearances, "helped": aged.helped, "steps": aged.steps})
    else:
        print(f"Gelöscht: {aged.words}." if aged.anything else "Es ist nichts zu löschen.")
    return 0
