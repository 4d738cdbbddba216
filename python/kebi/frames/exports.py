"""Columns as frames of other packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import frame_of_kind

if TYPE_CHECKING:
    import pandas
    import polars


class Exported:
    """What gives its columns as a dict can be had as a frame."""

    def to_columns(self, **options: Any) -> dict[str, Any]:
        """Return the columns by their names.

        Parameters
        ----------
        **options
            What the kind of table takes.

        Returns
        -------
        dict
            The columns.

        Raises
        ------
        NotImplementedError
            Where the kind of table does not say what its columns are.

        Examples
        --------
        >>> import kebi
        >>> list(kebi.Series(["110.0"], start="2019").to_columns())
        ['period', 'value', 'status', 'lo', 'hi']
        """
        raise NotImplementedError

    def to_pandas(self, **options: Any) -> pandas.DataFrame:
        """Return the columns as a pandas frame.

        Parameters
        ----------
        **options
            Those of `to_columns`.

        Returns
        -------
        pandas.DataFrame
            A row for each figure.

        Examples
        --------
        >>> import kebi
        >>> len(kebi.Panel.from_wide({"year": [2019], "出口": ["110.0"]}).to_pandas())
        1
        """
        return frame_of_kind(self.to_columns(**options), "pandas")

    def to_polars(self, **options: Any) -> polars.DataFrame:
        """Return the same as a polars frame.

        Parameters
        ----------
        **options
            Those of `to_columns`.

        Returns
        -------
        polars.DataFrame
            The columns of `to_columns`, with nulls for absent figures.

        Examples
        --------
        >>> import kebi
        >>> series = kebi.Series(["110.0", None], start="2018")
        >>> series.to_polars()["value"].null_count()
        1
        """
        columns = self.to_columns(**options)
        return frame_of_kind(columns, "polars")
