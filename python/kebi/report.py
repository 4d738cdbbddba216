"""Reports: the facts of one document, read from a file, a text or a data frame."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import _core, _frames
from ._catalogue import or_standard
from .assessments import Assessments

if TYPE_CHECKING:
    from ._core import Catalogue, Fact, Period, Settings


class Report:
    """The facts of one document, in reading order.

    Parameters
    ----------
    facts
        Targets, outcomes and forecasts.
    title, region, period
        What the document is called, whom it speaks of, and what span its outcomes are about.
    catalogue
        The indicators that names are looked up in; the standard catalogue if none is given.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        *,
        title: str = "",
        region: str = "",
        period: Period | str | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        if isinstance(period, str):
            period = _core.Period(period)
        self._core = _core.Report(title, region, period, list(facts))
        self._catalogue = or_standard(catalogue)

    @classmethod
    def _of(cls, core: _core.Report, catalogue: Catalogue) -> Report:
        report = cls.__new__(cls)
        report._core = core
        report._catalogue = catalogue
        return report

    @property
    def title(self) -> str:
        return self._core.title

    @property
    def region(self) -> str:
        return self._core.region

    @property
    def period(self) -> Period | None:
        return self._core.period

    @property
    def facts(self) -> list[Fact]:
        return self._core.facts

    def assess(self, settings: Settings | None = None, **changes: Any) -> Assessments:
        """Hold every target against the report's own figures.

        Parameters
        ----------
        settings
            What 左右, 持平, 稳定 and 同步 allow; see `kebi.Settings`.
        **changes
            Single settings by name, such as ``flat_points="1"`` or
            ``weights={"一般公共预算收入": kebi.Bounds(0.53, 0.56)}``.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read('''indicator,period,target,outcome
        ... 固定资产投资,2019H1,完成 300 亿元以上,152. 7 亿元
        ... ''')
        >>> verdict, = plan.assess()
        >>> verdict.verdict, verdict.reason("en")
        (<Verdict.on_course: 1>, '50.9% done, 0.9 points before the time elapsed (50.0%)')
        """
        return Assessments(
            _core.assess(self._core, self._catalogue, _with_changes(settings, changes)),
            self.facts,
            title=self.title or " ".join(filter(None, [self.region, str(self.period or "")])),
        )

    def to_csv(self) -> str:
        """Return the plan as a table that `kebi.read` reads back as the same statements."""
        return _core.write_plan(self._core, self._catalogue)

    def to_jsonl(self) -> str:
        """Return the facts as JSON Lines, one fact a line."""
        return _core.write_facts(self.facts)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the facts as dictionaries with the keys of docs/facts.md."""
        return [json.loads(fact.to_json()) for fact in self.facts]

    def __len__(self) -> int:
        return len(self.facts)

    def __eq__(self, other: object) -> bool:
        return self._core == other._core if isinstance(other, Report) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        targets = sum(fact.status is _core.Status.target for fact in self.facts)
        about = " ".join(filter(None, ["Report", self.region, str(self.period or "")]))
        return f"<{about}: {len(self)} facts, {targets} of them targets>"

    def __str__(self) -> str:
        return str(self.assess()) if self._has_targets() else repr(self)

    def _repr_html_(self) -> str | None:
        return self.assess()._repr_html_() if self._has_targets() else None

    def _has_targets(self) -> bool:
        return any(fact.status is _core.Status.target for fact in self.facts)


def _with_changes(settings: Settings | None, changes: dict[str, Any]) -> Settings:
    merged = _core.Settings()
    names = [name for name in dir(merged) if not name.startswith("_")]
    for name in names if settings is not None else []:
        setattr(merged, name, getattr(settings, name))
    for name, value in changes.items():
        if name not in names:
            raise TypeError(f"no setting is called {name!r}: there are {', '.join(names)}")
        setattr(merged, name, value)
    return merged


def read(
    source: Any,
    *,
    region: str = "",
    period: Period | str | None = None,
    catalogue: Catalogue | None = None,
) -> Report:
    """Read a report from a file, a text or a data frame.

    Parameters
    ----------
    source
        A path to a plan's table (``.csv``) or to facts (``.jsonl``); the text of either, if it
        holds a line break; or a pandas or polars frame, a dict of columns, or a list of dicts,
        with the columns of a plan's table: indicator, target, outcome, period and others.
    region, period
        Used for rows of a plan's table that do not say them.
    catalogue
        The indicators that names are looked up in; the standard catalogue if none is given.

    Raises
    ------
    ReadError
        Where the text cannot be read: with line, column, what was found and what could have
        stood there.
    KebiError
        For a kind of file that kebi does not read.
    """
    known = or_standard(catalogue)
    if isinstance(period, str):
        period = _core.Period(period)
    if not isinstance(source, (str, os.PathLike)):
        return Report._of(
            _core.read_plan_rows(_frames.rows_of(source), known, region, period), known
        )
    if isinstance(source, str) and "\n" in source:
        text, name = source, ""
    else:
        name = os.fspath(source)
        with open(name, "rb") as file:
            text = _core.to_utf8(file.read())
    ending = os.path.splitext(name)[1].lower()
    is_facts = ending in (".jsonl", ".ndjson") or (not ending and text.lstrip()[:1] == "{")
    if is_facts:
        return Report._of(_core.read_facts(text), known)
    if ending not in ("", ".csv"):
        raise _core.KebiError(
            f"cannot read {os.path.basename(name)}: kebi reads .csv tables and .jsonl facts; "
            "save it as one of these, or pass a data frame"
        )
    return Report._of(_core.read_plan(text, known, region, period), known)


def read_target(
    phrase: str,
    indicator: str = "",
    *,
    region: str = "",
    period: Period | str | None = None,
    catalogue: Catalogue | None = None,
) -> list[Fact]:
    """Read the phrase of a target: one fact for each target in it.

    Examples
    --------
    >>> import kebi
    >>> kebi.read_target("增长 6.0%-6.5%", "增加值")
    [<Fact 增加值 target growth 6.0..6.5% range>]
    """
    if isinstance(period, str):
        period = _core.Period(period)
    return _core.read_target(phrase, indicator, region, period, or_standard(catalogue))


def read_outcome(
    phrase: str,
    indicator: str = "",
    *,
    region: str = "",
    period: Period | str | None = None,
    catalogue: Catalogue | None = None,
) -> list[Fact]:
    """Read the phrase of an outcome: one fact for each number in it.

    Examples
    --------
    >>> import kebi
    >>> kebi.read_outcome("完成172.8亿元,同比增长1.1%", "一般公共预算收入", period="2019H1")
    [<Fact 一般公共预算收入 2019H1 actual level 172.8亿元>, <Fact 一般公共预算收入 2019H1 actual growth 1.1%>]
    """
    if isinstance(period, str):
        period = _core.Period(period)
    return _core.read_outcome(phrase, indicator, region, period, or_standard(catalogue))
