"""A server of feeds on the loopback, which answers as a test tells it to."""

import gzip
import http.server
import threading

item = """<item><title>{title}</title><link>/{name}</link><guid isPermaLink="false">{name}</guid>
<pubDate>Fri, 10 May 2019 01:00:00 +0000</pubDate><description>{text}</description></item>"""


def rss(*items):
    """A feed of triples: name, title, text."""
    inside = "".join(item.format(name=name, title=title, text=text) for name, title, text in items)
    return (f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>{inside}'
            "</channel></rss>").encode()


def cranes(number, text="The cranes of the harbour stood still."):
    return f"c-{number}", f"Headline number {number}", text


class FeedServer:
    """Answers each path by the function in `answers`, which is given the request's handler."""

    def __init__(self):
        self.answers = {}
        self.requests = []  # Of (path, headers), in order.
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.requests.append((self.path, dict(self.headers)))
                server.answers[self.path](self)

            def log_message(self, *_arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # Who asks may break off.
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def url(self, path):
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def asked(self, path):
        """The headers of the requests for a path."""
        return [headers for asked, headers in self.requests if asked == path]


def sends(content, status=200, **headers):
    """An answer with a body; underscores in the names of headers are hyphens."""

    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def sends_packed(content, **headers):
    return sends(gzip.compress(content), Content_Encoding="gzip", **headers)


def sends_unless_known(content, etag):
    """The content, or 304 to who has it by its ETag."""

    def answer(handler):
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.send_header("ETag", etag)
            handler.end_headers()
        else:
            sends(content, ETag=etag)(handler)

    return answer


def redirects(to, status):
    return sends(b"", status, Location=to)


def breaks_off(content):
    """Claims twice the bytes it sends."""

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(2 * len(content)))
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return answer


def never_ends(block, packed=False):
    """Sends a block again and again until the other side has enough."""

    def answer(handler):
        handler.send_response(200)
        if packed:
            handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.close_connection = True
        try:
            while True:
                handler.wfile.write(block)
        except OSError:
            pass

    return answer


def waits(until):
    """Says nothing until an event is set."""

    def answer(handler):
        until.wait(60)
        handler.close_connection = True

    return answer
