#!/usr/bin/env python3
"""The pages of alerts: what they show, what their forms do, and whose forms are taken."""

import re
import urllib.parse
import xml.etree.ElementTree

from daemon_alerts import DaemonAlerts, alerts, form_type
from support import Daemon, main
from web import Judge, ask, expect_problem, expect_security

foreign = [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"}, {"Sec_Fetch_Site": "cross-site", "Origin": "null"},
    {"Sec_Fetch_Site": "same-origin", "Origin": "http://evil.example"},
]


class Pages(DaemonAlerts):
    def judge(self, answer):
        self.assertEqual(Judge(answer.text()).faults, [])
        expect_security(self, answer)
        return answer

    def test_a_search_becomes_an_alert_by_links_and_forms_alone(self):
        page = self.get("/search?q=huawei&source=Courier&sort=newest").text()
        link = re.search(r'href="(/alerts/new[^"]+)"', page)[1].replace("&amp;", "&")
        self.assertEqual(link, "/alerts/new?q=huawei&source=Courier")
        preview = self.judge(self.get(link))
        self.assertIn("In the last 30 days it would have found 1 article", preview.text())
        self.assertIn("Title of old", preview.text())
        self.assertEqual(self.nutgraf("alert", "--alerts", self.store, "list").out, "")
        answer = self.post("/alerts", q="huawei", source="Courier", name="trade", repeats="once",
                           deed="save")
        self.assertEqual(answer.status, 303, answer.body)
        self.assertEqual(self.stored()[0]["filters"], {"source": ["Courier"]})
        shown = self.judge(self.get(answer.headers["location"]))
        feed = re.search(r'<a class="query" href="(/api/v1/alerts/\d+/feed.atom[?]token=\w+)"',
                         shown.text())[1]
        self.add(("1", "Huawei one"), ("2", "Unrelated"))
        self.assertEqual(self.entries(feed), ["Title of 1"])
        target = answer.headers["location"].split("?")[0]
        page = self.judge(self.get(target)).text()
        self.assertIn("Title of 1", page)
        self.assertIn("1 match so far", page)
        self.assertNotIn("token=", page)
        listed = self.judge(self.get("/alerts")).text()
        self.assertIn("trade", listed)
        self.assertIn("1 match", listed)

    def test_a_mistake_is_shown_where_it_was_made(self):
        answer = self.judge(self.post("/alerts", q='huawei "ban', name="trade", deed="save"))
        self.assertEqual(answer.status, 400)
        self.assertRegex(answer.text(), r'id="query-problem"><bdi>Column 8:')
        self.assertIn("<mark>&quot;ban</mark>", answer.text())
        self.assertIn('value="trade"', answer.text(), "what was typed is kept")
        answer = self.judge(self.post("/alerts", q="huawei", name="", deed="save"))
        self.assertEqual(answer.status, 400)
        self.assertIn('id="name-problem"', answer.text())
        answer = self.judge(self.get("/alerts/new?q=huawei&from=soon"))
        self.assertEqual(answer.status, 200)
        self.assertIn("notice error", answer.text())
        self.make("trade")
        self.assertEqual(self.post("/alerts", q="x", name="trade", deed="save").status, 409)
        self.assertEqual(self.post("/alerts", q="x", name="other", deed="preview").status, 200)
        self.assertEqual([alert["name"] for alert in self.stored()], ["trade"])

    def test_forms_pause_resume_renew_and_remove(self):
        made = self.make("a")
        target = f"/alerts/{made['id']}"
        paused = self.post(target + "/pause", back="list")
        self.assertEqual((paused.status, paused.headers["location"]), (303, "/alerts"))
        self.assertTrue(self.stored()[0]["paused"])
        self.assertIn("Resume", self.judge(self.get("/alerts")).text())
        resumed = self.post(target + "/resume")
        self.assertEqual((resumed.status, resumed.headers["location"]), (303, target))
        self.assertFalse(self.stored()[0]["paused"])
        renewed = self.post(target + "/feed")
        secret = re.fullmatch(target + r"[?]token=(\w{64})#feed", renewed.headers["location"])[1]
        expect_problem(self, self.get(self.address(made)), 404)
        self.assertEqual(self.entries(f"/api/v1{target}/feed.atom?token={secret}"), [])
        self.assertEqual(self.post(target + "/remove").headers["location"], "/alerts")
        self.assertEqual(self.stored(), [])
        self.assertEqual(self.post(target + "/remove").status, 404)
        self.assertEqual(self.post(target + "/pause", back="//evil.example").status, 404)

    def test_matches_are_paged(self):
        made = self.make("a", "flood")
        self.add(*((str(number), "A flood") for number in range(45)))
        titles, target = [], f"/alerts/{made['id']}"
        while target:
            page = self.judge(self.get(target)).text()
            titles += re.findall(r">(Title of \d+)</a>", page)
            older = re.search(r'class="next" href="([^"]+)"', page)
            target = older and older[1]
        self.assertEqual((len(titles), len(set(titles))), (45, 45))

    def test_names_and_queries_that_mean_harm_are_inert(self):
        payloads = [
            "<script>alert(1)</script>", '"><svg onload=alert(1)>', "' autofocus onfocus=alert(1) x='",
            "</title></textarea></option>", "{{form_token}}{{> page}}", "<!--", "]]>&lt;",
            "javascript:alert(1)",
        ]
        for payload in payloads:
            with self.subTest(payload):
                made = self.make(payload, "huawei", filters={"source": [f"a {payload}"]})
                for target in ("/alerts", f"/alerts/{made['id']}"):
                    self.judge(self.get(target))
                xml.etree.ElementTree.fromstring(self.get(self.address(made)).body)
                quoted = urllib.parse.quote(payload)
                self.judge(self.get(f"/alerts/new?q={quoted}&source={quoted}&from={quoted}"))
                self.judge(self.get(f"/alerts/{quoted}"))
                self.judge(self.get(f"/alerts/{made['id']}?token={quoted}&before={quoted}"))
                self.judge(self.post("/alerts", q=payload, name=payload, deed="save"))
                answer = ask(self.port, f"{alerts}/{made['id']}", "DELETE")
                self.assertEqual(answer.status, 204)


