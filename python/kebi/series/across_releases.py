"""Growth of the levels of one release over the bases of another."""

from __future__ import annotations

from typing import TypeVar

from .. import _core
from .._core import KebiError
from .figures import Figures

F = TypeVar("F", bound=Figures)



def growth_across_releases(levels: F, bases: F, mixed: bool) -> F:
    """Return year-over-year growth of the levels of one release over the bases of another."""
    levels._require_levels("take growth of")
    bases._require_levels("take growth over")
    if not mixed:
        levels._require_one_vintage(bases)
    if levels._undated is not bases._undated or levels.is_panel is not bases.is_panel:
        raise KebiError(f"growth goes by spans of one kind: found {levels!r} and {bases!r}")
    if not levels.is_panel:
        for what, (one,), (other,) in zip(("region", "indicator"), levels._names(), bases._names(), strict=True):
            if one and other and one != other:
                raise KebiError(f"growth across releases is of one series: found the {what} {one!r} over {other!r}")
    else:
        if not all(set(of) & set(over) for of, over in zip(levels._names(), bases._names(), strict=True)):
            raise KebiError(f"the bases have none of the series: found {levels!r} and {bases!r}")
        bases = bases._with_rows(*levels._names())
    before = levels._like(_core.bases_beside(levels.time, bases._figures), "level")
    if bases._certain is not None:
        before._certain = lambda: _core.bases_beside(levels.time, bases._bounds())
    return levels._derived(_core.growth_between, [levels, before], measure="growth")
