"""bytes -> Capture: every form that is read, and a clear issue for every form that is not."""

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import read_paths
from dateline.intake.decode import decode_page, decode_text
from dateline.model import Capture, Issue
from dateline.settings import Settings

ARTICLE = {"title": "A title", "maintext": "A text.", "url": "https://a.example/1", "source_domain": "a.example",
           "date_publish": "2026-03-11 10:00:00", "authors": ["A. Writer"], "language": "en"}  # fmt: skip


def take(*paths: object, **changed: object) -> tuple[list[Capture], list[Issue]]:
    """The captures and issues of some paths."""
    found = list(read_paths([str(p) for p in paths], Settings(**changed)))
    return [f[0] for f in found if not isinstance(f, Issue)], [f for f in found if isinstance(f, Issue)]


def only_issue(*paths: object, **changed: object) -> Issue:
    """The one issue of paths that give no report."""
    captures, (issue,) = take(*paths, **changed)
    assert captures == []
    return issue


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map("{}a".format))
def test_plain_text_is_kept_character_for_character(text, tmp_path_factory):
    path = tmp_path_factory.mktemp("t") / "report.txt"
    path.write_bytes(text.encode())
    captures, issues = take(path)
    assert (captures[0].content, issues) == (text, [])


def test_line_ends_and_marks_are_kept(tmp_path):
    text = "﻿One\r\nTwo\rThree\n\n\tFour  \n"
    (tmp_path / "r.txt").write_bytes(text.encode())
    assert take(tmp_path / "r.txt")[0][0].content == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "EXERCISE: The river Búzi rose – “slowly”."),
        ("utf-32", "EXERCISE: The river Búzi rose."),
        ("cp1252", "EXERCISE: The “river” Búzi rose – said Amélia, the town’s mayor. " * 3),
        ("cp1251", "УЧЕНИЕ: Циклон Ондина обрушился на побережье, сообщили власти провинции в среду вечером. " * 3),
        ("koi8-r", "УЧЕНИЕ: Циклон Ондина обрушился на побережье, сообщили власти провинции в среду вечером. " * 3),
        (
            "shift_jis",
            "演習：サイクロン「オンディーナ」が火曜日の夜に海岸を襲い、四人が死亡したと州当局が発表した。" * 3,
        ),
        ("gbk", "演习：气旋“翁迪娜”星期二夜间袭击海岸，省政府表示已有四人死亡，数千人无家可归。" * 3),
        ("cp1256", "تمرين: ضرب إعصار أوندينا الساحل مساء الثلاثاء حسب ما أعلنت السلطات المحلية في المدينة. " * 3),
    ],
)
def test_encodings_are_detected(tmp_path, encoding, text):
    (tmp_path / "r.txt").write_bytes(text.encode(encoding))
    captures, issues = take(tmp_path / "r.txt")
    assert captures[0].content == text
    assert captures[0].encoding
    assert [i.code for i in issues] == ([] if encoding.startswith("utf") else ["encoding-guessed"])


def test_damaged_utf8_is_read_with_an_issue():
    found = decode_text("EXERCISE: Búzi, Amélia, Mafambisse, João".encode() + b"\xff and on")
    assert (found.encoding, found.replaced) == ("utf-8", 1)


def test_a_page_is_decoded_as_it_declares():
    page = '<html><head><meta charset="windows-1250"></head><body>Łódź</body></html>'
    assert decode_page(page.encode("cp1250")).text == page


def test_a_page_that_declares_wrongly_is_decoded_rightly():
    page = '<html><head><meta charset="us-ascii"></head><body>Búzi – “x”</body></html>'
    assert decode_page(page.encode()).text.startswith("<html>")
    page = '<html><head><meta charset="shift_jis"></head><body>\u201cBúzi\u201d é</body></html>'
    assert decode_page(page.encode()).text == page


