"""The catalogue of indicators that is used where a caller names none."""

from __future__ import annotations

from functools import lru_cache

from .. import _core


@lru_cache(maxsize=1)
def _standard() -> _core.Catalogue:
    return _core.standard_catalogue()


def or_standard(catalogue: _core.Catalogue | None) -> _core.Catalogue:
    """Return the given catalogue, or the standard one, which is read once.

    Parameters
    ----------
    catalogue : Catalogue or None
        The catalogue of the caller.

    Returns
    -------
    Catalogue
        It, or the standard catalogue for None.

    Examples
    --------
    >>> or_standard(None).find("一般公共预算收入").english
    'General public budget revenue'
    """
    return _standard() if catalogue is None else catalogue
