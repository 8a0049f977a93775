#include "indexer/index/learned_lines.h"

#include "indexer/archive/learned_pieces.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/statistics.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

namespace nutgraf::tests::in_learned_lines_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

const std::string rules = "Our standards: the Courier keeps to its rules of fair reporting.";

/// Paragraphs that no other number has.
std::string text_of_its_own(int number) {
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "word" + std::to_string(number) + "x" + std::to_string(i) + " ";
    return text + "said all of it.";
}

archive::Article of_source(int number, const std::string& body,
                           const std::string& source = "The Courier") {
    archive::Article made = article(std::to_string(number), body);
    made.source = source;
    return made;
}

archive::Article with_footer(int number, const std::string& footer,
                             const std::string& source = "The Courier") {
    return of_source(number, text_of_its_own(number) + "\n\n" + footer, source);
}

/// An index and its writer, which is closed for a rebuild.
class House {
public:
    House() { open(); }

    AddOutcome put(const archive::Article& article) { return writer_->add(article, noon); }
    void remove(const std::string& id) { CHECK(writer_->remove(id, noon)); }

    /// Everything that is searchable, furniture and all, of an index without faults.
    std::map<std::string, archive::Article> articles() {
        writer_->commit();
        CHECK(faults_of(place()) == "");
        std::map<std::string, archive::Article> articles;
        IndexReader reader(place());
        const Xapian::Database& database = reader.database();
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            const archive::Article article = reader.article(*at).article;
            articles[article.id] = article;
        }
        return articles;
    }

    std::size_t having(const std::string& words) {
        const auto all = articles();
        return static_cast<std::size_t>(std::ranges::count_if(all, [&](const auto& entry) {
            return entry.second.body.find(words) != std::string::npos;
        }));
    }

    /// "line=articles" of each that is learned, by source.
    std::string learned() {
        writer_->commit();
        std::string text;
        for (const LearnedLine& line : all_learned(IndexReader(place()).database()))
            text += line.line + "=" + std::to_string(line.articles) + "\n";
        return text;
    }

    /// Goes on from the journal, as after a kill before any commit.
    void reopen_uncommitted() {
        writer_->flush();
        writer_.reset();
        open();
    }

    void rebuild() {
        writer_.reset();
        rebuild_index(place(), [](std::uint64_t) {});
        open();
    }

    fs::path place() const { return folder_.path() / "index"; }

private:
    void open() { writer_ = std::make_unique<IndexWriter>(place()); }

    ScratchFolder folder_;
    std::unique_ptr<IndexWriter> writer_;
};

}  // namespace

TEST_CASE("a line in eight articles of a source is furniture, also of those that came before") {
    House house;
    for (int i = 0; i < 7; ++i) house.put(with_footer(i, "Follow the Courier"));
    CHECK(house.having("Follow") == 7);
    CHECK(house.learned() == "");
    house.put(with_footer(7, "Follow the Courier"));
    CHECK(house.having("Follow") == 0);
    CHECK(house.learned() == "Follow the Courier=8\n");
    house.put(with_footer(8, "FOLLOW the courier"));
    house.put(with_footer(9, "Follow the Courier", "The Post"));
    CHECK(house.having("Follow") == 1);
    CHECK(archive::furniture_of(house.articles()["8"]) == "FOLLOW the courier\n");
    CHECK(archive::raw_text_of(house.articles()["3"]).ends_with("\n\nFollow the Courier"));
    CHECK(statistics_of(house.place()).learned_lines == 1);
    CHECK(statistics_of(house.place()).learned_sources == 1);
}

TEST_CASE("a sentence must end one article in ten, and twenty of them") {
    House house;
    for (int i = 0; i < 19; ++i) house.put(with_footer(i, rules));
    CHECK(house.learned() == "");
    house.put(with_footer(19, rules));
    CHECK(house.learned() == rules + "=20\n");
    const std::string reply = "The company did not respond to a request for comment.";
    for (int i = 20; i < 420; ++i)
        house.put(i % 20 == 0 ? with_footer(i, reply) : of_source(i, text_of_its_own(i)));
    CHECK(house.having(reply) == 20);
    CHECK(house.learned() == rules + "=20\n");
}

