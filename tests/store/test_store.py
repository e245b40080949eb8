"""The store's file: migrations, the lock, what survives a kill, and what SQLite says in our words."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from dateline.errors import StoreError
from dateline.model import Entity, EntityMention
from dateline.store import StoreFile, facts, search, tables, things
from dateline.store.file import HEAD
from dateline.store.views import VIEW_OF

ROOT = Path(__file__).parents[2]


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another Python with some code."""
    source = "import sys; from pathlib import Path\n" + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", source, *map(str, arguments)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_migrations_make_the_tables_that_the_code_knows(tmp_path):
    StoreFile(tmp_path / "s")
    seen = inspect(create_engine(f"sqlite:///{tmp_path / 's'}"))
    for name, table in tables.metadata.tables.items():
        assert {c["name"] for c in seen.get_columns(name)} == set(table.columns.keys()), name
    assert set(VIEW_OF.values()) <= set(seen.get_view_names())


def test_a_name_is_found_with_the_title_that_a_report_writes_before_it(tmp_path):
    mention = EntityMention(report="r1", start=0, end=7, text="Dr\nOdeh", form="name")
    odeh = Entity(id="e1", type="person", name="Rana Odeh", aliases=("Odeh",), mentions=(mention,))
    with StoreFile(tmp_path / "s").transaction() as connection:
        things.put_story(connection, "s1", [], [odeh], [])
        found = {words: [hit.name for hit in search.find_names(connection, words)] for words in ("dr odeh", "mr odeh")}
    assert found == {"dr odeh": ["Rana Odeh"], "mr odeh": []}


def test_opening_again_does_not_migrate(tmp_path, monkeypatch):
    StoreFile(tmp_path / "s")
    monkeypatch.setattr(StoreFile, "_migrate", lambda self: pytest.fail("migrated"))
    StoreFile(tmp_path / "s")


def test_a_store_of_a_newer_version_is_left_alone(tmp_path):
    StoreFile(tmp_path / "s")
    with sqlite3.connect(tmp_path / "s") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=f"newer dateline.*{HEAD}"):
        StoreFile(tmp_path / "s")


def test_what_is_not_a_store_is_said_so(tmp_path):
    (tmp_path / "text").write_text("some words that are not a database")
    sqlite3.connect(tmp_path / "other").execute("CREATE TABLE x (y)")
    with pytest.raises(StoreError, match="not a Dateline store"):
        StoreFile(tmp_path / "text")
    with pytest.raises(StoreError, match="is a folder"):
        StoreFile(tmp_path)
    with pytest.raises(StoreError, match="no such store"):
        StoreFile(tmp_path / "none", create=False)
    with pytest.raises(StoreError, match="does not exist"):
        StoreFile(tmp_path / "no" / "folder" / "s")


