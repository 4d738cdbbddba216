"""Files broken at random, given to `kebi.read`: each is read, or refused with a `KebiError`.

    tests/fuzz/documents.py [--seconds 60] [--seed N] [--once]

Every file is made from one of a kind that people have (Word, Excel, PDF, HTML, CSV, Markdown, text, JSON Lines)
by some changes of its bytes; of the parts of office files, which are archives, the bytes inside are changed. A
failure names its seed, and `--seed N --once` makes that one file again. The exit status is 1 where any reading
ended otherwise or took longer than ten seconds.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import traceback
import zipfile
from pathlib import Path

import docx
import xlsxwriter
from reportlab.pdfgen import canvas

import kebi

SENTENCE = "2019年上半年，某区一般公共预算收入完成172.8亿元，同比增长1.1%；固定资产投资完成152.7亿元。"
ROWS = [["指标", "2019年目标", "完成情况"], ["固定资产投资", "完成300亿元以上", "152.7亿元"], ["出口", "增长3%", "增长-1.6%"]]
LONGEST = 10.0  # seconds


def word() -> bytes:
    """A Word file with a heading, a sentence and a table."""
    file, made = io.BytesIO(), docx.Document()
    made.add_heading("2019年上半年国民经济运行情况", 1)
    made.add_paragraph(SENTENCE)
    table = made.add_table(rows=3, cols=3)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    made.save(file)
    return file.getvalue()


def workbook() -> bytes:
    """A workbook with two sheets, number formats and merged cells."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet, percent = book.add_worksheet("主要指标"), book.add_format({"num_format": "0.0%"})
        sheet.merge_range(0, 0, 0, 2, "2019年6月主要经济指标")
        for column, head in enumerate(["指标", "1-6月", "同比增长"]):
            sheet.write(1, column, head)
        sheet.write(2, 0, "固定资产投资（亿元）")
        sheet.write(2, 1, 152.7)
        sheet.write(2, 2, 0.016, percent)
        second = book.add_worksheet("计划")
        for row, cells in enumerate(ROWS):
            second.write_row(row, 0, cells)
    return file.getvalue()


def pdf() -> bytes:
    """A PDF of one page with lines and rules."""
    file = io.BytesIO()
    page = canvas.Canvas(file)
    page.drawString(72, 720, "GDP 2019 172.8 1.1%")
    page.line(72, 700, 300, 700)
    page.showPage()
    page.save()
    return file.getvalue()


def html() -> bytes:
    """A page with a table whose cells span."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    head = '<tr><th rowspan="2">项目</th><th colspan="2">2019年</th></tr>'
    return f"<html><body><p>{SENTENCE}</p><table>{head}{rows}</table></body></html>".encode()


def kinds() -> dict[str, bytes]:
    """The sound files, by their suffixes."""
    lines = "\n".join("| " + " | ".join(row) + " |" for row in [ROWS[0], ["---"] * 3, *ROWS[1:]])
    facts = '{"indicator": "出口", "region": "某区", "period": "2019H1", "value": 1.6, "unit": "%", "measure": "growth"}\n'
    return {
        "docx": word(),
        "xlsx": workbook(),
        "pdf": pdf(),
        "html": html(),
        "md": f"# 经济运行情况\n\n{SENTENCE}\n\n{lines}\n".encode(),
        "csv": "\n".join(",".join(row) for row in ROWS).encode("gb18030"),
        "txt": SENTENCE.encode(),
        "jsonl": facts.encode(),
    }


def changed(data: bytes, draw: random.Random) -> bytes:
    """The bytes after some changes: of one byte, a piece left out, doubled, moved, or a number made large."""
    made = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        if not made:
            break
        at, length = draw.randrange(len(made)), draw.choice((1, 2, 8, 64))
        change = draw.randrange(5)
        if change == 0:
            made[at] = draw.randrange(256)
        elif change == 1:
            del made[at : at + length]
        elif change == 2:
            made[at:at] = made[at : at + length] * draw.choice((1, 3, 50))
        elif change == 3:
            made[at : at + length] = made[draw.randrange(len(made)) :][:length]
        else:
            digits = [i for i, byte in enumerate(made) if 48 <= byte <= 57]
            for i in digits[:1] and [draw.choice(digits)]:
                made[i : i + 1] = draw.choice((b"-1", b"0", b"99999999", b"1e400", "１".encode()))
    return bytes(made)


def broken(kind: str, data: bytes, draw: random.Random) -> bytes:
    """A file broken somewhere; of an archive one part, or the archive itself."""
    if kind not in ("docx", "xlsx") or draw.random() < 0.2:
        return changed(data, draw)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = draw.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            part = old.read(name)
            new.writestr(name, changed(part, draw) if name == hit else part)
    return file.getvalue()


def fault(path: Path) -> str | None:
    """What is wrong with how the file was read, or None."""
    start = time.monotonic()
    try:
        kebi.read(path)
    except kebi.KebiError:
        pass
    except Exception:
        return traceback.format_exc()
    took = time.monotonic() - start
    return f"took {took:.1f} s" if took > LONGEST else None


def main() -> int:
    """Makes and reads files until the time is over; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long to go on (60)")
    parser.add_argument("--seed", type=int, default=1, help="number of the first file (1)")
    parser.add_argument("--once", action="store_true", help="this one file alone")
    options = parser.parse_args()

    sound, end = kinds(), time.monotonic() + options.seconds
    seed, faults = options.seed, 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            draw = random.Random(seed)
            kind = draw.choice(list(sound))
            path = Path(folder) / f"report.{kind}"
            path.write_bytes(broken(kind, sound[kind], draw))
            wrong = fault(path)
            if wrong:
                faults += 1
                print(f"seed {seed}, {kind}: {wrong}", flush=True)
            seed += 1
            if options.once:
                break
    print(f"{seed - options.seed} files, {faults} faults")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
