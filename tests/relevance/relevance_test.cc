#include "analyzers/entities/gazetteer.h"
#include "indexer/index/index_writer.h"
#include "searchd/search/ranking.h"
#include "searchd/search/searcher.h"
#include "tests/base/scratch_folder.h"
#include "tests/relevance/judgements.h"
#include "tests/relevance/measures.h"
#include "tests/support/archive_articles.h"
#include "tests/support/checkout.h"
#include "tests/support/golden.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

namespace nutgraf::tests::in_relevance_test {

using namespace nutgraf;
using tests::JudgedQuery;
using tests::Ranking;

namespace {

constexpr std::size_t depth = 10;
constexpr std::size_t recall_depth = 5;

/// By which the sample's organisations and people are known.
const entities::Gazetteer& gazetteer() {
    static const entities::Gazetteer gazetteer(tests::folder_with("bin/entities.bin") /
                                               "bin/entities.bin");
    return gazetteer;
}

/// The day the judgements were made: no article is of the future.
constexpr std::chrono::sys_days today(std::chrono::year(2024) / 9 / 1);

/// The sample as an index, and the judgements on it.
struct Sample {
    Sample() {
        index::IndexWriter writer(folder.path() / "index", {.gazetteer = &gazetteer()});
        for (const archive::Article& article :
             tests::articles_below(tests::checkout() / "corpus/sample"))
            writer.add(article, {});
        writer.commit();
    }
    tests::ScratchFolder folder;
    std::vector<JudgedQuery> queries =
        tests::judgements_in(tests::checkout() / "corpus/judgements.tsv");
};

std::vector<std::string> top_ten(search::Searcher& searcher, const JudgedQuery& query) {
    const auto results =
        searcher.search({.text = query.text, .parse = {.today = today}, .limit = depth});
    REQUIRE(results);
    std::vector<std::string> ids;
    for (const search::Hit& hit : results->hits) ids.push_back(hit.id);
    return ids;
}

int grade_of(const JudgedQuery& query, const std::string& id) {
    const auto grade = query.grades.find(id);
    return grade == query.grades.end() ? 0 : grade->second;
}

/// What is compared with the golden files.
struct Report {
    std::string answers;
    std::string statistics = "query recall@5   MRR nDCG@10   MAP\n";
};

/// The measures of one query, or their sums.
struct Measures {
    double recall = 0;
    double reciprocal = 0;
    double ndcg = 0;
    double precision = 0;

    Measures() = default;
    explicit Measures(const Ranking& ranking)
        : recall(recall_at(ranking, recall_depth)),
          reciprocal(reciprocal_rank(ranking)),
          ndcg(ndcg_at(ranking, depth)),
          precision(average_precision(ranking)) {}

    void add(const Measures& other, double share) {
        recall += other.recall * share;
        reciprocal += other.reciprocal * share;
        ndcg += other.ndcg * share;
        precision += other.precision * share;
    }
    std::string line(const std::string& name) const {
        return fmt::format("{:5} {:8.3f} {:5.3f} {:7.3f} {:5.3f}\n", name, recall, reciprocal, ndcg,
                           precision);
    }
};

Report report() {
    const Sample sample;
    search::Searcher searcher(sample.folder.path() / "index", &gazetteer());
    Report report;
    Measures mean;
    for (const JudgedQuery& query : sample.queries) {
        CAPTURE(query.text);
        Ranking ranking;
        report.answers += fmt::format("{} {}\n", query.id, query.text);
        for (const std::string& id : top_ten(searcher, query)) {
            ranking.grades.push_back(grade_of(query, id));
            report.answers += fmt::format("  {} {}\n", ranking.grades.back(), id);
        }
        for (const auto& [id, grade] : query.grades) ranking.judged.push_back(grade);
        const Measures measures(ranking);
        report.statistics += measures.line(query.id);
        mean.add(measures, 1.0 / static_cast<double>(sample.queries.size()));
    }
    report.statistics += mean.line("mean");
    return report;
}

}  // namespace

TEST_CASE("the judged queries are answered by the articles they were answered by") {
    tests::check_golden("relevance/top_ten.txt", report().answers);
}

TEST_CASE("the judged queries are answered as well as they were") {
    tests::check_golden("relevance/rank_stats.txt", report().statistics);
}

TEST_CASE("every judged article is in the sample, and every query has one that is wanted") {
    const Sample sample;
    search::Searcher searcher(sample.folder.path() / "index", &gazetteer());
    CHECK(sample.queries.size() >= 60);
    for (const JudgedQuery& query : sample.queries) {
        CAPTURE(query.id);
        int best = 0;
        for (const auto& judgement : query.grades) {
            CAPTURE(judgement.first);
            CHECK(searcher.article(judgement.first, "", {}));
            best = std::max(best, judgement.second);
        }
        CHECK(best == 3);
    }
}

namespace {

/// The marked pieces of a text.
std::set<std::string> marked_pieces(const search::MarkedText& marked) {
    std::set<std::string> pieces;
    for (const search::Mark& mark : marked.marks)
        pieces.insert(marked.text.substr(mark.begin, mark.end - mark.begin));
    return pieces;
}

/// What a hit breaks of the promise that its snippets contain what matched; empty for nothing.
std::string breach_of(const search::Hit& hit, const search::ArticleView& view) {
    const std::set<std::string> in_text = marked_pieces(view.text);
    std::set<std::string> shown;
    for (const search::Snippet& snippet : hit.snippets) {
        if (view.text.text.find(snippet.passage.text) == std::string::npos) return "not verbatim";
        for (const std::string& piece : marked_pieces(snippet.passage)) {
            if (!in_text.contains(piece)) return "marks what the article does not: " + piece;
            shown.insert(piece);
        }
    }
    if (hit.title.marks != view.title.marks) return "other marks in the headline";
    if (!in_text.empty() && shown.empty()) return "no snippet has what matched";
    return shown.empty() && hit.title.marks.empty() ? "nothing is marked" : "";
}

}  // namespace

TEST_CASE("the snippets of every hit of the judged queries contain what matched") {
    const Sample sample;
    search::Searcher searcher(sample.folder.path() / "index", &gazetteer());
    std::size_t hits = 0;
    for (const JudgedQuery& query : sample.queries) {
        CAPTURE(query.text);
        const auto results =
            searcher.search({.text = query.text, .parse = {.today = today}, .limit = 100});
        REQUIRE(results);
        // Filters and what is left out mark nothing.
        if (search::effective_order(results->query, search::Order::relevance) !=
            search::Order::relevance)
            continue;
        for (const search::Hit& hit : results->hits) {
            CAPTURE(hit.id);
            const auto view = searcher.article(hit.id, query.text, {.today = today});
            REQUIRE(view);
            CHECK(breach_of(hit, *view) == "");
            ++hits;
        }
    }
    CHECK(hits > 100);  // Agreement on nothing would prove little.
}

}  // namespace nutgraf::tests::in_relevance_test
