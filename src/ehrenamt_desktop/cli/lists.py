"""Foreign lists in, own lists out."""

from __future__ import annotations

import argparse
import datetime as dt

from ehrenamt_desktop import clock
from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.model.exports import KEEP_DAYS, checked


def import_(call: argparse.Namespace) -> int:
    """Import a list; with `--dry-run` only show what would happen."""
    from ehrenamt_desktop.services.imports import refuse_any

    with office_of(call) as office:
        plan = office.imports.plan(
            call.noun,
            call.file,
            mapping_file=call.mapping,
            as_of=call.as_of,
            progress=Line(),
            sheet=call.sheet,
        )
        if call.errors is not None:
            office.imports.write_errors(plan, call.errors)
        if call.strict:
            refuse_any(plan)
        report = plan if call.dry_run else office.imports.run(plan, Line())
    if call.json:
        put_json(report.as_json())
    else:
        for line in report.lines():
            print(line)
    return 0


def export(call: argparse.Namespace) -> int:
    """Write a list that can be imported again; with a purpose it is remembered."""
    from ehrenamt_desktop.services.exports import TITLES

    with office_of(call) as office:
        reason = None
        if call.purpose:
            today = clock.today()
            day = call.delete_on or today + dt.timedelta(days=KEEP_DAYS)
            reason = checked(call.purpose, day, today)
            office.store.hold()
        rows = office.exports.whole(call.noun, call.file, Line())
        if reason is not None:
            office.export_log.keep(f"Liste {TITLES[call.noun]}", call.file, rows, reason)
    print(f"Geschrieben: {call.file} ({rows} Zeilen)")
    return 0
