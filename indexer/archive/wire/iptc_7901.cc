#include "indexer/archive/wire/iptc_7901.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/date_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

/// "0812" of "mer0812".
std::string_view number_behind(std::string_view name) {
    const auto first = std::ranges::find_if_not(name, is_ascii_letter) - name.begin();
    const std::string_view number = name.substr(static_cast<std::size_t>(first));
    return first > 0 && are_digits(number) ? number : std::string_view();
}

constexpr std::size_t fixed_words = 4;  // Name, priority, category and count of a header.

bool are_fixed_words(const std::vector<std::string>& words) {
    return words.size() >= fixed_words && !number_behind(words[0]).empty() &&
           words[1].size() == 1 && is_ascii_digit(words[1][0]) &&
           std::ranges::all_of(words[2], is_ascii_letter) && are_digits(words[3]);
}

/// What agencies put between what is to be printed and what is for editors.
bool begins_notes(std::string_view line) {
    const std::string small = lower_ascii(line);
    return std::ranges::any_of(
        std::array<std::string_view, 3>{"not intended for publication", "not for publication",
                                        "nicht zur veröffentlichung"},
        [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

/// The head of a text: its lines down to the one that ends in "=", and where the body begins.
struct WireHead {
    std::vector<std::string> lines;
    std::size_t body = 0;
};

WireHead head_of(const std::vector<std::string>& text) {
    constexpr std::size_t most_lines = 8;
    WireHead head;
    for (std::size_t i = 0; i < std::min(text.size(), most_lines); ++i) {
        std::string_view line = trimmed(text[i]);
        if (line.empty() && !head.lines.empty()) return {};
        if (line.empty()) continue;
        const bool is_last = line.ends_with('=');
        if (is_last) line = trimmed(line.substr(0, line.size() - 1));
        if (!line.empty()) head.lines.emplace_back(line);
        head.body = i + 1;
        if (is_last) return head;
    }
    return {};
}

std::string_view author_in(std::string_view line) {
    for (const std::string_view opening : {"By ", "Von ", "Par ", "Por "})
        if (line.starts_with(opening)) return line.substr(opening.size());
    return {};
}

bool is_in_parentheses(std::string_view line) {
    return line.starts_with('(') && line.ends_with(')');
}

bool is_short_and_in_capitals(std::string_view line) {
    constexpr std::size_t longest = 30;  // What is longer is a headline in capitals.
    return line.size() <= longest &&
           std::ranges::none_of(line, [](char c) { return c < 0 || (c >= 'a' && c <= 'z'); });
}

/// "(Achtung)" anywhere, "2ND LEAD" above the headline; but the headline itself where there is no
/// other.
bool is_label(std::string_view line, bool is_above_title, bool is_last) {
    if (is_last && is_above_title) return false;
    return is_in_parentheses(line) || (is_above_title && is_short_and_in_capitals(line));
}

void take_head(const WireHead& head, Json& fields, std::vector<std::string>& labels) {
    std::string title;
    std::string version;
    for (std::size_t i = 0; i < head.lines.size(); ++i) {
        const std::string& line = head.lines[i];
        const bool is_last = i + 1 == head.lines.size();
        if (const auto author = author_in(line); is_last && i > 0 && !author.empty()) {
            fields["byline"] = std::string(author);
        } else if (is_label(line, title.empty(), is_last)) {
            labels.push_back(line);
            version += (version.empty() ? "" : " ") + line;
        } else {
            title += (title.empty() ? "" : " ") + line;
        }
    }
    set_once(fields, "title", title);
    set_extra(fields, "version", version);
}

/// "101559 May 19" or "101559 GMT May 19": the day, with the time where its zone is told.
std::string sent_at(std::string_view trailer) {
    const auto words = wire_words(trailer);
    constexpr std::size_t day_and_time = 6;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (words[i].size() != day_and_time || !are_digits(words[i])) continue;
        const bool has_zone = zone_of_word(words[i + 1]).has_value() && i + 3 < words.size();
        const std::size_t month = i + (has_zone ? 2 : 1);
        if (!month_of_word(words[month]) || !are_digits(words[month + 1])) continue;
        const std::string& time = words[i];
        std::string date =
            fmt::format("{} {} {}", time.substr(0, 2), words[month], words[month + 1]);
        if (has_zone)
            date += fmt::format(" {}:{} {}", time.substr(2, 2), time.substr(4), words[i + 1]);
        return date;
    }
    return {};
}

void take_text(const WireLines& lines, Json& fields, std::vector<std::string>& labels) {
    const WireHead head = head_of(lines.text);
    take_head(head, fields, labels);
    const auto body = lines.text.begin() + static_cast<std::ptrdiff_t>(head.body);
    const auto notes = std::find_if(body, lines.text.end(), begins_notes);
    std::vector<std::string> text(body, notes);
    // A row of stars stands above the notes.
    while (notes != lines.text.end() && !text.empty() &&
           text.back().find_first_not_of("* ") == std::string::npos)
        text.pop_back();
    set_once(fields, "body", wire_paragraphs(text));
    if (notes != lines.text.end())
        set_extra(fields, "edNote", wire_paragraphs({notes + 1, lines.text.end()}));
}

}  // namespace

std::optional<Json> iptc_7901_fields(const WireLines& lines) {
    if (lines.header.empty()) return std::nullopt;
    const auto words = wire_words(lines.header.front());
    if (!are_fixed_words(words)) return std::nullopt;
    Json fields = Json::object();
    const std::string_view number = number_behind(words[0]);
    set_published(fields, sent_at(lines.trailer));
    set_id_of_day(fields, words[0]);
    fields["source"] = words[0].substr(0, words[0].size() - number.size());
    fields["section"] = lower_ascii(words[2]);
    set_extra(fields, "number", std::string(number));
    set_extra(fields, "urgency", words[1]);
    set_extra(fields, "words", words[3]);
    set_extra(fields, "service",
              fmt::format("{}", fmt::join(words.begin() + fixed_words, words.end(), " ")));
    std::string keywords;
    for (std::size_t i = 1; i < lines.header.size(); ++i) keywords += lines.header[i] + " ";
    keywords = on_one_line(keywords);
    if (keywords.ends_with('/')) keywords.pop_back();
    set_extra(fields, "slugline", keywords);
    std::vector<std::string> labels = labels_among_keywords(keywords);
    take_text(lines, fields, labels);
    set_extra(fields, "status", wire_status(labels));
    return fields;
}

}  // namespace nutgraf::archive