def test_json_articles_keep_what_they_declare(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(ARTICLE))
    (capture,), issues = take(tmp_path / "a.json")
    assert issues == []
    assert (capture.media, capture.content, capture.url) == ("json", "A text.", "https://a.example/1")
    declared = capture.declared
    assert (declared.title, declared.byline, declared.outlet) == ("A title", ("A. Writer",), "a.example")
    assert (declared.published, declared.language) == ("2026-03-11 10:00:00", "en")


def test_a_list_of_articles_gives_each_its_own_id(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([ARTICLE, {**ARTICLE, "maintext": "Another."}, {"x": 1}]))
    captures, issues = take(tmp_path / "a.json")
    assert len({c.id for c in captures}) == 2
    assert [i.code for i in issues] == ["not-an-article"]
    assert "article 3" in issues[0].message


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path):
    lines = [json.dumps(ARTICLE), "{not json", "", json.dumps({"title": 7}), json.dumps({**ARTICLE, "text": "x"})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    captures, issues = take(tmp_path / "a.jsonl")
    assert len(captures) == 2
    assert [(i.code, "line 2" in i.message, "line 4" in i.message) for i in issues] == [
        ("invalid-json", True, False),
        ("not-an-article", False, True),
    ]


def test_a_record_is_the_same_report_in_any_file(tmp_path):
    line = json.dumps(ARTICLE)
    (tmp_path / "a.jsonl").write_text(line + "\n")
    (tmp_path / "b.jsonl").write_text("\n" + line)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    assert len({c.id for c in take(tmp_path)[0]}) == 1


def test_deep_nesting_is_refused(tmp_path):
    (tmp_path / "a.json").write_text("[" * 100_000 + "]" * 100_000)
    (tmp_path / "b.jsonl").write_text('{"a":' * 100_000 + "\n" + json.dumps(ARTICLE))
    captures, issues = take(tmp_path)
    assert len(captures) == 1
    assert len(issues) == 2


def test_folders_are_read_to_the_bottom_without_hidden_files(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for name in ("a/b/one.txt", "two.txt", ".hidden/three.txt", "a/.four.txt"):
        (tmp_path / name).write_text(name)
    assert [c.content for c in take(tmp_path)[0]] == ["a/b/one.txt", "two.txt"]


def test_patterns_and_repeated_arguments(tmp_path):
    for name in ("a.txt", "b.txt", "c.html"):
        (tmp_path / name).write_text(f"text of {name}")
    captures, _ = take(tmp_path / "*.txt", tmp_path / "a.txt", tmp_path)
    assert [Path(c.path).name for c in captures] == ["a.txt", "b.txt", "c.html"]
    assert only_issue(tmp_path / "*.pdf").code == "no-report"


def test_standard_input(monkeypatch, tmp_path):
    (tmp_path / "in").write_text("A report from standard input.")
    with (tmp_path / "in").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        (capture,), _ = take("-")
    assert capture.content == "A report from standard input."


def test_html_by_name_and_by_content(tmp_path):
    (tmp_path / "a.html").write_text("plain words in a page")
    (tmp_path / "b").write_text("<!DOCTYPE html><html><body>x</body></html>")
    (tmp_path / "c.txt").write_text("a < b, and <b> is a letter")
    assert [c.media for c in take(tmp_path)[0]] == ["html", "html", "text"]


def make_pdf(words: str) -> bytes:
    """A PDF of one page, by hand."""
    stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, 2)
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offsets))
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def test_pdf_text_is_read(tmp_path):
    (tmp_path / "r.pdf").write_bytes(make_pdf("EXERCISE: The bridge at Dondo is closed."))
    (capture,), issues = take(tmp_path / "r.pdf")
    assert (capture.media, capture.content, issues) == ("pdf", "EXERCISE: The bridge at Dondo is closed.", [])


