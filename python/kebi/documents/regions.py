"""Codes of regions: GB/T 2260, provinces and prefectures."""

from __future__ import annotations

import os
from functools import lru_cache

PROVINCE = 2  # digits of a code that name the province


def region_code(region: str | None) -> str | None:
    """Return the code of a province or prefecture of China.

    Parameters
    ----------
    region : str or None
        Its name, long or short, with or without its province: 江苏省, 江苏, 南京市, 江苏省南京市.

    Returns
    -------
    str or None
        Six digits as of GB/T 2260; None for counties and other regions, which have no row in
        ``region_codes.tsv``.

    Examples
    --------
    >>> region_code("江苏"), region_code("江苏省南京市"), region_code("嘉定区")
    ('320000', '320100', None)
    """
    return _found(region) if region else None


@lru_cache(maxsize=4096)
def _found(region: str) -> str | None:
    codes = _codes()
    if region in codes:
        return codes[region]
    for end in range(len(region) - 1, 1, -1):  # 江苏省南京市: a province before its prefecture
        province, place = codes.get(region[:end]), codes.get(region[end:])
        if province and place and place[:PROVINCE] == province[:PROVINCE]:
            return place
    return None


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Return codes by long and by short names."""
    with open(os.path.join(os.path.dirname(__file__), "data", "region_codes.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")][1:]
    return {name: code for code, long, short in rows for name in (long, *short.split(";")) if name}
