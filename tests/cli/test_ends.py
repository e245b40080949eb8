"""How the command ends when something goes wrong: one line, the right code, never a traceback."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

RUN = [sys.executable, "-m", "dateline.cli"]
SENTENCE = "EXERCISE: At least 12 people were killed in Beira on 3 March 2026, the Red Cross said on Wednesday.\n"


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *map(str, arguments)], capture_output=True, text=True, env=os.environ | environment, check=False
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (None, "cannot be read"),
        ("max_report_mb = 'x'\n", "max_report_mb"),
        ("max_report_mb = -1\n", "max_report_mb"),
        ("max_report_mb = inf\n", "max_report_mb"),
        ("max_read_chars = 0\n", "max_read_chars"),
        ("parse_seconds = nan\n", "parse_seconds"),
        ("tables = '/nowhere/at/all'\n", "/nowhere/at/all"),
    ],
)
def test_wrong_settings_are_said_in_a_line(tmp_path, settings, said):
    (tmp_path / "a.txt").write_text(SENTENCE)
    path = tmp_path / "settings.toml"
    if settings is not None:
        path.write_text(settings)
    ran = run("account", tmp_path / "a.txt", "-o", tmp_path / "out", DATELINE_SETTINGS=str(path))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stderr.startswith(f"dateline: {path}: ")
    assert ran.stderr.count("\n") == 1


def test_the_doctor_sees_wrong_settings_and_bad_tables(tmp_path):
    (tmp_path / "publishers.csv").write_text("nothing\n1\n")
    path = tmp_path / "settings.toml"
    path.write_text("max_reports = 3\n")
    found = json.loads(run("doctor", "--json", DATELINE_SETTINGS=str(path)).stdout)
    wrong = {f["part"]: f for f in found if not f["ok"]}
    assert "max_reports" in wrong["settings"]["seen"]
    path.write_text(f"tables = '{tmp_path}'\n")
    found = json.loads(run("doctor", "--json", DATELINE_SETTINGS=str(path)).stdout)
    (wrong_table,) = [f for f in found if not f["ok"]]
    assert "publishers.csv" in wrong_table["seen"]
    assert "mend the file" in wrong_table["fix"]


@pytest.mark.skipif(os.geteuid() == 0, reason="this user may read everything")
def test_settings_that_may_not_be_looked_at_are_said_in_a_line(tmp_path):
    (tmp_path / ".config" / "dateline").mkdir(parents=True)
    (tmp_path / ".config").chmod(0)
    ran = run("demo", "-o", tmp_path / "out", HOME=str(tmp_path))
    (tmp_path / ".config").chmod(0o700)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)


def test_a_fault_of_ours_is_a_line_and_five(dateline, monkeypatch, tmp_path):
    def fail(*_: object) -> None:
        raise RuntimeError("of no consequence")

    monkeypatch.setattr("dateline.cli.show.open_account", fail)
    ran = dateline("show", "-s", tmp_path / "s")
    assert ran.code == 5
    assert "a fault of this program (RuntimeError: of no consequence)" in ran.err
    assert "Traceback" not in ran.err
    monkeypatch.setenv("DATELINE_TRACE", "1")
    assert "Traceback" in dateline("show", "-s", tmp_path / "s").err


def test_ctrl_c_says_that_nothing_is_lost(tmp_path):
    store = tmp_path / "s"
    command = [*RUN, "add", "-", "--store", str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        until = time.monotonic() + 120
        while not (store.exists() and store.with_name("s-lock").exists()) and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"what was stored is safe" in said
    assert b"Traceback" not in said


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_reader_that_goes_away_is_no_fault(tmp_path, more):
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert run("account", tmp_path / "a.txt", "-o", tmp_path / "out", "-q").returncode == 0
    given, taken = os.pipe()
    os.close(given)
    command = [*RUN, "show", "reports", "-s", str(tmp_path / "out" / "account.json"), *more]
    ran = subprocess.run(command, stdout=taken, stderr=subprocess.PIPE, check=False)
    os.close(taken)
    assert (ran.returncode, ran.stderr) == (0, b"")
