"""The command `kebi`."""

from __future__ import annotations

import argparse
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

    assess = commands.add_parser("assess", help="hold a plan's targets against its outcomes")
    assess.add_argument("file", metavar="FILE", help="a plan's table (.csv) or facts (.jsonl)")
    assess.add_argument("--json", action="store_true", help="print everything as JSON")
    assess.add_argument("--lang", choices=["zh", "en"], default="zh", help="language of the table")
    assess.add_argument("--color", choices=["auto", "always", "never"], default="auto")
    assess.add_argument("--region", default="", help="for rows that name none")
    assess.add_argument("--period", help="for rows that name none, such as 2019H1")
    assess.set_defaults(run=_assess)
    return parser


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
