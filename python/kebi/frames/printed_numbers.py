"""Figures as they are printed: texts and numbers of a column, their decimals, why some are absent."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from .._core import Grid, KebiError, read_decimal
from ..enums import ObservationStatus
from ..text import valid_text
from .columns import as_array, is_missing
from .signs import sign_for_figure, with_reasons, without_flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from .._core import Timeline

_BELOW_UNIT = "…"
_PERCENT_SIGNS = ("%", "％")


class FigureColumn(NamedTuple):
    """Figures in a row's order, nan where one is absent, with the decimals of each, the causes, and flags by row."""

    values: NDArray[np.float64]
    decimals: int | list[int] | None
    status: NDArray[np.uint8] | None
    flags: Sequence[tuple[int, str]] = ()

    def placed(self, place: NDArray[Any], count: int) -> FigureColumn:
        """Return the figures at their places along time, absent where nothing is placed."""
        import numpy as np

        if len(self.values) != len(place):
            raise KebiError(
                f"the columns are not of one length: found {len(self.values)} figures for {len(place)} "
                f"spans"
            )
        values = np.full(count, np.nan)
        values[place] = self.values
        decimals = self.decimals
        if isinstance(decimals, list):
            moved = np.full(count, min(decimals))
            moved[place] = decimals
            decimals = moved.tolist()
        status = None
        if self.status is not None:
            status = np.where(np.isnan(values), np.uint8(ObservationStatus.absent), np.uint8(0))
            status[place] = self.status
        return FigureColumn(values, decimals, status, [(int(place[row]), flag) for row, flag in self.flags])

    def scaled(self, powers: NDArray[Any]) -> FigureColumn:
        """Return the figures times powers of ten, one for each row: as UNIT_MULT of SDMX gives them."""
        import numpy as np

        if not powers.any():
            return self
        pairs = zip(self.values.tolist(), powers.tolist(), strict=True)
        values = np.array([float(f"{value!r}e{power}") if value == value else value for value, power in pairs])  # noqa: PLR0124
        known = self.decimals
        each = known if isinstance(known, list) or known is None else [known] * len(values)
        decimals = None if each is None else [shown - power for shown, power in zip(each, powers.tolist(), strict=True)]
        return FigureColumn(values, decimals, self.status, self.flags)

    def grid(self, time: Timeline, decimals: int | Sequence[int] | None = None) -> Grid:
        """Return the figures as a grid of one series."""
        known = self.decimals if decimals is None else decimals
        printed = [] if known is None else [known] if isinstance(known, int) else list(known)
        status = None if self.status is None else self.status.reshape(1, -1)
        return Grid(time, self.values.reshape(1, -1), status, printed)


def read_column(
    values: Any, causes: Any = None, name: str = "", *, in_percent: bool = False
) -> tuple[FigureColumn, bool]:
    """Return a column of figures, and whether it holds its decimals; floats do not. `name` is for errors."""
    import numpy as np

    array = as_array(values)
    if array.dtype.kind == "O" and array.ndim == 1 and _are_floats(array.tolist()):
        array = array.astype(np.float64)  # floats of a list with gaps
    if array.dtype.kind != "f" or array.ndim != 1:
        return read_figures(values, causes, name, in_percent=in_percent), True
    floats = np.ascontiguousarray(array, dtype=np.float64)
    status, flags = (None, []) if causes is None else with_reasons(floats, None, causes)
    return FigureColumn(floats, None, status, flags), False


def _are_floats(cells: list[Any]) -> bool:
    kinds = {type(cell) for cell in cells if cell is not None}
    return bool(kinds) and kinds != {int} and all(kind is int or issubclass(kind, float) for kind in kinds)


def read_figures(values: Any, causes: Any = None, name: str = "", *, in_percent: bool = False) -> FigureColumn:
    """Return a column of figures, with the decimals of its print and the causes of its gaps.

    Texts and decimal.Decimal have their decimals, one by one where they differ. Floats have lost
    their last zeros, so a column of them counts as printed with the most decimals that any of its
    figures needs. "…" is a figure below half a unit. `name` is that of the column, for errors. With
    `in_percent` a figure may have its percent sign.
    """
    import numpy as np

    array = as_array(values)
    if array.ndim != 1:
        raise KebiError(f"a column of values has one dimension: found {array.ndim}")
    known: int | list[int] | None
    status: NDArray[np.uint8] | None = None
    flags: list[tuple[int, str]] = []
    if array.dtype.kind in "iu":
        _require_exact(array)
        floats, known = array.astype(np.float64), 0
    elif array.dtype.kind == "f":
        floats = np.ascontiguousarray(array, dtype=np.float64)
        known = _decimals_of_floats(floats)
    elif array.dtype.kind in "OUS" or type(getattr(values, "dtype", None)).__name__ in ("str", "StringDtype"):
        floats, known, status, flags = _read_one_by_one(array, name, in_percent)
    else:
        raise KebiError(f"values must be numbers or published numbers: found a column of {array.dtype}")
    if causes is not None:
        status, more = with_reasons(floats, status, causes)
        flags = [*flags, *more]
    return FigureColumn(floats, known, status, flags)


def _require_exact(array: NDArray[Any]) -> None:
    if array.size and (array.max() > 2**53 or array.min() < -(2**53)):
        raise KebiError("an integer beyond 2^53 is too large for any statistic")


