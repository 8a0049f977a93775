#include "indexer/index/story_grouper.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/maintenance.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/stories.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

namespace nutgraf::tests::in_story_grouper_test {

using namespace nutgraf;
using namespace nutgraf::index;
namespace fs = std::filesystem;

namespace {

using Stories = std::vector<std::string>;

std::string words(int first, int count) {
    std::string text;
    for (int i = first; i < first + count; ++i) text += "word" + std::to_string(i) + " ";
    return text;
}

archive::Article on(const std::string& id, const std::string& day, const std::string& body) {
    archive::Article made = article(id, body);
    if (const auto days = parse_day_span(day)) made.published = archive::Published{*days};
    return made;
}

/// An index and its writer, which is closed for a rebuild.
class Shelf {
public:
    Shelf() { open(); }

    void put(const archive::Article& article) { writer_->add(article, noon); }
    void remove(const std::string& id) { CHECK(writer_->remove(id, noon)); }

    /// The stories as they are after a commit. They agree with the articles, and with those that
    /// the journal alone gives.
    Stories stories() {
        writer_->commit();
        CHECK(faults_of(place()) == "");
        return stories_in(place());
    }

    Stories rebuilt() {
        writer_.reset();
        rebuild_index(place(), [](std::uint64_t) {});
        open();
        return stories_in(place());
    }

    fs::path place() const { return folder_.path() / "index"; }

private:
    void open() { writer_ = std::make_unique<IndexWriter>(place()); }

