"""The command `kebi`, as a shell would call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "examples" / "data" / "jiading-2019h1.csv"
EXPECTED = Path(__file__).parent / "reports" / "expected"


def kebi(*arguments, **environment):
    import os

    return subprocess.run(
        [sys.executable, "-m", "kebi", *map(str, arguments)],
        check=False, capture_output=True, encoding="utf-8", env={**os.environ, **environment}, cwd=ROOT,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_is_printed_as_the_tree_has_it(language):
    done = kebi("assess", "examples/data/jiading-2019h1.csv", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (EXPECTED / f"jiading-{language}.txt").read_text(encoding="utf-8")


def test_colour_is_there_when_asked_for_and_marks_the_verdicts():
    done = kebi("assess", PLAN, "--color", "always", COLUMNS="200")
    assert done.returncode == 0
    assert "\x1b[1;34m▲ 超前" in done.stdout and "\x1b[1;33m▼ 滞后" in done.stdout


def test_a_pipe_in_the_c_locale_still_gets_chinese():
    done = kebi("assess", PLAN, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and "社会消费品零售总额" in done.stdout


def test_json_holds_every_assessment_with_its_bounds():
    done = kebi("assess", PLAN, "--json")
    told = {each["indicator"]: each for each in json.loads(done.stdout)}
    assert done.returncode == 0 and len(told) == 11
    investment = told["固定资产投资"]
    assert investment["verdict"] == "on_course"
    assert investment["pace"]["completion"]["value"] == pytest.approx(50.9)
    assert investment["need"]["lo"] == pytest.approx({"value": 147.3, "lo": 147.25, "hi": 147.35})


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "the table is empty"),
        (b"\n\n", "the table is empty"),
        ("指标,目标,报告期\n".encode(), "the table has a header but no rows"),
        ("指标,报告期\n投资,2019H1\n".encode(), "a plan needs a column target"),
        ("目标,报告期\n增长3%,2019H1\n".encode(), "the column indicator (指标) is missing"),
        (b"indicator,target,period,colour\nGDP,3%,2019H1,red\n", 'line 1, column 25: found "colour"'),
        ("指标,目标,报告期\n固定资产投资,增长 abc,2019H1\n".encode(), "line 2, column "),
        ("指标,目标,报告期\n固定资产投资,增长3%,2019年13月\n".encode(), "line 2, column "),
        ("指标,目标,报告期\n固定资产投资,完成300人以上,2019H1\n".encode(), "line 2, column "),
        ("指标,目标,报告期\n固定资产投资,增长3%,2019H1\n固定资产投资,增长5%,2019H1\n".encode(), "two targets"),
        ("指标,目标,报告期\n固定资产投资,完成123456789012345678901亿元,2019H1\n".encode(), "too large for any statistic"),
        ("指标,目标\n固定资产投资,增长3%\n".encode(), "no period for this row"),
        (b"\xff\xff\xff", "neither UTF-8 nor GB 18030"),
        (b'indicator,target\n"open,3%\n', "a quote that is never closed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_input_is_told_in_a_sentence_with_status_2(tmp_path, content, complaint):
    file = tmp_path / "plan.csv"
    file.write_bytes(content)
    done = kebi("assess", file)
    assert done.returncode == 2 and done.stdout == ""
    assert complaint in done.stderr and "Traceback" not in done.stderr


def test_a_file_that_is_not_there_or_not_readable_is_told_too(tmp_path):
    assert "No such file" in kebi("assess", tmp_path / "none.csv").stderr
    other = tmp_path / "plan.xyz"
    other.write_bytes(b"PK")
    done = kebi("assess", other)
    assert done.returncode == 2 and "kebi reads" in done.stderr


def test_gb18030_is_read_as_well(tmp_path):
    file = tmp_path / "plan.csv"
    file.write_bytes(PLAN.read_text(encoding="utf-8").encode("gb18030"))
    assert kebi("assess", file).stdout == kebi("assess", PLAN).stdout


def test_the_table_travels_as_json_lines_too(tmp_path):
    import kebi as package

    file = tmp_path / "plan.jsonl"
    file.write_text(package.read(str(PLAN)).to_jsonl(), encoding="utf-8")
    told, expected = kebi("assess", file), kebi("assess", PLAN)
    assert told.returncode == 0
    assert told.stdout == expected.stdout


def test_a_setting_is_changed_on_the_line():
    def verdict(*more):
        told = json.loads(kebi("assess", PLAN, "--json", *more).stdout)
        return next(each["verdict"] for each in told if each["indicator"] == "外贸出口额")

    assert (verdict(), verdict("--set", "flat_points=2")) == ("behind", "on_course")
    wrong = kebi("assess", PLAN, "--set", "tolerance=2")
    assert wrong.returncode == 2 and "no setting is named 'tolerance'" in wrong.stderr


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("{kebi} assess {plan} | head -1", 0, ""),
        ("{kebi} assess {plan} >&-", 2, "standard output is closed"),
        ("{kebi} assess {plan} > /dev/full", 2, "cannot print"),
        ("{kebi} assess $'\\xff.csv'", 2, "No such file"),
    ],
)
def test_a_shell_that_takes_nothing_is_no_reason_to_fall_over(line, status, said):
    run = f"{sys.executable} -m kebi"
    done = subprocess.run(
        ["bash", "-c", "set -o pipefail; " + line.format(kebi=run, plan=PLAN)],
        check=False, capture_output=True, encoding="utf-8", cwd=ROOT,
    )
    assert done.returncode == status
    assert said in done.stderr and "Traceback" not in done.stderr
