#include "analyzers/entities/east_asian_cues.h"

#include <algorithm>
#include <array>
#include <span>

namespace nutgraf::entities {

namespace {

/// A verb of two characters.
struct Pair {
    std::string_view first;
    std::string_view second;
};

constexpr std::array chinese_verbs = {
    Pair{"表", "示"}, Pair{"表", "态"}, Pair{"表", "態"}, Pair{"强", "调"}, Pair{"強", "調"},
    Pair{"指", "出"}, Pair{"认", "为"}, Pair{"認", "為"}, Pair{"透", "露"}, Pair{"宣", "布"},
    Pair{"宣", "称"}, Pair{"声", "称"}, Pair{"聲", "稱"}, Pair{"坦", "言"}, Pair{"直", "言"},
    Pair{"回", "应"}, Pair{"回", "應"}, Pair{"补", "充"}, Pair{"補", "充"}, Pair{"警", "告"},
    Pair{"呼", "吁"}, Pair{"呼", "籲"}, Pair{"说", "道"}, Pair{"說", "道"}, Pair{"写", "道"},
    Pair{"寫", "道"}, Pair{"否", "认"}, Pair{"否", "認"}, Pair{"承", "认"}, Pair{"承", "認"},
    Pair{"批", "评"}, Pair{"批", "評"}, Pair{"重", "申"}, Pair{"敦", "促"}, Pair{"报", "道"},
    Pair{"報", "道"}, Pair{"報", "導"},
};

constexpr std::array japanese_verbs = {
    Pair{"述", "べ"}, Pair{"語", "っ"}, Pair{"語", "る"}, Pair{"語", "り"}, Pair{"話", "し"},
    Pair{"話", "す"}, Pair{"発", "表"}, Pair{"説", "明"}, Pair{"強", "調"}, Pair{"指", "摘"},
    Pair{"明", "ら"}, Pair{"主", "張"}, Pair{"批", "判"}, Pair{"警", "告"}, Pair{"表", "明"},
    Pair{"否", "定"}, Pair{"言", "っ"}, Pair{"言", "う"}, Pair{"訴", "え"}, Pair{"報", "じ"},
};

// "小说", "名称": nouns that end in a verb's only character, and words that begin with one.
constexpr std::array verbs_alone = {std::string_view("说"), std::string_view("說"),
                                    std::string_view("称"), std::string_view("稱")};
constexpr std::array noun_beginnings = {
    std::string_view("小"), std::string_view("传"), std::string_view("学"), std::string_view("演"),
    std::string_view("解"), std::string_view("游"), std::string_view("名"), std::string_view("职"),
    std::string_view("简"), std::string_view("对"), std::string_view("人"), std::string_view("俗"),
    std::string_view("据"), std::string_view("虽"), std::string_view("统")};
constexpr std::array noun_endings = {
    std::string_view("明"), std::string_view("服"), std::string_view("法"),
    std::string_view("为"), std::string_view("赞"), std::string_view("号"),
    std::string_view("呼"), std::string_view("谎"), std::string_view("之")};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Whether a word stands right behind the one before.
bool is_adjacent(const Reading& text, std::uint32_t at) {
    return at > 0 && at < text.size() && text[at].before.has_only(Marks());
}

bool is_pair(std::span<const Pair> pairs, const Reading& text, std::uint32_t at) {
    if (!is_adjacent(text, at + 1)) return false;
    const std::string_view first = text.written(at);
    const std::string_view second = text.written(at + 1);
    return std::ranges::any_of(
        pairs, [&](const Pair& pair) { return pair.first == first && pair.second == second; });
}

bool is_verb_alone(const Reading& text, std::uint32_t at) {
    if (!contains(verbs_alone, text.written(at))) return false;
    if (is_adjacent(text, at) && contains(noun_beginnings, text.written(at - 1))) return false;
    return !is_adjacent(text, at + 1) || !contains(noun_endings, text.written(at + 1));
}

bool is_japanese(const Reading& text) {
    return text.language() == "ja";
}

}  // namespace

bool is_east_asian(const Reading& text, std::uint32_t at) {
    constexpr unsigned char first_byte = 0xE3;  // Of U+3000 and what is behind it.
    constexpr unsigned char last_byte = 0xE9;
    const std::string_view word = text.written(at);
    if (word.empty()) return false;
    const auto byte = static_cast<unsigned char>(word.front());
    return byte >= first_byte && byte <= last_byte;
}

std::optional<Cue> east_asian_verb_at(const Reading& text, std::uint32_t at) {
    const bool is_of_two =
        is_japanese(text) ? is_pair(japanese_verbs, text, at) : is_pair(chinese_verbs, text, at);
    if (is_of_two) return Cue{.first = at, .last = at + 1};
    if (!is_japanese(text) && is_verb_alone(text, at)) return Cue{.first = at, .last = at};
    return std::nullopt;
}

std::optional<Cue> east_asian_cue_at(const Reading& text, std::uint32_t at) {
    if (is_japanese(text) && (!is_adjacent(text, at) || text.written(at - 1) != "と"))
        return std::nullopt;
    return east_asian_verb_at(text, at);
}

std::optional<Cue> quoting_particle_at(const Reading& text, std::uint32_t at) {
    if (!is_japanese(text) || text.written(at) != "と" || !is_adjacent(text, at + 1))
        return std::nullopt;
    const std::string_view next = text.written(at + 1);
    if (next != "し" && next != "す" && next != "の") return std::nullopt;
    return Cue{.first = at, .last = at + 1};
}

}  // namespace nutgraf::entities
