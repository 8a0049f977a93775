"""What the tests of the daemon share: one request, raw bytes, and a judge of HTML."""

import contextlib
import dataclasses
import html.parser
import http.client
import json
import socket
import urllib.parse

security = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@dataclasses.dataclass
class Answer:
    """An answer; header names in lower case."""

    status: int
    headers: dict
    body: bytes

    def json(self):
        return json.loads(self.body)

    def text(self):
        return self.body.decode()


def connection(port, timeout=20):
    return http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)


def ask_on(client, target, method="GET", body=None, **headers):
    """One request on a connection that stays open."""
    client.request(method, target, body, {name.replace("_", "-"): value
                                          for name, value in headers.items()})
    answer = client.getresponse()
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()},
                  answer.read())


def ask(port, target, method="GET", body=None, **headers):
    with contextlib.closing(connection(port)) as client:
        return ask_on(client, target, method, body, **headers)


def search(port, query, **parameters):
    parameters["q"] = query
    return ask(port, "/api/v1/search?" + urllib.parse.urlencode(parameters))


def raw(port, *pieces, timeout=4):
    """Sends bytes, each piece by itself, and returns all that comes back until the end."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as peer:
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        received = b""
        with contextlib.suppress(TimeoutError, ConnectionError):
            for number, piece in enumerate(pieces):
                if number:  # The daemon has answered before the next piece leaves.
                    received += peer.recv(1 << 16)
                peer.sendall(piece)
        with contextlib.suppress(TimeoutError, ConnectionError):
            while more := peer.recv(1 << 16):
                received += more
        return received


def expect_security(test, answer):
    for name, beginning in security.items():
        test.assertTrue(answer.headers.get(name, "").startswith(beginning),
                        f"{name}: {answer.headers.get(name)}")
    test.assertRegex(answer.headers.get("x-request-id", ""), r"^[0-9a-f]{16}$")


def expect_problem(test, answer, status, **members):
    """Expects an answer of RFC 9457."""
    test.assertEqual(answer.status, status, answer.body)
    test.assertEqual(answer.headers["content-type"], "application/problem+json")
    problem = answer.json()
    test.assertEqual(problem["status"], status)
    test.assertEqual(problem["request_id"], answer.headers["x-request-id"])
    test.assertTrue(problem["title"] and problem["detail"])
    for name, value in members.items():
        test.assertEqual(problem.get(name), value)
    expect_security(test, answer)


class Judge(html.parser.HTMLParser):
    """Collects what in a page could act: tags and attributes beyond those the pages use."""

    tags = set("""
        html head meta title link body a header p img main nav bdi article h1 h2 h3 div aside dl
        dt dd form label input button fieldset legend select option section ul ol li span time
        mark footer script svg rect figure figcaption details summary table thead tbody tr th td
    """.split())
    attributes = set("""
        lang charset name content rel href type class src alt width height id tabindex action
        method role for value dir placeholder autocomplete autocapitalize spellcheck enterkeyhint
        autofocus aria-label aria-describedby aria-hidden datetime start selected checked hidden
        title defer aria-labelledby aria-expanded aria-controls aria-autocomplete aria-current
        viewbox preserveaspectratio x y aria-invalid scope
    """.split())
    inputs = {"search", "text", "checkbox"}

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in self.tags:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name not in self.attributes or name.startswith("on"):
                self.faults.append(f"{name} in <{tag}>")
            if name in ("href", "src", "action"):
                self.judge_address(tag, name, value or "")
            if tag == "script" and name == "src" and not (value or "").startswith("/assets/"):
                self.faults.append(f"<script src={value}>")
            if tag == "meta" and name == "http-equiv":
                self.faults.append("<meta http-equiv>")

    def handle_data(self, data):
        if self.lasttag == "script" and data.strip():
            self.faults.append("a script in the page")

    def judge_address(self, tag, name, value):
        stripped = "".join(value.split()).lower()
        if stripped.startswith("#") or (stripped.startswith("/")
                                        and stripped[1:2] not in ("/", "\\")):
            return
        if not (tag == "a" and name == "href" and stripped.startswith(("http://", "https://"))):
            self.faults.append(f"{name}={value}")

    def handle_comment(self, data):
        self.faults.append("a comment")

    def handle_pi(self, data):
        self.faults.append("a processing instruction")
