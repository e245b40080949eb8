"""account.html: bytes that a report cannot break out of."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Account, Block, Report, Story
from dateline.tell.onefile import embed, page, to_html

EVIL = '</script><script>document.title="broken"</script><img src=x onerror="document.title=1"><!--<script>'


def account_of(text: str, title: str = "EXERCISE") -> Account:
    report = Report(
        id="r1",
        path="<b>.txt",
        url="javascript:alert(1)",
        text=text,
        language="en",
        title=title,
        blocks=(Block(start=0, end=len(text), kind="body"),),
        origin=None,
        story="s1",
    )
    return Account(reports=(report,), stories=(Story(id="s1", title=title, reports=("r1",)),))


@given(st.text())
def test_no_text_ends_its_element(text: str) -> None:
    element = embed("account", account_of(text))
    inner = element.removeprefix('<script type="application/json" id="account">').removesuffix("</script>")
    assert "<" not in inner
    assert "\u2028" not in inner
    assert msgspec.json.decode(inner, type=Account).reports[0].text == text


def test_page_has_a_policy_and_asks_for_nothing() -> None:
    built = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', built)
    assert policy
    assert "default-src 'none'" in policy.group(1)
    assert "script-src 'sha256-" in policy.group(1)
    assert "unsafe-eval" not in policy.group(1)
    assert "http" not in policy.group(1)
    assert not re.search(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?!data:)', built)
    assert len(built.encode()) < 1_500_000


def test_same_account_same_bytes() -> None:
    assert to_html(account_of("one")) == to_html(account_of("one"))
    assert to_html(account_of("one")) != to_html(account_of("two"))


@pytest.mark.browser
def test_evil_text_stays_text(open_page, tmp_path) -> None:
    target = tmp_path / "account.html"
    target.write_bytes(to_html(account_of(EVIL + " It rained.", title=EVIL)))
    opened = open_page(target.as_uri() + "#/report/A", offline=True)
    opened.wait_for_selector("h1")
    assert "broken" not in opened.title().split("·")[-1]
    assert opened.title() != "1"
    assert opened.locator("h1").inner_text() == EVIL
    assert opened.locator(".text img, .text script").count() == 0
    assert opened.locator("a[href^=javascript]").count() == 0
