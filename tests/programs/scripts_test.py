#!/usr/bin/env python3
"""What scripts and other programs build on: paging without an end, export, feeds, descriptions."""

import csv
import io
import json
import re
import subprocess
import threading
import urllib.parse
import xml.etree.ElementTree

import support
from support import Daemon, ProgramTest, error, found, nothing, sample_index
from web import ask, expect_problem, search

atom = "{http://www.w3.org/2005/Atom}"
opensearch = "{http://a9.com/-/spec/opensearch/1.1/}"


def pages(port, query, **parameters):
    """The answers of one search, page by page; a cursor goes on where there is one."""
    while True:
        answer = search(port, query, **parameters)
        if answer.status != 200:
            raise AssertionError(answer.body)
        record = answer.json()
        yield record
        if "next_cursor" not in record:
            return
        parameters["cursor"] = record["next_cursor"]


def hits_of(records):
    return [hit for record in records for hit in record["hits"]]


class Sample(ProgramTest):
    """One daemon over corpus/sample for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.daemon = cls.enterClassContext(Daemon(sample_index()))
        cls.port = cls.daemon.port

    def get(self, target, **headers):
        return ask(self.port, target, **headers)


class Paging(Sample):
    def test_pages_of_any_size_are_the_whole(self):
        for query in ("huawei", "", "said OR the", "lang:de"):
            for sort in ("relevance", "newest", "oldest"):
                whole = search(self.port, query, sort=sort, limit=100).json()
                for limit in (1, 3, 7):
                    with self.subTest(query=query, sort=sort, limit=limit):
                        records = list(pages(self.port, query, sort=sort, limit=limit))
                        self.assertEqual(hits_of(records), whole["hits"])
                        self.assertEqual({record["total"]["value"] for record in records},
                                         {whole["total"]["value"]})

    def test_a_cursor_goes_on_behind_an_offset_and_by_post(self):
        whole = search(self.port, "huawei", limit=100).json()["hits"]
        first = search(self.port, "huawei", limit=2, offset=1).json()
        body = json.dumps({"q": "huawei", "limit": 2, "cursor": first["next_cursor"]})
        second = ask(self.port, "/api/v1/search", "POST", body, Content_Type="application/json")
        self.assertEqual(second.json()["hits"], whole[3:5])

    def test_a_cursor_that_does_not_belong_here_is_refused(self):
        cursor = search(self.port, "huawei", limit=1).json()["next_cursor"]
        changed = cursor[:-1] + ("0" if cursor[-1] != "0" else "1")
        for query, more in (("senate", {}), ("huawei", {"sort": "newest"}),
                            ("huawei", {"source": "Courier"}), ("huawei", {"cursor": changed}),
                            ("huawei", {"cursor": "x"}), ("huawei", {"offset": 2})):
            with self.subTest(query, **more):
                answer = search(self.port, query, **{"cursor": cursor, **more})
                expect_problem(self, answer, 400, parameter="cursor")

    def test_the_command_line_goes_on_as_the_daemon_does(self):
        def run(*words):
            return support.run("nutgraf", "--index", sample_index(), "search", "--json", *words,
                               "huawei")
        whole = run("--all").json()["hits"]
        first = run("-n", "3").json()
        second = run("-n", "3", "--after", first["next_cursor"]).json()
        self.assertEqual(second["hits"], whole[3:6])
        remote = search(self.port, "huawei", limit=3, cursor=first["next_cursor"]).json()
        self.assertEqual(remote["hits"], second["hits"])
        shown = support.run("nutgraf", "--index", sample_index(), "search", "-n", "3", "huawei")
        self.assertIn(f"--after {first['next_cursor']}", shown.err)
        refused = support.run("nutgraf", "--index", sample_index(), "search", "--after", "x", "a")
        self.ok(refused, error)
        self.assertIn("cursor", refused.err)


class Changing(ProgramTest):
    """Over an index that an indexer adds to."""

    def setUp(self):
        super().setUp()
        self.old = 600
        self.ok(self.indexer("add", self.write("old.jsonl", support.generated(self.old))))

    def add_meanwhile(self, during):
        """Calls `during` while an indexer adds, which does not end before it has begun."""
        begun, failures = threading.Event(), []

        def add():
            for first in range(self.old + 1, self.old + 241, 60):
                path = self.write(f"{first}.jsonl", support.generated(60, first, first))
                result = self.indexer("add", path)
                begun.set()
                if result.status != found:
                    failures.append(result.err)

        adder = threading.Thread(target=add)
        adder.start()
        begun.wait()
        try:
            during()
        finally:
            adder.join()
            self.old += 240
        self.assertEqual(failures, [])

    def test_pages_by_time_neither_repeat_nor_lose(self):
        for sort in ("newest", "oldest"):
            with self.subTest(sort), Daemon(self.index) as daemon:
                before, ids = set(self.ids()), []
                self.add_meanwhile(lambda: ids.extend(
                    hit["id"] for hit in hits_of(pages(daemon.port, "", sort=sort, limit=40, collapse="none"))))
                self.assertEqual(len(ids), len(set(ids)), "an article came twice")
                self.assertLessEqual(before, set(ids), "an article was lost")

    def test_pages_by_relevance_are_whole_or_expire(self):
        with Daemon(self.index) as daemon:
            query = "the OR said"
            whole = hits_of(pages(daemon.port, query, limit=100))
            self.assertEqual(len(whole), len({hit["id"] for hit in whole}))
            cursor = search(daemon.port, query, limit=5).json()["next_cursor"]
            path = self.write("more.jsonl", support.generated(3, 9000, 9))
            self.ok(self.indexer("add", path))
            answer = search(daemon.port, query, limit=5, cursor=cursor)
            expect_problem(self, answer, 410, parameter="cursor")

    def test_an_export_neither_repeats_nor_loses(self):
        with Daemon(self.index) as daemon:
            before, rows = set(self.ids()), []
            self.add_meanwhile(lambda: rows.extend(
                ask(daemon.port, "/api/v1/export?q=").text().splitlines()))
            ids = [json.loads(row)["id"] for row in rows]
            self.assertEqual(len(ids), len(set(ids)), "an article came twice")
            self.assertLessEqual(before, set(ids), "an article was lost")


class Export(Sample):
    def exported(self, *words):
        return support.run("nutgraf", "--index", sample_index(), "export", *words)

    def test_every_article_is_a_row_under_all_filters(self):
        for words, query in (([], {}), (["huawei"], {"q": "huawei"}),
                             (["--source", "Courier", "--from", "2019"],
                              {"source": "Courier", "from": "2019"})):
            with self.subTest(words):
                found_ids = support.run("nutgraf", "--index", sample_index(), "search", "-l",
                                        "--all", "--no-collapse", *words).out.split()
                rows = self.ok(self.exported(*words)).records()
                self.assertEqual(sorted(row["id"] for row in rows), sorted(found_ids))
                answer = self.get("/api/v1/export?" + urllib.parse.urlencode(query))
                self.assertEqual(answer.headers["content-type"], "application/x-ndjson")
                self.assertEqual([json.loads(line) for line in answer.text().splitlines()], rows)

    def test_what_is_exported_can_be_indexed_again(self):
        path = self.write("all.jsonl", self.exported().out)
        self.ok(self.indexer("add", path))
        for query in ("huawei", "date:2021-06", "date:undated", "lang:de"):
            self.assertEqual(self.ids(query), sorted(support.run(
                "nutgraf", "--index", sample_index(), "search", "-l", "--all",
                "--no-collapse", query).out.split()), query)

    def test_csv_is_read_back_and_runs_no_formula(self):
        titles = ["=1+1", "+1", "-1", "@x", 'a "quoted" one, and more', "plain"]
        self.ok(self.indexer("add", self.write_articles("a.jsonl", *(
            {"id": f"id{i}", "title": title, "body": "One.\n\nTwo, three."}
            for i, title in enumerate(titles)))))
        with Daemon(self.index) as daemon:
            answer = ask(daemon.port, "/api/v1/export?format=csv")
        self.assertTrue(answer.headers["content-type"].startswith("text/csv"))
        self.assertIn("attachment", answer.headers["content-disposition"])
        run = subprocess.run([support.programs / "nutgraf", "--index", self.index, "export",
                              "--format", "csv"], capture_output=True, check=True)
        self.assertEqual(run.stdout, answer.body)
        rows = list(csv.DictReader(io.StringIO(answer.text(), newline="")))
        self.assertEqual([row["title"] for row in rows],
                         ["'=1+1", "'+1", "'-1", "'@x", 'a "quoted" one, and more', "plain"])
        self.assertEqual({row["text"] for row in rows}, {"One.\n\nTwo, three."})

    def test_hits_are_csv_or_a_feed_too(self):
        def shown(form):
            return self.ok(support.run("nutgraf", "--index", sample_index(), "search", "--format",
                                       form, "huawei")).out
        hits = json.loads(shown("json"))["hits"]
        rows = list(csv.DictReader(io.StringIO(shown("csv"), newline="")))
        self.assertEqual([row["id"] for row in rows], [hit["id"] for hit in hits])
        feed = xml.etree.ElementTree.fromstring(shown("atom"))
        self.assertEqual([entry.findtext(atom + "id") for entry in feed.findall(atom + "entry")],
                         ["tag:nutgraf,2026:article/" + hit["key"] for hit in hits
                          if "published" in hit])

    def test_nothing_found_and_bad_requests(self):
        self.ok(self.exported("nowherefound"), nothing)
        self.assertEqual(self.get("/api/v1/export?q=nowherefound").body, b"")
        expect_problem(self, self.get("/api/v1/export?format=xls"), 400, parameter="format")
        expect_problem(self, self.get("/api/v1/export?limit=3"), 400, parameter="limit")
        self.ok(self.exported("--format", "xls"), error)

    def test_head_has_the_headers_alone(self):
        answer = ask(self.port, "/api/v1/export?format=csv", "HEAD")
        self.assertEqual((answer.status, answer.body), (200, b""))


class Descriptions(Sample):
    def test_the_feed_has_the_newest_articles_first(self):
        answer = self.get("/search.atom?q=huawei")
        self.assertEqual(answer.headers["content-type"], "application/atom+xml")
        feed = xml.etree.ElementTree.fromstring(answer.body)
        entries = feed.findall(atom + "entry")
        newest = [hit for hit in search(self.port, "huawei", sort="newest",
                                        collapse="none").json()["hits"]
                  if "published" in hit]
        self.assertEqual([entry.findtext(atom + "title") for entry in entries],
                         [hit["title"]["text"] for hit in newest])
        self.assertEqual([entry.findtext(atom + "updated")[:10] for entry in entries],
                         [hit["published"]["from"] for hit in newest])
        own = feed.find(f"{atom}link[@rel='self']").get("href")
        self.assertTrue(own.startswith(f"http://127.0.0.1:{self.port}/search.atom?q=huawei"), own)
        again = self.get(own.split(str(self.port), 1)[1])
        self.assertEqual(again.body, answer.body, "its own address answers the same")
        self.assertEqual(self.get("/search.atom?q=huawei",
                                  If_None_Match=answer.headers["etag"]).status, 304)
        self.assertEqual(self.get("/search.atom?nonsense=1").status, 400)

    def test_a_browser_can_take_the_site_as_a_search_engine(self):
        self.assertIn('href="/opensearch.xml"', self.get("/").text())
        answer = self.get("/opensearch.xml")
        self.assertEqual(answer.headers["content-type"], "application/opensearchdescription+xml")
        description = xml.etree.ElementTree.fromstring(answer.body)
        self.assertLessEqual(len(description.findtext(opensearch + "ShortName")), 16)
        types = set()
        for url in description.findall(opensearch + "Url"):
            types.add(url.get("type"))
            address = url.get("template").replace("{searchTerms}", "huawei")
            path = address.removeprefix(f"http://127.0.0.1:{self.port}")
            self.assertEqual(self.get(path).status, 200, path)
        self.assertEqual(types, {"text/html", "application/atom+xml",
                                 "application/x-suggestions+json"})
        text, queries, names = self.get("/suggest?q=hua").json()
        self.assertEqual(text, "hua")
        self.assertEqual(len(queries), len(names))
        self.assertIn("Huawei", names)

    def test_metrics_count_and_tell_no_query(self):
        secret = "zanzibarian"
        self.get(f"/api/v1/search?q={secret}")
        self.get(f"/api/v1/articles/{secret}")
        self.get(f"/{secret}")
        answer = self.get("/metrics")
        self.assertEqual(answer.headers["content-type"], "text/plain; version=0.0.4; charset=utf-8")
        self.assertNotIn(secret, answer.text())
        values = {}
        for line in answer.text().splitlines():
            if not line.startswith("#"):
                self.assertRegex(line, r'^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [-+0-9.e]+$')
                name, value = line.rsplit(" ", 1)
                values[name] = float(value)
        self.assertEqual(values["nutgraf_index_articles"], 40)
        self.assertEqual(values["nutgraf_index_revision"], 40)
        self.assertEqual(values["nutgraf_searches_running"], 0)
        self.assertGreater(values["process_resident_memory_bytes"], 1e6)
        for route, status in (("/api/v1/search", 200), ("/api/v1/articles/{key}", 404),
                              ("none", 404)):
            name = f'nutgraf_http_requests_total{{route="{route}",status="{status}"}}'
            self.assertGreaterEqual(values[name], 1, name)

    def test_statistics_and_explanations(self):
        statistics = self.get("/api/v1/stats").json()
        self.assertEqual(statistics["index"]["articles"], 40)
        for name in ("source", "lang", "year"):
            self.assertTrue(statistics["facets"][name], name)
        hit = search(self.port, "huawei ban").json()["hits"][0]
        explained = self.get("/api/v1/explain?q=huawei+ban&id=" + hit["key"]).json()
        self.assertEqual(explained["query"]["parsed"], "huawei AND ban")
        self.assertTrue(explained["article"]["matches"])
        self.assertAlmostEqual(explained["article"]["score"], hit["score"], 2)
        self.assertFalse(self.get("/api/v1/explain?q=nowherefound&id=" + hit["key"])
                         .json()["article"]["matches"])


class OpenApi(Sample):
    """The description names what is there, and what is there is as described."""

    def setUp(self):
        super().setUp()
        self.description = self.get("/openapi.json").json()

    def operations(self):
        for path, methods in self.description["paths"].items():
            for method, operation in methods.items():
                yield path, method, operation

    def test_every_address_is_there_with_its_parameters(self):
        self.assertTrue(self.description["openapi"].startswith("3.1."))
        paths = self.description["paths"]
        self.assertLessEqual({"/api/v1/search", "/api/v1/export", "/search.atom", "/metrics"},
                             set(paths))
        for path, method, operation in self.operations():
            with self.subTest(path=path, method=method):
                named = {parameter["name"] for parameter in operation["parameters"]
                         if parameter["in"] == "path"}
                self.assertEqual(named, set(re.findall(r"\{(\w+)\}", path)))
                target = re.sub(r"\{\w+\}", "nothing", path)
                self.assertNotIn(ask(self.port, target, method.upper()).status, (405, 500))
                for parameter in operation["parameters"]:
                    if parameter["in"] == "query":
                        answer = self.get(f"{target}?{parameter['name']}=")
                        self.assertNotEqual(answer.status, 500)
                        self.assertNotIn("There is no parameter", answer.text())

    def test_references_lead_somewhere(self):
        schemas = self.description["components"]["schemas"]
        references = set(re.findall(r'"\$ref":\s*"([^"]+)"', json.dumps(self.description)))
        self.assertEqual(references - {f"#/components/schemas/{name}" for name in schemas}, set())

    def test_answers_are_as_their_schemas_say(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        key = search(self.port, "huawei").json()["hits"][0]["key"]
        targets = {
            "/api/v1/search": ["?q=huawei+ban", "?q=huwei", "?q=%22open&limit=1", "?q=secur*&limit=2",
                               "?facets=source,section,org,official,role,lang,year&histogram=week",
                               "?q=huawei&facets=source&not_source=Courier&year=2019&facet_limit=3",
                               "?q=nowherefound"],
            "/api/v1/explain": ["?q=huawei", "?q=huawei&id=" + key],
            "/api/v1/suggest": ["?q=hua", "?q="],
            "/api/v1/articles/{key}": ["?q=huawei"],
            "/api/v1/articles/{key}/versions": [""],
            "/api/v1/articles/{key}/similar": ["", "?limit=2"],
            "/api/v1/timeline": ["", "?q=huawei&q=ban&by=week", "?of=seen&tz=Asia/Tokyo&q=%22open"],
            "/api/v1/stats": [""],
            "/api/v1/entities": ["", "?q=huaw", "?q=nowhere+known", "?kind=official&limit=2"],
            "/api/v1/entities/{name}": ["", "?histogram=month"],
        }
        self.assertLessEqual(set(targets), set(self.description["paths"]))
        for path, method, operation in self.operations():
            content = operation["responses"].get("200", {}).get("content", {})
            if "$ref" not in content.get("application/json", {}).get("schema", {}):
                continue
            schema = {**content["application/json"]["schema"],
                      "components": self.description["components"]}
            validator = jsonschema.Draft202012Validator(schema)
            for query in targets.get(path, []):
                with self.subTest(path=path, query=query):
                    target = path.replace("{key}", key).replace("{name}", "huawei") + query
                    answer = self.get(target)
                    self.assertEqual(answer.status, 200, answer.body)
                    validator.validate(answer.json())
        problem = {"$ref": "#/components/schemas/Problem",
                   "components": self.description["components"]}
        jsonschema.Draft202012Validator(problem).validate(
            self.get("/api/v1/search?limit=x").json())


class Completion(ProgramTest):
    def script(self, shell):
        return self.ok(support.run("nutgraf", "completion", shell)).out

    def test_bash_completes_verbs_and_flags(self):
        def completed(*words):
            line = " ".join(f"'{word}'" for word in words)
            program = (f"{self.script('bash')}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
                       "_nutgraf; printf '%s\\n' \"${COMPREPLY[@]}\"")
            return subprocess.run(["bash", "-c", program], capture_output=True, check=True,
                                  text=True).stdout.split()
        self.assertEqual(completed("nutgraf", "exp"), ["explain", "export"])
        self.assertEqual(completed("nutgraf", "search", "--af"), ["--after"])
        self.assertEqual(completed("nutgraf", "show", "--v"), ["--view", "--versions"])
        self.assertEqual(completed("nutgraf", "export", "--form"), ["--format"])
        self.assertIn("search", completed("nutgraf", ""))

    def test_other_shells_get_what_they_can_read(self):
        self.assertIn("bashcompinit", self.script("zsh"))
        self.assertRegex(self.script("fish"), r"(?m)^complete -c nutgraf .* -l after -d ")
        self.ok(support.run("nutgraf", "completion", "tcsh"), error)


if __name__ == "__main__":
    support.main()
