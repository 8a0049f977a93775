#!/usr/bin/env python3
"""The daemon's API and how it speaks HTTP."""

import contextlib
import gzip
import json
import re

import support
import web
from support import Daemon, ProgramTest, sample_index
from web import ask, ask_on, expect_problem, expect_security, raw, search


class ServedSample(ProgramTest):
    """One daemon over corpus/sample for all tests of a class."""

    words = ()

    @classmethod
    def setUpClass(cls):
        cls.daemon = cls.enterClassContext(Daemon(sample_index(), *cls.words))
        cls.port = cls.daemon.port

    def get(self, target, **headers):
        return ask(self.port, target, **headers)


class Api(ServedSample):
    def test_an_answer_has_the_promised_shape(self):
        answer = search(self.port, "huawei ban", limit=3)
        self.assertEqual((answer.status, answer.headers["content-type"]), (200, "application/json"))
        expect_security(self, answer)
        self.assertRegex(answer.headers["server-timing"], r"^search;dur=\d")
        record = answer.json()
        self.assertEqual(record["version"], 1)
        self.assertEqual(record["query"], {"input": "huawei ban", "parsed": "huawei AND ban",
                                           "expansions": [{"from": "huawei", "kind": "entity",
                                                           "to": ["org:#huawei"],
                                                           "name": "Huawei"}],
                                           "notes": []})
        self.assertEqual(record["index"], {"revision": 40, "articles": 40})
        self.assertEqual(len(record["hits"]), 3)
        self.assertGreaterEqual(record["total"]["value"], 3)
        local = support.run("nutgraf", "--index", sample_index(), "search", "--json", "-n", "3",
                            "huawei ban").json()
        self.assertEqual(record["hits"], local["hits"], "the command line answers the same")

    def test_parameters_narrow_sort_and_page(self):
        everything = search(self.port, "huawei", limit=100, sort="oldest").json()["hits"]
        paged = [hit for offset in range(0, len(everything), 5)
                 for hit in search(self.port, "huawei", limit=5, offset=offset,
                                   sort="oldest").json()["hits"]]
        self.assertEqual(paged, everything)
        hits = search(self.port, "", source="Courier",
                      **{"from": "2019", "to": "2019"}).json()["hits"]
        self.assertEqual({(hit["source"], hit["published"]["from"][:4]) for hit in hits},
                         {("Courier", "2019")})
        self.assertEqual(search(self.port, "", lang="zh").json()["total"]["value"], 1)
        either = search(self.port, "huawei strike", any="true").json()["total"]["value"]
        self.assertGreater(either, search(self.port, "huawei strike").json()["total"]["value"])
        self.assertEqual(search(self.port, "huawei", collapse="none").status, 200)

    def test_mistakes_name_parameter_and_hint(self):
        cases = [
            ("lmit=3", "lmit", 'Is "limit" meant?'), ("limit=0", "limit", 'It is "0".'),
            ("limit=101", "limit", None), ("limit=abc", "limit", None), ("limit=-1", "limit", None),
            ("limit=99999999999999999999", "limit", None), ("offset=10001", "offset", None),
            ("offset=18446744073709551616", "offset", None), ("sort=best", "sort", None),
            ("any=perhaps", "any", None), ("from=soon", None, None),
            ("strict=1&q=date:never", "q", None),
            ("collapse=stories", "collapse", None), ("facets=sauce", "facets", None),
            ("facets=source,,org", "facets", None), ("histogram=hour", "histogram", None),
            ("org=%21", None, None),
            ("q=x&limit=5&limit=500", "limit", None),
        ]
        for query, parameter, hint in cases:
            with self.subTest(query):
                answer = self.get("/api/v1/search?" + query)
                expect_problem(self, answer, 400)
                if parameter:
                    self.assertEqual(answer.json()["parameter"], parameter)
                if hint:
                    self.assertEqual(answer.json()["hint"], hint)

    def test_facets_count_what_their_filters_find(self):
        asked = "source,org,official,lang,year"
        record = search(self.port, "huawei", facets=asked).json()
        facets = record["facets"]
        self.assertEqual(list(facets), [*asked.split(","), "more"])
        self.assertLessEqual(max(len(facets[name]) for name in asked.split(",")), 20)
        for value in facets["lang"]:
            found = search(self.port, "huawei", lang=value["value"]).json()["total"]["value"]
            self.assertEqual(found, value["count"], value)
        for value in facets["year"]:
            found = search(self.port, "huawei", **{"from": value["value"], "to": value["value"]})
            self.assertEqual(found.json()["total"]["value"], value["count"], value)
            found = search(self.port, "huawei", year=value["value"])
            self.assertEqual(found.json()["total"]["value"], value["count"], value)
        for name in ("org", "official"):
            for value in facets[name]:
                self.assertRegex(value["value"], "^#")
                found = search(self.port, "huawei", **{name: value["value"]}).json()
                self.assertEqual(found["total"]["value"], value["count"], value)
        narrowed = search(self.port, "huawei", facets="lang", lang="en").json()["facets"]
        self.assertEqual([(value["value"], value["count"]) for value in narrowed["lang"]],
                         [(value["value"], value["count"]) for value in facets["lang"]])
        self.assertEqual([value["value"] for value in narrowed["lang"] if value.get("selected")],
                         ["en"])
        self.assertNotIn("facets", search(self.port, "huawei").json())

    def test_a_histogram_counts_every_match_once(self):
        for unit in ("auto", "year", "month", "day"):
            with self.subTest(unit):
                record = search(self.port, "huawei", histogram=unit).json()
                histogram = record["histogram"]
                self.assertEqual(histogram["zone"], "UTC")
                if unit == "year":
                    self.assertEqual(histogram["unit"], unit)
                counted = sum(bucket["count"] for bucket in histogram["buckets"])
                self.assertEqual(counted + histogram["undated"], record["total"]["value"])
                starts = [bucket["start"] for bucket in histogram["buckets"]]
                self.assertEqual(starts, sorted(set(starts)))
                self.assertLessEqual(len(starts), 400)
                for bucket in histogram["buckets"]:
                    self.assertLessEqual(bucket["count"], bucket["archive"])

    def test_a_text_is_completed_while_it_is_typed(self):
        record = self.get("/api/v1/suggest?q=huaw").json()
        self.assertEqual((record["version"], record["input"]), (1, "huaw"))
        self.assertIn({"kind": "word", "text": "huawei", "q": "huawei"},
                      [{name: suggestion[name] for name in ("kind", "text", "q")}
                       for suggestion in record["suggestions"]])
        self.assertLessEqual(len(record["suggestions"]), 10)
        self.assertEqual(self.get("/api/v1/suggest?q=").json()["suggestions"], [])
        self.assertEqual(self.get("/api/v1/suggest").json()["suggestions"], [])
        for text in ("%ff%fe", "a" * 500, "%22", "(", "org:", "%00", "-", "title:hu"):
            self.assertEqual(self.get("/api/v1/suggest?q=" + text).status, 200, text)
        expect_problem(self, self.get("/api/v1/suggest?q=" + "a" * 501), 400, parameter="q")
        expect_problem(self, self.get("/api/v1/suggest?qq=a"), 400, parameter="qq")
        self.assertEqual(ask(self.port, "/api/v1/suggest", "POST").status, 405)

    def test_a_misspelt_query_is_told_what_finds_more(self):
        record = search(self.port, "hauwei").json()
        self.assertEqual(record["query"]["did_you_mean"]["q"], "huawei")
        total = search(self.port, "huawei").json()["total"]["value"]
        self.assertEqual(record["query"]["did_you_mean"]["total"], total)
        self.assertNotIn("did_you_mean", search(self.port, "huawei").json()["query"])

    def test_the_page_narrows_by_links(self):
        page = self.get("/search?q=huawei&lang=en&sort=newest").text()
        self.assertIn("Narrow down", page)
        self.assertIn("<svg", page)
        links = re.findall(r'<a href="(/search[?][^"]+)"', page)
        self.assertGreater(len(links), 10)
        for link in set(links):
            self.assertEqual(self.get(link.replace("&amp;", "&")).status, 200, link)

    def test_pages_ignore_what_they_do_not_know(self):
        self.assertEqual(self.get("/search?q=huawei&utm_source=x").status, 200)

    def test_values_are_decoded_exactly(self):
        cases = [
            ("q=a=b", "a=b"), ("q=a%3Db", "a=b"), ("q=a+b", "a b"), ("q=a%20b", "a b"),
            ("q=a%2Bb", "a+b"),
            ("q=%E5%8D%8E%E4%B8%BA", "华为"), ("q=100%", "100%"), ("q=%zz", "%zz"),
            ("q=a%26b", "a&b"),
            ("q=a;b", "a;b"), ("q=", ""), ("q", ""), ("", ""), ("&&q=a&", "a"),
            ("q=a%0d%0ab", "a\r\nb"),
            ("q=a#b", "a"), ("q=%", "%"), ("q=%4", "%4"),
        ]
        for query, text in cases:
            with self.subTest(query):
                answer = raw(self.port,
                             f"GET /api/v1/search?{query} HTTP/1.1\r\nHost: localhost\r\n"
                             "Connection: close\r\n\r\n".encode())
                self.assertTrue(answer.startswith(b"HTTP/1.1 200 "), answer[:300])
                record = json.loads(answer.split(b"\r\n\r\n", 1)[1])
                self.assertEqual(record["query"]["input"], text)

    def test_bytes_that_are_not_utf8_do_no_harm(self):
        for target in ("/api/v1/search?q=%ff%fe", "/search?q=%ff%fe", "/api/v1/articles/%ff"):
            answer = self.get(target)
            self.assertIn(answer.status, (200, 400, 404))
            answer.text()

    def test_a_post_takes_the_same_parameters(self):
        body = json.dumps({"q": "huawei " * 1500, "limit": 2, "source": ["Courier", "Le Fanal"]})
        answer = ask(self.port, "/api/v1/search", "POST", body, Content_Type="application/json")
        self.assertEqual(answer.status, 400, "a query of 1,500 words names its limit")
        body = json.dumps({"q": "huawei", "limit": 2, "source": ["Courier", "Le Fanal"]})
        answer = ask(self.port, "/api/v1/search", "POST", body, Content_Type="application/json")
        self.assertEqual(answer.status, 200, answer.body)
        self.assertLessEqual({hit["source"] for hit in answer.json()["hits"]},
                             {"Courier", "Le Fanal"})
        for bad in ("", "{", "[]", '"x"', '{"q":{}}', '{"q":null}', '{"limit":1e99}', '{"lmit":1}',
                    '{"q":' + "[" * 9999 + "]" * 9999 + "}", '{"q":"a","q":"b"}'):
            with self.subTest(bad[:40]):
                answer = ask(self.port, "/api/v1/search", "POST", bad,
                             Content_Type="application/json")
                expect_problem(self, answer, 400)

    def test_an_article_is_had_by_key_and_by_id(self):
        hit = search(self.port, "huawei", limit=1).json()["hits"][0]
        for name in (hit["key"], hit["id"]):
            record = self.get(f"/api/v1/articles/{name}?q=huawei").json()
            self.assertEqual((record["version"], record["id"], record["key"]),
                             (1, hit["id"], hit["key"]))
            for begin, end in record["text"]["marks"]:
                self.assertEqual(record["text"]["text"][begin:end].lower(), "huawei")
        page = self.get(f"/articles/{hit['key']}?q=huawei")
        self.assertEqual((page.status, page.headers["content-type"]),
                         (200, "text/html; charset=utf-8"))
        self.assertIn("<mark", page.text())
        expect_problem(self, self.get("/api/v1/articles/nobody"), 404)
        expect_problem(self, self.get(f"/api/v1/articles/{hit['key']}?qq=x"), 400, parameter="qq")
        self.assertEqual(self.get("/articles/nobody").status, 404)

    def test_pages_assets_and_health_answer(self):
        for target, part in (("/", "Nutgraf"), ("/search?q=huawei", "<mark>"), ("/healthz", "ok"),
                             ("/readyz", "ready, 40 articles")):
            with self.subTest(target):
                answer = self.get(target)
                self.assertEqual(answer.status, 200)
                self.assertIn(part, answer.text())
                expect_security(self, answer)
        for address in set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', self.get("/").text())):
            with self.subTest(address):
                asset = self.get(address)
                self.assertEqual(asset.status, 200)
                self.assertIn("max-age", asset.headers["cache-control"])
        for target in ("/assets/../main.cc", "/assets/%2e%2e/x", "/assets/", "/nothing",
                       "/assets/style.css/x"):
            self.assertEqual(self.get(target).status, 404, target)


