#include "indexer/archive/clean/url_date.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/date_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace nutgraf::archive {

namespace {

constexpr std::size_t year_digits = 4;
constexpr std::size_t date_digits = 8;

bool are_digits(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, is_ascii_digit);
}

bool is_year(std::string_view text) {
    return are_digits(text, year_digits, year_digits) && text >= "1990" && text <= "2099";
}

/// The path: behind the host, before a question or a fragment.
std::string_view path_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    const std::size_t begin = std::min(url.find('/', host), url.size());
    return url.substr(begin, url.find_first_of("?#", begin) - begin);
}

/// A run of letters or digits of a path, and the character before it.
struct PathPart {
    std::string_view text;
    char before = '/';
};

std::vector<PathPart> parts_of_path(std::string_view path) {
    std::vector<PathPart> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= path.size(); ++at) {
        const bool is_end =
            at == path.size() || std::string_view("/-_.").find(path[at]) != std::string_view::npos;
        if (!is_end) continue;
        if (at > begin)
            parts.push_back({path.substr(begin, at - begin), begin == 0 ? '/' : path[begin - 1]});
        begin = at + 1;
    }
    return parts;
}

/// "03" or "mar"; 0 for anything else.
int month_in(std::string_view text) {
    if (are_digits(text, 1, 2))
        return (text[0] - '0') * (text.size() == 2 ? 10 : 1) +
               (text.size() == 2 ? text[1] - '0' : 0);
    return month_of_word(text).value_or(0);
}

/// The date that begins at a part; empty where none does.
std::optional<DaySpan> date_at(const std::vector<PathPart>& parts, std::size_t at) {
    const std::string_view first = parts[at].text;
    if (are_digits(first, date_digits, date_digits) && is_year(first.substr(0, year_digits)))
        return parse_day_span(
            fmt::format("{}-{}-{}", first.substr(0, 4), first.substr(4, 2), first.substr(6, 2)));
    if (!is_year(first) || at + 1 == parts.size()) return std::nullopt;
    const char joint = parts[at + 1].before;
    const int month = month_in(parts[at + 1].text);
    if (month == 0) return std::nullopt;
    const bool has_day = at + 2 < parts.size() && are_digits(parts[at + 2].text, 1, 2) &&
                         parts[at + 2].before == joint;
    if (has_day)
        return parse_day_span(fmt::format("{}-{:02}-{:0>2}", first, month, parts[at + 2].text));
    // "/2019-03" may as well be a number, "/2019/03/" is a month.
    return joint == '/' ? parse_day_span(fmt::format("{}-{:02}", first, month)) : std::nullopt;
}

}  // namespace

std::optional<DaySpan> date_in_url(std::string_view url) {
    const std::vector<PathPart> parts = parts_of_path(path_of(url));
    std::optional<DaySpan> found;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const auto date = date_at(parts, at);
        if (!date) continue;
        if (found && *found != *date) return std::nullopt;
        found = date;
    }
    return found;
}

}  // namespace nutgraf::archive
