#include "indexer/archive/notice_text.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/notice_time.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

struct OpeningWord {
    std::string_view text;
    NoticeKind kind;
};

/// What a notice of a wire opens with. A longer one stands before those it begins with.
constexpr std::array<OpeningWord, 11> opening_words = {{
    {"MANDATORY KILL", NoticeKind::kill},
    {"BULLETIN KILL", NoticeKind::kill},
    {"STORY KILL", NoticeKind::kill},
    {"KILL NOTICE", NoticeKind::kill},
    {"KILL", NoticeKind::kill},
    {"MANDATORY WITHHOLD", NoticeKind::withhold},
    {"WITHHOLD NOTICE", NoticeKind::withhold},
    {"WITHHOLD", NoticeKind::withhold},
    {"MANDATORY CORRECTION", NoticeKind::correction},
    {"CORRECTION NOTICE", NoticeKind::correction},
    {"CORRECTION", NoticeKind::correction},
}};

/// Whom a notice may address before it says what it is.
constexpr std::array<std::string_view, 5> addressed = {
    "ADVISORY", "EDITORS' ADVISORY", "ATTENTION EDITORS", "ATTN EDITORS", "EDITORS"};

constexpr std::string_view embargo_opening = "EMBARGOED UNTIL ";
constexpr std::size_t longest_head = 300;
constexpr std::size_t lines_looked_at = 12;
constexpr std::size_t longest_reason = 500;

/// The first lines of an item that are not empty, its headline before those of its text.
std::vector<std::string> opening_lines(const Article& article) {
    std::vector<std::string> lines;
    const std::string text = raw_text_of(article);
    if (!article.title.empty()) lines.push_back(article.title);
    for (std::size_t at = 0; at < text.size() && lines.size() < lines_looked_at;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = on_one_line(std::string_view(text).substr(at, end - at));
        at = end + 1;
        // What cleaning has read a headline off has it twice now.
        const bool is_title_again = lines.size() == 1 && line == article.title;
        if (!line.empty() && !is_title_again) lines.push_back(std::move(line));
    }
    return lines;
}

/// What stands behind a colon or a dash that parts an opening from the rest; an empty text where
/// nothing follows. Empty where the opening only begins what the line says.
std::optional<std::string_view> behind_separator(std::string_view rest) {
    constexpr std::string_view closing = "*. ";
    if (rest.find_first_not_of(closing) == std::string_view::npos) return std::string_view();
    const bool stands_apart = rest.starts_with(' ');
    rest = trimmed(rest);
    for (const std::string_view separator : {":", "--", "\xe2\x80\x93", "\xe2\x80\x94"})
        if (rest.starts_with(separator)) return trimmed(rest.substr(separator.size()));
    if (stands_apart && rest.starts_with("- ")) return trimmed(rest.substr(2));
    return std::nullopt;
}

/// Without the stars and dashes that wires put before a notice.
std::string_view without_ornament(std::string_view line) {
    const auto begin = line.find_first_not_of("*-= ");
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

std::string_view without_address(std::string_view line) {
    for (const std::string_view address : addressed) {
        if (!line.starts_with(address)) continue;
        const auto rest = behind_separator(line.substr(address.size()));
        if (rest && !rest->empty()) return *rest;
    }
    return line;
}

/// A notice's opening: of which kind it is, and what the same line says behind it.
struct Opening {
    NoticeKind kind;
    std::string_view rest;
};

std::optional<Opening> opening_of(std::string_view line) {
    if (line.size() > longest_head) return std::nullopt;
    line = without_address(without_ornament(line));
    for (const OpeningWord& word : opening_words) {
        if (!line.starts_with(word.text)) continue;
        if (const auto rest = behind_separator(line.substr(word.text.size())))
            return Opening{word.kind, *rest};
    }
    return std::nullopt;
}

std::string_view without_quotes(std::string_view text) {
    constexpr std::array<std::string_view, 8> quotes = {
        "\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98", "\xe2\x80\x99", ".", ","};
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (const std::string_view quote : quotes) {
            const std::size_t before = text.size();
            if (text.starts_with(quote)) text.remove_prefix(quote.size());
            if (text.ends_with(quote)) text.remove_suffix(quote.size());
            is_done = is_done && text.size() == before;
        }
        text = trimmed(text);
    }
    return text;
}

void add_name(std::vector<std::string>& names, std::string_view text) {
    for (const std::string_view name : {trimmed(text), without_quotes(trimmed(text))})
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.emplace_back(name);
}

/// What stands in a line that says "Headline: ..." or "Id: ...".
void add_labelled(std::vector<std::string>& names, std::string_view line) {
    constexpr std::array<std::string_view, 5> labels = {"id", "story", "slug", "headline",
                                                        "article"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string label = lower_ascii(line.substr(0, colon));
    if (std::ranges::find(labels, label) != labels.end()) add_name(names, line.substr(colon + 1));
}

/// What stands between quotation marks, straight or curly, and is more than a word or two.
void add_quoted(std::vector<std::string>& names, std::string_view line) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> marks = {
        {{"\"", "\""}, {"\xe2\x80\x9c", "\xe2\x80\x9d"}}};
    for (const auto& [open, close] : marks) {
        for (std::size_t at = line.find(open); at != std::string_view::npos;) {
            const std::size_t begin = at + open.size();
            const std::size_t end = line.find(close, begin);
            if (end == std::string_view::npos) break;
            const std::string_view quoted = line.substr(begin, end - begin);
            if (std::ranges::count(quoted, ' ') >= 2) add_name(names, quoted);
            at = line.find(open, end + close.size());
        }
    }
}

std::string reason_from(const std::vector<std::string>& lines, std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < lines.size(); ++i)
        text.append(text.empty() ? "" : " ").append(lines[i]);
    if (text.size() <= longest_reason) return text;
    return text.substr(0, text.rfind(' ', longest_reason)) + " ...";
}

/// An embargo that stands over the text that it holds.
std::optional<Notice> embargo_in(std::string_view line) {
    line = without_ornament(line);
    if (line.size() > longest_head || !line.starts_with(embargo_opening)) return std::nullopt;
    std::string_view time = trimmed(line.substr(embargo_opening.size()));
    while (time.ends_with('*') || time.ends_with('.') || time.ends_with(' ')) time.remove_suffix(1);
    const auto until = wire_instant_of(time);
    if (!until) return std::nullopt;
    return Notice{NoticeKind::embargo, {}, {}, until, std::string(time), {}};
}

}  // namespace

std::optional<Notice> notice_in_text(const Article& article) {
    const std::vector<std::string> lines = opening_lines(article);
    if (lines.empty()) return std::nullopt;
    if (auto embargo = embargo_in(lines.front())) return embargo;
    const auto opening = opening_of(lines.front());
    if (!opening) return std::nullopt;
    Notice notice{opening->kind, reason_from(lines, 1), {}, std::nullopt, {}, {}};
    add_name(notice.names, opening->rest);
    for (std::size_t i = 1; i < lines.size(); ++i) add_labelled(notice.names, lines[i]);
    for (const std::string& line : lines) add_quoted(notice.names, line);
    if (notice.names.empty()) return std::nullopt;
    return notice;
}

}  // namespace nutgraf::archive