class Protocol(ServedSample):
    def test_methods_other_than_the_promised_are_refused(self):
        for target in ("/", "/search", "/api/v1/search", "/api/v1/articles/x", "/healthz"):
            for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"):
                if (target, method) == ("/api/v1/search", "POST"):
                    continue
                with self.subTest(target=target, method=method):
                    answer = ask(self.port, target, method)
                    self.assertEqual(answer.status, 405)
                    self.assertIn("GET, HEAD", answer.headers.get("allow", ""))
                    expect_security(self, answer)

    def test_head_is_get_without_a_body(self):
        for target in ("/", "/search?q=huawei", "/api/v1/search?q=huawei&limit=1", "/healthz",
                       "/nothing"):
            with self.subTest(target):
                head, get = ask(self.port, target, "HEAD"), self.get(target)
                self.assertEqual((head.status, head.body), (get.status, b""))
                self.assertEqual(head.headers["content-type"], get.headers["content-type"])

    def test_one_connection_takes_many_requests(self):
        with contextlib.closing(web.connection(self.port)) as client:
            client.connect()
            first = client.sock
            for number in range(50):
                answer = ask_on(client, f"/api/v1/search?q=huawei&limit=1&offset={number % 3}")
                self.assertEqual(answer.status, 200)
            self.assertIs(client.sock, first, "the connection was never opened again")

    def test_answers_are_compressed_only_as_the_client_allows(self):
        cases = [("gzip", True), ("gzip;q=0", False), ("br", False), ("br;q=1, gzip;q=0.1", True),
                 ("*", True),
                 ("*;q=0", False), ("gzip;q=0, *", False), ("identity", False), ("", False),
                 ("GZIP", True),
                 ("deflate, gzip;q=1.0, *;q=0.5", True), ("br, *;q=0.000", False)]
        target = "/api/v1/search?q=huawei"
        plain = self.get(target)
        self.assertIn("Accept-Encoding", plain.headers["vary"])
        for allowed, is_packed in cases:
            with self.subTest(allowed):
                answer = self.get(target, Accept_Encoding=allowed)
                self.assertEqual(answer.headers.get("content-encoding"), "gzip" if is_packed
                                 else None)
                self.assertIn("Accept-Encoding", answer.headers["vary"])
                body = gzip.decompress(answer.body) if is_packed else answer.body
                self.assertEqual(json.loads(body)["hits"], plain.json()["hits"])
        answer = ask(self.port, "/api/v1/search", "POST", '{"q":"huawei"}',
                     Accept_Encoding="gzip, br",
                     Content_Type="application/json")
        self.assertEqual(answer.headers.get("content-encoding"), "gzip", "a POST's answer too")

    def test_ranges_are_ignored(self):
        whole = self.get("/assets/icon.svg")
        for ranges in ("bytes=0-9", "bytes=" + ",".join(["0-"] * 500), "bytes=-1"):
            answer = self.get("/assets/icon.svg", Range=ranges)
            self.assertEqual((answer.status, answer.body), (200, whole.body), ranges)

    def test_an_answer_that_is_still_good_is_not_sent_again(self):
        target = "/api/v1/search?q=huawei"
        etag = self.get(target).headers["etag"]
        self.assertRegex(etag, r'^W/"[^"]+"$')
        for known in (etag, f'"other", {etag}', "*", etag[2:]):
            with self.subTest(known):
                answer = self.get(target, If_None_Match=known)
                self.assertEqual((answer.status, answer.body), (304, b""))
                self.assertEqual(answer.headers["etag"], etag)
        for known in ('W/"other"', "", "garbage"):
            self.assertEqual(self.get(target, If_None_Match=known).status, 200)
        self.assertNotEqual(self.get(target + "&limit=3").headers["etag"], etag)

    def test_hosts_are_those_of_this_machine(self):
        for host in (f"127.0.0.1:{self.port}", "localhost", "[::1]", "[::1]:80"):
            self.assertEqual(self.get("/healthz", Host=host).status, 200, host)
        for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example",
                     "evil.example:80"):
            for target in ("/", "/api/v1/search"):
                answer = self.get(target, Host=host)
                self.assertEqual(answer.status, 421, host)
                expect_security(self, answer)
        for head in (b"GET / HTTP/1.1\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"):
            self.assertTrue(raw(self.port, head).startswith(b"HTTP/1.1 400 "))


if __name__ == "__main__":
    support.main()
