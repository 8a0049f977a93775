#include "indexer/index/statistics.h"

#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_statistics_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

namespace {

std::string printed(const std::vector<Count>& counts) {
    std::string text;
    for (const Count& count : counts) text += fmt::format("{}={} ", count.name, count.articles);
    return text;
}

}  // namespace

TEST_CASE("the statistics say what an index holds") {
    const ScratchFolder folder;
    const auto place = folder.path() / "index";
    IndexWriter writer(place);
    CHECK(statistics_of(place).articles == 0);
    CHECK_FALSE(statistics_of(place).published);
    struct Row {
        std::string id, lang, source, published;
    };
    const Row rows[] = {
        {"1", "en", "Courier", "2019-05-10"},
        {"2", "en", "Post", "1066"},
        {"3", "de", "Courier", ""},
        {"4", "fr", "", "2019-05"},
        {"5", "en", "Abend", ""},
    };
    for (const Row& row : rows) {
        archive::Article made = article(row.id);
        made.lang = row.lang;
        made.source = row.source;
        if (const auto days = parse_day_span(row.published))
            made.published = archive::Published{*days};
        writer.add(made, noon);
    }
    writer.commit();
    writer.add(article("6"), noon);
    writer.remove("1", noon);
    writer.flush();
    const Statistics statistics = statistics_of(place);
    CHECK(statistics.uuid == read_manifest(place)->uuid);
    CHECK(statistics.articles == 5);
    CHECK(statistics.sequence == 5);
    CHECK(statistics.waiting == 2);
    CHECK(statistics.undated == 2);
    CHECK(statistics.published ==
          DaySpan{parse_day_span("1066")->first, parse_day_span("2019-05")->last});
    CHECK(printed(statistics.languages) == "en=3 de=1 fr=1 ");
    CHECK(printed(statistics.sources) == "Courier=2 Abend=1 Post=1 ");
    CHECK(statistics.journal_bytes ==
          std::filesystem::file_size(place / "articles" / "00000001.zst"));
    CHECK(statistics.database_bytes > 8192);
    writer.commit();
    CHECK(statistics_of(place).waiting == 0);
    CHECK(statistics_of(place).articles == 5);
}

TEST_CASE("where there is no index, there are no statistics") {
    const ScratchFolder folder;
    CHECK(failure([&] { statistics_of(folder.path()); }).starts_with("There is no index in "));
}

}  // namespace nutgraf::tests::in_statistics_test
