"""Libraries that only many documents need, imported where they are used."""

from __future__ import annotations

from typing import Any

from .._core import KebiError


def arrow() -> Any:
    """Return pyarrow.

    Returns
    -------
    module
        The package, with its modules ``compute`` and ``json``.

    Raises
    ------
    KebiError
        Where it is not installed.

    Examples
    --------
    >>> arrow().array([1]).type
    DataType(int64)
    """
    try:
        import pyarrow
        import pyarrow.compute
        import pyarrow.json
    except ImportError:
        raise KebiError("many documents need pyarrow: pip install 'kebi[many]'") from None
    return pyarrow


def frame_of(table: Any, library: str) -> Any:
    """Return an Arrow table as a data frame of a library.

    Parameters
    ----------
    table : pyarrow.Table
        The table.
    library : {"pandas", "polars", "pyarrow"}
        The library.

    Returns
    -------
    DataFrame
        Its rows and columns.

    Raises
    ------
    KebiError
        Where it is not installed, and for another library.

    Examples
    --------
    >>> frame_of(arrow().table({"a": [1]}), "pandas").shape
    (1, 1)
    """
    try:
        if library == "polars":
            import polars

            return polars.from_arrow(table)
        if library == "pandas":
            return table.to_pandas()
    except ImportError:
        raise KebiError(f"a data frame of {library} needs it: pip install 'kebi[{library}]'") from None
    if library != "pyarrow":
        raise KebiError(f"a data frame is of pandas, polars or pyarrow: found {library!r}")
    return table
