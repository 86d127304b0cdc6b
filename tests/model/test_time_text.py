"""Times as people say them become the grid; what is not understood is named, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.time_text import grid_of, read, said

SAID = [
    ("di + do nachmittags, nicht in den Ferien, 2 Std.",
     "Di und Do nachmittags; 2 Stunden pro Woche"),
    ("Di und Do nachmittags", "Di und Do nachmittags"),
    ("Mo-Fr ab 16 Uhr", "Mo–Fr nachmittags und abends"),
    ("Mo–Mi abends", "Mo–Mi abends"),
    ("Montag bis Freitag vormittags", "Mo–Fr vormittags"),
    ("Fr-Mo", "Mo und Fr–So ganztags"),
    ("Sa", "Sa ganztags"),
    ("jeden Dienstag", "Di ganztags"),
    ("MO DI MI", "Mo–Mi ganztags"),
    ("am Wochenende", "Sa und So ganztags"),
    ("Wochenende vormittags", "Sa und So vormittags"),
    ("abends", "Mo–Fr abends"),
    ("nur vormittags", "Mo–Fr vormittags"),
    ("tagsüber", "Mo–Fr vormittags und nachmittags"),
    ("ganztags Sa", "Sa ganztags"),
    ("den ganzen Tag am Sonntag", "So ganztags"),
    ("Mo vormittags, Mi abends", "Mo vormittags, Mi abends"),
    ("abends am Mi, vormittags am Do", "Do vormittags, Mi abends"),
    ("ich kann nur abends und am Wochenende",
     "Sa und So vormittags und nachmittags, täglich abends"),
    ("Mo bis Do vormittags, Fr nachmittags", "Mo–Do vormittags, Fr nachmittags"),
    ("mo-fr vormittags, mi auch abends", "Mo–Fr vormittags, Mi abends"),
    ("Mo. + Mi. vorm.", "Mo und Mi vormittags"),
    ("Mo/Mi/Fr vm", "Mo, Mi und Fr vormittags"),
    ("Sa. vorm. od. So. nachm.", "Sa vormittags, So nachmittags"),
    ("Dienstagnachmittag und Samstagvormittag", "Sa vormittags, Di nachmittags"),
    ("Montagmorgen", "Mo vormittags"),
    ("Mittwochabends", "Mi abends"),
    ("werktags von 8 bis 12 Uhr", "Mo–Fr vormittags"),
    ("unter der Woche abends, 3-4 Stunden pro Woche", "Mo–Fr abends; 4 Stunden pro Woche"),
    ("Mo, Mi 9–12 und 14–17 Uhr", "Mo und Mi vormittags und nachmittags"),
    ("Mo 8-12, Di 8-12, Do 14-18", "Mo und Di vormittags, Do nachmittags"),
    ("zwischen 14 und 17 Uhr", "Mo–Fr nachmittags"),
    ("Mi 15:30 Uhr", "Mi nachmittags"),
    ("von 9.30 bis 11.30 Uhr Do", "Do vormittags"),
    ("11-13 Uhr", "Mo–Fr vormittags und nachmittags"),
    ("ab 17 Uhr", "Mo–Fr abends"),
    ("Do ab 14 Uhr", "Do nachmittags und abends"),
    ("ab 16 bis 18 Uhr", "Mo–Fr nachmittags"),
    ("ab 16 Uhr bis 18 Uhr", "Mo–Fr nachmittags"),
    ("bis 12 Uhr", "Mo–Fr vormittags"),
    ("vor 10 Uhr", "Mo–Fr vormittags"),
    ("dienstags 18-20h", "Di abends"),
    ("mittwochs ab 15h", "Mi nachmittags und abends"),
    ("nach 18 Uhr außer Fr", "Mo–Do abends"),
    ("vormittags und abends, nicht freitags", "Mo–Do vormittags und abends"),
    ("außer mittwochs", "Mo, Di und Do–So ganztags"),
    ("nicht Mo, Mi", "Di und Do–So ganztags"),
    ("kein Mo, kein Di", "Mi–So ganztags"),
    ("nicht am Wochenende", "Mo–Fr ganztags"),
    ("keine Abende", "täglich vormittags und nachmittags"),
    ("immer", "täglich ganztags"),
    ("immer mittwochs", "Mi ganztags"),
    ("immer außer Mi und Fr", "Mo, Di, Do, Sa und So ganztags"),
    ("jederzeit, nur nicht sonntags", "Mo–Sa ganztags"),
    ("nicht montags abends, sonst immer abends", "Di–So abends"),
    ("täglich vormittags auch in den Ferien", "täglich vormittags, in den Ferien"),
    ("In den Ferien vormittags", "Mo–Fr vormittags, in den Ferien"),
    ("Sa 10-14 Uhr und So ab 15 Uhr an Feiertagen",
     "Sa vormittags, Sa und So nachmittags, So abends, an Feiertagen"),
    ("Freitag ab 13 Uhr, Wochenende ganztags",
     "Sa und So vormittags, Fr–So nachmittags und abends"),
    ("werktags außer Mittwochnachmittag",
     "Mo–Fr vormittags und abends, Mo, Di, Do und Fr nachmittags"),
    ("eine Stunde wöchentlich", "1 Stunde pro Woche"),
    ("bis zu 3 Stunden die Woche", "3 Stunden pro Woche"),
    ("1,5 Std.", "1,5 Stunden pro Woche"),
    ("90 Minuten", "1,5 Stunden pro Woche"),
    ("anderthalb Stunden, Di", "Di ganztags; 1,5 Stunden pro Woche"),
    ("4 Std. im Monat, samstags", "Sa ganztags; 1 Stunde pro Woche"),
    ("Di, Do jeweils 2 Stunden", "Di und Do ganztags; 4 Stunden pro Woche"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "understood"), SAID)
def test_times_are_read_as_people_say_them(words, understood):
    times = read(words)
    assert said(times) == understood
    assert times.unread == ()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("wenn es passt", ("wenn", "es")),
        ("alle 14 Tage Mo", ("14",)),
        ("2x die Woche", ("2", "x")),
        ("So nach der Kirche", ("kirche",)),
        ("um 25:70", ("25:70",)),
    ],
)
def test_what_is_not_understood_is_named(words, left):
    assert read(words).unread == left
    assert grid_of(words) is None


@given(st.integers(0, time_grid.FULL))
def test_a_written_time_grid_reads_back(grid):
    assert grid_of(time_grid.text(grid)) == grid


@given(st.text())
def test_no_text_breaks_the_reader(words):
    times = read(words)
    assert 0 <= times.grid <= time_grid.FULL
    assert times.hours is None or times.hours >= 0


@given(st.lists(st.sampled_from([words for words, _ in SAID if words]), max_size=3))
def test_sayings_in_a_row_are_read_too(sayings):
    assert read("; ".join(sayings)).unread == ()


def test_hours_are_no_part_of_a_grid():
    assert grid_of("Mo 2 Std.") is None
    assert grid_of("Mo") == time_grid.from_parts((0, part) for part in range(3))