    ScratchFolder folder_;
    std::unique_ptr<IndexWriter> writer_;
};

/// A text that has the words of another, changed as papers change what they print.
std::string varied(const std::vector<std::string>& paragraphs, int number, std::mt19937& random) {
    std::vector<std::string> kept = paragraphs;
    if (random() % 2 == 0) kept.pop_back();
    if (random() % 3 == 0) std::swap(kept.front(), kept.back());
    if (random() % 2 == 0) kept.push_back(words(1'000'000 + number * 1000, 15));
    std::string text;
    for (const std::string& paragraph : kept) text += paragraph + "\n";
    return text;
}

/// Articles of some stories, the copies of each among those of the others.
std::vector<archive::Article> invented(std::mt19937& random) {
    std::vector<archive::Article> articles;
    for (int story = 0; story < 8; ++story) {
        std::vector<std::string> paragraphs;
        for (int i = 0; i < 6; ++i)
            paragraphs.push_back(
                words(story * 1000 + i * 40, 30 + static_cast<int>(random() % 10)));
        const auto copies = 1 + random() % 5;
        for (std::size_t copy = 0; copy < copies; ++copy) {
            const int number = story * 10 + static_cast<int>(copy);
            const std::string day = "2019-05-" + std::to_string(10 + random() % 20);
            articles.push_back(on(std::to_string(number), day, varied(paragraphs, number, random)));
        }
    }
    return articles;
}

/// The stories that comparing every article with every other gives.
Stories by_brute_force(const std::vector<archive::Article>& articles) {
    std::vector<archive::Shingles> shingles;
    for (const archive::Article& article : articles)
        shingles.push_back(archive::shingles_of(analyzers::tokenise(text_of(article))));
    StoryGroups groups;
    for (std::size_t i = 0; i < articles.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j)
            if (i == j || archive::are_copies(shingles[i], shingles[j]))
                groups.join(groups.of_document(static_cast<Xapian::docid>(i + 1)),
                            groups.of_document(static_cast<Xapian::docid>(j + 1)));
    Stories stories;
    for (const StoryGroups::Group& group : groups.groups()) {
        std::vector<std::string> ids;
        for (const Xapian::docid number : group.documents) ids.push_back(articles[number - 1].id);
        std::ranges::sort(ids);
        std::string line;
        for (const std::string& id : ids) line += id + " ";
        if (ids.size() > 1) stories.push_back(line);
    }
    std::ranges::sort(stories);
    return stories;
}

/// The same stories whatever the order within them is.
Stories without_order(const Stories& stories) {
    Stories sorted;
    for (const std::string& story : stories) {
        std::vector<std::string> ids;
        for (std::size_t begin = 0; begin < story.size();) {
            const std::size_t end = std::min(story.find(' ', begin), story.size());
            ids.push_back(story.substr(begin, end - begin));
            begin = end + 1;
        }
        std::ranges::sort(ids);
        std::string line;
        for (const std::string& id : ids) line += id + " ";
        sorted.push_back(line);
    }
    std::ranges::sort(sorted);
    return sorted;
}

}  // namespace

TEST_CASE("copies are a story, the earliest first, whatever came in first") {
    Shelf shelf;
    shelf.put(on("undated", "", words(0, 100)));
    shelf.put(on("third", "2019-05-12", words(0, 90)));
    CHECK(shelf.stories() == Stories{"third undated"});
    shelf.put(on("first", "2019-05-10", words(0, 100) + words(500, 10)));
    shelf.put(on("another", "2019-05-01", words(700, 100)));
    CHECK(shelf.stories() == Stories{"first third undated"});
    CHECK(shelf.rebuilt() == Stories{"first third undated"});
    shelf.put(on("of the same day", "2019-05-10", words(5, 100)));
    CHECK(shelf.stories() == Stories{"first of the same day third undated"});
}

TEST_CASE("articles without much text are in no story") {
    Shelf shelf;
    shelf.put(on("1", "2019-05-10", "Read more in the paper."));
    shelf.put(on("2", "2019-05-11", "Read more in the paper."));
    shelf.put(on("3", "2019-05-10", ""));
    CHECK(shelf.stories().empty());
}

TEST_CASE("a story falls apart when the article that joins it goes, and only then") {
    // "a" and "b" have the ends of a text, and share nothing; "ab" has both.
    const archive::Article a = on("a", "2019-05-10", words(0, 60));
    const archive::Article b = on("b", "2019-05-11", words(60, 60));
    const archive::Article both = on("ab", "2019-05-12", words(0, 120));
    Shelf shelf;
    for (const archive::Article& article : {a, both, b}) shelf.put(article);
    CHECK(shelf.stories() == Stories{"a b ab"});
    SUBCASE("the first goes") {
        shelf.remove("a");
        CHECK(shelf.stories() == Stories{"b ab"});
    }
    SUBCASE("the bridge goes") {
        shelf.remove("ab");
        CHECK(shelf.stories().empty());
        shelf.put(both);
        CHECK(shelf.stories() == Stories{"a b ab"});
    }
    SUBCASE("the bridge is rewritten") {
        shelf.put(on("ab", "2019-05-12", words(0, 60) + words(900, 20)));
        CHECK(shelf.stories() == Stories{"a ab"});
    }
    SUBCASE("the bridge becomes the first") {
        shelf.put(on("ab", "2019-05-01", words(0, 120)));
        CHECK(shelf.stories() == Stories{"ab a b"});
    }
    SUBCASE("all go") {
        for (const char* id : {"a", "ab", "b"}) shelf.remove(id);
        CHECK(shelf.stories().empty());
    }
    SUBCASE("one comes and goes between two commits") {
        shelf.put(on("c", "2019-05-01", words(0, 60)));
        shelf.remove("c");
        CHECK(shelf.stories() == Stories{"a b ab"});
    }
    const Stories before = shelf.stories();
    CHECK(shelf.rebuilt() == before);
}

TEST_CASE("a round-up that holds many articles joins none of them") {
    Shelf shelf;
    std::string all;
    for (int i = 0; i < 6; ++i) {
        shelf.put(on(std::to_string(i), "2019-05-10", words(i * 1000, 60)));
        all += words(i * 1000, 60) + "\n";
    }
    shelf.put(on("round-up", "2019-05-11", all));
    CHECK(shelf.stories().empty());
}

TEST_CASE("a story may have more copies than are looked at for one shingle") {
    Shelf shelf;
    for (int i = 0; i < 250; ++i)
        shelf.put(on(std::to_string(i), "2019-05-10", words(0, 60) + std::to_string(i)));
    const Stories stories = shelf.stories();
    REQUIRE(stories.size() == 1);
    CHECK(std::ranges::count(stories.front(), ' ') == 249);
    shelf.remove("0");
    CHECK(std::ranges::count(shelf.stories().front(), ' ') == 248);
}

TEST_CASE("the same articles make the same stories in any order, and after any changes") {
    for (unsigned seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::vector<archive::Article> articles = invented(random);
        const Stories expected = by_brute_force(articles);
        std::shuffle(articles.begin(), articles.end(), random);
        Shelf shelf;
        for (const archive::Article& article : articles) {
            if (random() % 4 == 0) {  // Something else under its id comes first.
                shelf.put(on(article.id, "2019-04-01", articles[random() % articles.size()].body));
                if (random() % 2 == 0) shelf.stories();
                if (random() % 2 == 0) shelf.remove(article.id);
            }
            shelf.put(article);
            if (random() % 3 == 0) shelf.stories();
        }
        const Stories found = shelf.stories();
        CHECK(without_order(found) == expected);
        CHECK(shelf.rebuilt() == found);
    }
}

}  // namespace nutgraf::tests::in_story_grouper_test
