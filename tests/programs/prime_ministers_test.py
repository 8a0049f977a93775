#!/usr/bin/env python3
"""Sixty years of prime ministers' speeches: an office is whoever held it on the article's day."""

import collections
import json

import support
from support import ProgramTest

# Who held the office for most of what the collection has of a year, from that year on.
holders = [
    (1959, "robert-menzies"),
    (1966, "harold-holt"),
    (1968, "john-gorton"),
    (1971, "william-mcmahon"),
    (1973, "gough-whitlam"),
    (1976, "malcolm-fraser"),
    (1983, "bob-hawke"),
    (1992, "paul-keating"),
    (1996, "john-howard"),
    (2008, "kevin-rudd"),
    (2011, "julia-gillard"),
    (2014, "tony-abbott"),
    (2016, "malcolm-turnbull"),
]
years = range(1959, 2019)


def holder_in(year):
    return max((since, person) for since, person in holders if since <= year)[1]


class PrimeMinisters(ProgramTest):
    def test_the_role_is_that_of_who_held_it_in_every_year(self):
        transcripts = support.reference / "data" / "news" / "pm-transcripts.jsonl"
        if not transcripts.is_file():
            self.skipTest(f"there is no {transcripts.name} in the reference folder")
        with open(self.folder / "mentions.jsonl", "w+b") as printed:
            process = support.start("nutgraf-indexer", "analyse", transcripts, stdout=printed)
            self.assertEqual(process.wait(timeout=1800), support.found)
            printed.seek(0)
            named = collections.defaultdict(collections.Counter)
            for record in map(json.loads, printed):
                year = int(record["published_on"][:4])
                for mention in record["mentions"]:
                    if (mention.get("role"), mention.get("country")) == ("prime-minister", "AU"):
                        named[year][mention["id"]] += not mention.get("past")
        found = {year: named[year].most_common(1)[0][0] for year in years if named[year]}
        self.maxDiff = None
        self.assertEqual(found, {year: holder_in(year) for year in years})


if __name__ == "__main__":
    support.main()
