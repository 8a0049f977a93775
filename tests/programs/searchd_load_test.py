#!/usr/bin/env python3
"""The daemon under many clients, during commits and rebuilds, and how it starts and ends."""

import contextlib
import http.client
import os
import socket
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import support
import web
from support import Daemon, ProgramTest, error, sample_index
from web import ask, ask_on, search


class ManyClients(ProgramTest):
    def test_200_clients_at_once_are_all_answered(self):
        with Daemon(sample_index()) as daemon, ThreadPoolExecutor(200) as clients:
            gate = threading.Barrier(200)

            def client(number):
                gate.wait(30)
                return search(daemon.port, "huawei", limit=1, offset=number % 10).status

            statuses = list(clients.map(client, range(200)))
        self.assertEqual(statuses, [200] * 200)

    def test_it_goes_on_after_connections_that_were_broken_off(self):
        with Daemon(sample_index()) as daemon:
            for number in range(50):
                peer = socket.create_connection(("127.0.0.1", daemon.port))
                if number % 3:
                    peer.sendall(b"GET /search?q=huawei HTTP/1.1\r\nHost: localhost\r\n")
                if number % 3 == 2:
                    peer.sendall(b"\r\n")
                # Closing sends a reset instead of an orderly end.
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                peer.close()
            self.assertEqual(search(daemon.port, "huawei").status, 200)
            self.assertEqual(daemon.end(), 0)

    def test_idle_connections_do_not_keep_others_waiting_long(self):
        with Daemon(sample_index()) as daemon, contextlib.ExitStack() as idle:
            for _ in range(100):
                idle.enter_context(socket.create_connection(("127.0.0.1", daemon.port)))
            started = time.monotonic()
            self.assertEqual(search(daemon.port, "huawei").status, 200)
            self.assertLess(time.monotonic() - started, 8)


class Changing(ProgramTest):
    """Four clients search without a pause while the index changes."""

    def searching_while(self, change):
        """The statuses and totals of all answers; `change` is called with the daemon's port."""
        answers, is_over = [], threading.Event()

        def client(port):
            with contextlib.closing(web.connection(port)) as connection:
                while not is_over.is_set():
                    answer = ask_on(connection, "/api/v1/search?q=the&limit=5")
                    total = answer.json()["total"]["value"] if answer.status == 200 else answer.body
                    answers.append((answer.status, total))

        with Daemon(self.index) as daemon:
            clients = [threading.Thread(target=client, args=(daemon.port,)) for _ in range(4)]
            for thread in clients:
                thread.start()
            try:
                change(daemon.port)
            finally:
                is_over.set()
                for thread in clients:
                    thread.join()
        self.assertGreater(len(answers), 50)
        self.assertEqual([answer for answer in answers if answer[0] != 200], [])
        return [total for _, total in answers]

    def test_commits_are_seen_and_disturb_nobody(self):
        self.ok(self.indexer("add", "-", stdin=support.generated(50)))

        def add_15_times(port):
            for number in range(1, 16):
                lines = support.generated(10, first=1 + 50 * number)
                self.ok(self.indexer("add", "-", stdin=lines))
            self.assertEqual(search(port, "").json()["index"]["articles"], 200)

        totals = self.searching_while(add_15_times)
        self.assertGreater(max(totals), min(totals))

    def test_a_rebuild_is_noticed_by_nobody(self):
        self.ok(self.indexer("add", "-", stdin=support.generated(150)))

        def rebuild_5_times(port):
            for _ in range(5):
                self.ok(self.indexer("rebuild"))
            self.assertEqual(search(port, "").json()["index"]["articles"], 150)

        self.assertEqual(len(set(self.searching_while(rebuild_5_times))), 1)


class BeginningAndEnd(ProgramTest):
    def test_asked_to_stop_under_load_it_answers_what_it_has_begun(self):
        statuses, cut, is_busy = [], [], threading.Event()

        def client(port):
            with contextlib.closing(web.connection(port)) as connection:
                while True:
                    connection.request("GET", "/search?q=huawei")
                    answer = connection.getresponse()
                    try:
                        answer.read()
                    except (http.client.IncompleteRead, ConnectionError) as failure:
                        cut.append(failure)
                    statuses.append(answer.status)
                    if len(statuses) > 100:
                        is_busy.set()

        def client_until_the_end(port):
            # A connection that no answer has begun on may be closed.
            with contextlib.suppress(ConnectionError):
                client(port)

        with Daemon(sample_index()) as daemon:
            clients = [threading.Thread(target=client_until_the_end, args=(daemon.port,))
                       for _ in range(8)]
            for thread in clients:
                thread.start()
            self.assertTrue(is_busy.wait(30))
            started = time.monotonic()
            self.assertEqual(daemon.end(), 0)
            self.assertLess(time.monotonic() - started, 10)
            for thread in clients:
                thread.join()
            self.assertEqual((set(statuses), cut), ({200}, []))
            self.assertIn(b" info stopped", daemon.log())

    def test_a_second_daemon_on_the_port_is_refused_with_a_sentence(self):
        with Daemon(sample_index()) as daemon:
            result = support.run("nutgraf-searchd", "--index", sample_index(), "--listen",
                                 f"127.0.0.1:{daemon.port}")
            self.ok(result, error)
            self.assertRegex(result.err,
                             r"^nutgraf-searchd: The address .* is not free to listen on; .*\.\n$")
            self.assertEqual(ask(daemon.port, "/healthz").status, 200)

    def test_other_addresses_than_loopback_are_refused(self):
        for listen in ("0.0.0.0:0", "192.0.2.1:0", "[::]:0", "example.com:80", ":8080", "*:0"):
            with self.subTest(listen):
                result = self.ok(support.run("nutgraf-searchd", "--index", sample_index(),
                                             "--listen", listen), error)
                self.assertRegex(result.err, r"^nutgraf-searchd: --listen: .*\.\n$")
        for listen in ("127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
                       "127.0.0.1:http", ""):
            with self.subTest(listen):
                result = self.ok(support.run("nutgraf-searchd", "--index", sample_index(),
                                             "--listen", listen), error)
                self.assertIn("is not an address with a port, like 127.0.0.1:8080.", result.err)

    def test_without_an_index_it_says_what_to_do(self):
        result = self.ok(support.run("nutgraf-searchd", "--index", self.index, "--listen",
                                     "127.0.0.1:0"), error)
        self.assertEqual(result.out, "")
        self.assertRegex(result.err, r"There is no index in .*nutgraf-indexer add")
        self.assertFalse(self.index.exists())

    def test_it_needs_no_right_to_write(self):
        self.ok(self.indexer("add", support.sample))
        self.folder.chmod(0o755)
        paths = [self.index, *self.index.rglob("*")]
        for path in paths:
            path.chmod(0o555 if path.is_dir() else 0o444)
        # Root may write whatever the mode says.
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        try:
            with Daemon(self.index, **nobody) as daemon:
                self.assertEqual(search(daemon.port, "huawei").status, 200)
        except PermissionError:
            self.skipTest("another user may not run the programs where they are")
        finally:
            for path in paths:
                path.chmod(0o755 if path.is_dir() else 0o644)
        self.assertEqual([self.index, *self.index.rglob("*")], paths)

    def test_allowed_hosts_are_answered_for(self):
        with Daemon(sample_index(), "--allow-host", "archive.example") as daemon:
            self.assertEqual(ask(daemon.port, "/healthz", Host="archive.example").status, 200)
            self.assertEqual(ask(daemon.port, "/healthz", Host="evil.example").status, 421)


if __name__ == "__main__":
    support.main()
