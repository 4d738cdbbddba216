"""What comes of Ctrl-C, of too little memory, of too few threads, and of objects past their constructor."""

from __future__ import annotations

import copy
import pickle
import signal
import subprocess
import sys
import textwrap
import time

import pytest

import kebi
from kebi import _core
from kebi.__main__ import main

CLASSES = [each for each in vars(_core).values() if isinstance(each, type) and type(each).__name__ == "pybind11_type"]


def test_ctrl_c_ends_the_command_in_silence_with_status_130(tmp_path, monkeypatch, capsys):
    def interrupted(*source, **about):
        raise KeyboardInterrupt

    monkeypatch.setattr("kebi.__main__.read", interrupted)
    assert main(["facts", str(tmp_path / "a.txt")]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal of POSIX")
def test_ctrl_c_ends_a_command_that_is_reading(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("2031年上半年，全区出口增长5.6%。\n" * 50_000, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "kebi", "facts", str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a job in the background ignores it
    ) as command:
        time.sleep(2)
        command.send_signal(signal.SIGINT)
        _, said = command.communicate(timeout=120)
    assert (command.returncode, said) == (130, b"")


def test_too_little_memory_is_told_in_a_sentence(tmp_path, monkeypatch, capsys):
    def too_much(*source, **about):
        raise MemoryError

    monkeypatch.setattr("kebi.__main__.read", too_much)
    assert main(["facts", "a.txt"]) == 2
    assert capsys.readouterr().err == "kebi: a.txt: it needs more memory than there is: split the file\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits memory as Linux does")
def test_threads_that_cannot_be_started_are_done_without():
    program = """
        import resource
        import numpy as np
        import kebi
        rows = 100_000
        levels = np.tile([1.0, 2.0], (rows, 1))
        kebi.year_over_year(levels, start="2018", threads=2)
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + (1 << 29), used + (1 << 29)))
        growth = kebi.year_over_year(levels, start="2018", threads=20_000)
        print(float(np.nanmin(growth)), float(np.nanmax(growth)))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.split()) == (0, ["100.0", "100.0"]), done.stderr


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_no_object_is_made_past_its_constructor(kind):
    with pytest.raises(TypeError, match=f"__init__ of {kind.__name__} was not called: make one by"):
        kind.__new__(kind)


def test_what_is_copied_or_pickled_is_made_of_what_it_keeps():
    values = [
        kebi.Period("2019H1"), kebi.Bounds(1, 2), kebi.Percent("1.5"), kebi.Points("0.2"), kebi.Unit("亿元"),
        kebi.Fact.from_json('{"indicator":"出口","value":5}'), kebi.CellGrid("a", [(0, 0, 1, 1, 0, "b")]),
        kebi.standard_catalogue().find("出口额"),
    ]  # fmt: skip
    for value in values:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert repr(pickle.loads(pickle.dumps(value, protocol))) == repr(value)
        assert repr(copy.copy(value)) == repr(copy.deepcopy(value)) == repr(value)


def test_a_class_of_python_that_is_derived_from_one_of_kebi_has_its_constructor():
    class Half(kebi.Period):
        pass

    assert str(Half("2019H1")) == "2019H1"