def _read_one_by_one(
    array: NDArray[Any], name: str, in_percent: bool
) -> tuple[NDArray[np.float64], int | list[int] | None, NDArray[np.uint8] | None, list[tuple[int, str]]]:
    import numpy as np

    out = np.full(len(array), np.nan)
    status = np.full(len(array), ObservationStatus.absent, dtype=np.uint8)
    digits: list[int | None] = [None] * len(array)
    flags: list[tuple[int, str]] = []
    for i, cell in enumerate(array.tolist()):
        if is_missing(cell):
            continue
        if isinstance(cell, str) and not cell[-1].isdecimal():  # no sign and no flag ends in a digit
            sign = sign_for_figure(cell)
            if sign is not None:
                status[i] = sign
                continue
            cell, flag = without_flag(cell)
            if flag:
                flags.append((i, flag))
            cell = cell.rstrip().removesuffix("%").removesuffix("％") if in_percent else cell
        status[i] = 0
        out[i], digits[i] = _number(cell, i, name)
    shown = [d for d in digits if d is not None]
    # All causes are kept where one is more than that nothing is there.
    causes = status if (status > ObservationStatus.absent).any() else None
    unknown = np.array([d is None for d in digits], dtype=bool) & (status == 0)
    plain = _decimals_of_floats(out[unknown]) if unknown.any() else None
    if not shown or (unknown.any() and plain is None):
        return out, plain, causes, flags
    if len(set(shown)) == 1 and (plain is None or plain == shown[0]):
        return out, shown[0], causes, flags
    rest = min(shown) if plain is None else plain
    return out, [rest if d is None else d for d in digits], causes, flags


def _number(cell: Any, row: int, name: str) -> tuple[float, int | None]:
    """Return a figure, and its decimals where it is printed."""
    if isinstance(cell, bool):
        raise KebiError(f"{_row(row, name)}: figures are numbers: found {cell}")
    if isinstance(cell, (float, int)):
        try:
            return float(cell), None
        except OverflowError:
            raise KebiError(f"{_row(row, name)}: the number {cell} is too large for any statistic") from None
    printed = cell if isinstance(cell, Decimal) else _read(str(cell), row, name)
    exponent = printed.as_tuple().exponent
    return float(printed), -exponent if isinstance(exponent, int) else None


def _read(text: str, row: int, name: str) -> Decimal:
    try:
        return read_decimal(text)
    except TypeError:
        return read_decimal(valid_text(text))
    except KebiError as e:
        start = text if len(text) <= 40 else text[:40] + "..."
        if text.rstrip().endswith(_PERCENT_SIGNS):
            why = "levels have no percent sign: pass a column of growth as growth=…, or unit='%' for a rate"
        elif any(sign.isdigit() for sign in text):
            why = re.sub(r"^line 1, column (\d+)", r"at character \1", str(e))  # of the cell
        else:
            why = "leave a missing value empty, None or nan, and write one below half a unit as '…'"
        raise KebiError(f"{_row(row, name)} holds {start!r}, which is not a number: {why}") from None


def _row(row: int, name: str) -> str:
    return f"row {row} of the column {name!r}" if name else f"row {row}"


def _decimals_of_floats(values: NDArray[np.float64]) -> int | None:
    import numpy as np

    known = values[np.isfinite(values)]
    if known.size == 0:
        return None
    for decimals in range(7):
        scaled = known * 10.0**decimals
        if np.all(np.abs(scaled - np.rint(scaled)) <= 1e-9 * np.maximum(np.abs(scaled), 1.0)):
            return decimals
    return None


def as_doubles(table: NDArray[Any]) -> NDArray[np.float64]:
    """Return an array of numbers as doubles that lie row by row, copied only where it has to be."""
    import numpy as np

    if table.dtype.kind in "iu":
        _require_exact(table)
    elif table.dtype.kind != "f":
        raise KebiError(f"an array must hold numbers: found {table.dtype}; frames and Series accept text")
    if isinstance(table, np.ma.MaskedArray):
        table = np.ma.filled(table.astype(np.float64), np.nan)
    return np.ascontiguousarray(table, dtype=np.float64)


def is_in_texts(values: Any) -> bool:
    """Return whether a column holds some figure as a text or as a `decimal.Decimal`."""
    array = as_array(values)
    return array.dtype.kind in "US" or (
        array.dtype.kind == "O" and any(isinstance(cell, (str, Decimal)) for cell in array.tolist())
    )


def as_printed(
    values: NDArray[np.float64], decimals: NDArray[Any], status: NDArray[np.uint8]
) -> list[str | Decimal | None] | None:
    """Return figures as they are printed, None where one is absent; or None if they have more digits than that."""
    printed: list[str | Decimal | None] = []
    for value, shown, why in zip(values.tolist(), decimals.tolist(), status.tolist(), strict=True):
        if why != 0:
            printed.append(_BELOW_UNIT if why == ObservationStatus.below_unit else None)
            continue
        text = f"{value:.{max(shown, 0)}f}"
        if float(text) != value:
            return None
        printed.append(text if shown >= 0 else Decimal(text).quantize(Decimal(1).scaleb(-shown)))
    return printed


def decimals_by_series(
    known: Sequence[int], values: NDArray[np.float64], places: NDArray[np.int64], shape: tuple[int, int]
) -> list[int]:
    """Return the decimals of each series, or of each figure of a block where they differ within one."""
    import numpy as np

    # 99 stands where nothing is printed: there it does not matter how.
    given = np.full(shape[0] * shape[1], 99)
    shown = np.flatnonzero(~np.isnan(values))
    given[places[shown]] = np.asarray(known)[shown]
    by_row = given.reshape(shape)
    fewest = by_row.min(axis=1)
    most = np.where(by_row == 99, -99, by_row).max(axis=1)
    if ((fewest == most) | (fewest == 99)).all():
        return [int(d) for d in np.where(fewest == 99, 0, fewest)]
    return [int(d) for d in np.where(by_row == 99, 0, by_row).ravel()]