def test_a_broken_pdf_and_one_of_pictures(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\nthis is no PDF")
    (tmp_path / "b.pdf").write_bytes(make_pdf(""))
    assert [i.code for i in take(tmp_path)[1]] == ["broken-pdf", "no-text"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n ", "empty"),
        ("ruler.txt", "——\n\u200b * * *\n".encode(), "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("blank.jsonl.gz", gzip.compress(b" \n\n", mtime=0), "empty"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100, "binary"),
        ("letter.docx", b"PK\x03\x04" + b"x" * 100, "binary"),
        ("cut.txt.gz", gzip.compress(b"a long enough text " * 100, mtime=0)[:-20], "broken-gzip"),
        ("broken.gz", b"\x1f\x8b\x08\x00garbage garbage garbage", "broken-gzip"),
        ("bad.json", b'{"text": ', "invalid-json"),
        ("feed.xml", b'<?xml version="1.0"?>\n<!-- made by us -->\n<rss version="2.0"><channel/></rss>', "feed"),
        ("news.txt", b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>', "feed"),
        ("pictures.eml", b"MIME-Version: 1.0\nContent-Type: image/png\n\niVBORw0KGgo=\n", "empty"),
        ("other.json", b'{"rows": []}', "not-an-article"),
        ("dots.json", b'{"title": "A dam broke", "text": "..."}', "not-an-article"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    issue = only_issue(tmp_path / name)
    assert issue.code == code
    assert issue.message.startswith(str(tmp_path / name))
    assert issue.report == str(tmp_path / name)


def test_a_missing_file_an_empty_folder_and_a_device(tmp_path):
    assert only_issue(tmp_path / "none.txt").code == "missing"
    assert only_issue(tmp_path).code == "no-report"
    assert only_issue("/dev/zero").code == "not-a-file"
    (tmp_path / "folder").mkdir()
    assert "only folders fit" in only_issue(f"{tmp_path}/f*").message


def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("a report")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert only_issue(path).code == "unreadable"


def test_a_dangling_link(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert only_issue(tmp_path).code == "unreadable"


def test_a_file_too_large_for_one_report_is_refused_unread(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"word " * 300_000)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(30 << 20)))
    codes = [i.code for i in take(tmp_path, max_report_mb=1.0)[1]]
    assert codes == ["too-large", "too-large"]


def test_a_name_that_is_not_text(tmp_path):
    (tmp_path / os.fsdecode(b"r\xff.txt")).write_text("a report")
    (capture,), _ = take(tmp_path)
    capture.path.encode()


def test_what_is_put_aside_is_left_alone_where_nobody_names_it(tmp_path):
    for name in ("a.txt", "out/b.txt", "out/deep/c.txt", "other/out/d.txt", "store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Report {name}.")
    aside = [tmp_path / "out", tmp_path / "store"]

    def names(*paths):
        return [c.content[7:-1] for c, _ in read_paths([str(p) for p in paths], Settings(), aside=aside)]

    assert names(tmp_path) == ["a.txt", "other/out/d.txt"]
    assert names(tmp_path / "*") == ["a.txt"]
    assert names(tmp_path / "store") == ["store"]
    assert names(tmp_path / "out") == ["out/b.txt", "out/deep/c.txt"]


def test_what_lies_beside_a_store_is_no_report(tmp_path):
    (tmp_path / "case").write_bytes(b"SQLite format 3\0" + bytes(100))
    for name in ("case-lock", "case-wal", "gate-lock"):
        (tmp_path / name).write_text("4711")
    found = list(read_paths([str(tmp_path)], Settings()))
    assert [i.report for i in found if isinstance(i, Issue)] == [str(tmp_path / "case")]
    assert [x[0].path for x in found if not isinstance(x, Issue)] == [str(tmp_path / "gate-lock")]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.json", "a.jsonl", "a.html.gz"])
def test_a_file_of_our_own_is_refused_by_what_is_in_it(tmp_path, name):
    raw = b"OURS and more\n" * 2000
    (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith("gz") else raw)
    (issue,) = read_paths([str(tmp_path)], Settings(), is_own=lambda start, end: start.startswith(b"OURS"))
    assert (issue.code, issue.report) == ("own-output", str(tmp_path / name))


def write(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


WHOLE = json.dumps(ARTICLE).encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_json_in_any_encoding_of_its_own(tmp_path, encoding):
    article = json.dumps(ARTICLE | {"title": "Kårstø: “a title”"}, ensure_ascii=False)
    for name, content in (("a.json", article), ("b.json", f"[{article}]"), ("c.jsonl", f"{article}\n")):
        if encoding.startswith("utf-8") or name != "c.jsonl":
            (capture,), issues = take(write(tmp_path / name, content.encode(encoding)))
            assert (capture.content, capture.declared.title) == ("A text.", "Kårstø: “a title”")
            assert issues == []


def test_lines_of_json_under_another_name(tmp_path):
    lines = b"\n".join(json.dumps(ARTICLE | {"url": f"https://a.example/{n}"}).encode() for n in range(3))
    captures, issues = take(write(tmp_path / "a.json", b"\xef\xbb\xbf" + lines + b"\n{broken\n"))
    assert [c.url for c in captures] == [f"https://a.example/{n}" for n in range(3)]
    assert [i.code for i in issues] == ["invalid-json"]
    assert "line 4" in issues[0].message


@pytest.mark.parametrize(
    ("fields", "read"),
    [
        ({"title": 5}, {"title": "5"}),
        ({"title": {"rendered": "A"}}, {"title": None}),
        ({"authors": None, "author": ["A. Writer", None, "B. Writer"]}, {"byline": ("A. Writer", "B. Writer")}),
        ({"authors": [{"@type": "Person", "name": "A. Writer"}]}, {"byline": ("A. Writer",)}),
        ({"authors": [None]}, {"byline": ()}),
        ({"date_publish": 1492214400}, {"published": "2017-04-15T00:00:00+00:00"}),
        ({"date_publish": 1492214400000}, {"published": "2017-04-15T00:00:00+00:00"}),
        ({"date_publish": 10**30}, {"published": str(10**30)}),
        ({"language": ["en", "fr"]}, {"language": "en"}),
        ({"language": True}, {"language": None}),
    ],
)
def test_a_field_of_another_form_costs_no_text(tmp_path, fields, read):
    (capture,), issues = take(write(tmp_path / "a.json", json.dumps(ARTICLE | fields).encode()))
    assert capture.content == "A text."
    assert {name: getattr(capture.declared, name) for name in read} == read
    lost = [name for name, value in read.items() if value is None]
    assert [i.code for i in issues] == ["field-unread"] * len(lost)


@pytest.mark.parametrize("form", ["{}", "[{}]"])
def test_half_a_character_costs_no_text(tmp_path, form):
    article = form.replace("{}", '{"text": "Half \\ud83d, whole \\ud83d\\ude00.", "title": "T"}')
    (capture,), issues = take(write(tmp_path / "a.json", article.encode()))
    assert capture.content == "Half \ufffd, whole \U0001f600."
    assert [i.code for i in issues] == ["characters-replaced"]


def test_gzip_comes_in_by_standard_input_too(tmp_path):
    code = "from dateline.intake import read_paths; print([f[0].content for f in read_paths(['-'])])"
    given_ = gzip.compress(b"Twelve boats were lost off Tolvar.\n", mtime=0)
    ran = subprocess.run([sys.executable, "-c", code], input=given_, capture_output=True, check=True)
    assert b"Twelve boats" in ran.stdout


def test_a_line_that_is_too_long_is_one_line(tmp_path):
    long = b'{"text": "' + b"a" * (3 << 20) + b'"}'
    captures, issues = take(write(tmp_path / "a.jsonl", WHOLE + b"\n" + long + b"\n{broken\n" + WHOLE), max_report_mb=1)
    assert len(captures) == 2
    assert [(i.code, i.message.split(": ")[1].split(" is")[0]) for i in issues] == [
        ("too-large", "line 2 is longer than 1 MB; left out".split(" is")[0]),
        ("invalid-json", "line 3"),
    ]


def test_a_line_without_end_is_given_up(tmp_path):
    bomb = gzip.compress(b'{"text": "' + bytes(60 << 20))
    captures, issues = take(write(tmp_path / "a.jsonl.gz", gzip.compress(WHOLE + b"\n") + bomb), max_report_mb=1)
    assert len(captures) == 1
    assert [i.code for i in issues] == ["too-large", "too-large"]
    assert "no end" in issues[-1].message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_needs_no_mark(tmp_path, encoding):
    (capture,), issues = take(
        write(tmp_path / "a.txt", "Twelve boats were lost off Tolvar, “all of them”.".encode(encoding))
    )
    assert capture.content == "Twelve boats were lost off Tolvar, “all of them”."
    assert [i.code for i in issues] == ["encoding-guessed"]
    assert only_issue(write(tmp_path / "b.bin", bytes(range(256)) * 20)).code == "binary"


@pytest.mark.parametrize("label", ["hex", "rot13", "unicode_escape", "utf-7", "undefined", "idna", "base64"])
def test_a_page_that_names_no_encoding_of_pages_is_read_all_the_same(tmp_path, label):
    markup = f'<html><head><meta charset="{label}"></head><body>Boats \\ud83d lost</body></html>'
    (capture,), _ = take(write(tmp_path / "a.html", markup.encode()))
    assert "Boats \\ud83d lost" in capture.content


SAVED = """From: <Saved by a browser>
Snapshot-Content-Location: https://post.example/ferry
Subject: Ferry sinks
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html"; boundary="cut"

--cut
Content-Type: text/css

p { color: red }
--cut
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/ferry

<html><body><p class=3D"a">EXERCISE: The ferry of B=C3=BAzi sank off Tol=
var.</p></body></html>
--cut--
"""


def test_a_page_saved_as_one_file_is_read_by_its_page(tmp_path):
    (tmp_path / "page.mhtml").write_bytes(SAVED.replace("\n", "\r\n").encode())
    (capture,), issues = take(tmp_path)
    assert "The ferry of Búzi sank off Tolvar." in capture.content
    assert 'class="a"' in capture.content
    assert (capture.media, capture.url, issues) == ("html", "https://post.example/ferry", [])


def test_a_mail_is_read_by_its_text(tmp_path):
    mail = "Subject: Ferry\nDate: Mon, 9 Jun 2031 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; "
    mail += "charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n"
    text = "УЧЕНИЕ: Паром затонул у Толвара."
    (tmp_path / "mail.eml").write_bytes(mail.encode() + text.encode("koi8-r"))
    (capture,), issues = take(tmp_path)
    assert (capture.media, capture.content, capture.encoding, issues) == ("text", text, "koi8-r", [])


def test_a_mail_of_endless_parts_is_given_up(tmp_path):
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(5_000))
    (tmp_path / "mail.eml").write_text(f"MIME-Version: 1.0\n{nested}Content-Type: text/plain\n\nThe ferry sank.\n")
    assert only_issue(tmp_path).code == "broken-mime"


@pytest.mark.parametrize(
    "text",
    [
        "Place: Tolvar\nDate: 9 June 2031\n\nEXERCISE: The ferry sank.\n",
        "EXERCISE: The mail said MIME-Version: 1.0 and no more.\n\nThe ferry sank.\n",
        "EXERCISE: <rss> is written in the feed of the harbour; the ferry sank.\n",
        "EXERCISE: The ferry\0 sank off Tolvar.\n",
    ],
)
def test_what_only_looks_like_a_mail_or_a_feed_is_text(tmp_path, text):
    (tmp_path / "report.txt").write_text(text)
    (capture,), issues = take(tmp_path)
    assert (capture.media, capture.content, issues) == ("text", text, [])
