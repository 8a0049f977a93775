#include "analyzers/entities/record_reader.h"

#include "analyzers/entities/lines.h"
#include "analyzers/entities/period.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::entities {

namespace {

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

std::string in_capitals(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    });
    return text;
}

Setting RecordReader::setting(std::string_view key) const {
    const auto fact = std::ranges::find(block_.facts, key, &Fact::key);
    return fact == block_.facts.end() ? Setting{} : Setting{fact->values.front(), fact->location};
}

std::string RecordReader::choice(std::string_view key,
                                 const std::vector<std::string_view>& choices) {
    const Setting value = setting(key);
    if (value.text.empty() || std::ranges::find(choices, value.text) != choices.end())
        return value.text;
    object(value.location,
           fmt::format("\"{}\" is none of {}.", value.text, fmt::join(choices, ", ")));
    return {};
}

Setting RecordReader::country() {
    const Setting value = setting("country");
    const bool is_code = value.text.size() == 2 && std::ranges::all_of(value.text, is_letter);
    if (value.text.empty() || is_code) return {in_capitals(value.text), value.location};
    object(value.location,
           fmt::format("\"{}\" is no country; write its two letters of ISO 3166: \"GB\".",
                       value.text));
    return {};
}

void RecordReader::add_names(std::string_view key, NameClass name_class,
                             std::vector<SourceName>& names) const {
    each(key, [&](const std::string& value, const Fact& fact) {
        names.push_back({name_class, value, fact.language, fact.location});
    });
}

void RecordReader::add_shown_name(NameClass name_class, bool is_single,
                                  std::vector<SourceName>& names) {
    std::vector<SourceName> found;
    add_names("name", name_class, found);
    std::vector<SourceName> shown;
    std::vector<SourceName> others;
    for (SourceName& name : found)
        (name.language.empty() ? shown : others).push_back(std::move(name));
    if (shown.empty())
        object(block_.location, fmt::format("\"{}\" has no \"name\".", block_.id));
    else if (is_single && shown.size() > 1)
        object(shown[1].location,
               fmt::format("\"{}\" has {} names; one is shown and the others are \"alias\".",
                           block_.id, shown.size()));
    names.insert(names.end(), shown.begin(), shown.end());
    names.insert(names.end(), others.begin(), others.end());
}

Reference RecordReader::reference(std::string_view value, const Location& location) {
    const auto space = value.find(' ');
    Reference found{std::string(value.substr(0, space)), {}, location};
    if (space == std::string_view::npos) return found;
    const auto period = parse_period(trimmed(value.substr(space)));
    if (period) {
        found.period = *period;
    } else {
        object(location, period.error().message);
    }
    return found;
}

std::vector<Reference> RecordReader::references(std::string_view key) {
    std::vector<Reference> found;
    each(key, [&](const std::string& value, const Fact& fact) {
        found.push_back(reference(value, fact.location));
    });
    return found;
}

std::vector<SourceRole> RecordReader::roles() {
    std::vector<SourceRole> found;
    for (const Reference& line : references("role")) {
        const auto slash = line.id.find('/');
        const std::string place = slash == std::string::npos ? "" : line.id.substr(slash + 1);
        found.push_back({line.id.substr(0, slash), place, line.period, line.location});
    }
    return found;
}

std::string RecordReader::joined(std::string_view key) const {
    std::string text;
    each(key,
         [&](const std::string& value, const Fact&) { text += (text.empty() ? "" : "|") + value; });
    return text;
}

void RecordReader::object(const Location& location, std::string sentence) {
    problems_.push_back({location, Severity::error, std::move(sentence)});
}

}  // namespace nutgraf::entities
