"""Figures that several documents state."""

from __future__ import annotations

from typing import Any

from .figures import SAME, ends, groups, scale_of
from .libraries import arrow


def duplicates_in(table: Any, within: bool, doubtful: bool) -> Any:
    """Return the facts that state a figure stated elsewhere too.

    Parameters
    ----------
    table : pyarrow.Table
        The facts of many documents.
    within : bool
        Whether a figure counts that one document states more than once.
    doubtful : bool
        Whether facts count whose reading is doubtful.

    Returns
    -------
    pyarrow.Table
        Their rows, with ``figure``, a number for each figure, and ``agrees``.

    Examples
    --------
    >>> from kebi.documents.rows_of_facts import facts_schema
    >>> duplicates_in(facts_schema().empty_table(), False, False).num_rows
    0
    """
    import numpy as np

    pa, compute = arrow(), arrow().compute
    known = compute.and_(compute.is_valid(table.column("region")), compute.is_valid(table.column("period")))
    known = compute.and_(known, compute.is_valid(table.column("value")))
    if not doubtful:
        known = compute.and_(known, compute.is_null(table.column("doubt")))
    rows = table.filter(known)
    estimates = compute.equal(rows.column("status"), "estimate")
    status = compute.if_else(estimates, "actual", rows.column("status"))
    plain = pa.array([scale_of(unit)[1] for unit in rows.column("unit").to_pylist()], pa.string())
    keyed = rows.append_column("kind", status).append_column("plain", plain)
    figure = groups(keyed, [*SAME, "kind", "plain"])
    stated = figure
    if not within:  # once a document
        both = groups(rows.append_column("key", pa.array(figure.astype(str), pa.string())), ["key", "source"])
        stated = figure[np.unique(both, return_index=True)[1]]
    times = np.bincount(stated, minlength=figure.max(initial=0) + 1)
    chosen = np.flatnonzero(times[figure] > 1)
    chosen = chosen[np.argsort(figure[chosen], kind="stable")]
    number = np.unique(figure[chosen], return_inverse=True)[1]
    found = rows.take(pa.array(chosen))
    agrees = _agreement(found.to_pylist(), number)
    return found.add_column(0, "figure", pa.array(number)).add_column(1, "agrees", pa.array(agrees, pa.bool_()))


def _agreement(rows: list[dict[str, Any]], number: Any) -> list[bool]:
    """Return for each row whether all statements of its figure may be rounded from one number."""
    least: dict[int, float] = {}
    most: dict[int, float] = {}
    for row, figure in zip(rows, number.tolist(), strict=True):
        lo, hi = ends(row)
        least[figure], most[figure] = max(lo, least.get(figure, lo)), min(hi, most.get(figure, hi))
    return [least[f] < most[f] for f in number.tolist()]