TEST_CASE("what is rare in a source is not learned") {
    House house;
    for (int i = 0; i < 1810; ++i) house.put(of_source(i, text_of_its_own(i)));
    for (int i = 2000; i < 2009; ++i) house.put(with_footer(i, "Printed in Prague"));
    CHECK(house.learned() == "");
}

TEST_CASE("copies of one text prove nothing, and articles that are mostly furniture do") {
    const std::string footer =
        "Follow the Courier\nAll that is fit to be read in the morning and the evening\n"
        "Write to the Courier, 12 Harbour Street, Port Callan, with your name and place";
    House house;
    for (int i = 0; i < 30; ++i) {
        archive::Article copy = with_footer(1, footer);
        copy.id = "copy " + std::to_string(i);
        house.put(copy);
    }
    CHECK(house.learned() == "");
    House briefs;
    for (int i = 0; i < 30; ++i)
        briefs.put(of_source(i, "Ship " + std::to_string(i) + " came in.\n\n" + footer));
    CHECK(std::ranges::count(briefs.learned(), '\n') == 3);
    CHECK(briefs.articles()["5"].body == "Ship 5 came in.");
}

TEST_CASE("what was only in the journal when the writer went is learned from like the rest") {
    House house;
    for (int i = 0; i < 5; ++i) house.put(with_footer(i, "Follow the Courier"));
    CHECK(house.learned() == "");
    for (int i = 5; i < 10; ++i) house.put(with_footer(i, "Follow the Courier"));
    house.reopen_uncommitted();
    CHECK(house.learned() == "Follow the Courier=10\n");
    CHECK(house.having("Follow") == 0);
}

TEST_CASE("articles without a source teach nothing") {
    House house;
    for (int i = 0; i < 30; ++i) house.put(with_footer(i, "Follow us", ""));
    CHECK(house.learned() == "");
}

TEST_CASE("the journal keeps an article as it was put, and the same again changes nothing") {
    House house;
    for (int i = 0; i < 20; ++i) house.put(with_footer(i, "Follow the Courier"));
    const archive::Article cleaned = house.articles()["3"];
    CHECK(cleaned.body == text_of_its_own(3));
    CHECK(archive::with_learned_lines(cleaned) == with_footer(3, "Follow the Courier"));
    CHECK(house.put(with_footer(3, "Follow the Courier")) == AddOutcome::unchanged);
}

TEST_CASE("what is learned is forgotten when no article has it any more") {
    House house;
    for (int i = 0; i < 10; ++i) house.put(with_footer(i, "Follow the Courier"));
    CHECK(house.learned() == "Follow the Courier=10\n");
    for (int i = 0; i < 9; ++i) house.remove(std::to_string(i));
    CHECK(house.learned() == "Follow the Courier=1\n");
    CHECK(house.having("Follow") == 0);
    house.put(of_source(9, text_of_its_own(9)));
    CHECK(house.learned() == "");
    CHECK(house.articles().size() == 1);
    CHECK(statistics_of(house.place()).learned_lines == 0);
}

TEST_CASE("the same articles give the same in any order, after any changes and when rebuilt") {
    const std::string footers[] = {"Follow the Courier", rules, "[ends]\nFollow the Courier",
                                   "* * *\nPort Callan", "No more than this"};
    for (unsigned seed = 0; seed < 6; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::vector<archive::Article> articles;
        for (int i = 0; i < 160; ++i) {
            const auto kind = random() % 5;
            articles.push_back(kind == 4 && i > 20 ? of_source(i, text_of_its_own(i))
                                                   : with_footer(i, footers[kind]));
        }
        std::map<std::string, archive::Article> expected;
        for (int round = 0; round < 2; ++round) {
            std::shuffle(articles.begin(), articles.end(), random);
            House house;
            for (const archive::Article& one : articles) {
                if (random() % 8 == 0) house.put(of_source(std::stoi(one.id), "Something else."));
                if (random() % 16 == 0) house.learned();
                house.put(one);
            }
            const auto found = house.articles();
            if (round == 0) expected = found;
            CHECK(found == expected);
            house.rebuild();
            CHECK(house.articles() == expected);
        }
        CHECK(std::ranges::any_of(expected, [](const auto& entry) {
            return archive::has_piece(entry.second.removed, archive::PieceKind::learned);
        }));
    }
}

}  // namespace nutgraf::tests::in_learned_lines_test
