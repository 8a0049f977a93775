#include "indexer/archive/clean/line_rules.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/page_words.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_request_words = 20;

bool asks_or_exclaims(std::string_view line) {
    return line.ends_with('?') || line.ends_with('!');
}

bool is_button(const Block& block, std::string_view line) {
    return buttons().has(block.words) && !asks_or_exclaims(line);
}

/// "Read more: Dockers go back to work".
bool is_pointer(const Block& block, std::string_view line) {
    const std::size_t colon = line.find(':');
    constexpr std::size_t longest_pointer = 40;
    return block.word_count <= max_request_words && colon != std::string_view::npos &&
           colon <= longest_pointer && pointers().has(folded_words(line.substr(0, colon)));
}

bool is_prompt(const Block& block) {
    return block.word_count <= max_request_words && prompts().has_beginning_of(block.words);
}

std::vector<std::string_view> split_words(std::string_view words) {
    std::vector<std::string_view> list;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        list.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return list;
}

bool is_number(std::string_view word) {
    return std::ranges::all_of(word, is_ascii_digit);
}

bool is_among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// "5 min read", "12 comments", "Updated 3 hours ago".
bool is_count(const Block& block) {
    constexpr std::size_t most_words = 6;
    if (block.word_count < 2 || block.word_count > most_words) return false;
    std::vector<std::string_view> words = split_words(block.words);
    while (words.size() > 1 && is_among(words.front(), {"last", "updated", "published", "posted"}))
        words.erase(words.begin());
    if (words.size() < 2 || !is_number(words[0])) return false;
    if (words.size() == 2)
        return is_among(words[1], {"comments", "comment", "shares", "share", "views", "likes"});
    const bool is_time = is_among(words[1], {"min", "mins", "minute", "minutes", "hour", "hours",
                                             "day", "days", "week", "weeks"});
    return words.size() == 3 && is_time && is_among(words[2], {"read", "ago"});
}

constexpr std::string_view language_line_words =
    "this|text|article|page|story|is|also|available|in|and|or|read|it|the|other|languages|language|"
    "version|auch|auf|"
    "und|verfügbar|sprache|lesen|aussi|disponible|en|et|lire|también|y|leer|также|доступно|на|и|"
    "читать";

/// "Also available in Čeština and Русский": languages, and words about them.
bool is_list_of_languages(const Block& block) {
    static const PhraseSet about_languages(language_line_words);
    constexpr std::size_t most_words = 25;
    if (block.word_count > most_words || !languages().has_part_of(block.words)) return false;
    const std::vector<std::string_view> words = split_words(block.words);
    std::string rest;
    for (const std::string_view word : words)
        if (!about_languages.has(std::string(word)))
            rest.append(rest.empty() ? "" : " ").append(word);
    return languages().is_made_of(rest);
}

bool is_in_another_script(const Block& block, std::string_view line, Script script) {
    constexpr std::size_t most_bytes = 120;
    if (block.is_paragraph || line.size() > most_bytes) return false;
    const Script here = script_of(line);
    return script != Script::none && here != Script::none && here != script;
}

/// "© 2019 The Courier", "Copyright 2019 The Courier. All rights reserved."
bool is_reservation(const Block& block, std::string_view line) {
    return line.starts_with("©") || block.words.find("all rights reserved") != std::string::npos;
}

/// "(c) 2019 The Courier", which may be the third of several points.
bool is_notice_of_copyright(const Block& block) {
    const bool has_year = std::ranges::any_of(split_words(block.words), [](std::string_view word) {
        return word.size() == 4 && is_number(word);
    });
    return has_year && (block.words.starts_with("copyright ") || block.words.starts_with("c "));
}

bool is_part_of_site(const std::string& words) {
    return site_parts().has(words) || sections().has(words);
}

constexpr std::array<std::string_view, 8> item_separators = {">", "›", "»", "|",
                                                             "/", "•", "·", "→"};

/// What stands between the separators of a line, without white space around it; the line itself
/// where it has none.
std::vector<std::string_view> items_of(std::string_view line) {
    std::vector<std::string_view> items;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto* separator = std::ranges::find_if(
            item_separators,
            [&](std::string_view candidate) { return line.substr(at).starts_with(candidate); });
        if (separator == item_separators.end()) {
            ++at;
            continue;
        }
        items.push_back(trimmed(line.substr(begin, at - begin)));
        at += separator->size();
        begin = at;
    }
    items.push_back(trimmed(line.substr(begin)));
    std::erase(items, std::string_view());
    return items;
}

/// "Home > World > Asia": it begins at home, and its parts are short.
bool is_way_through_site(const std::vector<std::string_view>& items) {
    constexpr std::size_t longest_item = 40;
    static const PhraseSet homes("Home|Homepage|Startseite|Accueil|Inicio|Главная|首页");
    return items.size() > 1 && homes.has(folded_words(items.front())) &&
           std::ranges::all_of(items,
                               [](std::string_view item) { return item.size() <= longest_item; });
}

/// "Home News Sport Business", "World | Politics | Sport".
bool is_menu(const Block& block, std::string_view line) {
    constexpr std::size_t fewest_words = 3;
    const auto items = items_of(line);
    if (is_way_through_site(items)) return true;
    if (items.size() > 1)
        return std::ranges::all_of(items, [](std::string_view item) {
            const std::string words = folded_words(item);
            return is_part_of_site(words) || buttons().has(words) || list_headings().has(words);
        });
    if (block.word_count < fewest_words) return false;
    const std::vector<std::string_view> words = split_words(block.words);
    return std::ranges::all_of(
        words, [](std::string_view word) { return is_part_of_site(std::string(word)); });
}

}  // namespace

bool is_furniture_anywhere(const Block& block, std::string_view line) {
    if (!block.is_short() || block.words.empty()) return false;
    return is_button(block, line) || is_pointer(block, line) || is_prompt(block) ||
           is_count(block) || is_reservation(block, line);
}

bool is_furniture_at_an_edge(const Block& block, std::string_view line, Script script) {
    if (!block.is_short()) return false;
    if (block.words.empty()) return true;
    const bool is_label = line.ends_with(':') || ends_a_sentence(line);
    return (is_part_of_site(block.words) && !is_label) || is_menu(block, line) ||
           is_list_of_languages(block) || is_in_another_script(block, line, script) ||
           is_notice_of_copyright(block);
}

bool is_list_heading(const Block& block) {
    return list_headings().has(block.words);
}

std::string_view section_in(const Block& block, std::string_view line) {
    if (sections().has(block.words)) return line;
    const auto items = items_of(line);
    if (!is_way_through_site(items)) return {};
    const auto last = std::ranges::find_if(items.rbegin(), items.rend(), [](std::string_view item) {
        return sections().has(folded_words(item));
    });
    return last == items.rend() ? std::string_view() : *last;
}

}  // namespace nutgraf::archive
