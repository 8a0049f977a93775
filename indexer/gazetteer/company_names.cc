#include "indexer/gazetteer/company_names.h"

#include "analyzers/entities/lines.h"

#include <algorithm>
#include <array>
#include <vector>

namespace nutgraf::gazetteer {

namespace {

constexpr std::array legal_forms = {
    std::string_view("inc"),  std::string_view("corp"),         std::string_view("corporation"),
    std::string_view("co"),   std::string_view("company"),      std::string_view("ltd"),
    std::string_view("plc"),  std::string_view("incorporated"), std::string_view("limited"),
    std::string_view("llc"),  std::string_view("lp"),           std::string_view("llp"),
    std::string_view("sa"),   std::string_view("nv"),           std::string_view("ag"),
    std::string_view("se"),   std::string_view("spa"),          std::string_view("ab"),
    std::string_view("asa"),  std::string_view("oyj"),          std::string_view("gmbh"),
    std::string_view("kgaa"), std::string_view("bv"),           std::string_view("as")};

/// "sa" of "S.A.", "inc" of "Inc.".
std::string bare(std::string_view word) {
    std::string letters;
    for (const char c : word) {
        if (c >= 'A' && c <= 'Z')
            letters += static_cast<char>(c + ('a' - 'A'));
        else if (c != '.' && c != ',')
            letters += c;
    }
    return letters;
}

bool is_legal_form(std::string_view word) {
    return std::ranges::find(legal_forms, bare(word)) != legal_forms.end();
}

std::string capitalised(std::string_view word) {
    constexpr std::size_t most_letters_of_initials = 3;
    const bool are_initials = word.size() <= most_letters_of_initials && !is_legal_form(word);
    if (are_initials) return std::string(word);
    std::string text;
    bool is_first = true;
    for (const char c : word) {
        const bool is_capital = c >= 'A' && c <= 'Z';
        text += is_capital && !is_first ? static_cast<char>(c + ('a' - 'A')) : c;
        is_first = c == '-' || c == '/';
    }
    return text;
}

}  // namespace

std::string with_ordinary_capitals(std::string_view name) {
    const bool has_small = std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    if (has_small) return std::string(name);
    std::string text;
    for (const std::string_view word : entities::parts(name, " ")) {
        if (word.empty()) continue;
        if (!text.empty()) text += ' ';
        text += capitalised(word);
    }
    return text;
}

std::string without_legal_form(std::string_view name) {
    std::vector<std::string_view> words;
    for (const std::string_view word : entities::parts(name, " "))
        if (!word.empty()) words.push_back(word);
    while (words.size() > 1 && (is_legal_form(words.back()) || words.back() == "&"))
        words.pop_back();
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
    while (text.ends_with(',')) text.pop_back();
    return with_ordinary_capitals(text);
}

}  // namespace nutgraf::gazetteer
