"""The facts of one document as an Arrow table: one pure function from bytes."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..reports.catalogue import or_standard
from ..reports.read import read_bytes
from ..values import Same
from .libraries import arrow
from .regions import region_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pyarrow
    from typing_extensions import Unpack

    from .._core import Catalogue
    from ..reports.phrases import About
    from ..reports.report import Report

# The columns in their order.
_TEXTS = ["source", "region", "region_code", "indicator", "name", "period", "status", "measure"]
_NUMBERS = ["value", "lo", "hi", "stretch"]
_WORDS = ["unit", "bound", "direction", "subject", "basis", "comparable", "nature", "of", "versus"]
_LAST = ["parent", "doubt", "text"]
_PLACES = ["decimals", "start", "end"]


@lru_cache(maxsize=1)
def facts_schema() -> pyarrow.Schema:
    """Return the columns of `facts_table`, with their types.

    Returns
    -------
    pyarrow.Schema
        Texts, doubles and whole numbers; every column but ``source``, ``start`` and ``end`` may hold nulls.

    Raises
    ------
    KebiError
        Where pyarrow is not installed.

    Examples
    --------
    >>> facts_schema().names[:4]
    ['source', 'region', 'region_code', 'indicator']
    """
    pa = arrow()
    columns = [*((name, pa.string()) for name in _TEXTS), *((name, pa.float64()) for name in _NUMBERS)]
    columns += [("decimals", pa.int64()), *((name, pa.string()) for name in [*_WORDS, *_LAST])]
    return pa.schema([*columns, ("start", pa.int64()), ("end", pa.int64())])


def facts_table(data: bytes, name: str, **about: Unpack[About]) -> pyarrow.Table:
    """Return the facts of one document as an Arrow table.

    A pure function from bytes: DuckDB, Dask, Ray and Spark can run it over more documents than
    one machine holds (docs/how-to/many-documents.md).

    Parameters
    ----------
    data : bytes
        What the file contains.
    name : str
        The name of the file, whose ending says of which kind it is; the column ``source``.
    **about
        ``region``, ``period``, ``catalogue`` and ``lexicon``, as of `kebi.read`.

    Returns
    -------
    pyarrow.Table
        One row a fact, with the columns of `facts_schema`: ``indicator`` is the name in the
        catalogue and ``name`` the printed one, ``region_code`` the code of GB/T 2260, ``doubt``
        the reasons for doubt with a comma between them (null where the reading is firm),
        ``start`` and ``end`` the place in the text of the document, in bytes. The other columns
        are the keys of docs/reference/facts.md.

    Raises
    ------
    KebiError
        As `kebi.read`, and where pyarrow is not installed.

    Examples
    --------
    >>> import kebi
    >>> table = kebi.facts_table("南京市2025年地区生产总值增长5.2%。".encode(), "a.txt")
    >>> table.select(["region_code", "indicator", "period", "value", "unit"]).to_pylist()
    [{'region_code': '320100', 'indicator': '地区生产总值', 'period': '2025', 'value': 5.2, 'unit': '%'}]
    """
    return table_of_reports({name: read_bytes(data, name, **about)}, about.get("catalogue"))


def table_of_reports(reports: Mapping[str, Report], catalogue: Catalogue | None = None) -> pyarrow.Table:
    """Return the facts of some reports as an Arrow table.

    Parameters
    ----------
    reports : mapping of str to Report
        What was read, by the text of the column ``source``.
    catalogue : Catalogue, optional
        Where the names of indicators are looked up.

    Returns
    -------
    pyarrow.Table
        As of `facts_table`.

    Examples
    --------
    >>> import kebi
    >>> table_of_reports({"a.txt": kebi.Report([])}).num_rows
    0
    """
    pa, json = arrow(), arrow().json
    schema = facts_schema()
    lines = "".join(report.to_jsonl() for report in reports.values()).encode()
    if not lines.strip():
        return schema.empty_table()
    keys = [field for field in schema if field.name not in ("source", "region_code", "name", "doubt")]
    form = pa.schema([*keys, ("doubt", pa.list_(pa.string()))])
    rows = json.read_json(
        io.BytesIO(lines),
        read_options=json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=json.ParseOptions(explicit_schema=form, unexpected_field_behavior="ignore"),
    )
    columns = {column: rows.column(column) for column in form.names}
    columns["source"] = pa.concat_arrays([pa.repeat(source, len(report)) for source, report in reports.items()])
    columns["name"] = columns["indicator"]
    columns["indicator"] = _mapped(columns["name"], _names(Same(or_standard(catalogue)), len(or_standard(catalogue))))
    columns["region_code"] = _mapped(columns["region"], region_code)
    columns["doubt"] = arrow().compute.binary_join(columns["doubt"], ",")
    return pa.table([columns[column] for column in schema.names], schema=schema)


def _mapped(column: Any, change: Callable[[str], str | None]) -> Any:
    """Return what becomes of each text of a column; each text is looked up once."""
    pa = arrow()
    coded = column.combine_chunks().dictionary_encode()
    changed = pa.array([change(text) for text in coded.dictionary.to_pylist()], pa.string())
    return changed.take(coded.indices)


@lru_cache(maxsize=4)
def _names(catalogue: Same, size: int) -> Callable[[str], str]:
    """Return the lookup of names in a catalogue of that size, which remembers them."""
    known = catalogue.of

    @lru_cache(maxsize=65536)
    def canonical(printed: str) -> str:
        found = known.find(printed)
        return found.name if found else "".join(printed.split())

    return canonical
