"""Request -> allowed or refused, before any route sees it: host, token, cross-site writes; and the headers of every
answer. The desk trusts neither the network nor the reports it shows."""

import hmac
import secrets
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

import msgspec
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from dateline.model import Record

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
WRITE_HEADER = "x-dateline"
"""A page of another site cannot send this header without asking first, and nobody answers that question with yes."""
COOKIE = "dateline-token"
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Access(Record, frozen=True):
    """Who may come in. `token` None: whoever reaches the loopback address."""

    host: str
    port: int
    token: str | None = None

    def names(self) -> set[str]:
        """The `Host` headers that are ours. A foreign name that resolves to this machine (DNS rebinding) is not."""
        own = {self.host, "localhost", "127.0.0.1", "[::1]"}
        return {f"{name}:{self.port}" for name in own} | (own if self.port == 80 else set())


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def grant(host: str, port: int, token: str | None) -> Access:
    """The access for an address: beyond loopback always with a token, made here when none is given."""
    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(24)
    return Access(host=host, port=port, token=token)


class Gate:
    """The ASGI layer that asks every request for its right."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app, self.access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it here."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        headers = Headers.from_scope(scope)
        refusal = self.refuse(scope, headers)
        if refusal is not None:
            await answer(send, *refusal)
            return
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if self.access.token and given and scope["path"] == "/":
            await welcome(send, given)
            return
        await self.app(scope, receive, with_headers(scope, send))

    def refuse(self, scope: HTTPScope, headers: Headers) -> tuple[int, str, str] | None:
        """Status, code and reason of a refusal, or None."""
        if self.access.token is None and headers.get("host", "") not in self.access.names():
            return 403, "foreign-host", f"this desk answers to {sorted(self.access.names())[0]} only"
        if self.access.token is not None and not self.knows_token(scope, headers):
            return 401, "token-needed", "open the address with ?token=..., as printed where the desk was started"
        if str(scope["method"]) not in SAFE_METHODS:
            if headers.get(WRITE_HEADER) is None:
                return 403, "header-needed", f"a request that changes something carries the header {WRITE_HEADER}"
            origin = headers.get("origin")
            if origin is not None and urlsplit(origin).netloc != headers.get("host", ""):
                return 403, "foreign-origin", "a page of another site may not change anything here"
        return None

    def knows_token(self, scope: HTTPScope, headers: Headers) -> bool:
        """Whether the request brings the token: as bearer, as cookie, or in the address it is first opened with."""
        cookies = dict(part.strip().partition("=")[::2] for part in headers.get("cookie", "").split(";"))
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        brought = (
            headers.get("authorization", "").removeprefix("Bearer "),
            cookies.get(COOKIE, ""),
            query.get("token", [""])[0] if scope["path"] == "/" else "",
        )
        wanted = (self.access.token or "").encode()
        return any(hmac.compare_digest(one.encode("utf-8", "replace"), wanted) for one in brought)


def with_headers(scope: Scope, send: Send) -> Send:
    """A `send` that puts the safety headers on every answer; what the API says is never kept in a cache."""

    async def safe_send(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders(message)
            for name, value in HEADERS.items():
                headers[name] = value
            if scope["path"].startswith("/api/") and "cache-control" not in headers:
                headers["cache-control"] = "no-store"
        await send(message)

    return safe_send


async def answer(send: Send, status: int, code: str, message: str) -> None:
    """An error in the one shape that errors have here."""
    body = msgspec.json.encode({"status": status, "code": code, "message": message})
    headers = [(b"content-type", b"application/json"), *((k.encode(), v.encode()) for k, v in HEADERS.items())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


async def welcome(send: Send, token: str) -> None:
    """Keep the token in a cookie that no script can read, and take it out of the address bar."""
    cookie = f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/"
    headers = [(b"location", b"/"), (b"set-cookie", cookie.encode("latin-1", "replace"))]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
