#!/usr/bin/env python3
"""nutgraf feed: what has changed is fetched and added once, whatever a server does, through kills."""

import gzip
import os
import random
import signal
import subprocess
import threading
import time

import feed_server
import support
from feed_server import cranes, rss, sends
from support import ProgramTest, error, found, interrupted, nothing

seed = int(os.environ.get("NUTGRAF_SEED") or random.randrange(1 << 32))
kills = 60 if support.is_long else 6
os.environ["no_proxy"] = "127.0.0.1"  # Whatever stands between this machine and the web.


class Feeds(ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = feed_server.FeedServer()
        self.addCleanup(self.server.close)
        self.url = self.server.url("/feed")

    def answer(self, answer, path="/feed"):
        self.server.answers[path] = answer

    def feed(self, *words, status=found):
        return self.ok(self.nutgraf("feed", *words), status)

    def poll(self, *words, status=found):
        return self.feed("poll", *words, status=status)

    def known(self):
        return self.feed("list", "--json").json()["feeds"]

    def refuses(self, answer, reason, *words):
        """Polls a feed whose server answers so, and expects the reason."""
        self.answer(answer)
        result = self.poll(*words, status=error)
        self.assertIn(f"{self.url}: {reason}", result.err)
        self.assertEqual(self.known()[0]["failure"], reason)


class TheList(Feeds):
    def test_feeds_are_added_listed_and_removed(self):
        self.assertEqual(self.feed("list", status=nothing).out, "")
        self.feed("add", self.url)
        self.feed("add", "https://c.example/b", "--source", "The Courier")
        self.assertIn("is in the list already", self.feed("add", self.url, status=nothing).err)
        self.assertEqual(self.feed("list").out,
                         f"not polled yet        {self.url}\n"
                         "not polled yet        https://c.example/b\n")
        self.assertEqual(self.known(), [{"url": self.url}, {"url": "https://c.example/b",
                                                            "source": "The Courier"}])
        self.feed("rm", self.url)
        self.assertIn("There is no feed", self.feed("rm", self.url, status=nothing).err)
        self.assertEqual(len(self.known()), 1)

    def test_what_is_no_address_is_refused(self):
        for wrong in ("c.example/feed", "file:///etc/passwd", "http://", "http://a b"):
            with self.subTest(wrong=wrong):
                self.assertIn("is no address of a feed", self.feed("add", wrong, status=error).err)

    def test_a_damaged_list_is_named_and_the_index_still_serves(self):
        self.answer(sends(rss(cranes(1))))
        self.feed("add", self.url)
        self.poll()
        (self.index / "feeds.json").write_text('{"feeds": 1}')
        self.assertIn("feeds.json\" is damaged", self.poll(status=error).err)
        self.assertEqual(self.ids(), ["c-1"])

    def test_nothing_to_poll_is_said(self):
        self.assertIn("There are no feeds to poll", self.poll(status=nothing).err)
        self.feed("add", self.url)
        self.assertIn("There is no feed", self.poll("http://other.example/", status=error).err)


class Polling(Feeds):
    def setUp(self):
        super().setUp()
        self.feed("add", self.url)

    def test_articles_come_into_the_index_with_addresses_seen_from_the_feed(self):
        self.answer(sends(rss(cranes(1), cranes(2))))
        self.assertIn("2 added, 0 replaced, 0 unchanged, 0 refused", self.poll().err)
        self.assertEqual(self.ids(), ["c-1", "c-2"])
        article = self.nutgraf("show", "--json", "c-1").json()
        self.assertEqual(article["url"], self.server.url("/c-1"))
        self.assertEqual(article["source"], "The Courier")

    def test_what_has_not_changed_is_not_sent_again(self):
        self.answer(feed_server.sends_unless_known(rss(cranes(1)), '"one"'))
        self.poll()
        self.assertEqual(self.known()[0]["etag"], '"one"')
        self.assertIn("nothing new", self.poll().err)
        self.assertEqual(self.server.asked("/feed")[1]["If-None-Match"], '"one"')
        self.answer(sends(rss(cranes(2)), Last_Modified="Fri, 10 May 2019 01:00:00 GMT"))
        self.poll()
        self.poll()
        last = self.server.asked("/feed")[-1]
        self.assertEqual(last["If-Modified-Since"], "Fri, 10 May 2019 01:00:00 GMT")
        self.assertNotIn("If-None-Match", last)
        self.assertEqual(self.ids(), ["c-1", "c-2"])

    def test_a_changed_item_replaces_its_article(self):
        self.answer(sends(rss(cranes(1), cranes(2))))
        self.poll()
        self.answer(sends(rss(cranes(1, "The cranes move again."), cranes(2), cranes(3))))
        self.assertIn("1 added, 1 replaced, 1 unchanged", self.poll().err)
        self.assertEqual(self.ids("again"), ["c-1"])

    def test_packed_answers_and_feeds_of_other_kinds_are_read(self):
        self.answer(feed_server.sends_packed(rss(cranes(1))))
        self.poll()
        self.answer(sends(b'{"version":"https://jsonfeed.org/version/1.1","title":"C","items":'
                          b'[{"id":"c-2","title":"Cranes","content_text":"They stand."}]}'))
        self.poll()
        self.answer(sends(b'<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry>'
                          b"<id>urn:c-3</id><title>Ships</title></entry></feed>"))
        self.poll()
        self.assertEqual(self.ids(), ["c-1", "c-2", "urn:c-3"])

    def test_a_feed_that_has_moved_for_good_is_asked_there_from_then_on(self):
        self.answer(feed_server.redirects("/new", 301))
        self.answer(feed_server.redirects("/newer", 308), "/new")
        self.answer(sends(rss(cranes(1)), ETag='"one"'), "/newer")
        self.assertIn("has moved to", self.poll().err)
        self.assertEqual(self.known()[0]["url"], self.server.url("/newer"))
        self.poll()
        self.assertEqual(len(self.server.asked("/feed")), 1)
        self.answer(feed_server.redirects("/feed", 302), "/newer")
        self.answer(sends(rss(cranes(2))))
        self.poll()
        self.assertEqual(self.known()[0]["url"], self.server.url("/newer"))
        self.assertEqual(self.ids(), ["c-1", "c-2"])

    def test_redirects_go_round_or_elsewhere_only_so_far(self):
        self.refuses(feed_server.redirects("/feed", 301), "The server redirects more than 5 times.")
        self.answer(feed_server.redirects("file:///etc/passwd", 302))
        result = self.poll(status=error)
        self.assertIn("could not be asked", result.err)
        self.assertNotIn("root:", result.out + result.err)

    def test_what_a_server_refuses_is_told_and_the_other_feeds_go_on(self):
        other = self.server.url("/other")
        self.feed("add", other)
        self.answer(sends(rss(cranes(1))), "/other")
        for status, meaning in ((404, " (not found)"), (500, " (the server has failed)"),
                                (410, " (gone for good)"), (418, "")):
            with self.subTest(status=status):
                self.refuses(sends(b"no", status), f"The server answered {status}{meaning}.")
        self.assertEqual(self.known()[0]["failures"], 4)
        self.assertEqual(self.ids(), ["c-1"])
        self.assertNotIn("failure", self.known()[1])
        self.answer(sends(rss(cranes(2))))
        self.poll(self.url)
        self.assertNotIn("failures", self.known()[0])

    def test_a_page_is_no_feed(self):
        self.refuses(sends(b"<!DOCTYPE html><title>Sign in</title><p>Your password?</p>"),
                     "What the server sends is no feed, but an HTML page.")
        self.refuses(sends(b"Moved."),
                     "What the server sends is no feed, but plain text, one article a file.")
        self.assertEqual(self.ids(), [])

    def test_a_slow_server_is_not_waited_for(self):
        until = threading.Event()
        self.addCleanup(until.set)
        begin = time.monotonic()
        self.refuses(feed_server.waits(until), "The server took longer than 0.5 s.",
                     "--timeout", "0.5")
        self.assertLess(time.monotonic() - begin, 30)

    def test_an_interrupt_ends_the_waiting(self):
        asked, until = threading.Event(), threading.Event()
        self.addCleanup(until.set)

        def answer(handler):
            asked.set()
            feed_server.waits(until)(handler)

        self.answer(answer)
        process = support.start("nutgraf-indexer", "--index", self.index, "feed", "poll",
                                stderr=subprocess.DEVNULL)
        self.assertTrue(asked.wait(30))
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(30), interrupted)
        self.assertEqual(self.known(), [{"url": self.url}])

    def test_a_server_that_is_not_there_is_told(self):
        self.feed("rm", self.url)
        self.server.close()
        self.feed("add", self.url)
        self.assertIn("The server could not be asked", self.poll(status=error).err)

    def test_too_much_is_refused_also_when_it_is_packed(self):
        sends_too_much = "The server sends more than 32 MiB."
        self.refuses(feed_server.never_ends(b" " * 1024 * 1024), sends_too_much)
        bomb = gzip.compress(b" " * 40 * 1024 * 1024)
        self.refuses(sends(bomb, Content_Encoding="gzip"), sends_too_much)

    def test_an_answer_that_breaks_off_is_no_answer(self):
        self.refuses(feed_server.breaks_off(rss(cranes(1))),
                     "The server broke off in the middle of its answer.")
        self.assertEqual(self.ids(), [])

    def test_broken_xml_gives_what_stands_before_and_is_asked_for_again(self):
        whole = rss(cranes(1), cranes(2))
        self.answer(sends(whole[:whole.rindex(b"<title>")], ETag='"broken"'))
        result = self.poll(status=error)
        self.assertIn(f"{self.url}:2: refused: The XML is not well formed", result.err)
        self.assertNotIn("etag", self.known()[0])
        self.answer(sends(whole, ETag='"whole"'))
        self.assertIn("1 added, 0 replaced, 1 unchanged", self.poll().err)
        self.assertNotIn("If-None-Match", self.server.asked("/feed")[1])
        self.assertEqual(self.ids(), ["c-1", "c-2"])
        self.answer(sends(whole[:-20], ETag='"broken"'))
        self.poll("--allow-rejects")
        self.assertEqual(self.known()[0]["etag"], '"broken"')

    def test_no_control_of_a_server_reaches_the_terminal(self):
        self.answer(sends(rss(cranes("\u202e1")).replace(b"Headline", b"&#27;[2J"), ETag="a\x1bb"))
        result = self.poll()
        self.assertIsNone(support.dangerous.search(result.out + result.err))
        self.assertNotIn("etag", self.known()[0])


class Kills(Feeds):
    def test_a_poll_that_is_killed_loses_nothing_and_adds_nothing_twice(self):
        chance = random.Random(seed)
        count = 300
        content = rss(*(cranes(number) for number in range(count)))
        self.answer(feed_server.sends_unless_known(content, '"all"'))
        self.feed("add", self.url)
        for _ in range(kills):
            process = support.start("nutgraf-indexer", "--index", self.index, "feed", "poll",
                                    stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 1.5))
            process.kill()
            process.wait()
            has_validator = "etag" in self.known()[0]
            if has_validator:
                # What is not asked for again is there.
                self.assertEqual(len(self.articles()), count, f"seed {seed}")
        self.poll()
        articles = self.articles()
        self.assertEqual(len(articles), count, f"seed {seed}")
        self.assertEqual(len(set(articles)), count, f"seed {seed}")
        self.assertEqual(self.known()[0]["etag"], '"all"')
        self.ok(self.indexer("verify"))

    def articles(self):
        # Opening the index for writing takes in what the journal has and a kill left behind.
        self.indexer("remove", "nobody")
        return self.ids()


if __name__ == "__main__":
    support.main()
