"""What stands beside what: figures go together by region, indicator and time, not by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ._core import KebiError

if TYPE_CHECKING:
    from ._derived import Derived

    Pairing = Literal["same", "whole", "months"]


def require_beside(these: Derived, others: Derived, pairing: Pairing) -> None:
    """Refuse figures that do not stand beside others, row by row and span by span.

    One series has no other to be mistaken for: its name may differ. So may that of a whole for all
    rows. That months end with the years to date beside them is asked where they are read.
    """
    count, other_count = len(these._figures.values), len(others._figures.values)
    alone = other_count == 1 and (count == 1 or pairing == "whole")
    if not alone and these._names() != others._names():
        raise KebiError(
            f"figures go together by their regions and indicators: found {_first_apart(these, others)}. "
            "Give both the same ones in the same order"
        )
    if pairing != "months" and these.time != others.time:
        if these._undated and others._undated and len(these.time) != len(others.time):
            raise KebiError(f"arrays that go together have the same columns: found {len(these.time)} beside {len(others.time)}")
        raise KebiError(
            f"figures that go together run over the same times: found {these!r} and {others!r}. "
            "Give both for the same spans"
        )


def _first_apart(these: Derived, others: Derived) -> str:
    for what, one, other in zip(("region", "indicator"), these._names(), others._names(), strict=True):
        if len(one) != len(other):
            return f"{len(one)} {what}s beside {len(other)}"
        for name, beside in zip(one, other, strict=True):
            if name != beside:
                return f"the {what} {name!r} beside {beside!r}"
    raise AssertionError("these figures have the same names")
