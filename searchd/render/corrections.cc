#include "searchd/render/corrections.h"

#include "base/date.h"

#include <fmt/format.h>

namespace nutgraf::render {

namespace {

/// The day of an instant, as people write it; the text itself where it is none.
std::string readable_day_of(const std::string& instant) {
    const auto day = parse_day_span(instant);
    return day ? readable_date(*day) : instant;
}

std::string text_of_member(const Json& record, const char* name) {
    const auto found = record.find(name);
    return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The records of a list; none where an archive has something else under that name.
std::vector<Json> records_of(const archive::Article& article, const char* name) {
    std::vector<Json> records;
    const auto found = article.extra.find(name);
    if (found == article.extra.end() || !found->is_array()) return records;
    for (const Json& record : *found)
        if (record.is_object()) records.push_back(record);
    return records;
}

}  // namespace

bool is_told_as_correction(const archive::Article& article, const std::string& extra) {
    if (!article.extra.contains("corrected")) return false;
    // Earlier journals have former versions among the extras.
    return extra == "corrected" || extra == "versions" || extra == "corrections";
}

std::vector<std::string> correction_sentences(const archive::Article& article) {
    const std::string corrected = text_of_member(article.extra, "corrected");
    if (corrected.empty()) return {};
    std::vector<std::string> sentences;
    sentences.push_back(fmt::format("Corrected on {}.", readable_day_of(corrected)));
    for (const Json& correction : records_of(article, "corrections"))
        sentences.push_back(fmt::format("Correction of {}: {}",
                                        readable_day_of(text_of_member(correction, "on")),
                                        text_of_member(correction, "text")));
    return sentences;
}

}  // namespace nutgraf::render