def test_a_second_writer_is_told_who_the_first_is_and_readers_go_on(tmp_path):
    file = StoreFile(tmp_path / "s")
    holder = run(
        """
        from dateline.store import StoreFile
        with StoreFile(Path(sys.argv[1])).writing():
            print("ready", flush=True)
            sys.stdin.read()
        """,
        tmp_path / "s",
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "ready\n"
    with pytest.raises(StoreError, match=f"process {holder.pid} is writing"), file.writing():
        pass
    with file.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM captures").scalar()
    holder.kill()
    holder.communicate()
    with file.writing():
        pass


def test_one_thread_writes_at_a_time_and_may_take_the_lock_again(tmp_path):
    file = StoreFile(tmp_path / "s")
    refused: list[str] = []

    def write() -> None:
        try:
            with file.writing():
                pass
        except StoreError as error:
            refused.append(str(error))

    with file.writing(), file.writing():
        other = threading.Thread(target=write)
        other.start()
        other.join()
    assert "writing to this store already" in refused[0]
    write()
    assert len(refused) == 1


KILLED = """
from dateline.engine import Engine
from dateline.store import StoreFile
from tests.engine.fakes import Counted
from tests.kit.capture import make_capture
import os, signal, time

fakes, stop = Counted(), int(sys.argv[2])
real = fakes._count

def count(stage, unit):
    real(stage, unit)
    if sum(n for name, n in fakes.calls.items() if " " not in name) == stop:
        os.kill(os.getpid(), signal.SIGKILL)

fakes._count = count
Engine(StoreFile(Path(sys.argv[1])), fakes.stages()).add(make_capture(f"{i} @{i % 3}") for i in range(9))
print("done")
"""


@pytest.mark.parametrize("stop", [1, 12, 30, 45, 60])
def test_a_killed_run_loses_no_report_and_is_taken_up_again(tmp_path, stop):
    from dateline.engine import Engine
    from tests.engine.fakes import Counted
    from tests.kit.capture import make_capture

    killed = run(KILLED, tmp_path / "s", stop)
    _, errors = killed.communicate()
    assert killed.returncode == -signal.SIGKILL, errors
    after = Engine(StoreFile(tmp_path / "s"), Counted().stages())
    whole = Engine(StoreFile(), Counted().stages())
    whole.add(make_capture(f"{i} @{i % 3}") for i in range(9))
    for story in after.account().stories:  # what is shown before it is taken up again is whole
        assert story in whole.account().stories
    assert after.unread() > 0
    after.update()
    assert after.unread() == 0
    assert after.account() == whole.account()


FULL = """
import resource
from dateline.engine import Engine
from dateline.errors import StoreError
from dateline.store import StoreFile
from tests.engine.fakes import Counted
from tests.kit.capture import make_capture
import random

words = random.Random(1)
engine = Engine(StoreFile(Path(sys.argv[1])), Counted().stages())
engine.add([make_capture("first")])
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    for i in range(400):
        engine.add([make_capture(f"{i} " + words.randbytes(20_000).hex())])
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file size limit")
def test_a_full_disk_is_said_and_loses_nothing(tmp_path):
    from dateline.engine import Engine
    from tests.engine.fakes import Counted

    output, errors = run(FULL, tmp_path / "s").communicate()
    assert "the disk is full or damaged" in output, errors
    after = Engine(StoreFile(tmp_path / "s"), Counted().stages())
    after.update()
    assert "first" in {r.text for r in after.account().reports}


def test_a_read_only_store_can_be_read(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    StoreFile(tmp_path / "s").close()
    (tmp_path / "s").chmod(0o444)
    with StoreFile(tmp_path / "s").reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM captures").scalar() == 0


@pytest.fixture
def sealed(tmp_path_factory):
    """A store that another user may read and nobody write, and a way to run code as that user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)

        def seal():
            for path in folder.iterdir():
                path.chmod(0o444)
            folder.chmod(0o555)

        def look(code):
            down = (
                "import os; from dateline.store import StoreFile, facts; StoreFile(); os.getuid() or os.setuid(65534)\n"
            )
            with run(down + textwrap.dedent(code), folder / "s") as process:
                return process.communicate()

        yield folder / "s", seal, look
        folder.chmod(0o755)


LOOK = """
    with StoreFile(sys.argv[1], create=False).reading() as connection:
        print(facts.get(connection, "a"))
"""


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_a_store_that_may_not_be_written_can_be_read(sealed, open_elsewhere):
    path, seal, look = sealed
    store = StoreFile(path)
    with store.writing():
        with store.transaction() as connection:
            facts.put(connection, "a", "kept")
        if open_elsewhere:
            seal()
            assert look(LOOK) == ("kept\n", "")
    seal()
    assert look(LOOK) == ("kept\n", "")
    _, said = look("StoreFile(sys.argv[1]).writing().__enter__()")
    assert "StoreError" in said
    assert "cannot be opened for writing" in said


def test_an_older_store_that_may_not_be_written_says_so(sealed):
    path, seal, look = sealed
    StoreFile(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
    connection.close()
    seal()
    assert "made by an older dateline" in look(LOOK)[1]
