#include "indexer/archive/html/html_limits.h"

#include "indexer/archive/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_open_elements = 1000;
constexpr std::size_t max_pieces_of_tag = 1500;

/// Elements that hold no others, or that the next of their kind closes.
constexpr std::array<std::string_view, 24> flat_tags = {
    "area",  "base",   "br",    "col", "dd",   "dt",   "embed",  "hr",
    "html",  "img",    "input", "li",  "link", "meta", "option", "p",
    "param", "source", "tbody", "td",  "th",   "tr",   "wbr",    "body"};

/// Elements that the end of what is around them closes.
constexpr std::array<std::string_view, 20> inline_tags = {
    "a",    "abbr", "b",     "big",    "cite", "code", "em",  "font", "i",  "label",
    "nobr", "q",    "small", "strong", "s",    "span", "sub", "sup",  "tt", "u"};

bool is_one_of(std::span<const std::string_view> tags, std::string_view tag) {
    return std::ranges::find(tags, tag) != tags.end();
}

std::string name_at(std::string_view tag) {
    const auto is_part = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; };
    return lower_ascii(tag.substr(
        0, static_cast<std::size_t>(std::ranges::find_if_not(tag, is_part) - tag.begin())));
}

/// A tag as the parser will see it: where it ends, and what its attributes are at most.
struct TagExtent {
    std::size_t end = 0;  ///< Of its ">", or of the text.
    std::size_t pieces = 0;
};

/// Quotes count only where a value may begin; spaces inside them, as in drawings, do not.
TagExtent tag_extent(std::string_view html, std::size_t begin) {
    TagExtent extent{html.size(), 0};
    char quote = 0;
    bool is_value_next = false;
    for (std::size_t i = begin; i < html.size(); ++i) {
        const char c = html[i];
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '/';
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (is_value_next && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '>') {
            extent.end = i;
            break;
        } else if (is_space || c == '=' || c == '"') {
            ++extent.pieces;
        }
        if (!is_space) is_value_next = c == '=' && quote == 0;
    }
    return extent;
}

/// Takes the element that an end tag closes off the open ones.
void close(const std::string& name, std::vector<std::string>& open) {
    const bool is_inline = is_one_of(inline_tags, name);
    for (auto at = open.rbegin(); at != open.rend(); ++at) {
        if (*at == name) {
            // A line's element goes alone; the others take those inside them along.
            if (is_inline) {
                open.erase(std::next(at).base());
            } else {
                open.erase(std::next(at).base(), open.end());
            }
            return;
        }
        if (!is_one_of(inline_tags, *at)) return;
    }
}

}  // namespace

bool is_built_to_exhaust(std::string_view html) {
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const bool is_end = html.substr(at + 1).starts_with('/');
        const std::string name = name_at(html.substr(at + (is_end ? 2 : 1)));
        if (name.empty()) continue;
        const TagExtent tag = tag_extent(html, at);
        if (tag.pieces > max_pieces_of_tag) return true;
        at = tag.end - 1;
        if (is_one_of(flat_tags, name)) continue;
        if (is_end) {
            close(name, open);
        } else {
            open.push_back(name);
        }
        if (open.size() > max_open_elements) return true;
    }
    return false;
}

}  // namespace nutgraf::archive
