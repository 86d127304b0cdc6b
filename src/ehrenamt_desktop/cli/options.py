"""What the calls of all commands share: the parser that refuses in German, common options."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from ehrenamt_desktop.model.text import parse_day


class Parser(argparse.ArgumentParser):
    """A parser whose refusal is a German sentence; exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and where help is."""
        self.print_usage(sys.stderr)
        self.exit(2, f"Der Aufruf stimmt nicht ({message}). Hilfe zeigt „{self.prog} --help“.\n")


def later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command, imported when it is called."""

    def run(call: argparse.Namespace) -> int:
        command = getattr(import_module(f"ehrenamt_desktop.cli.{module}"), name)
        return int(command(call) or 0)

    return run


def day(text: str) -> dt.date:
    """A date of an option, `2026-11-22` or `22.11.2026`."""
    found = parse_day(text)
    if found is None or not 1900 <= found.year <= 2200:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Datum von 1900 bis 2200")
    return found


def number(text: str) -> int:
    """A number of a record, or an amount: 1 or more."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**63):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl ab 1")
    return int(text)


def store_options(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Which store, and where its passphrase lies."""
    # a default on the subcommand would hide what stood before it
    absent = None if not required else argparse.SUPPRESS
    parser.add_argument("--store", type=Path, metavar="DATEI", default=absent,
                        help="der Bestand (….ehrenamt)")  # fmt: skip
    parser.add_argument("--passphrase-file", type=Path, metavar="DATEI", default=absent,
                        help="Datei mit dem Kennwort; sonst gilt EHRENAMT_PASSPHRASE")  # fmt: skip


def command_of(
    commands: argparse._SubParsersAction[Parser], name: str, text: str
) -> argparse.ArgumentParser:
    """A new command of a store, with its German sentence."""
    command = commands.add_parser(name, help=text, description=text)
    store_options(command)
    return command


def as_of_option(command: argparse.ArgumentParser) -> None:
    """The day a command counts from."""
    command.add_argument("--as-of", type=day, metavar="TAG", help="Stichtag, sonst heute")


def json_option(command: argparse.ArgumentParser) -> None:
    """Whether it prints one object and nothing else."""
    command.add_argument("--json", action="store_true", help="ein Objekt als JSON ausgeben")
