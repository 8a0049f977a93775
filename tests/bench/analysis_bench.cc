// How fast the analyzers are, without reading and printing: `./run bench entities` runs this.
#include "analyzers/entities/analysis.h"
#include "analyzers/text/language.h"
#include "analyzers/text/tokenizer.h"
#include "base/error.h"
#include "indexer/archive/open_archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <variant>
#include <vector>

using namespace nutgraf;

namespace {

struct Text {
    std::string text;
    std::size_t title_bytes = 0;
    std::string lang;
    std::optional<std::chrono::sys_days> published;
};

/// The articles of a file of JSON lines, as they are analysed.
std::vector<Text> texts_of(const std::filesystem::path& path) {
    const auto reader = archive::open_archive({path, path.string()}, archive::Format::json_lines);
    if (!reader) throw Error(reader.error().message);
    std::vector<Text> texts;
    while (const auto record = (*reader)->next()) {
        const auto* const article = std::get_if<archive::Article>(&record->outcome);
        if (article == nullptr) continue;
        Text text{
            article->title + "\n" + text_of(*article), article->title.size(), article->lang, {}};
        if (text.lang.empty()) text.lang = analyzers::detected_language(text.text).value_or("");
        if (article->published) text.published = article->published->days.first;
        texts.push_back(std::move(text));
    }
    return texts;
}

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The least of five times that a piece of work takes.
template <class Work>
double least_seconds(const Work& work) {
    constexpr int rounds = 5;
    double least = 0;
    for (int i = 0; i < rounds; ++i) {
        const double begin = processor_seconds();
        work();
        const double seconds = processor_seconds() - begin;
        least = i == 0 ? seconds : std::min(least, seconds);
    }
    return least;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: analysis_bench GAZETTEER ARTICLES.jsonl\n");
        return 2;
    }
    const entities::Gazetteer gazetteer{std::filesystem::path(argv[1])};
    entities::Analyzer analyzer(gazetteer);
    const std::vector<Text> texts = texts_of(argv[2]);
    std::size_t bytes = 0;
    for (const Text& text : texts) bytes += text.text.size();
    std::size_t words = 0;
    std::size_t mentions = 0;
    const double tokenising = least_seconds([&] {
        words = 0;
        for (const Text& text : texts) words += analyzers::tokenise(text.text).size();
    });
    const double both = least_seconds([&] {
        mentions = 0;
        for (const Text& text : texts) {
            const analyzers::Tokens tokens = analyzers::tokenise(text.text);
            mentions +=
                analyzer.analysis({text.text, tokens, text.title_bytes, text.published, text.lang})
                    .mentions.size();
        }
    });
    const double megabytes = static_cast<double>(bytes) / 1e6;
    fmt::print(
        "words: {:.1f} MB/s; words and recognition: {:.1f} MB/s of processor time, the best "
        "of five ({} articles, {:.1f} MB, {} words, {} mentions)\n",
        megabytes / tokenising, megabytes / both, texts.size(), megabytes, words, mentions);
    return 0;
}
