#!/usr/bin/env python3
"""nutgraf --server: the same output as from the index itself, and what it says where it has none."""

import http.server
import json
import re
import socket
import threading

import support
from support import ProgramTest, error, found, nothing, run, sample_index


class ServerTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index = sample_index()


class SameOutput(ServerTest):
    def setUp(self):
        super().setUp()
        daemon = self.enterContext(support.Daemon(self.index))
        self.address = f"http://127.0.0.1:{daemon.port}"

    def both(self, *words):
        local = self.nutgraf(*words)
        remote = run("nutgraf", "--server", self.address, *words)
        return local, remote

    def expect_same(self, *words):
        local, remote = self.both(*words)
        with self.subTest(words=words):
            self.assertEqual(remote.out, local.out)
            self.assertEqual(remote.err, local.err)
            self.assertEqual(remote.status, local.status)
        return local

    def test_searches_in_every_format(self):
        for query in ("huawei ban", '"national security"', "secur*", "scotland yard", "xyzzyplugh",
                      "hauwei", '"open', "what is the ban", "-huawei", "华为"):
            for form in ("text", "oneline", "tsv", "csv", "jsonl", "atom"):
                self.expect_same("search", "--format", form, "--", query)
            self.expect_same("search", "-l", "--all", "--", query)
            self.expect_same("search", "-c", "--", query)
            self.expect_same("search", "-q", "--", query)

    def test_json_is_the_same_but_for_the_time_it_took(self):
        for query in ("huawei ban", "hauwei", '"open'):
            local, remote = self.both("search", "--json", query)
            records = [local.json(), remote.json()]
            for record in records:
                del record["took_ms"]
            self.assertEqual(records[1], records[0])

    def test_filters_orders_and_pages(self):
        for words in (["--lang", "de"], ["--not-lang", "en"], ["--year", "2019", "--sort", "oldest"],
                      ["--from", "2019", "--sort", "newest", "-n", "3"], ["--org", "#huawei"],
                      ["--role", "#senator", "--not-source", "x"], ["--any"], ["--plain"],
                      ["--no-entities"], ["--tz", "Asia/Tokyo"], ["--rerank", "neighbours"],
                      ["--all"]):
            self.expect_same("search", "ban huawei", *words)
        first = self.nutgraf("search", "huawei", "-n", "2")
        cursor = re.search(r"--after (\S+)", first.err)[1]
        self.expect_same("search", "huawei", "-n", "2", "--after", cursor)

    def test_a_long_list_comes_in_several_pages(self):
        self.write("more.jsonl", support.generated(350))
        self.index = self.folder / "many"
        self.ok(self.indexer("add", self.folder / "more.jsonl"))
        daemon = self.enterContext(support.Daemon(self.index))
        self.address = f"http://127.0.0.1:{daemon.port}"
        self.expect_same("search", "", "-l", "--all")
        self.expect_same("search", "", "-l", "-n", "250")
        self.expect_same("search", "the", "--format", "oneline", "-n", "130")

    def test_articles_likes_and_suggestions(self):
        keys = [line[:16] for line in
                self.nutgraf("search", "huawei", "--format", "oneline").out.splitlines()]
        for key in keys[:5]:
            self.expect_same("show", key)
            self.expect_same("show", key, "--query", "huawei ban")
            self.expect_same("show", key, "--json")
            for form in ("text", "oneline", "json", "jsonl"):
                self.expect_same("similar", key, "--format", form)
        self.expect_same("show", "nobody/of?that#name")
        self.expect_same("similar", "nobody")
        identity = self.nutgraf("show", keys[0], "--json").json()["id"]
        self.expect_same("show", identity)
        for text in ("hua", "org:hua", "xyzzyplugh", "ban s"):
            self.expect_same("suggest", text)
            self.expect_same("suggest", text, "--json")

    def test_stories_and_explanations(self):
        hits = self.nutgraf("search", "--json", "senate resolution").json()["hits"]
        for hit in hits[:3]:
            for words in ([], ["--json"], ["--changes"]):
                self.expect_same("story", hit["story"]["id"], *words)
                self.expect_same("story", hit["key"], *words)
        self.expect_same("story", "nobody/of?that#name")
        for query in ("huawei ban", "org:华为", "said:coons", '"open', "hauwei", "xyzzyplugh",
                      "secur* -germany date:2019"):
            self.expect_same("explain", "--", query)
            self.expect_same("explain", "--json", "--", query)
            for hit in hits[:2]:
                self.expect_same("explain", "--doc", hit["id"], "--", query)
        self.expect_same("explain", "--strict", "soruce:x")

    def test_counts_and_timelines(self):
        self.expect_same("count", "huawei")
        self.expect_same("count", "xyzzyplugh")
        for by in ("source", "org", "official", "role", "section", "lang", "story", "year", "month",
                   "week", "day"):
            for form in ("text", "tsv", "json"):
                self.expect_same("count", "huawei OR ban", "--by", by, "--format", form)
        for form in ("text", "tsv", "json"):
            self.expect_same("timeline", "huawei", "-ban", "--format", form)
            self.expect_same("timeline", "--of", "seen", "--tz", "Europe/London", "--format", form)

    def test_exports_and_refusals(self):
        for form in ("jsonl", "csv"):
            self.expect_same("export", "--format", form, "huawei")
            self.expect_same("export", "--format", form, "xyzzyplugh")
        for words in (["search", "--strict", '"open'], ["count", "--strict", "soruce:x"],
                      ["export", "--strict", '"open'], ["timeline", "--strict", '"open'],
                      ["search", "x", "--year", "19"]):
            refused = self.expect_same(*words)
            self.assertEqual(refused.status, error)
        # Of a cursor a daemon says more: what else can be done.
        local, remote = self.both("search", "x", "--after", "nonsense")
        self.assertEqual((local.status, remote.status), (error, error))
        self.assertTrue(remote.err.startswith(local.err.strip()), remote.err)

    def test_the_environment_names_a_server_and_flags_come_first(self):
        self.assertEqual(run("nutgraf", "count", "huawei", NUTGRAF_SERVER=self.address).out,
                         self.nutgraf("count", "huawei").out)
        self.ok(self.nutgraf("count", "huawei", NUTGRAF_SERVER="http://127.0.0.1:1"))


