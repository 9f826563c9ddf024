from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import httpcore
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from server import PAGE, Server, answer, redirect

from sayso.config import Settings
from sayso.errors import ConfigError
from sayso.pages.connections import CheckedBackend, Deadline, Refused
from sayso.pages.fetch import Fetched, fetch
from sayso.pages.fetcher import Fetcher
from sayso.schema import Rejected

PUBLIC = Settings(timeout_s=8.0, robots=False)
OPEN = replace(PUBLIC, private_addresses=True)
SMALL = replace(OPEN, size_max_bytes=10_000)
HASTY = replace(OPEN, timeout_s=0.3)
UNHURRIED = replace(OPEN, timeout_s=0.8, redirects_max=99)
"""Long enough that a busy machine's pauses between two drops are not taken for silence."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def get(server: Server, reply: bytes, settings: Settings = OPEN) -> Fetched | Rejected:
    server.routes["/page"] = reply
    return fetch(server.url("/page"), settings=settings)


def refusal(result: Fetched | Rejected, reason: str, *words: str) -> Rejected:
    assert isinstance(result, Rejected), result
    assert result.reason == reason, result
    for word in words:
        assert word in result.detail, result
    assert result.detail.endswith("."), result
    return result


class TestPages:
    def test_a_page_comes_with_its_address_type_and_charset(self, server: Server) -> None:
        found = get(server, answer(content_type="text/HTML; charset=Windows-1252"))
        assert found == Fetched(server.url("/page"), PAGE, "windows-1252", "text/html")

    def test_a_page_without_a_type_is_taken(self, server: Server) -> None:
        assert get(server, answer()) == Fetched(server.url("/page"), PAGE)

    @pytest.mark.parametrize("charset", ["", '"', "x" * 100, "utf 8\x01", "\xff"])
    def test_a_charset_that_is_no_name_is_dropped(self, server: Server, charset: str) -> None:
        found = get(server, answer(content_type=f"text/html; charset={charset}"))
        assert isinstance(found, Fetched)
        assert found.charset is None

    def test_the_fragment_is_left_out(self, server: Server) -> None:
        server.routes["/page?a=1"] = answer()
        found = fetch(server.url("/page?a=1#part"), settings=OPEN)
        assert isinstance(found, Fetched)
        assert found.url == server.url("/page?a=1")

    def test_we_say_who_we_are_and_what_we_can_undo(self, server: Server) -> None:
        get(server, answer(), replace(OPEN, user_agent="sayso/9 (+https://sayso.example/bot)"))
        headers = server.seen[0].headers
        assert headers["user-agent"] == "sayso/9 (+https://sayso.example/bot)"
        assert headers["accept-encoding"] == "gzip, deflate"
        assert headers["host"] == f"127.0.0.1:{server.port}"

    def test_a_body_of_unknown_length_is_taken(self, server: Server) -> None:
        found = get(server, answer(length=False))
        assert isinstance(found, Fetched)
        assert found.body == PAGE

    def test_a_chunked_body_is_taken(self, server: Server) -> None:
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(word), word) for word in PAGE.split())
        found = get(server, answer(chunks + b"0\r\n\r\n", length=False, transfer_encoding="chunked"))
        assert isinstance(found, Fetched)
        assert found.body == b"".join(PAGE.split())

    @pytest.mark.parametrize(
        ("coding", "packed"), [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("gzip", b"")]
    )
    def test_compression_is_undone(self, server: Server, coding: str, packed: bytes) -> None:
        found = get(server, answer(packed, content_encoding=coding))
        assert isinstance(found, Fetched)
        assert found.body == (PAGE if packed else b"")

    @pytest.mark.parametrize("agent", ["", " ", "sayso\r\nX: y", "säyso"])
    def test_a_user_agent_that_cannot_be_sent_is_a_mistake_of_the_settings(self, agent: str) -> None:
        with pytest.raises(ConfigError):
            fetch("https://herald.example/", settings=replace(PUBLIC, user_agent=agent))

    def test_importing_the_module_does_not_import_httpx(self) -> None:
        code = "import sys, sayso.pages.fetch; sys.exit('httpx' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestSizeAndTime:
    def test_a_page_that_says_it_is_too_large_is_not_downloaded(self, server: Server) -> None:
        head = answer(content_type="text/html", content_length="10001", length=False)
        refusal(get(server, head, SMALL), "too large", "10,001 bytes", "the limit is 10,000")

    def test_a_page_that_goes_on_too_long_is_cut_off(self, server: Server) -> None:
        refusal(get(server, answer(bytes(10_001), length=False), SMALL), "too large", "10,000")

    def test_a_page_of_just_the_limit_is_taken(self, server: Server) -> None:
        assert isinstance(get(server, answer(b"x" * 10_000), SMALL), Fetched)

    @pytest.mark.parametrize("coding", ["gzip", "deflate"])
    def test_a_compressed_bomb_is_stopped(self, server: Server, coding: str) -> None:
        packed = gzip.compress(bytes(50_000_000)) if coding == "gzip" else zlib.compress(bytes(50_000_000))
        settings = replace(OPEN, size_max_bytes=100_000)
        refusal(get(server, answer(packed, content_encoding=coding), settings), "too large", "100,000")

    def test_data_that_never_becomes_plain_is_stopped(self, server: Server) -> None:
        packed = gzip.compress(b"") * 1_000
        refusal(get(server, answer(packed, length=False, content_encoding="gzip"), SMALL), "too large", "sent")

    @pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "bogus", "gzip, br"])
    def test_codings_we_did_not_ask_for_are_refused(self, server: Server, coding: str) -> None:
        reply = answer(gzip.compress(gzip.compress(PAGE)), content_encoding=coding)
        refusal(get(server, reply), "fetch failed", coding, "asked for gzip, deflate")

    @pytest.mark.parametrize("body", [PAGE, gzip.compress(PAGE)[:-10]])
    def test_damaged_compression_is_told(self, server: Server, body: bytes) -> None:
        refusal(get(server, answer(body, content_encoding="gzip")), "fetch failed", "gzip data")

    def test_a_body_shorter_than_promised_is_refused(self, server: Server) -> None:
        reply = answer(PAGE, length=False, content_length=str(len(PAGE) + 1))
        refusal(get(server, reply), "fetch failed", "broke off")

    def test_a_server_that_says_nothing_is_given_up(self, server: Server) -> None:
        server.routes["/page"] = lambda sock: server.over.wait(5) and None
        refusal(fetch(server.url("/page"), settings=HASTY), "fetch failed", "silent for 0.15 s")

    @pytest.mark.parametrize("head", [b"", answer(b"", length=False), b"HTTP/1.1 200 OK\r\nX-Slow: "])
    def test_a_server_that_drips_is_given_up_when_time_is_up(self, server: Server, head: bytes) -> None:
        def drip(sock: socket.socket) -> None:
            sock.sendall(head)
            for _ in range(200):
                sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" if not head else b"a")
                if server.over.wait(0.02):
                    return

        server.routes["/page"] = drip
        refusal(fetch(server.url("/page"), settings=UNHURRIED), "fetch failed", "longer than 0.8 s in all")
        assert not server.over.is_set()

    def test_time_spent_on_redirects_counts(self, server: Server) -> None:
        def slow(sock: socket.socket) -> None:
            server.over.wait(0.1)
            sock.sendall(redirect("/page"))

        server.routes["/page"] = slow
        refusal(fetch(server.url("/page"), settings=UNHURRIED), "fetch failed", "longer than 0.8 s in all")

    def test_a_name_that_is_never_resolved_is_given_up(self, server: Server) -> None:
        def stuck(host: str, port: int) -> Sequence[str]:
            server.over.wait(5)
            return []

        with Fetcher(HASTY, resolve=stuck) as fetcher:
            refusal(fetcher.fetch("http://herald.example/"), "fetch failed", "not reached within")

    def test_a_flood_of_headers_is_stopped(self, server: Server) -> None:
        flood = b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 20_000
        refusal(get(server, flood), "fetch failed")

    @pytest.mark.parametrize("reply", [b"", b"\x00\xff" * 100, b"SSH-2.0-Harbour\r\n", b"HTTP/1.1 abc\r\n\r\n"])
    def test_answers_that_are_not_http_are_refused(self, server: Server, reply: bytes) -> None:
        refusal(get(server, reply), "fetch failed", "broke off")


class TestKinds:
    @pytest.mark.parametrize("kind", ["application/pdf", "image/png", "image/svg+xml", "video/mp4", "application/json"])
    def test_what_is_not_text_is_refused(self, server: Server, kind: str) -> None:
        refusal(get(server, answer(content_type=kind)), "not an article", "HTML or plain text is needed", kind)

    @pytest.mark.parametrize("kind", ["text/plain", "application/xhtml+xml", "application/octet-stream", "TEXT/HTML;x"])
    def test_what_may_be_text_is_taken(self, server: Server, kind: str) -> None:
        assert isinstance(get(server, answer(content_type=kind)), Fetched)

    def test_a_pdf_that_says_it_is_html_is_refused(self, server: Server) -> None:
        refusal(get(server, answer(b"%PDF-1.7 \xe2", content_type="text/html")), "not an article", "found a PDF")

    @pytest.mark.parametrize(
        ("status", "words"),
        [
            ("401 Unauthorized", "log-in"),
            ("402 Payment Required", "paying"),
            ("403 Forbidden", "refuses"),
            ("404 Not Found", "no such page"),
            ("410 Gone", "taken down"),
            ("429 Too Many Requests", "too often"),
            ("451 Unavailable", "legal"),
            ("500 Oh No", "failed"),
            ("503 Busy", "busy"),
            ("418 Teapot", "not given"),
            ("302 Found", "without saying where"),
            ("304 Not Modified", "not given"),
        ],
    )
    def test_a_status_is_explained(self, server: Server, status: str, words: str) -> None:
        refusal(get(server, answer(b"", status=status)), "fetch failed", status[:3], words)

    @pytest.mark.parametrize(
        ("header", "words"),
        [("120", "in 120 s"), ("Wed, 21 Oct 2026 07:28:00 GMT", "after Wed, 21 Oct"), ("\x1b[2J", "try again")],
    )
    def test_when_to_try_again_is_passed_on(self, server: Server, header: str, words: str) -> None:
        result = get(server, answer(b"", status="503 Busy", retry_after=header))
        assert isinstance(result, Rejected)
        if "\x1b" not in header:
            refusal(result, "fetch failed", "again " + words)
        assert result.detail.isprintable()


class TestRedirects:
    @pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"])
    def test_a_redirect_is_followed_and_the_last_address_is_given(self, server: Server, status: str) -> None:
        server.routes["/new?x=1"] = answer()
        found = get(server, redirect("new?x=1#here", status))
        assert isinstance(found, Fetched)
        assert found.url == server.url("/new?x=1")

    def test_a_loop_ends(self, server: Server) -> None:
        result = get(server, redirect("/page"), replace(OPEN, redirects_max=3))
        refusal(result, "fetch failed", "more than 3 redirects", "circle")
        assert len(server.seen) == 4

    def test_a_cookie_set_on_the_way_is_sent_back(self, server: Server) -> None:
        def gate(sock: socket.socket) -> None:
            sent = server.seen[-1].headers.get("cookie")
            sock.sendall(
                answer() if sent == "seen=1" else redirect("/page").replace(b"\r\n", b"\r\nSet-Cookie: seen=1\r\n", 1)
            )

        server.routes["/page"] = gate
        assert isinstance(fetch(server.url("/page"), settings=OPEN), Fetched)
        assert len(server.seen) == 2

    @pytest.mark.parametrize(
        "location",
        [
            "file:///etc/passwd",
            "ftp://herald.example/",
            "gopher://x",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://user:secret@127.0.0.1/",
            "http://[::1",
            "http://a:99999/",
            "http://a b/",
            "//x:y/",
        ],
    )
    def test_a_redirect_to_anything_but_the_web_is_refused(self, server: Server, location: str) -> None:
        refusal(get(server, redirect(location)), "refused address")
        assert len(server.seen) == 1

    def test_a_redirect_that_is_not_utf_8_is_percent_encoded(self, server: Server) -> None:
        server.routes["/caf%E9"] = answer()
        assert isinstance(get(server, redirect(b"/caf\xe9")), Fetched)

    def test_a_redirect_in_utf_8_is_percent_encoded(self, server: Server) -> None:
        server.routes["/caf%C3%A9"] = answer()
        assert isinstance(get(server, redirect("/café")), Fetched)

    def test_a_very_long_redirect_is_refused(self, server: Server) -> None:
        refusal(get(server, redirect("/" + "a" * 9_000)), "refused address", "at most 8,000")


class ToLoopback(httpcore.NetworkBackend):
    """Stands for the public internet: notes which address was asked for, and connects to the local server instead."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def connect_tcp(self, host: str, port: int, *args: object, **options: object) -> httpcore.NetworkStream:
        self.asked.append(host)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", port, 2.0)


