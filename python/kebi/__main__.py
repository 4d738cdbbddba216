"""The command `kebi`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from . import KebiError, __version__, _tables, get_cmake_dir, get_include, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, or 2 on bad input."""
    # A pipe in the C locale must not stop a table of Chinese words.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
        return 0
    except KebiError as refused:
        print(f"kebi: {options.file}: {refused}", file=sys.stderr)
    except OSError as refused:
        print(f"kebi: {options.file}: {refused.strerror or refused}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kebi", description="Official figures and their targets.")
    parser.add_argument("--version", action="version", version=f"kebi {__version__}")
    parser.add_argument("--include", action="version", version=get_include(),
                        help="print the folder of the C++ headers")
    parser.add_argument("--cmakedir", action="version", version=get_cmake_dir(),
                        help="print the folder for CMake's find_package")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    source = argparse.ArgumentParser(add_help=False)
    source.add_argument("file", metavar="FILE", help="a report, a plan's table, or facts (.jsonl)")
    source.add_argument("--region", default="", help="whom the file speaks of, if it does not say")
    source.add_argument("--period", help="what its outcomes are about, such as 2019H1")

    shown = argparse.ArgumentParser(add_help=False)
    shown.add_argument("--lang", choices=["zh", "en"], default="zh", help="language of the table")
    shown.add_argument("--color", choices=["auto", "always", "never"], default="auto")

    assess = commands.add_parser(
        "assess", parents=[source, shown], help="hold a plan's targets against its outcomes"
    )
    assess.add_argument("--json", action="store_true", help="print everything as JSON")
    assess.set_defaults(run=_assess)

    facts = commands.add_parser("facts", parents=[source], help="write the facts of a report")
    which = facts.add_mutually_exclusive_group()
    which.add_argument("--jsonl", action="store_true", help="one fact a line, as docs/facts.md says")
    which.add_argument("--passed", action="store_true", help="numbers that are no statistics, and why")
    which.add_argument("--unread", action="store_true", help="numbers that could not be read")
    facts.set_defaults(run=_facts)
    return parser


def _facts(options: argparse.Namespace) -> None:
    report = read(os.fspath(options.file), region=options.region, period=options.period)
    if options.jsonl:
        print(report.to_jsonl(), end="")
        return
    if options.passed or options.unread:
        for item in report.passed if options.passed else report.unread:
            line = {"text": item.text, "start": item.start, "end": item.end, "reason": item.reason}
            print(json.dumps(line, ensure_ascii=False))
        return
    heads = ["indicator", "region", "period", "status", "measure", "words"]
    rows = [
        [f.indicator, f.region, str(f.period or ""), f.status.name, f.measure.name, f.text]
        for f in report.facts
    ]
    left = [f"{len(report.passed)} numbers passed over, {len(report.unread)} unread"]
    print(_tables.plain(_tables.Table(report.title, heads, rows, [], -1, left)))


def _assess(options: argparse.Namespace) -> None:
    report = read(os.fspath(options.file), region=options.region, period=options.period)
    verdicts = report.assess()
    if options.json:
        print(verdicts.to_json())
    else:
        _show(verdicts.table(options.lang), options.color)


def _show(table: _tables.Table, color: str) -> None:
    """Print in colour where the terminal can and rich is there, else as plain text."""
    wanted = color == "always" or (
        color == "auto" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    )
    if wanted:
        try:
            from rich.console import Console
        except ImportError:
            if color == "always":
                raise KebiError("colour needs rich: pip install 'kebi[cli]'") from None
        else:
            Console(force_terminal=True if color == "always" else None).print(
                _tables.rich_table(table)
            )
            return
    print(_tables.plain(table))


if __name__ == "__main__":
    sys.exit(main())
