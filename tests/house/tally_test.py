#!/usr/bin/env python3
"""What tally.py makes of the logs of meson tests."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import tally  # noqa: E402

CASES = "[doctest] test cases: 12 | 12 passed | 0 failed | 0 skipped\n[doctest] Status: SUCCESS!\n"


def entry(stdout="", result="OK", stderr="", name="some_test", command=("some_test",)):
    return {
        "name": name,
        "stdout": stdout,
        "stderr": stderr,
        "result": result,
        "command": list(command),
    }


class CountsOfOneExecutable(unittest.TestCase):
    def expect(self, text, **given):
        self.assertEqual(str(tally.counts(entry(**given))), text)

    def test_doctest_cases_are_counted(self):
        self.expect("12 passed, 0 failed", stdout=CASES)

    def test_padded_numbers_and_colours_are_read(self):
        self.expect(
            "9 passed, 3 failed",
            stdout="\x1b[0;36m[doctest] \x1b[0mtest cases: 12 |  9 passed |  3 failed |\n",
            result="FAIL",
        )

    def test_a_doctest_run_of_no_case_is_a_failure(self):
        self.expect(
            "0 passed, 1 failed", stdout="[doctest] test cases: 0 | 0 passed | 0 failed | 7 skipped"
        )

    def test_cases_marked_to_be_skipped_count_as_skipped(self):
        line = "[doctest] test cases: 2 | 2 passed | 0 failed | 1 skipped"
        self.expect("2 passed, 0 failed, 1 skipped", stdout=line)

    def test_cases_that_a_filter_leaves_out_do_not_count(self):
        line = "[doctest] test cases: 2 | 2 passed | 0 failed | 9 skipped"
        for option in ("-ts=golden", "--test-suite=golden", "--dt-tc=a*", "-tse=golden"):
            with self.subTest(option):
                self.expect("2 passed, 0 failed", stdout=line, command=("base_test", option))

    def test_a_case_that_says_it_skips_itself_counts_as_skipped(self):
        for said in ("skipped: no reference", "a_test.cc:3: MESSAGE: skipped: no reference"):
            with self.subTest(said):
                self.expect("11 passed, 0 failed, 1 skipped", stdout=said + "\n" + CASES)

    def test_a_crash_without_summary_is_one_failure(self):
        for result in ("FAIL", "ERROR", "TIMEOUT", "INTERRUPT"):
            with self.subTest(result):
                self.expect("0 passed, 1 failed", stdout="half a line", result=result)

    def test_a_bad_end_after_a_good_summary_is_one_failure(self):
        self.expect("12 passed, 1 failed", stdout=CASES, result="FAIL", stderr="LeakSanitizer")

    def test_a_program_without_summary_counts_as_one(self):
        self.expect("1 passed, 0 failed", stdout="fine", result="OK")
        self.expect("0 passed, 0 failed, 1 skipped", stdout="", result="SKIP")

    def test_summaries_of_several_programs_add_up(self):
        self.expect("24 passed, 0 failed", stdout=CASES + CASES)

    def test_unittest_summaries_are_read(self):
        cases = [
            ("Ran 7 tests in 0.5s\n\nOK\n", "OK", "7 passed, 0 failed"),
            ("Ran 1 test in 0.001s\n\nOK\n", "OK", "1 passed, 0 failed"),
            ("Ran 7 tests in 0.5s\n\nOK (skipped=2)\n", "OK", "5 passed, 0 failed, 2 skipped"),
            (
                "Ran 7 tests in 0.5s\n\nFAILED (failures=1, errors=2, skipped=1)\n",
                "FAIL",
                "3 passed, 3 failed, 1 skipped",
            ),
            (
                "Ran 3 tests in 0.5s\n\nFAILED (expected failures=1, unexpected successes=1)\n",
                "FAIL",
                "2 passed, 1 failed",
            ),
            ("Ran 0 tests in 0.000s\n\nOK\n", "OK", "0 passed, 1 failed"),
            ("Ran 0 tests in 0.0s\n\nFAILED (errors=1)\n", "FAIL", "0 passed, 1 failed"),
            ("Ran 0 tests in 0.0s\n\nNO TESTS RAN\n", "FAIL", "0 passed, 1 failed"),
        ]
        for output, result, text in cases:
            with self.subTest(output):
                self.expect(text, stderr=output, result=result)

    def test_node_summaries_are_read(self):
        def node(tests, passed, failed=0, cancelled=0, skipped=0, todo=0, sign="#"):
            counts = {"tests": tests, "suites": 0, "pass": passed, "fail": failed,
                      "cancelled": cancelled, "skipped": skipped, "todo": todo,
                      "duration_ms": 12.5}
            return "".join(f"{sign} {name} {count}\n" for name, count in counts.items())

        said_why = "ok 3 - it flies # SKIP there is no wing\n"
        cases = [
            (node(7, 7), "OK", "7 passed, 0 failed"),
            (node(7, 7, sign="ℹ"), "OK", "7 passed, 0 failed"),
            (node(7, 4, 2, 1), "FAIL", "4 passed, 3 failed"),
            (node(7, 6, todo=1), "OK", "6 passed, 1 failed"),
            (node(0, 0), "OK", "0 passed, 1 failed"),
            (said_why + node(7, 6, skipped=1), "OK", "6 passed, 0 failed, 1 skipped"),
            ("﹣ it flies (0.1ms) # no wing\n" + node(7, 6, skipped=1, sign="ℹ"), "OK",
             "6 passed, 0 failed, 1 skipped"),
            ("ok 3 - it flies # SKIP\n" + node(7, 6, skipped=1), "OK", "6 passed, 1 failed"),
            ("ok 1 - it flies\n" + node(1, 1), "FAIL", "1 passed, 1 failed"),
        ]
        for output, result, text in cases:
            with self.subTest(output):
                self.expect(text, stdout=output, result=result)
        self.assertEqual(tally.reasons(said_why + node(1, 0, skipped=1)), ["there is no wing"])

    def test_a_real_unittest_run_is_read(self):
        script = (
            "import unittest\n"
            "class T(unittest.TestCase):\n"
            "    def test_a(self): pass\n"
            "    def test_b(self): self.skipTest('no disk')\n"
            "    def test_c(self): self.fail()\n"
            "unittest.main(verbosity=2)\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False
        )
        self.expect("1 passed, 1 failed, 1 skipped", stderr=run.stderr, result="FAIL")
        self.assertEqual(tally.reasons(run.stderr), ["no disk"])


class TheProgram(unittest.TestCase):
    def run_on(self, *entries, options=()):
        with tempfile.TemporaryDirectory() as folder:
            logs = pathlib.Path(folder) / "meson-logs"
            logs.mkdir()
            (logs / "testlog.json").write_text("".join(json.dumps(e) + "\n" for e in entries))
            return self.run_in(folder, *options)

    def run_in(self, *arguments):
        return subprocess.run(
            [sys.executable, tally.__file__, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )

    def last_line(self, run):
        return run.stdout.splitlines()[-1]

    def test_the_last_line_is_the_sum_of_all_suites(self):
        run = self.run_on(
            entry(CASES, name="unit / base"),
            entry(stderr="Ran 3 tests in 0.1s\n\nOK\n", name="house / tally"),
        )
        self.assertEqual(self.last_line(run), "15 passed, 0 failed")
        self.assertRegex(run.stdout, r"(?m)^unit / base +12 passed, 0 failed$")
        self.assertEqual(run.returncode, 0)

    def test_reasons_for_skipping_stand_above_the_last_line(self):
        run = self.run_on(entry("skipped: no reference material\n" + CASES, name="unit / base"))
        self.assertEqual(
            run.stdout.splitlines()[-2:],
            ["skipped: no reference material (unit / base)", "11 passed, 0 failed, 1 skipped"],
        )
        self.assertEqual(run.returncode, 0)

    def test_a_failure_is_told_by_the_exit_status(self):
        run = self.run_on(entry(CASES), entry(result="TIMEOUT"))
        self.assertEqual(self.last_line(run), "12 passed, 1 failed")
        self.assertEqual(run.returncode, 1)

    def test_a_run_of_nothing_is_a_failure(self):
        for run in (self.run_on(), self.run_in("/nonexistent"), self.run_on(entry(result="SKIP"))):
            self.assertIn("No test ran.", run.stdout)
            self.assertEqual(run.returncode, 1)
        self.assertEqual(self.last_line(self.run_on()), "0 passed, 0 failed")

    def test_sums_are_appended_for_a_caller_that_adds_them_up(self):
        with tempfile.TemporaryDirectory() as folder:
            sums = pathlib.Path(folder) / "sums"
            sums.write_text("1 0 0\n")
            run = self.run_on(entry(CASES), options=("--sums", str(sums)))
            self.assertEqual(sums.read_text(), "1 0 0\n12 0 0\n")
        self.assertNotRegex(run.stdout, r"(?m)^\d+ passed, \d+ failed")


if __name__ == "__main__":
    unittest.main()
