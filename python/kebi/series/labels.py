"""The labels of series and panels as callers pass them: measures, kinds and units by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._core import KebiError, Period, Unit
from ..enums import Frequency, Kind, Measure
from .many_series import require_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import TypeAlias

    Units: TypeAlias = Mapping[str, Unit | str] | Unit | str | None
    Kinds: TypeAlias = Mapping[str, Kind | str] | Kind | str | None


def measure_named(measure: Measure | str) -> Measure:
    """Return a measure by its name."""
    if isinstance(measure, str):
        if measure not in Measure.__members__:
            raise KebiError(f"a measure is one of {', '.join(Measure.__members__)}: found {measure!r}")
        return Measure[measure]
    return measure


def kind_named(kind: Kind | str | None) -> Kind | None:
    """Return a kind by its name."""
    if isinstance(kind, str):
        if kind not in Kind.__members__:
            raise KebiError(f"a kind is one of {', '.join(Kind.__members__)}: found {kind!r}")
        return Kind[kind]
    if kind is None or isinstance(kind, Kind):
        return kind
    raise KebiError(f"a kind is a kebi.enums.Kind or its name: found {kind!r}")


def unit_named(unit: Unit | str | None) -> Unit | None:
    """Return a unit by its symbol."""
    return Unit(unit) if isinstance(unit, str) else unit


def labels_of(indicators: Sequence[str], units: Units, kinds: Kinds) -> dict[str, Any]:
    """Return the unit and the kind of each indicator, passed by name or for all, as labels of a panel."""

    def each(given: Any, what: str) -> list[Any]:
        if not isinstance(given, Mapping):
            return [given] * len(indicators)
        for name in given:
            require_name(name, list(indicators), f"indicator to have a {what}:")
        return [given.get(name) for name in indicators]

    return {
        "units": [unit_named(unit) for unit in each(units, "unit")],
        "kinds": [kind_named(kind) for kind in each(kinds, "kind")],
    }


def require_no_quarter(start: Period | str, of: Frequency) -> None:
    """Refuse years to date that start with a quarter: by month or by quarter is open."""
    if of is Frequency.year_to_date and isinstance(start, str) and "Q" in start:
        year, month = Period(start).last
        raise KebiError(
            f"years to date from {start!r} may be by month or by quarter: pass frequency='year_to_quarter' for a figure each "
            f"quarter, or start='{year:04}-01..{year:04}-{month:02}' for one each month"
        )
