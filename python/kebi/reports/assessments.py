"""Assessments: the verdicts on a report's targets, as a list, a table or data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from .._core import KebiError
from ..values import Value
from .assessment_table import nothing_words, outcome_words, table_of
from .display import Table, require_language, to_html, to_text
from .rows import data_frame, whole_end

if TYPE_CHECKING:
    import pandas
    import polars

    from .._core import Assessment, Fact, Period


class Assessments(Value, Sequence["Assessment"]):
    """One assessment for each target of a report, in its order.

    Prints as a table, in a terminal and in Jupyter; ``to_dicts``, ``to_pandas`` and ``to_polars``
    give its data, ``table`` its words in Chinese or English.

    Parameters
    ----------
    all : sequence of Assessment
        The assessments.
    facts : sequence of Fact
        All facts of the report: level and growth of one outcome are printed together.
    title, region : str
        The heading of the table.
    period : Period, optional
        The period of the outcomes; an outcome of another one is printed with its own.

    Examples
    --------
    >>> import kebi
    >>> plan = kebi.read({"indicator": ["社会消费品零售总额"], "period": ["2019H1"],
    ...                   "target": ["增长8%"], "outcome": ["增长8.4%"]})
    >>> plan.assess()["社会消费品零售总额"].verdict_word("en")
    'on course'
    """

    def __init__(
        self,
        all: Sequence[Assessment],
        facts: Sequence[Fact],
        *,
        title: str = "",
        region: str = "",
        period: Period | None = None,
    ) -> None:
        self._all = list(all)
        self._first: dict[str, dict[str, Assessment]] = {}  # by indicator and region
        for each in self._all:
            self._first.setdefault(each.indicator, {}).setdefault(each.target.region, each)
        self._heading = {"title": title, "region": region}
        self._period = period
        self._outcomes = outcome_words(facts)
        self._facts = len(facts)

    def _content(self) -> object:
        return self._all, self._heading, self._period, self._outcomes

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, which: int | str | tuple[str, str], /) -> Assessment: ...
    @overload
    def __getitem__(self, which: slice, /) -> list[Assessment]: ...
    def __getitem__(self, which: int | slice | str | tuple[str, str], /) -> Assessment | list[Assessment]:
        """Return the assessment at a place, of an indicator, or of an indicator in a region.

        Parameters
        ----------
        which : int, slice, str or (str, str)
            A place, an indicator, or an indicator and a region.

        Returns
        -------
        Assessment or list of Assessment
            The first one found; of a slice a list.

        Raises
        ------
        KebiError
            For what is none of these.
        KeyError
            For an indicator without a target, and for one with targets in several regions.
        """
        if isinstance(which, (slice, SupportsIndex)):
            return self._all[which]
        indicator, region = which if isinstance(which, tuple) and len(which) == 2 else (which, None)
        if not isinstance(indicator, str):
            raise KebiError(f"an assessment is at a place, of an indicator, or of (indicator, region): found {which!r}")
        by_region = self._first.get(indicator, {})
        regions = list(by_region) if region is None else [region] if region in by_region else []
        if not regions:
            raise KeyError(f"no target of {indicator}: there are targets of {'、'.join(self._first)}")
        if len(regions) > 1:
            raise KeyError(f"{indicator} has targets in {'、'.join(regions)}: name one of them too")
        return by_region[regions[0]]

    def __iter__(self) -> Iterator[Assessment]:
        return iter(self._all)

    def table(self, language: str = "zh") -> Table:
        """Return the table that is printed.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of its words.

        Returns
        -------
        Table
            Heads, rows of words, tones, and notes below.

        Raises
        ------
        KebiError
            For any other language.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().table("en").rows[0][:4]
        ['增加值', '增长6%', '—', '○ undetermined']
        """
        table = table_of(
            self._all, require_language(language), outcomes=self._outcomes, period=self._period, **self._heading
        )
        return table if self._all else table._replace(notes=[nothing_words(self._facts, language)])

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return everything as dictionaries.

        Returns
        -------
        list of dict
            One dictionary a target: target, outcome, verdict, rule, margin, need.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_dicts()[0]["verdict"]
        'undetermined'
        """
        return [json.loads(each.to_json()) for each in self._all]

    def to_json(self) -> str:
        """Return everything as a JSON array.

        Returns
        -------
        str
            One object a target, as of `to_dicts`.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_json()[:2]
        '[{'
        """
        return "[" + ",\n ".join(each.to_json() for each in self._all) + "]"

    def _columns(self, language: str) -> dict[str, list[Any]]:
        needs = [each.need for each in self._all]
        paces = [each.pace for each in self._all]
        return {
            "region": [each.target.region for each in self._all],
            "indicator": [each.indicator for each in self._all],
            "target": [each.target.text for each in self._all],
            "outcome": [each.outcome.text if each.outcome else None for each in self._all],
            "verdict": [each.verdict.name for each in self._all],
            "completion": [pace.completion.value if pace else None for pace in paces],
            "margin": [each.margin.value if each.margin else None for each in self._all],
            "margin_unit": [str(each.margin_unit or "") or None for each in self._all],
            "need": [need.lo.value if need else None for need in needs],
            "need_lo": [whole_end(need, need.lo.within.lo, ceil) if need else None for need in needs],
            "need_hi": [whole_end(need, (need.hi or need.lo).within.hi, floor) if need else None for need in needs],
            "need_unit": [str(need.unit or "") or None if need else None for need in needs],
            "reason": [each.reason(language) for each in self._all],
        }

    def to_pandas(self, language: str = "zh") -> pandas.DataFrame:
        """Return the assessments as a pandas DataFrame.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of the column of reasons.

        Returns
        -------
        pandas.DataFrame
            One row a target: outcome, verdict, completion (%), margin and need with units, reason.

        Raises
        ------
        KebiError
            Where pandas is not installed, and for a language that kebi does not write.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_pandas()["verdict"].tolist()
        ['undetermined']
        """
        frame: pandas.DataFrame = data_frame("pandas", self._columns(require_language(language)))
        return frame

    def to_polars(self, language: str = "zh") -> polars.DataFrame:
        """Return the assessments as a polars DataFrame, with the columns of `to_pandas`.

        Parameters
        ----------
        language : {"zh", "en"}
            The language in which the reasons of the verdicts are written.

        Returns
        -------
        polars.DataFrame
            One row a target.

        Raises
        ------
        KebiError
            Where polars is not installed.

        Examples
        --------
        >>> import kebi
        >>> kebi.read("indicator,period,target\\n增加值,2019H1,增长6%\\n").assess().to_polars().shape
        (1, 13)
        """
        frame: polars.DataFrame = data_frame("polars", self._columns(require_language(language)))
        return frame

    def to_text(self, language: str = "zh") -> str:
        """Return the table as text with aligned columns.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of its words.

        Returns
        -------
        str
            The table, for a font of fixed width.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_text("en").splitlines()[0].split()[:2]
        ['indicator', 'target']
        """
        return to_text(self.table(language))

    def to_html(self, language: str = "zh") -> str:
        """Return the table as HTML with its own style.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of its words.

        Returns
        -------
        str
            A style and a table element, legible on light and dark pages.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_html("en").count('<th scope="row">')
        1
        """
        return to_html(self.table(language))

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self.to_html()
