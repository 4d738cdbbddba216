"""A progress bar, by whichever library for one is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .._core import KebiError

WORDS = "reading documents"


@contextmanager
def progress_of(total: int, shown: bool | None) -> Iterator[Callable[[int], None]]:
    """Show a progress bar while documents are read.

    Parameters
    ----------
    total : int
        How many documents there are.
    shown : bool or None
        Whether it is shown; for None on a terminal, where a library for it is installed.

    Yields
    ------
    function of int
        Takes how many documents more have been read.

    Raises
    ------
    KebiError
        Where a bar is asked for and neither rich nor tqdm is installed.

    Examples
    --------
    >>> with progress_of(3, False) as advance:
    ...     advance(3)
    """
    if shown is False or (shown is None and not sys.stderr.isatty()):
        yield lambda count: None
        return
    try:
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn
    except ImportError:
        with _tqdm_bar(total, shown) as advance:
            yield advance
        return
    columns = [*Progress.get_default_columns()[:-1], MofNCompleteColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(WORDS, total=total)
        yield lambda count: bar.advance(task, count)


@contextmanager
def _tqdm_bar(total: int, shown: bool | None) -> Iterator[Callable[[int], None]]:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        if shown:
            raise KebiError("a progress bar needs rich or tqdm: pip install 'kebi[many]'") from None
        yield lambda count: None
        return
    with tqdm(total=total, desc=WORDS) as bar:
        yield lambda count: bar.update(count) and None
