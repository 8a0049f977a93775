#include "searchd/cli/help.h"

#include "base/closest.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "indexer/archive/formats.h"
#include "indexer/index/schema.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <string_view>

namespace nutgraf::cli {

namespace {

struct Topic {
    std::string_view name;
    std::string_view text;
};

constexpr std::array topics = {
    Topic{"query", R"(The query language. Quote a query, so that the shell leaves it alone.

  huawei 5g                both words; each in any of its forms
  "national security"      these words in this order, in just this form
  ban OR boycott           one of them; also ban | boycott
  huawei -germany          the first without the second; also NOT germany
  (prague OR warsaw) nato  parentheses group
  co-operation             its parts as a phrase, or the joined word
  secur*                   every word that begins so; at least three letters
  "chinese telecom*"       also in a phrase
  huawie~                  misspelt by one letter; huawie~2 by two
  =Securities              just as it is written
  huawei /s ban            in one sentence; /p in one paragraph
  huawei NEAR/5 ban        within five words; ADJ/5 in this order; NOT NEAR/5 not near
  huawei^3                 counts three times as much
  atleast3:huawei          at three places at least
  date:2019-05             published then; see nutgraf help dates
  is:original              each story once; is:copy finds the rest, story:ID all of one
  org:华为 person:coons    somebody under any name; org:#huawei by id
  url:example.com/news     a site, or what is below a path of it
  alert:telecoms           what that saved query asks for
  scotland yard            a name of somebody alone finds other names of theirs; --no-entities

An empty query finds everything, newest first. Operators are written in capitals. NEAR, ADJ,
/s and /p bind tightest, then NOT, AND, also unwritten, and OR: a b OR c is (a AND b) OR c.

Fields, before a word, a phrase or a group:
)"},
    Topic{"dates", R"(Dates, in queries and behind --from and --to.

  date:2019                     that year
  date:2019-05                  that month
  date:2019-05-10               that day
  date:2019-03..2019-05-10      from the first day of the one to the last of the other
  date:2019-03..                from then on
  date:7d..                     the last seven days and after
  date:today  date:yesterday
  date:undated                  without a known date
  after:2019-05  before:2019-05 from the first day on; until the day before
  seen:7d..  seen:2019-05       taken into the index then

Days are days in UTC; those of seen:, and what counts from today, in the zone that --tz names. An
article known only by its month matches every day of that month.
)"},
    Topic{"formats", R"(Formats of hits, chosen with --format.

  text      for people: headline, source, date, passages
  oneline   key, date, source, headline
  tsv       score, date, source, key, id, url, headline, with tabs between
  csv       a row of names, then score, id, key, url, title, source, byline, dates, language
  json      one object: the answer of the HTTP API
  jsonl     one object a hit
  atom      a feed; undated articles are left out

nutgraf count --by and nutgraf timeline write a list or a chart as text, or tsv: number, value and label;
or start, a number for each query, the archive's; or json.

nutgraf --server URL asks a daemon instead of an index, with the same output: search, show, count,
timeline, similar, suggest, explain, story, export. NUTGRAF_SERVER names one for all of them.

nutgraf show writes an article, or with --versions what it said before, as text or json.

nutgraf entity list writes organisations and people as text, json, jsonl, or tsv: articles, kind, id,
name, type, country.

nutgraf export writes whole articles, as jsonl under the names by which they are imported, or as csv
with a row of names. A csv value that a spreadsheet would run as a formula, since it begins with one
of = + - @, a tab or a carriage return, has an apostrophe before it.

Formats that nutgraf index add reads. Each file's is found by looking, also in .gz, .zst, .bz2 and .xz;
--format NAME says it instead.

)"},
    Topic{"exit-codes", R"(Exit statuses.

    0  found, or done
    1  nothing found
    2  an error, or wrong usage
  130  interrupted
)"},
};

void print_archive_formats() {
    for (const archive::FormatRow& row : archive::formats())
        fmt::print("  {:<9} {}\n", row.name, row.what);
    fmt::print(
        "\nSitemaps hold no articles: --sitemap FILE takes dates from them for the pages they "
        "list.\nFeeds on the web: nutgraf feed add URL, then nutgraf feed poll.\n");
}

void print_fields() {
    for (const index::FieldRow& row : index::schema())
        fmt::print("  {:<24} {}\n", std::string(row.name) + ":", row.help);
    for (const index::EntityRow& row : index::entity_schema())
        fmt::print("  {:<24} {}\n", std::string(row.name) + ":", row.help);
}

}  // namespace

const char* description() {
    return R"(Searches a news archive.

Examples:
  nutgraf search huawei ban                  articles with both words
  nutgraf search '"deep concern" -germany'   a phrase, and a word to leave out
  nutgraf search 'title:5g date:2019-05..'   in headlines, from May 2019 on
  nutgraf show ID                            one article
  nutgraf show ID --versions                 what it said before, and what was changed
  nutgraf similar ID                         those like it, and why
  nutgraf timeline huawei zte --by month     when, side by side
  nutgraf count huawei --by source           where
  nutgraf entity show chris-coons            who that is, and what they said
  nutgraf export --format csv date:2019      every article of a year, for a spreadsheet
  nutgraf index add FILE...                  put articles into the index
  nutgraf serve                              serve the web page
)";
}

int print_help(const std::string& topic, const std::string& program_help) {
    if (topic.empty()) {
        fmt::print("{}", program_help);
        return exit_found;
    }
    std::array<std::string_view, topics.size()> names;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        names[i] = topics[i].name;
        if (topic != topics[i].name) continue;
        fmt::print("{}", topics[i].text);
        if (topic == "query") print_fields();
        if (topic == "formats") print_archive_formats();
        return exit_found;
    }
    const auto meant = closest(topic, names);
    fmt::print(stderr, "nutgraf: There is no help on \"{}\".{} Topics: {}.\n", visible(topic),
               meant ? fmt::format(" Is \"{}\" meant?", *meant) : "", fmt::join(names, ", "));
    return exit_error;
}

}  // namespace nutgraf::cli
