"""The catalogue that is used where a caller names none."""

from __future__ import annotations

from functools import lru_cache

from . import _core


@lru_cache(maxsize=1)
def _standard() -> _core.Catalogue:
    return _core.standard_catalogue()


def or_standard(catalogue: _core.Catalogue | None) -> _core.Catalogue:
    """Return the given catalogue, or the standard one, which is read once."""
    return _standard() if catalogue is None else catalogue
