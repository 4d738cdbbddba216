"""The command `kebi`."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence

from . import KebiError, Report, __version__, get_cmake_dir, get_include, read
from .reports.display import Table, rich_table, to_text
from .reports.settings import with_options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, 1 for contradictions, 2 on bad input, 130 on Ctrl-C."""
    # A pipe in the C locale must not stop a table of Chinese words.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        said = options.run(options)
    except KeyboardInterrupt:  # as a program without a handler of its own ends
        return 128 + signal.SIGINT
    except MemoryError:
        return _refuse(f"{options.file}: it needs more memory than there is: split the file")
    except (KebiError, UnicodeError, TypeError) as refused:
        return _refuse(f"{options.file}: {refused}")
    except OSError as refused:
        return _refuse(f"{options.file}: {refused.strerror or refused}")
    text, status = said if isinstance(said, tuple) else (said, 0)
    return _say(text) or status


def _refuse(complaint: str) -> int:
    if sys.stderr is not None:
        print(f"kebi: {complaint}", file=sys.stderr)
    return 2


def _say(said: str) -> int:
    if sys.stdout is None:
        return _refuse("cannot write: standard output is closed")
    try:
        sys.stdout.write(said)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as refused:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _refuse(f"cannot print: {refused.strerror or refused}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kebi", description="Official statistics and their targets.")
    parser.add_argument("--version", action="version", version=f"kebi {__version__}")
    parser.add_argument("--include", action="version", version=get_include(),
                        help="print the folder of the C++ headers")
    parser.add_argument("--cmakedir", action="version", version=get_cmake_dir(),
                        help="print the folder for CMake's find_package")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    source = argparse.ArgumentParser(add_help=False)
    source.add_argument("file", metavar="FILE", help="a report, a plan table, or facts (.jsonl)")
    source.add_argument("--region", default="", help="region of the figures, if the file does not state it")
    source.add_argument("--period", help="period of the outcomes, such as 2019H1")
    sure = argparse.ArgumentParser(add_help=False)
    sure.add_argument("--include-doubtful", action="store_true", help="use facts too whose reading is in doubt")

    shown = argparse.ArgumentParser(add_help=False)
    shown.add_argument("--lang", choices=["zh", "en"], default="zh", help="language of the table")
    shown.add_argument("--color", choices=["auto", "always", "never"], default="auto")

    assess = commands.add_parser(
        "assess", parents=[source, sure, shown], help="assess the targets of a plan"
    )
    assess.add_argument("--set", metavar="NAME=NUMBER", action="append", default=[], type=_setting,
                        help="a setting such as flat_points=1: see kebi.Settings")
    assess.add_argument("--json", action="store_true", help="print everything as JSON")
    assess.set_defaults(run=_assess)

    infer = commands.add_parser("infer", parents=[source, sure], help="list implied figures with their bounds")
    infer.add_argument("--json", action="store_true", help="print everything as JSON")
    infer.set_defaults(run=_infer)

    audit = commands.add_parser(
        "audit", parents=[source, sure], help="list contradictions (exit status 1 if there are any)"
    )
    audit.add_argument("--json", action="store_true", help="print everything as JSON")
    audit.set_defaults(run=_audit)

    _add_facts(commands.add_parser("facts", parents=[source], help="list the facts of a report"))
    return parser


def _add_facts(facts: argparse.ArgumentParser) -> None:
    which = facts.add_mutually_exclusive_group()
    which.add_argument("--jsonl", action="store_true", help="one fact a line, in the form of docs/reference/facts.md")
    which.add_argument("--passed", action="store_true", help="list numbers that are no statistics, and why")
    which.add_argument("--unread", action="store_true", help="list numbers that could not be read")
    which.add_argument("--doubtful", action="store_true", help="list facts whose reading is in doubt, and why")
    facts.set_defaults(run=_facts)


def _read(options: argparse.Namespace) -> Report:
    return read(os.fspath(options.file), region=options.region, period=options.period)


def _infer(options: argparse.Namespace) -> str:
    implied = _read(options).infer(include_doubtful=options.include_doubtful)
    said = json.dumps(implied.to_dicts(), ensure_ascii=False, indent=1) if options.json else str(implied)
    return said + "\n"


def _audit(options: argparse.Namespace) -> tuple[str, int]:
    found = _read(options).audit(include_doubtful=options.include_doubtful)
    said = json.dumps(found.to_dicts(), ensure_ascii=False, indent=1) if options.json else str(found)
    return said + "\n", 1 if found else 0


def _facts(options: argparse.Namespace) -> str:
    report = _read(options)
    if options.jsonl:
        return report.to_jsonl()
    if options.passed or options.unread:
        items = report.passed if options.passed else report.unread
        lines = ({"text": i.text, "start": i.start, "end": i.end, "reason": i.reason} for i in items)
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if options.doubtful:
        return f"{report.doubtful}\n"
    heads = ["indicator", "region", "period", "status", "measure", "words", "in doubt"]
    rows = [
        [f.indicator, f.region, str(f.period or ""), f.status.name, f.measure.name, f.text, f.doubt_words("en")]
        for f in report.facts
    ]
    doubtful = len(report.doubtful)
    left = [
        f"{len(report) - doubtful} firm facts, {doubtful} doubtful",
        f"{len(report.passed)} numbers that are no statistics, {len(report.unread)} unread",
    ]
    return to_text(Table(report.title, heads, rows, [], -1, left)) + "\n"


def _assess(options: argparse.Namespace) -> str:
    settings = with_options(None, {**dict(options.set), "include_doubtful": options.include_doubtful})
    verdicts = _read(options).assess(settings)
    if options.json:
        return verdicts.to_json() + "\n"
    return _table(verdicts.table(options.lang), options.color)


def _setting(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"expected a setting NAME=NUMBER, such as flat_points=1: found {text!r}")
    try:
        with_options(None, {name: value})
    except (KebiError, TypeError) as refused:
        raise argparse.ArgumentTypeError(str(refused)) from None
    return name, value


def _table(table: Table, color: str) -> str:
    """Return a table in colour where the terminal can and rich is there, else plain."""
    tty = sys.stdout is not None and sys.stdout.isatty()
    if color == "always" or (color == "auto" and tty and "NO_COLOR" not in os.environ):
        try:
            from rich.console import Console
        except ImportError:
            if color == "always":
                raise KebiError("colour needs rich: pip install 'kebi[cli]'") from None
        else:
            console = Console(force_terminal=True if color == "always" else None)
            with console.capture() as said:
                console.print(rich_table(table))
            return said.get()
    return to_text(table) + "\n"


if __name__ == "__main__":
    sys.exit(main())
