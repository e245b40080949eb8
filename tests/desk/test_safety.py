"""What the desk refuses."""

from pathlib import Path

import pytest

from dateline.desk import app as desk_app
from dateline.desk.inbox import plain_name
from dateline.desk.safety import grant

from .conftest import WRITE, Served, serve

WRITES = [
    ("POST", "/api/judgements"),
    ("POST", "/api/judgements/j1/undo"),
    ("POST", "/api/judgements/import"),
    ("POST", "/api/reports"),
    ("POST", "/api/reports/paste"),
    ("DELETE", "/api/reports/r1"),
]


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_foreign_page_cannot_write(desk: Served, method: str, path: str) -> None:
    bare = desk.client.request(method, path, content=b"{}")
    assert (bare.status_code, bare.json()["code"]) == (403, "header-needed")
    crossed = desk.client.request(method, path, content=b"{}", headers={**WRITE, "Origin": "https://evil.example"})
    assert (crossed.status_code, crossed.json()["code"]) == (403, "foreign-origin")
    null = desk.client.request(method, path, content=b"{}", headers={**WRITE, "Origin": "null"})
    assert null.status_code == 403


def test_every_write_route_is_tested_here(desk: Served) -> None:
    paths = desk.get("/schema/openapi.json")["paths"]
    writing = sum(method != "get" for methods in paths.values() for method in methods)
    assert writing == len(WRITES)


def test_a_foreign_host_name_is_refused(desk: Served) -> None:
    answer = desk.client.get("/api/state", headers={"Host": "rebound.example"})
    assert answer.status_code == 403
    assert answer.json()["code"] == "foreign-host"


def test_token_is_asked_for_everywhere(read_store: Path) -> None:
    with serve(read_store, token="secret-token") as served:
        bare = {"Authorization": ""}
        for path in ("/", "/api/state", "/api/live", "/assets/none.js", "/api/docs"):
            assert served.client.get(path, headers=bare).status_code == 401
        assert served.client.get("/api/state?token=secret-token", headers=bare).status_code == 401
        assert served.client.get("/api/state", headers={"Authorization": "Bearer wrong"}).status_code == 401
        welcome = served.client.get("/?token=secret-token", headers=bare)
        assert welcome.status_code == 303
        assert "HttpOnly; SameSite=Strict" in welcome.headers["set-cookie"]
        assert served.client.get("/api/state", headers=bare).status_code == 200, "the cookie counts"
        assert served.get("/state")["reports"] > 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "desk.example"])
def test_beyond_loopback_there_is_always_a_token(host: str) -> None:
    assert len(grant(host, 80, None).token or "") >= 24
    assert grant("127.0.0.1", 80, None).token is None
    assert grant("127.0.0.1", 80, "own").token == "own"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../index.html", "/assets/..%2f..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/assets/....//....//etc/passwd", "/assets/%00", "/tiles", "/api/reports/..%2f..%2fetc%2fpasswd",
    ],
)  # fmt: skip
def test_no_path_leads_out(desk: Served, path: str) -> None:
    answer = desk.client.get(path)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\report.txt", "report.txt"),
        ("a/b\0c.txt", "bc.txt"),
        ("", "unnamed.txt"),
        ("..", "unnamed.txt"),
        ("تقرير.txt", "تقرير.txt"),
        ("x" * 500 + ".html", "x" * 115 + ".html"),
    ],
)
def test_a_name_is_never_a_path(given: str, kept: str) -> None:
    assert plain_name(given) == kept


def test_every_answer_carries_the_policy(desk: Served) -> None:
    for path in ("/", "/api/state", "/api/nothing", "/api/docs"):
        headers = desk.client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_a_body_beyond_bounds_is_refused(own_desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk_app.LARGEST_BODY <= 128 << 20
    files = [("files", (f"{n}.txt", b"x")) for n in range(501)]
    answer = own_desk.client.post("/api/reports", files=files, headers=WRITE)
    assert answer.status_code == 413
    big = own_desk.client.post(
        "/api/reports", files=[("files", ("big.txt", b"a " * (11 << 20)))], headers=WRITE
    ).json()  # fmt: skip
    assert big["new"] == []
    assert big["issues"][0]["code"] == "too-large"
    empty = own_desk.client.post("/api/reports", files=[("other", ("x.txt", b"x"))], headers=WRITE)
    assert empty.status_code == 400


def test_a_fault_tells_nothing_of_the_machine(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("/home/somebody/secret")

    monkeypatch.setattr("dateline.library.Store.stories", fail)
    answer = desk.client.get("/api/stories")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert set(answer.json()) == {"status", "code", "message"}
