"""Reports: the facts of one document, and what can be asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .assessments import Assessments
from .audit import Audit
from .catalogue import or_standard
from .doubtful import Doubtful, SourceText
from .formats.places import InText
from .implied_figure import inferred
from .inference import Inference
from .settings import inference_options, inference_settings, with_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Unpack

    from .._core import Catalogue, Fact, Passed, Period, Settings, Unread
    from .formats.places import Places
    from .settings import InferenceOptions, SettingOptions


class Report(InText):
    """The facts of one document, in reading order.

    Parameters
    ----------
    facts : sequence of Fact
        Targets, outcomes and forecasts.
    title, region : str
        The title of the document, and the region that it is about.
    period : Period or str, optional
        The period of its outcomes.
    catalogue : Catalogue, optional
        The indicators that names are looked up in; the standard catalogue if none is given.
    passed, unread : sequences of Passed and Unread
        The numbers of the text that are no statistics, and those that could not be read.
    source : str
        The text that the facts were read from; of a document with tables, its parts laid out as text.
    skipped : sequence of str
        What of a plan's table was left out.
    places : Places, optional
        Where the cells of its tables stand in that text.

    Examples
    --------
    >>> import kebi
    >>> target = kebi.read_target("增长6%以上", "社会消费品零售总额", period="2019")
    >>> kebi.Report(target, region="嘉定区", period="2019")
    <Report 嘉定区 2019: 1 facts, 1 of them targets>
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        *,
        title: str = "",
        region: str = "",
        period: Period | str | None = None,
        catalogue: Catalogue | None = None,
        passed: Sequence[Passed] = (),
        unread: Sequence[Unread] = (),
        source: str = "",
        skipped: Sequence[str] = (),
        places: Places | None = None,
    ) -> None:
        when = _core.Period(period) if isinstance(period, str) else period
        self._core = _core.Report(title, region, when, list(facts))
        self._catalogue = or_standard(catalogue)
        self._passed = list(passed)
        self._unread = list(unread)
        self._skipped = list(skipped)
        InText.__init__(self, SourceText(source), places)
        self._implied: tuple[tuple[int, str], _core.Inference] | None = None

    @property
    def title(self) -> str:
        """The title of the document; may be empty."""
        return self._core.title

    @property
    def region(self) -> str:
        """The region that the document is about; may be empty."""
        return self._core.region

    @property
    def period(self) -> Period | None:
        """The period of its outcomes, if known."""
        return self._core.period

    @property
    def facts(self) -> list[Fact]:
        """The facts, in reading order."""
        return self._core.facts

    @property
    def passed(self) -> list[Passed]:
        """The numbers of the text that are no statistics, each with the reason."""
        return self._passed

    @property
    def unread(self) -> list[Unread]:
        """The numbers of the text that may be statistics but could not be read, each with the reason."""
        return self._unread

    @property
    def doubtful(self) -> Doubtful:
        """The facts whose reading is in doubt, with the reasons and the sentences that they stand in."""
        return Doubtful([fact for fact in self.facts if fact.doubt], self.source, title=self._heading())

    @property
    def skipped(self) -> list[str]:
        """What of a plan was left out, a sentence each: sheets, columns, indicators without figures."""
        return self._skipped

    def assess(self, settings: Settings | None = None, **options: Unpack[SettingOptions]) -> Assessments:
        """Assess every target against the outcomes of the report.

        Parameters
        ----------
        settings : Settings, optional
            What 左右, 持平, 稳定 and 同步 allow; the usual settings if none are given.
        **options
            Single settings by name, such as ``flat_points="1"`` (percentage points), ``include_doubtful=True``
            or ``weights={"一般公共预算收入": (0.53, 0.56)}`` (shares of a year).

        Returns
        -------
        Assessments
            One assessment for each target, in reading order.

        Raises
        ------
        KebiError
            For a name that is no setting, and for a setting that is no number.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read('''indicator,period,target,outcome
        ... 固定资产投资,2019H1,完成 300 亿元以上,152. 7 亿元
        ... ''')
        >>> verdict, = plan.assess()
        >>> verdict.verdict, verdict.reason("en")
        (<Verdict.on_course: 1>, '50.9% done, 0.9 points ahead of the time elapsed (50.0%)')
        """
        return Assessments(
            _core.assess(self._core, self._catalogue, with_options(settings, options)),
            self.facts,
            title=self.title,
            region=self.region,
            period=self.period,
        )

    def infer(self, **options: Unpack[InferenceOptions]) -> Inference:
        """Return every figure that the report implies, with bounds and derivation.

        Parameters
        ----------
        **options
            What to take for granted beside the report, as `InferenceOptions` lists it, such as
            ``parts={"地区生产总值": [...]}``, ``laws=["A = B / C"]`` or ``include_doubtful=True``.

        Returns
        -------
        Inference
            The implied figures. They are found once, and again after the catalogue has grown.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区一般公共预算收入完成172.8亿元，同比增长1.1%。",
        ...                         region="嘉定区", period="2019H1")
        >>> base = report.infer()["一般公共预算收入", "2018H1"]
        >>> base.printed, base.bounds.printed(2)
        ('170.9亿元', '[170.78, 171.06]')
        """
        return Inference(self._inferred(options), title=self._heading(), catalogue=self._catalogue)

    def audit(self, **options: Unpack[InferenceOptions]) -> Audit:
        """Return the published figures that cannot all be true, and the checks that passed.

        Parameters
        ----------
        **options
            As of `infer`.

        Returns
        -------
        Audit
            The contradictions, and the identities that hold.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("全年进出口总额30亿元，其中出口20亿元，进口10亿元。",
        ...                         region="嘉定区", period="2019")
        >>> len(report.audit())
        0
        """
        return Audit(self._inferred(options), title=self._heading(), sentence=self.source.sentence)

    def _inferred(self, options: InferenceOptions | None = None) -> _core.Inference:
        settings = inference_settings(options or {})
        known = len(self._catalogue), repr(inference_options(settings))
        if self._implied is None or self._implied[0] != known:
            self._implied = known, inferred(self._core, self._catalogue, settings)
        return self._implied[1]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_implied": None}

    def _heading(self) -> str:
        return self.title or " ".join(filter(None, [self.region, str(self.period or "")]))

    def to_csv(self) -> str:
        """Return the plan as a table that `kebi.read` reads back as the same statements.

        Returns
        -------
        str
            Comma-separated values, one line a target or outcome.

        Raises
        ------
        KebiError
            For a fact that such a table cannot hold.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.Report(kebi.read_target("增长6%", "增加值", period="2019"), period="2019")
        >>> kebi.read(plan.to_csv()).facts[0].same_statement(plan.facts[0])
        True
        """
        return _core.write_plan(self._core, self._catalogue)

    def to_jsonl(self) -> str:
        """Return the facts as JSON Lines, one fact a line.

        Returns
        -------
        str
            The exchange form (docs/reference/facts.md).

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.Report(kebi.read_target("增长6%", "增加值", period="2019"))
        >>> plan.to_jsonl().count("\\n")
        1
        """
        return _core.write_facts(self.facts)

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the facts as dictionaries.

        Returns
        -------
        list of dict
            One dictionary a fact, with the keys of the exchange form (docs/reference/facts.md).

        Examples
        --------
        >>> import kebi
        >>> kebi.Report(kebi.read_target("增长6%", "增加值", period="2019")).to_dicts()[0]["value"]
        6
        """
        return [fact.to_dict() for fact in self.facts]

    def __len__(self) -> int:
        return len(self.facts)

    def __eq__(self, other: object) -> bool:
        return self._core == other._core if isinstance(other, Report) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        targets = sum(fact.status is _core.Status.target for fact in self.facts)
        about = " ".join(filter(None, ["Report", self.region, str(self.period or "")]))
        doubtful = len(self.doubtful)
        sure = f" ({len(self) - doubtful} firm, {doubtful} doubtful)" if doubtful else ""
        unread = f", {len(self.unread)} numbers unread" if self.unread else ""
        return f"<{about}: {len(self)} facts{sure}, {targets} of them targets{unread}>"

    def __str__(self) -> str:
        return str(self.assess()) if self._has_targets() else repr(self)

    def _repr_html_(self) -> str | None:
        return self.assess().to_html() if self._has_targets() else None

    def _has_targets(self) -> bool:
        return any(fact.status is _core.Status.target for fact in self.facts)
