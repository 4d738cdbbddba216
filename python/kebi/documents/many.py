"""Reading many documents, in one process or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..reports.formats.limits import DEFAULT, Limits, require_file
from ..reports.read import read_bytes
from .rows_of_facts import table_of_reports
from .libraries import arrow
from .paths import files_of
from .progress import progress_of
from .reports import Reports

if TYPE_CHECKING:
    from typing import TypeAlias

    from .._core import Catalogue, Lexicon, Period
    from ..reports.report import Report
    from .paths import Path

    Told: TypeAlias = str | Callable[[str], str]

BATCH = 16  # documents that a process reads at a time
FEW = 64  # documents that are read faster than processes are started


class Batch:
    """What came of some documents: their facts, what is known of each, and what failed."""

    def __init__(self) -> None:
        self.tables: list[Any] = []
        self.documents: list[dict[str, Any]] = []
        self.failed: dict[str, str] = {}

    def add(self, other: Batch) -> None:
        """Take over what came of other documents."""
        self.tables += other.tables
        self.documents += other.documents
        self.failed.update(other.failed)


def read_many(
    paths: Path | Iterable[Path],
    *,
    region: Told = "",
    period: Told | Period | None = None,
    processes: int | None = None,
    progress: bool | None = None,
    catalogue: Catalogue | None = None,
    lexicon: Lexicon | None = None,
    limits: Limits | None = None,
) -> Reports:
    """Read many documents; a document that cannot be read stops nothing.

    Parameters
    ----------
    paths : path, or iterable of paths
        Files, folders, and patterns such as ``"reports/**/*.pdf"``.
    region, period
        As of `kebi.read`, for all documents; or a function from the path of a document to it.
    processes : int, optional
        How many processes read; if not given, one for each core where there are many documents.
        With more than one, a script needs ``if __name__ == "__main__":`` around its calls on
        systems that start processes anew (Windows, macOS, Python 3.14).
    progress : bool, optional
        Whether a progress bar is shown (by rich, else by tqdm); if not given, on a terminal and
        where one of the two is installed.
    catalogue : Catalogue, optional
        The indicators that names are looked up in; the standard catalogue if none is given.
    lexicon : Lexicon, optional
        The words that are known; those that kebi ships if none is given. One of your own is read
        with in one process.
    limits : Limits, optional
        How large each document may be, and how long it may be read, as of `kebi.read`.

    Returns
    -------
    Reports
        The facts of all documents as one table; ``failed`` has what could not be read, and why.

    Raises
    ------
    KebiError
        Where there is no document at all, for fewer than one process, and where pyarrow is not
        installed.

    Examples
    --------
    >>> import kebi, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for city, rate in [("南京市", "5.2"), ("苏州市", "6.0")]:
    ...         text = f"2025年{city}地区生产总值增长{rate}%。"
    ...         _ = pathlib.Path(folder, f"{city}.txt").write_text(text, encoding="utf-8")
    ...     kebi.read_many(f"{folder}/*.txt").pivot("GDP growth")  # doctest: +NORMALIZE_WHITESPACE
            2025
    region
    南京市     5.2
    苏州市     6.0
    """
    arrow()
    if processes is not None and processes < 1:
        raise KebiError(f"documents are read by one process or more: found processes={processes}")
    within = DEFAULT if limits is None else limits
    files = files_of(paths)
    jobs = [(file, _of(region, file) or "", _of(period, file)) for file in files]
    if processes is None:
        processes = (os.cpu_count() or 1) if len(jobs) >= FEW else 1
    read = Batch()
    with progress_of(len(jobs), progress) as advance:
        if processes == 1 or lexicon is not None:
            for some in _batches(jobs):
                read.add(read_batch(some, catalogue, lexicon, within))
                advance(len(some))
        else:
            for batch, count in _in_processes(jobs, processes, catalogue, within):
                read.add(batch)
                advance(count)
    order = {file: at for at, file in enumerate(files)}
    read.documents.sort(key=lambda document: order[document["source"]])
    tables = [table for table in read.tables if table.num_rows]
    tables.sort(key=lambda table: order[table.column("source")[0].as_py()])
    return Reports(tables, read.documents, read.failed, catalogue=catalogue)


def _of(value: Any, file: str) -> Any:
    return value(file) if callable(value) else value


def read_batch(
    jobs: list[Any], catalogue: Catalogue | None, lexicon: Lexicon | None = None, limits: Limits = DEFAULT
) -> Batch:
    """Read some documents.

    Parameters
    ----------
    jobs : list of (str, str, Period, str or None)
        The path of each document, and its region and period where they are known.
    catalogue, lexicon, limits
        As of `read_many`.

    Returns
    -------
    Batch
        A table of their facts, if there are any; a sentence for each document that failed.

    Examples
    --------
    >>> read_batch([("no such file.txt", "", None)], None).failed
    {'no such file.txt': "[Errno 2] No such file or directory: 'no such file.txt'"}
    """
    batch = Batch()
    reports: dict[str, Report] = {}
    for file, region, period in jobs:
        try:
            require_file(file, limits)
            with open(file, "rb") as opened:
                data = opened.read()
            reports[file] = read_bytes(
                data, file, region=region, period=period, catalogue=catalogue, lexicon=lexicon, limits=limits
            )
        except Exception as refused:  # noqa: BLE001  # one document must not stop the others
            known = isinstance(refused, (KebiError, OSError))
            batch.failed[file] = str(refused) if known else f"{type(refused).__name__}: {refused}"
    batch.documents = [_document(file, report) for file, report in reports.items()]
    batch.tables = [table_of_reports(reports, catalogue)]
    return batch


def _document(file: str, report: Report) -> dict[str, Any]:
    return {
        "source": file,
        "title": report.title or None,
        "region": report.region or None,
        "period": str(report.period) if report.period else None,
        "facts": len(report),
        "doubtful": sum(bool(getattr(fact, "doubt", ())) for fact in report.facts),
        "passed": len(report.passed),
        "unread": len(report.unread),
    }


def _batches(jobs: list[Any]) -> list[list[Any]]:
    return [jobs[at : at + BATCH] for at in range(0, len(jobs), BATCH)]


def _in_processes(
    jobs: list[Any], processes: int, catalogue: Catalogue | None, limits: Limits
) -> Iterator[tuple[Batch, int]]:
    """Give what came of some documents after others, as processes read them."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    batches = _batches(jobs)
    lost: list[list[Any]] = []
    with ProcessPoolExecutor(min(processes, len(batches))) as pool:
        running = {pool.submit(read_batch, batch, catalogue, None, limits): batch for batch in batches}
        for done in as_completed(running):
            try:
                yield done.result(), len(running[done])
            except BrokenProcessPool:
                lost.append(running[done])
    while lost:  # a document ended its process: batches have one each now, and then documents
        batch = lost.pop()
        with ProcessPoolExecutor(1) as pool:
            try:
                yield pool.submit(read_batch, batch, catalogue, None, limits).result(), len(batch)
            except BrokenProcessPool:
                if len(batch) > 1:
                    lost += [[job] for job in batch]
                    continue
                nothing = Batch()
                nothing.failed[batch[0][0]] = "the process that read it ended, as where memory runs out"
                yield nothing, 1