class NoAnswer(ServerTest):
    def refused(self, *words, **env):
        answer = self.ok(run("nutgraf", *words, **env), error)
        self.assertEqual(answer.out, "")
        self.assertEqual(answer.err.count("\n"), 1, answer.err)
        return answer.err

    def serve(self, status, body, content_type):
        """A server of somebody else's; its address."""
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}"

    def test_index_and_server_together_are_refused(self):
        self.assertIn("--index and --server", self.refused("--index", "x", "--server", "y", "count"))
        self.assertIn("asks an index", self.refused("--server", "http://127.0.0.1:1", "entity",
                                                    "list"))

    def test_what_is_no_address_is_refused(self):
        for address in ("", "https://127.0.0.1:1", "http://a/b", "ftp://x", "http://u@h"):
            with self.subTest(address=address):
                self.assertIn("address", self.refused("--server", address, "count", "x"))

    def test_nobody_is_there(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{free.getsockname()[1]}"
        for words in (["search", "x"], ["count", "x"], ["show", "x"], ["suggest", "x"],
                      ["similar", "x"], ["timeline", "x"], ["export", "x"]):
            with self.subTest(words=words):
                self.assertIn(f"There is no server at {address}.",
                              self.refused("--server", address, *words))

    def test_a_stranger_answers(self):
        for status, body, content_type in ((200, b"<p>Hello", "text/html"), (200, b"{}", "text/json"),
                                           (404, b"no", "text/plain"), (500, b"", "text/plain"),
                                           (200, b'{"version":1}', "application/json")):
            address = self.serve(status, body, content_type)
            for words in (["search", "x"], ["show", "x"], ["timeline", "x"]):
                with self.subTest(status=status, body=body, words=words):
                    self.assertRegex(self.refused("--server", address, *words),
                                     "is not Nutgraf|not of the form")

    def test_a_problem_is_told_in_the_servers_words(self):
        problem = {"type": "about:blank", "title": "Not available", "status": 503,
                   "detail": "All searchers are busy.", "hint": "Ask again."}
        address = self.serve(503, json.dumps(problem).encode(), "application/problem+json")
        for words in (["search", "x"], ["export", "x"]):
            self.assertEqual(self.refused("--server", address, *words),
                             "nutgraf: All searchers are busy. Ask again.\n")


if __name__ == "__main__":
    support.main()
