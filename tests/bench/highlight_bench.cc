// What marks and passages cost a hit, without finding and printing: `./run bench snippets` runs
// this.
#include "base/error.h"
#include "indexer/archive/open_archive.h"
#include "searchd/query/parser.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/passages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace nutgraf;

namespace {

/// An article of the length that news has.
struct Marked {
    index::StoredArticle stored;
    std::string text;
};

/// Those of a file of JSON lines whose texts have 2 to 4 KB, at most 500.
std::vector<Marked> articles_of(const std::filesystem::path& path) {
    constexpr std::size_t shortest = 2000;
    constexpr std::size_t longest = 4000;
    constexpr std::size_t most = 500;
    const auto reader = archive::open_archive({path, path.string()}, archive::Format::json_lines);
    if (!reader) throw Error(reader.error().message);
    std::vector<Marked> articles;
    while (const auto record = (*reader)->next()) {
        const auto* const article = std::get_if<archive::Article>(&record->outcome);
        if (article == nullptr || articles.size() == most) continue;
        std::string text = archive::text_of(*article);
        if (text.size() < shortest || text.size() > longest) continue;
        articles.push_back({{*article, "en", {}}, std::move(text)});
    }
    return articles;
}

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Cost {
    double microseconds = 0;  ///< A hit.
    std::size_t hits = 0;     ///< That match.
};

/// The least of five times that the hits of a query take.
Cost cost_of(std::string_view text, const std::vector<Marked>& articles) {
    constexpr int rounds = 5;
    const auto parsed = query::parse_query(text, {});
    if (!parsed) throw Error(parsed.error().message);
    search::Highlighter highlighter(parsed->query, {"en"});
    std::vector<const Marked*> matching;
    for (const Marked& article : articles) {
        const auto found = highlighter.highlights(article.stored, article.text);
        if (!found.title.empty() || !found.text.empty()) matching.push_back(&article);
    }
    double least = 0;
    for (int i = 0; i < rounds; ++i) {
        const double begin = processor_seconds();
        for (const Marked* article : matching) {
            const auto found = highlighter.highlights(article->stored, article->text);
            if (search::best_passages(article->text, found, {}).empty()) throw Error("No passage.");
        }
        const double seconds = processor_seconds() - begin;
        least = i == 0 ? seconds : std::min(least, seconds);
    }
    const auto hits = static_cast<double>(std::max<std::size_t>(1, matching.size()));
    return {least / hits * 1e6, matching.size()};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: highlight_bench ARTICLES.jsonl\n");
        return 2;
    }
    constexpr std::array<std::string_view, 7> queries = {"government",
                                                         "national economy",
                                                         "\"prime minister\"",
                                                         "econom*",
                                                         "wool OR wheat OR beef OR coal OR iron",
                                                         "government NEAR/10 state",
                                                         "the of and"};
    const std::vector<Marked> articles = articles_of(argv[1]);
    std::size_t bytes = 0;
    for (const Marked& article : articles) bytes += article.text.size();
    fmt::print("{} articles of {:.1f} KB; marks and passages, processor time a hit, best of five\n",
               articles.size(),
               static_cast<double>(bytes) / 1000 /
                   static_cast<double>(std::max<std::size_t>(1, articles.size())));
    double sum = 0;
    for (const std::string_view query : queries) {
        const Cost cost = cost_of(query, articles);
        sum += cost.microseconds;
        fmt::print("{:>8.1f} us  {:>4} hits  {}\n", cost.microseconds, cost.hits, query);
    }
    fmt::print("{:>8.1f} us  on average\n", sum / static_cast<double>(queries.size()));
    return 0;
}
