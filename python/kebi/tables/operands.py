"""What an operation asks of its inputs: dates, growth, other tables that line up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .._core import KebiError, operations
from ..enums import Measure
from .derivation import Derivation
from .figures import Figures

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound=Figures)


def dated(figures: F) -> F:
    """Return figures that go by the calendar, or refuse an array without a start."""
    if not figures.is_dated:
        raise KebiError("this needs the calendar: pass the period of the first column as start=…")
    return figures


def require_year(figures: Figures, year: int, doing: str) -> None:
    """Refuse a year that the figures do not reach."""
    if not hasattr(year, "__index__"):
        raise KebiError(f"a year must be an integer such as 2019: found {year!r}")
    count = len(figures.time)
    first, last = (figures.time.span(t).last[0] for t in (0, count - 1)) if count else (0, -1)
    if not first <= year <= last:
        raise KebiError(f"cannot {doing}: {year} is not among the years of {figures!r}")


def companion(figures: Figures, other: Any, measure: str = "level", frequency: str | None = None) -> Figures:
    """Return another table, or a column of the long frame, as figures that line up with these."""
    opened = figures.origin.companion(figures, other, measure, frequency)
    if opened is None:
        raise KebiError(
            "an operand is None: pass a table of the same type, or a column name"
        )
    return opened


def require_growth(figures: Figures) -> Figures:
    """Return figures that are growth, or refuse levels."""
    if figures.measure is not Measure.growth and not figures.measure_is_free:
        raise KebiError("expected published growth, found levels: see as_growth()")
    return figures


def growth_beside(levels: Figures, growth: Any) -> Figures:
    """Return growth as passed, or as published together with the levels."""
    opened = levels.origin.companion(levels, growth, "growth", None)
    found = levels.published if opened is None else opened
    if found is None:
        raise KebiError("this needs published growth: create the levels with growth=…")
    return require_growth(found)


def rates_of(figures: Figures) -> Figures:
    """Return growth over the year before: as published, as the figures are, or of the levels."""
    if figures.published is not None:
        return figures.published
    return _growth_of(figures, operations.year_over_year)


def steps_of(figures: Figures) -> Figures:
    """Return growth over the span before: as the figures are, or of the levels."""
    return _growth_of(figures, operations.period_over_period)


def _growth_of(figures: Figures, operation: Callable[..., Any]) -> Figures:
    if figures.measure is Measure.growth or figures.measure_is_free:
        return figures
    made: Figures = Derivation(operation, figures).figures()
    return made