class Guarded(DaemonAlerts):
    def test_a_page_of_another_site_changes_nothing(self):
        made = self.make("a")
        before = self.stored()
        token = self.token()
        for headers in foreign:
            for kind in ("application/json", "text/plain", form_type, "multipart/form-data"):
                with self.subTest(headers=headers, kind=kind):
                    answer = self.send("POST", alerts, {"name": "b", "query": "x"},
                                       Content_Type=kind, **headers)
                    expect_problem(self, answer, 403)
            answer = self.send("PATCH", f"{alerts}/{made['id']}", {"paused": True}, **headers)
            expect_problem(self, answer, 403)
            answer = ask(self.port, f"{alerts}/{made['id']}", "DELETE", **headers)
            expect_problem(self, answer, 403)
            for deed in ("/pause", "/remove", "/feed"):
                answer = self.post(f"/alerts/{made['id']}{deed}", token=token, headers=headers)
                self.assertEqual(answer.status, 403, headers)
        self.assertEqual(ask(self.port, alerts, "OPTIONS", Origin="http://evil.example").status, 405)
        self.assertEqual(self.stored(), before)

    def test_our_own_pages_may(self):
        site = f"http://127.0.0.1:{self.port}"
        for number, headers in enumerate([
                {}, {"Origin": site}, {"Sec_Fetch_Site": "same-origin", "Origin": site},
                {"Sec_Fetch_Site": "same-origin", "Origin": "null"}]):
            answer = self.post("/alerts", headers=headers, q="x", name=str(number), deed="save")
            self.assertEqual(answer.status, 303, headers)

    def test_a_form_without_our_token_is_refused(self):
        made = self.make("a")
        before = self.stored()
        good = self.token()
        issued, signature = good.split(".")
        for token in ("", "x", good[:-1], good + "0", f"{int(issued) + 1}.{signature}",
                      f"{int(issued) - 50000}.{signature}", "." + signature, issued + "."):
            with self.subTest(token):
                answer = self.post(f"/alerts/{made['id']}/remove", token=token)
                self.assertEqual(answer.status, 403)
        with Daemon(self.index, "--alerts", self.store) as other:
            page = ask(other.port, "/alerts/new").text()
            strange = re.search(r'name="form_token" value="([^"]+)"', page)[1]
        self.assertEqual(self.post(f"/alerts/{made['id']}/remove", token=strange).status, 403)
        self.assertEqual(self.stored(), before)

    def test_get_never_changes_what_a_person_has_said(self):
        made = self.make("a")
        self.add(("1", "Huawei one"))
        before = self.stored()
        target = f"/alerts/{made['id']}"
        for page in ("/alerts", "/alerts/new", target, "/alerts/new?q=x&name=b&deed=save"):
            for link in set(re.findall(r'(?:href|action)="(/[^"]*)"', self.get(page).text())):
                self.get(link.replace("&amp;", "&"))
        for end in ("/pause", "/resume", "/remove", "/feed"):
            self.assertEqual(self.get(f"{target}{end}?form_token={self.token()}").status, 405)
        self.assertEqual(self.stored(), before)
        self.assertEqual(len(self.run_alerts()), 1)


if __name__ == "__main__":
    main()
