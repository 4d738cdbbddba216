"""Reports: the facts of one document, and what can be asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from ._catalogue import or_standard
from ._texts import whole
from .assessments import Assessments
from .audit import Audit
from .inference import Inference

if TYPE_CHECKING:
    from ._core import Catalogue, Fact, Passed, Period, Settings, Unread


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

    _implied: tuple[int, _core.Inference] | None = None

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
        self._passed: list[Passed] = []
        self._unread: list[Unread] = []

    @classmethod
    def _of(
        cls,
        core: _core.Report,
        catalogue: Catalogue,
        passed: Sequence[Passed] = (),
        unread: Sequence[Unread] = (),
    ) -> Report:
        report = cls.__new__(cls)
        report._core = core
        report._catalogue = catalogue
        report._passed = list(passed)
        report._unread = list(unread)
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

    @property
    def passed(self) -> list[Passed]:
        """The numbers of the text that are no statistics, each with the reason."""
        return self._passed

    @property
    def unread(self) -> list[Unread]:
        """The numbers of the text that may be statistics but could not be read."""
        return self._unread

    def assess(self, settings: Settings | None = None, **changes: Any) -> Assessments:
        """Hold every target against the report's own figures.

        Parameters
        ----------
        settings
            What 左右, 持平, 稳定 and 同步 allow; see `kebi.Settings`.
        **changes
            Single settings by name, such as ``flat_points="1"`` or
            ``weights={"一般公共预算收入": (0.53, 0.56)}``.

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
            title=self.title,
            region=self.region,
            period=self.period,
        )

    def infer(self) -> Inference:
        """Return every figure that the report implies, with bounds and derivation.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区一般公共预算收入完成172.8亿元，同比增长1.1%。",
        ...                         region="嘉定区", period="2019H1")
        >>> base = report.infer()["一般公共预算收入", "2018H1"]
        >>> base.printed, base.bounds.printed(2)
        ('170.9亿元', '[170.78, 171.06]')
        """
        return Inference(self._inferred(), self._heading(), self._catalogue)

    def audit(self) -> Audit:
        """Return the figures that cannot all be true, and the checks that passed."""
        return Audit(self.infer(), self._heading())

    def _inferred(self) -> _core.Inference:
        """What the facts imply, found once; anew after the catalogue has grown."""
        known = len(self._catalogue)
        if self._implied is None or self._implied[0] != known:
            self._implied = known, _core.infer(self._core, self._catalogue)
        return self._implied[1]

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_implied"}

    def _heading(self) -> str:
        return self.title or " ".join(filter(None, [self.region, str(self.period or "")]))

    def to_csv(self) -> str:
        """Return the plan as a table that `kebi.read` reads back as the same statements."""
        return _core.write_plan(self._core, self._catalogue)

    def to_jsonl(self) -> str:
        """Return the facts as JSON Lines, one fact a line."""
        return _core.write_facts(self.facts)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the facts as dictionaries with the keys of docs/reference/facts.md."""
        return [fact.to_dict() for fact in self.facts]

    def __len__(self) -> int:
        return len(self.facts)

    def __eq__(self, other: object) -> bool:
        return self._core == other._core if isinstance(other, Report) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        targets = sum(fact.status is _core.Status.target for fact in self.facts)
        about = " ".join(filter(None, ["Report", self.region, str(self.period or "")]))
        unread = f", {len(self.unread)} numbers unread" if self.unread else ""
        return f"<{about}: {len(self)} facts, {targets} of them targets{unread}>"

    def __str__(self) -> str:
        return str(self.assess()) if self._has_targets() else repr(self)

    def _repr_html_(self) -> str | None:
        return self.assess()._repr_html_() if self._has_targets() else None

    def _has_targets(self) -> bool:
        return any(fact.status is _core.Status.target for fact in self.facts)


def _with_changes(settings: Settings | None, changes: dict[str, Any]) -> Settings:
    """Return a copy of settings with some of them changed, each told by name if it does not fit."""
    merged = _core.Settings()
    names = [name for name in dir(merged) if not name.startswith("_")]
    for name in names if settings is not None else []:
        setattr(merged, name, getattr(settings, name))
    for name, value in changes.items():
        if name not in names:
            raise TypeError(f"no setting is called {name!r}: there are {', '.join(names)}")
        for text in value if isinstance(value, dict) else [value]:
            whole(text)
        try:
            setattr(merged, name, _weights(value) if name == "weights" else _plain(value))
        except (TypeError, ValueError) as refused:
            wanted = "bounds by indicator" if name == "weights" else "a number"
            kind = TypeError if isinstance(refused, TypeError) else _core.KebiError
            raise kind(f"the setting {name} takes {wanted}: found {value!r}") from None
    return merged


def _plain(value: Any) -> Any:
    # Settings are decimals: a float means the number that it prints as.
    return repr(float(value)) if isinstance(value, float) else value


def _weights(value: Any) -> dict[str, _core.Bounds]:
    def bounds(weight: Any) -> _core.Bounds:
        if isinstance(weight, (int, float)):
            return _core.Bounds.exactly(weight)
        return _core.Bounds(*weight) if isinstance(weight, tuple) else weight

    return {name: bounds(weight) for name, weight in dict(value).items()}