class TestAddresses:
    @pytest.mark.parametrize(
        "host",
        [
            "127.0.0.1",
            "localhost",
            "LOCALHOST",
            "2130706433",
            "0x7f.1",
            "127.1",
            "0x7f000001",
            "0",
            "0.0.0.0",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "10.0.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "[fe80::1]",
            "[fd00::1]",
        ],
    )
    def test_addresses_that_are_not_public_are_refused_in_every_spelling(self, server: Server, host: str) -> None:
        server.routes["/"] = answer()
        refusal(fetch(server.url("/", host), settings=PUBLIC), "refused address", "not a public address")
        assert server.seen == []

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"])
    def test_the_same_addresses_are_read_when_allowed(self, server: Server, host: str) -> None:
        server.routes["/"] = answer()
        assert isinstance(fetch(server.url("/", host), settings=OPEN), Fetched)

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "herald.example",
            "/etc/passwd",
            "file:///etc/passwd",
            "ftp://herald.example/",
            "http://",
            "http:///x",
            "http://user@herald.example/",
            "http://user:pass@herald.example/",
            "http://herald.example:0/",
            "http://herald.example:99999/",
            "http://a b/",
            "http://%31%32/",
            "http://x\\@y/",
            "http://xn--/",
            "http://[1]/",
            "http://herald\n.example/",
            "http://0177.0.0.1/",
            "http://[fe80::1%25eth0]/",
            "http://\ud800/",
            "javascript:1",
            "http://herald.example/" + "a" * 8_000,
        ],
    )
    def test_what_is_not_a_plain_web_address_is_refused(self, url: str) -> None:
        result = refusal(fetch(url, settings=PUBLIC), "refused address")
        assert result.page == url
        assert ":pass@" not in result.detail

    @pytest.mark.parametrize("url", ["http://nowhere.invalid/", "http://" + "a" * 70 + ".example/", "http://a..b/"])
    def test_a_name_without_an_address_is_told(self, url: str) -> None:
        def none(host: str, port: int) -> Sequence[str]:
            host.encode("idna")
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        with Fetcher(PUBLIC, resolve=none) as fetcher:
            refusal(fetcher.fetch(url), "fetch failed", "cannot be resolved")

    def test_a_closed_port_is_told(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        refusal(fetch(f"http://127.0.0.1:{port}/", settings=OPEN), "fetch failed", "Cannot connect")

    def test_a_redirect_to_a_private_address_is_refused(self, server: Server) -> None:
        backend = ToLoopback()
        server.routes["/page"] = redirect(server.url("/inside"))
        with Fetcher(
            PUBLIC, backend=backend, resolve=lambda host, port: ["93.1.2.3" if "herald" in host else host]
        ) as fetcher:
            refusal(fetcher.fetch(server.url("/page", "herald.example")), "refused address", "127.0.0.1", "loopback")
        assert server.targets() == ["/page"]
        assert backend.asked == ["93.1.2.3"]

    def test_a_name_that_changes_its_answer_is_caught_at_the_next_connection(self, server: Server) -> None:
        backend, answers = ToLoopback(), iter([["93.1.2.3"], ["127.0.0.1"]])
        server.routes["/page"] = redirect("/again")
        with Fetcher(PUBLIC, backend=backend, resolve=lambda host, port: next(answers)) as fetcher:
            refusal(fetcher.fetch(server.url("/page", "herald.example")), "refused address", "loopback")
        assert backend.asked == ["93.1.2.3"]

    def test_the_connection_goes_to_the_address_that_was_checked(self, server: Server) -> None:
        backend, calls = ToLoopback(), []

        def resolve(host: str, port: int) -> Sequence[str]:
            calls.append(host)
            return ["93.1.2.3"] if len(calls) == 1 else ["127.0.0.1"]

        server.routes["/page"] = answer()
        with Fetcher(PUBLIC, backend=backend, resolve=resolve) as fetcher:
            assert isinstance(fetcher.fetch(server.url("/page", "herald.example")), Fetched)
        assert calls == ["herald.example"]
        assert backend.asked == ["93.1.2.3"]

    def test_one_private_address_among_many_is_enough_to_refuse(self) -> None:
        backend = ToLoopback()
        with Fetcher(PUBLIC, backend=backend, resolve=lambda host, port: ["93.1.2.3", "::ffff:10.0.0.1"]) as fetcher:
            refusal(fetcher.fetch("http://herald.example/"), "refused address", "::ffff:10.0.0.1", "private")
        assert backend.asked == []

    def test_the_next_address_is_tried_when_one_does_not_answer(self, server: Server) -> None:
        server.routes["/page"] = answer()
        with Fetcher(OPEN, resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"]) as fetcher:
            assert isinstance(fetcher.fetch(server.url("/page", "herald.example")), Fetched)

    def test_proxies_of_the_environment_are_not_used(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        assert isinstance(get(server, answer()), Fetched)

    def test_a_backend_without_time_does_not_connect(self) -> None:
        backend = CheckedBackend(Deadline(0.0), private_addresses=True)
        with pytest.raises(httpcore.ConnectTimeout):
            backend.connect_tcp("127.0.0.1", 9)

    def test_a_backend_refuses_by_itself(self) -> None:
        with pytest.raises(Refused):
            CheckedBackend(Deadline(1.0), private_addresses=False).connect_tcp("localhost", 9)


class TestRobots:
    def ask(self, server: Server, reply: bytes, **changes: object) -> Fetched | Rejected:
        server.routes["/robots.txt"] = reply
        server.routes["/news/1"] = answer()
        settings = replace(OPEN, robots=True)
        return fetch(server.url("/news/1"), settings=settings)

    def test_an_open_site_is_read_after_its_rules(self, server: Server) -> None:
        assert isinstance(self.ask(server, answer(b"User-agent: *\nDisallow: /admin")), Fetched)
        assert server.targets() == ["/robots.txt", "/news/1"]

    @pytest.mark.parametrize("rules", [b"User-agent: *\nDisallow: /", b"User-agent: Sayso\nDisallow: /news"])
    def test_a_closed_site_is_left_alone(self, server: Server, rules: bytes) -> None:
        refusal(self.ask(server, answer(rules)), "forbidden by robots.txt", "/news/1", "closed to sayso", "/robots.txt")
        assert server.targets() == ["/robots.txt"]

    @pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Who"])
    def test_no_rules_means_open(self, server: Server, status: str) -> None:
        assert isinstance(self.ask(server, answer(b"Disallow: /", status=status)), Fetched)

    @pytest.mark.parametrize("status", ["500 Oh", "503 Busy"])
    def test_rules_that_cannot_be_had_mean_closed(self, server: Server, status: str) -> None:
        refusal(self.ask(server, answer(b"", status=status)), "forbidden by robots.txt", status[:3], "left alone")

    def test_no_answer_to_the_question_is_told_as_what_it_is(self, server: Server) -> None:
        refusal(self.ask(server, b""), "fetch failed", "/robots.txt")
        assert server.targets() == ["/robots.txt"]

    def test_rules_may_be_elsewhere(self, server: Server) -> None:
        server.routes["/rules"] = answer(b"User-agent: *\nDisallow: /news")
        refusal(self.ask(server, redirect("/rules")), "forbidden by robots.txt", "/rules")

    def test_rules_behind_an_endless_redirect_are_no_rules(self, server: Server) -> None:
        assert isinstance(self.ask(server, redirect("/robots.txt")), Fetched)
        assert server.targets() == ["/robots.txt"] * 6 + ["/news/1"]

    def test_rules_at_a_refused_address_mean_closed(self, server: Server) -> None:
        refusal(self.ask(server, redirect("file:///etc/passwd")), "forbidden by robots.txt", "left alone")

    def test_only_the_head_of_an_endless_file_is_read(self, server: Server) -> None:
        body = b"User-agent: *\nDisallow: /news\n" + b"# more\n" * 1_000_000
        refusal(self.ask(server, answer(body, length=False)), "forbidden by robots.txt")

    def test_rules_may_be_compressed(self, server: Server) -> None:
        packed = gzip.compress(b"User-agent: *\nDisallow: /news")
        refusal(self.ask(server, answer(packed, content_encoding="gzip")), "forbidden by robots.txt")

    def test_rules_are_asked_for_once_per_site_and_fetcher(self, server: Server) -> None:
        server.routes |= {"/robots.txt": answer(b"User-agent: *\nDisallow: /b"), "/a": answer(), "/b": answer()}
        with Fetcher(replace(OPEN, robots=True)) as fetcher:
            assert isinstance(fetcher.fetch(server.url("/a")), Fetched)
            refusal(fetcher.fetch(server.url("/b")), "forbidden by robots.txt")
        assert server.targets() == ["/robots.txt", "/a"]

    def test_the_rules_of_every_site_on_the_way_are_asked_for(self, server: Server) -> None:
        with Server() as other:
            other.routes |= {"/robots.txt": answer(b"User-agent: *\nDisallow: /"), "/page": answer()}
            server.routes["/page"] = redirect(other.url("/page"))
            result = fetch(server.url("/page"), settings=replace(OPEN, robots=True))
            refusal(result, "forbidden by robots.txt", f":{other.port}/page")
            assert other.targets() == ["/robots.txt"]

    def test_a_refused_address_is_not_even_asked_for_rules(self, server: Server) -> None:
        refusal(fetch(server.url("/"), settings=replace(PUBLIC, robots=True)), "refused address")
        assert server.seen == []


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for herald.example, made for this run."""
    path = tmp_path_factory.mktemp("tls") / "herald.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    command += ["-subj", "/CN=herald.example", "-addext", "subjectAltName=DNS:herald.example"]
    try:
        subprocess.run([*command, "-keyout", str(path), "-out", f"{path}.crt"], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("the openssl command is not installed")
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


class TestTLS:
    @pytest.fixture
    def safe_server(self, certificate: Path) -> Iterator[Server]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        with Server(tls=context, routes={"/": answer()}) as running:
            yield running

    def ask(self, server: Server, host: str, trust: ssl.SSLContext | None) -> Fetched | Rejected:
        with Fetcher(
            PUBLIC, backend=ToLoopback(), resolve=lambda name, port: ["93.1.2.3"], ssl_context=trust
        ) as fetcher:
            return fetcher.fetch(server.url("/", host, "https"))

    def test_a_trusted_certificate_for_the_name_is_accepted(self, safe_server: Server, certificate: Path) -> None:
        trust = ssl.create_default_context(cafile=str(certificate))
        assert isinstance(self.ask(safe_server, "herald.example", trust), Fetched)

    def test_a_certificate_for_another_name_is_refused(self, safe_server: Server, certificate: Path) -> None:
        trust = ssl.create_default_context(cafile=str(certificate))
        refusal(self.ask(safe_server, "ledger.example", trust), "fetch failed", "Cannot connect", "ledger.example")

    def test_a_certificate_nobody_vouches_for_is_refused(self, safe_server: Server) -> None:
        refusal(self.ask(safe_server, "herald.example", None), "fetch failed", "certificate verify failed")


lines = st.lists(
    st.sampled_from(
        [
            b"HTTP/1.1 200 OK",
            b"HTTP/1.0 302 Found",
            b"HTTP/1.1 101 Switch",
            b"Location: /x",
            b"Location: http://[",
            b"Content-Length: 5",
            b"Content-Length: -1",
            b"Transfer-Encoding: chunked",
            b"Content-Encoding: gzip",
            b"Content-Type: ;;charset=\xff",
            b"Set-Cookie: a=b; expires=\xff; domain=.",
            b"",
            b"5",
            b"0",
            b"\x1f\x8b",
        ]
    )
    | st.binary(max_size=30),
    max_size=10,
)


@given(lines)
@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_answer_is_a_page_or_a_refusal(server: Server, reply: list[bytes]) -> None:
    assert isinstance(get(server, b"\r\n".join(reply), replace(HASTY, redirects_max=1)), Fetched | Rejected)


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://", "http://[", "HTTP:", "//"]))
def test_any_text_is_an_address_or_refused(text: str, scheme: str) -> None:
    def none(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror("no such name")

    with Fetcher(PUBLIC, resolve=none, ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as fetcher:
        result = fetcher.fetch(scheme + text)
    assert isinstance(result, Rejected)
    assert result.detail.isprintable()
