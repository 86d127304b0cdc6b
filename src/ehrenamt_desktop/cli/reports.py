"""Reports to council and funders, and the gap report."""

from __future__ import annotations

import argparse

from ehrenamt_desktop.cli.call import Line, office_of
from ehrenamt_desktop.model.report_words import COUNCIL, ReportWords


def council(call: argparse.Namespace) -> int:
    """Write the council list as Excel, or the paper for the council as PDF."""
    with office_of(call) as office:
        make = office.reporting
        if call.out.suffix.lower() == ".xlsx":
            make.council_list(call.out, call.start, call.end, call.municipality, Line())
        else:
            words = ReportWords(
                tuple(call.sentence), call.body or COUNCIL, call.meeting, call.proposal
            )
            make.council_page(call.out, call.start, call.end, words, Line())
    return _done(call)


def annual(call: argparse.Namespace) -> int:
    """Write the annual report as PDF or workbook."""
    with office_of(call) as office:
        words = ReportWords(tuple(call.sentence))
        office.reporting.annual(call.out, call.start, call.end, words, Line())
    return _done(call)


def funding(call: argparse.Namespace) -> int:
    """Write the report to a funder as PDF or workbook."""
    with office_of(call) as office:
        words = ReportWords(tuple(call.sentence))
        office.reporting.funding(call.out, call.start, call.end, words, Line())
    return _done(call)


def gaps(call: argparse.Namespace) -> int:
    """Write the gap report as PDF or Excel."""
    with office_of(call) as office:
        office.gaps.paper(call.out, call.as_of, Line())
    return _done(call)


def _done(call: argparse.Namespace) -> int:
    print(f"Geschrieben: {call.out}")
    return 0
