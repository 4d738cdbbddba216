"""Many documents: their facts as one table, and what can be asked of it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Literal, overload

from ..reports.phrases import as_period
from ..reports.read import read
from ..values import Value
from .duplicates import duplicates_in
from .rows_of_facts import facts_schema
from .libraries import arrow, frame_of
from .pivot import figure_of, pivoted
from .targets import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    import pandas
    import polars
    import pyarrow

    from .._core import Catalogue, Period
    from ..reports.report import Report

    Library: TypeAlias = Literal["pandas", "polars", "pyarrow"]
    Figures: TypeAlias = str | Sequence[str]
    Span: TypeAlias = Period | str | None


class Reports(Value):
    """The facts of many documents, as `kebi.read_many` reads them.

    Parameters
    ----------
    tables : sequence of pyarrow.Table
        Tables with the columns of `kebi.facts_table`.
    documents : sequence of dict
        What is known of each document: source, title, region, period, and how many facts, doubtful
        facts, numbers passed over and numbers unread it has.
    failed : dict
        A sentence for each document that could not be read.
    catalogue : Catalogue, optional
        The indicators that names are looked up in; the standard catalogue if none is given.

    Examples
    --------
    >>> import kebi
    >>> table = kebi.facts_table("南京市2025年地区生产总值增长5.2%。".encode(), "a.txt")
    >>> kebi.Reports([table], [{"source": "a.txt"}], {})
    <Reports: 1 facts of 1 documents>
    """

    def __init__(
        self,
        tables: Sequence[pyarrow.Table],
        documents: Sequence[dict[str, Any]],
        failed: dict[str, str],
        *,
        catalogue: Catalogue | None = None,
    ) -> None:
        pa = arrow()
        self._table = pa.concat_tables([facts_schema().empty_table(), *tables]).combine_chunks()
        self._documents = list(documents)
        self._failed = dict(failed)
        self._catalogue = catalogue

    def _content(self) -> object:
        return self._table, self._documents, self._failed, self._catalogue

    @property
    def documents(self) -> list[dict[str, Any]]:
        """What is known of each document that was read: a dictionary each, for any data frame."""
        return [dict(each) for each in self._documents]

    @property
    def failed(self) -> dict[str, str]:
        """The documents that could not be read, each with a sentence that says why."""
        return dict(self._failed)

    def to_arrow(self) -> pyarrow.Table:
        """Return the facts of all documents.

        Returns
        -------
        pyarrow.Table
            One row a fact, with the columns of `kebi.facts_table`.

        Examples
        --------
        >>> import kebi
        >>> kebi.Reports([], [], {}).to_arrow().num_rows
        0
        """
        return self._table

    @overload
    def to_frame(self, library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def to_frame(self, library: Literal["polars"]) -> polars.DataFrame: ...
    @overload
    def to_frame(self, library: Literal["pyarrow"]) -> pyarrow.Table: ...
    def to_frame(self, library: Library = "pandas") -> Any:
        """Return the facts of all documents as a data frame.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}
            The kind of data frame.

        Returns
        -------
        DataFrame
            One row a fact, with the columns of `kebi.facts_table`.

        Raises
        ------
        KebiError
            Where the library is not installed.

        Examples
        --------
        >>> import kebi
        >>> kebi.Reports([], [], {}).to_frame("polars").shape
        (0, 27)
        """
        return frame_of(self._table, library)

    @overload
    def pivot(
        self, figures: Figures, *, period: Span = None, doubtful: bool = False, library: Literal["pandas"] = "pandas"
    ) -> pandas.DataFrame: ...
    @overload
    def pivot(
        self, figures: Figures, *, period: Span = None, doubtful: bool = False, library: Literal["polars"]
    ) -> polars.DataFrame: ...
    @overload
    def pivot(
        self, figures: Figures, *, period: Span = None, doubtful: bool = False, library: Literal["pyarrow"]
    ) -> pyarrow.Table: ...
    def pivot(
        self,
        figures: str | Sequence[str],
        *,
        period: Period | str | None = None,
        doubtful: bool = False,
        library: Library = "pandas",
    ) -> Any:
        """Return figures by region: a column for each period, or for each figure of one period.

        A cell is of the latest document that states it; where that states several numbers that
        cannot all be rounded from one, the one that most statements give, else none.

        Parameters
        ----------
        figures : str or sequence of str
            An indicator by any of its names and behind it growth, level, share, target or forecast:
            "GDP growth", "CPI target", 社零增速. Without one of these words, the outcome, in the
            measure that most documents state.
        period : Period or str, optional
            The period; all periods if none is given.
        doubtful : bool
            Whether facts count whose reading is doubtful (`docs/reference/facts.md`).
        library : {"pandas", "polars", "pyarrow"}
            The kind of data frame.

        Returns
        -------
        DataFrame
            Numbers in the unit that most documents use; in pandas regions are its index, else the
            first column. A column with ranges is two, with its ends ``lo`` and ``hi``.

        Raises
        ------
        KebiError
            For a figure that no document states.

        Examples
        --------
        >>> import kebi
        >>> table = kebi.facts_table("南京市2025年地区生产总值增长5.2%。".encode(), "a.txt")
        >>> reports = kebi.Reports([table], [{"source": "a.txt"}], {})
        >>> reports.pivot(["GDP growth"], library="pyarrow").to_pylist()
        [{'region': '南京市', '2025': 5.2}]
        """
        names = [figures] if isinstance(figures, str) else list(figures)
        when = as_period(period)
        periods = {document["source"]: document.get("period") or "" for document in self._documents}
        columns, open_cells = pivoted(
            self._table,
            [figure_of(name, self._catalogue) for name in names],
            str(when) if when else None,
            periods,
            doubtful,
        )
        if open_cells:
            warnings.warn(
                f"{open_cells} cells are empty because a document states different numbers for them: "
                "Reports.duplicates(within=True) lists these",
                stacklevel=2,
            )
        made = frame_of(arrow().table(columns), library)
        return made.set_index("region") if library == "pandas" else made

    @overload
    def duplicates(
        self, *, within: bool = False, doubtful: bool = False, library: Literal["pandas"] = "pandas"
    ) -> pandas.DataFrame: ...
    @overload
    def duplicates(self, *, within: bool = False, doubtful: bool = False, library: Literal["polars"]) -> polars.DataFrame: ...
    @overload
    def duplicates(self, *, within: bool = False, doubtful: bool = False, library: Literal["pyarrow"]) -> pyarrow.Table: ...
    def duplicates(self, *, within: bool = False, doubtful: bool = False, library: Library = "pandas") -> Any:
        """Return the figures that several documents state, with their sources.

        Parameters
        ----------
        within : bool
            Whether figures count that one document states more than once.
        doubtful : bool
            Whether facts count whose reading is doubtful.
        library : {"pandas", "polars", "pyarrow"}
            The kind of data frame.

        Returns
        -------
        DataFrame
            The rows of `to_frame` that state such a figure, with a number for each figure and
            whether its statements agree but for rounding.

        Examples
        --------
        >>> import kebi
        >>> tables = [kebi.facts_table("南京市2025年地区生产总值增长5.2%。".encode(), name) for name in ("a.txt", "b.txt")]
        >>> kebi.Reports(tables, [], {}).duplicates()[["figure", "agrees", "source"]].values.tolist()
        [[0, True, 'a.txt'], [0, True, 'b.txt']]
        """
        return frame_of(duplicates_in(self._table, within, doubtful), library)

    @overload
    def targets_with_outcomes(self, *, doubtful: bool = False, library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def targets_with_outcomes(self, *, doubtful: bool = False, library: Literal["polars"]) -> polars.DataFrame: ...
    @overload
    def targets_with_outcomes(self, *, doubtful: bool = False, library: Literal["pyarrow"]) -> pyarrow.Table: ...
    def targets_with_outcomes(self, *, doubtful: bool = False, library: Library = "pandas") -> Any:
        """Return the targets of all documents, each with the outcome that another document states.

        Parameters
        ----------
        doubtful : bool
            Whether facts count whose reading is doubtful.
        library : {"pandas", "polars", "pyarrow"}
            The kind of data frame.

        Returns
        -------
        DataFrame
            One row a target: its words, numbers and source, the outcome of its region and period
            in the earliest other document, the verdict (`Report.assess`) and its reason. Without
            an outcome the verdict is undetermined.

        Examples
        --------
        >>> import kebi
        >>> texts = {"2025.txt": "2025年主要预期目标是：地区生产总值增长5%左右。", "2026.txt": "2025年地区生产总值增长5.2%。"}
        >>> tables = [kebi.facts_table(text.encode(), name, region="南京市") for name, text in texts.items()]
        >>> kebi.Reports(tables, [], {}).targets_with_outcomes()[["outcome", "outcome_source"]].values.tolist()
        [['增长5.2%', '2026.txt']]
        """
        return frame_of(joined(self._table, self._catalogue, doubtful), library)

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[str]:
        return iter([document["source"] for document in self._documents])

    def __getitem__(self, source: str) -> Report:
        """Return the report of one document, which is read again."""
        for document in self._documents:
            if document["source"] == source:
                return read(source, region=document["region"] or "", period=document["period"], catalogue=self._catalogue)
        raise KeyError(f"no document {source!r} was read" + (f": {self._failed[source]}" if source in self._failed else ""))

    def __repr__(self) -> str:
        failed = f", {len(self._failed)} documents failed" if self._failed else ""
        doubtful = self._table.num_rows - self._table.column("doubt").null_count
        doubts = f" ({doubtful} doubtful)" if doubtful else ""
        return f"<Reports: {self._table.num_rows} facts{doubts} of {len(self)} documents{failed}>"
