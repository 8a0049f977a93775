#include "indexer/index/learned_lines.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/json.h"
#include "indexer/index/schema.h"

#include <algorithm>
#include <tuple>

namespace nutgraf::index {

namespace {

std::string metadata_of(std::string_view term) {
    term.remove_prefix(line_prefix.size());
    return std::string(line_metadata_prefix).append(hexadecimal(term));
}

[[noreturn]] void fail_damaged_line() {
    throw Error("A learned line in the index is damaged; run \"nutgraf-indexer rebuild\".");
}

/// The term of which the metadata's key has the digits.
std::string term_of(std::string_view metadata) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string term(line_prefix);
    metadata.remove_prefix(line_metadata_prefix.size());
    for (; metadata.size() >= 2; metadata.remove_prefix(2)) {
        const std::size_t high = digits.find(metadata[0]);
        const std::size_t low = digits.find(metadata[1]);
        if (std::max(high, low) == std::string_view::npos) fail_damaged_line();
        term += static_cast<char>(high * digits.size() + low);
    }
    return term;
}

LearnedLine line_from(const std::string& text) {
    const auto json = parse_json(text);
    if (!json || !json->is_object()) fail_damaged_line();
    try {
        return {json->at("source").get<std::string>(), json->at("line").get<std::string>()};
    } catch (const Json::exception&) {
        fail_damaged_line();
    }
}

}  // namespace

bool LearnedLines::has(std::string_view term) const {
    return database_ != nullptr && !database_->get_metadata(metadata_of(term)).empty();
}

void learn_line(Xapian::WritableDatabase& database, std::string_view term,
                const LearnedLine& line) {
    const Json record = {{"source", line.source}, {"line", line.line}};
    database.set_metadata(metadata_of(term), to_text(record));
}

void forget_line(Xapian::WritableDatabase& database, std::string_view term) {
    database.set_metadata(metadata_of(term), {});
}

std::vector<LearnedLine> all_learned(const Xapian::Database& database) {
    std::vector<LearnedLine> lines;
    const std::string prefix(line_metadata_prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
         ++key) {
        lines.push_back(line_from(database.get_metadata(*key)));
        lines.back().articles = database.get_termfreq(term_of(*key));
    }
    std::ranges::sort(lines, [](const LearnedLine& a, const LearnedLine& b) {
        return std::tie(a.source, b.articles, a.line) < std::tie(b.source, a.articles, b.line);
    });
    return lines;
}

}  // namespace nutgraf::index
