// What grouping copies costs by itself: how many articles a second, and how much memory, when an
// index of many articles is made of nothing but what stories need. `./run bench stories --million`
// runs it.

#include "analyzers/text/tokenizer.h"
#include "base/error.h"
#include "indexer/archive/shingles.h"
#include "indexer/index/schema.h"
#include "indexer/index/story_grouper.h"
#include "indexer/index/terms.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <random>
#include <string>

namespace {

using namespace nutgraf;
using namespace nutgraf::index;

constexpr std::size_t articles_of_a_commit = 4000;
constexpr unsigned copies_in_a_hundred = 10;

/// Words of an article: a copy's are those of the one before it by some, but for its ending.
std::string text_of(std::uint64_t number, std::uint64_t original) {
    constexpr int words = 60;
    constexpr int new_words = 12;
    std::string text;
    for (int i = 0; i < words; ++i)
        text += fmt::format("w{:x} ", (i < words - new_words ? original : number) * 64 +
                                          static_cast<std::uint64_t>(i));
    return text;
}

Xapian::Document document(std::uint64_t number, std::uint64_t original, RecordCodec& codec) {
    StoredArticle stored;
    stored.article.id = fmt::format("synthetic-{}", number);
    stored.article.body = text_of(number, original);
    Xapian::Document made;
    made.add_boolean_term(id_term(stored.article.id));
    const auto shingles = archive::shingles_of(analyzers::tokenise(stored.article.body));
    for (const std::uint64_t shingle : archive::sketch_of(shingles))
        made.add_boolean_term(sketch_term(shingle));
    made.add_value(static_cast<Xapian::valueno>(Slot::sequence), encoded_number(number));
    made.set_data(codec.encoded(stored));
    return made;
}

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr long kilobytes_a_megabyte = 1024;
    return usage.ru_maxrss / kilobytes_a_megabyte;
}

double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: stories_bench FOLDER ARTICLES\n");
        return 2;
    }
    const std::uint64_t articles = std::stoull(argv[2]);
    Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE);
    RecordCodec codec;
    StoryGrouper stories(database, codec);
    std::mt19937_64 random(1);
    double grouping = 0;
    const double start = processor_time();
    const auto commit = [&] {
        const double begin = processor_time();
        stories.regroup();
        grouping += processor_time() - begin;
        database.commit();
    };
    for (std::uint64_t number = 1; number <= articles; ++number) {
        const bool is_copy = number > 1 && random() % 100 < copies_in_a_hundred;
        const std::uint64_t original = is_copy ? 1 + random() % (number - 1) : number;
        stories.note_put(database.add_document(document(number, original, codec)));
        if (number % articles_of_a_commit == 0) commit();
    }
    commit();
    const auto placed = database.get_value_freq(static_cast<Xapian::valueno>(Slot::story));
    fmt::print(
        "{{\"articles\":{},\"in_stories\":{},\"seconds\":{:.1f},\"grouping_seconds\":{:.1f},"
        "\"peak_megabytes\":{}}}\n",
        articles, placed, processor_time() - start, grouping, peak_megabytes());
    return 0;
}
