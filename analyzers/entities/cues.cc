#include "analyzers/entities/cues.h"

#include "analyzers/entities/any_of.h"
#include "analyzers/entities/east_asian_cues.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

/// Whether what stands before a word makes it a noun, an adjective or an infinitive.
bool is_no_verb_behind(const Reading& text, std::uint32_t at, bool is_noun_too) {
    if (at == 0 || !text[at].before.has_only(Marks(Mark::space))) return false;
    const Word& before = text[at - 1];
    if (before.is_possessive) return true;
    const std::string_view word = text.folded(at - 1);
    switch (before.grammar) {
        case Grammar::indefinite:
            // « … », a déclaré; elle a déclaré
            return !before.before.has(Mark::quote) && !(word == "a" && text.language() == "fr");
        case Grammar::definite:
        case Grammar::possessive:
        case Grammar::to:  // "to say", "for comment".
            return true;
        case Grammar::of:
        case Grammar::at:
        case Grammar::in:
        case Grammar::by:
        case Grammar::as:
            return is_noun_too;
        default:
            break;
    }
    // "Leaked reports"
    return is_noun_too &&
           (word.ends_with("ed") || word == "no" ||
            (before.grammar == Grammar::determiner && word != "that" && word != "which"));
}

bool is_no_verb_before(const Reading& text, std::uint32_t at, bool is_noun_too) {
    const std::uint32_t next = at + 1;
    if (next >= text.size() || !text[next].before.has_only(Marks(Mark::space))) return false;
    if (text[next].is_glued) return true;
    const Grammar grammar = text[next].grammar;
    if (grammar == Grammar::by || (is_noun_too && grammar == Grammar::of)) return true;
    // "the security rules for phones"
    const bool is_behind_noun =
        at > 0 && text[at - 1].shape == Shape::lower && text[at - 1].grammar == Grammar::content;
    return is_noun_too && is_behind_noun && !text[at].has(WordBit::urge_verb) &&
           is_preposition(text, next);
}

/// Whether "warning" reports, and is not the noun: behind a comma, "and" or "is".
bool is_reporting_participle(const Reading& text, std::uint32_t at) {
    if (at == 0 || !text[at].before.has_only(Marks(Mark::space))) return true;
    std::uint32_t before = at - 1;
    if (text[before].grammar == Grammar::adverb && before > 0) --before;
    const Grammar grammar = text[before].grammar;
    return grammar == Grammar::conjunction || grammar == Grammar::is || grammar == Grammar::was ||
           grammar == Grammar::be || text.folded(before) == "but";
}

bool is_make(std::string_view word) {
    return is_any_of(word, {"made", "makes", "make", "making"});
}

/// "made clear", "makes it clear"
std::optional<Cue> clear_at(const Reading& text, std::uint32_t at) {
    if (!is_make(text.folded(at))) return std::nullopt;
    std::uint32_t next = at + 1;
    if (next < text.size() && text.folded(next) == "it") ++next;
    if (next >= text.size() || !is_any_of(text.folded(next), {"clear", "plain"}))
        return std::nullopt;
    return Cue{.first = at, .last = next, .is_participle = text.folded(at) == "making"};
}

/// What the word behind a verb makes of it.
void read_particle(const Reading& text, Cue& cue) {
    const std::uint32_t next = cue.last + 1;
    if (next >= text.size() || !text.is_joined(next)) return;
    const std::string_view word = text.folded(next);
    if (word == "out" && text.folded(cue.first).starts_with("point")) {
        cue.last = next;
        cue.needs_marks = false;
    }
    const bool is_call = is_any_of(text.folded(cue.first), {"call", "calls", "called", "calling"});
    if (is_call && !is_any_of(word, {"for", "on", "upon"})) {
        cue.is_request = false;  // "called it “a disaster”"
        cue.needs_marks = true;
    }
}

struct SourcePhrase {
    std::string_view first;
    std::string_view second;  // Empty where one word is enough.
};

/// "…“, so die Ministerin": not "so dass".
bool is_german_so(const Reading& text, std::uint32_t at) {
    if (text.language() != "de" || text.folded(at) != "so" || at + 1 >= text.size()) return false;
    return text[at].before.has_any(Marks(Mark::comma, Mark::quote)) && text.is_joined(at + 1) &&
           (text[at + 1].is_capitalised() || is_any_of(text.folded(at + 1), {"der", "die"}));
}

constexpr std::array source_phrases = {
    SourcePhrase{"according", "to"}, SourcePhrase{"laut", ""},      SourcePhrase{"selon", ""},
    SourcePhrase{"по", "словам"},    SourcePhrase{"по", "данным"},  SourcePhrase{"по", "мнению"},
    SourcePhrase{"nach", "angaben"}, SourcePhrase{"d", "apres"},    SourcePhrase{"d'apres", ""},
    SourcePhrase{"nach", "worten"},  SourcePhrase{"со", "ссылкой"},
};

}  // namespace

bool may_report(std::string_view folded, WordBits bits) {
    const bool is_verb = bits.has(WordBit::say_verb) || bits.has(WordBit::quote_verb);
    if (is_verb || is_make(folded) || folded == "so") return true;
    return std::ranges::any_of(source_phrases,
                               [&](const SourcePhrase& phrase) { return phrase.first == folded; });
}

std::optional<Cue> cue_at(const Reading& text, std::uint32_t at) {
    const Word& word = text[at];
    if (!word.hints.has(Hint::speech)) return std::nullopt;
    if (!word.has(WordBit::say_verb) && !word.has(WordBit::quote_verb)) return clear_at(text, at);
    if (word.is_glued || word.is_possessive) return std::nullopt;
    if (is_east_asian(text, at)) return east_asian_cue_at(text, at);
    if (word.is_capitalised() && !(word.is_initial && at > 0)) return std::nullopt;
    const bool is_noun_too = word.has(WordBit::noun_too);
    if (is_no_verb_behind(text, at, is_noun_too) || is_no_verb_before(text, at, is_noun_too))
        return std::nullopt;
    Cue cue{.first = at, .last = at};
    cue.has_addressee = word.has(WordBit::tell_verb);
    cue.is_request = word.has(WordBit::urge_verb);
    cue.needs_marks = word.has(WordBit::quote_verb);
    cue.is_participle = text.folded(at).ends_with("ing");
    if (cue.is_participle && !is_reporting_participle(text, at)) return std::nullopt;
    read_particle(text, cue);
    return cue;
}

std::uint32_t end_of_source_phrase(const Reading& text, std::uint32_t at) {
    if (!text[at].hints.has(Hint::speech)) return at;
    const std::string_view word = text.folded(at);
    for (const SourcePhrase& phrase : source_phrases) {
        if (word != phrase.first) continue;
        if (phrase.second.empty()) return at + 1;
        if (at + 1 < text.size() && text.folded(at + 1) == phrase.second) return at + 2;
    }
    if (is_german_so(text, at)) return at + 1;
    return at;
}

bool is_that(const Reading& text, std::uint32_t at) {
    return is_any_of(text.folded(at), {"that", "dass", "daß", "que", "qu", "что", "whether", "if"});
}

bool is_and(const Reading& text, std::uint32_t at) {
    const std::string_view language = text.language();
    const std::string_view word = text.folded(at);
    return text[at].grammar == Grammar::conjunction || (language == "de" && word == "und") ||
           (language == "fr" && word == "et") || (language == "ru" && word == "и");
}

bool is_preposition(const Reading& text, std::uint32_t at) {
    if (text.language() == "de")
        return is_any_of(text.folded(at),
                         {"am",        "an",        "auf", "aus", "bei", "für",  "fur",
                          "gegenüber", "gegenuber", "im",  "in",  "mit", "nach", "über",
                          "uber",      "von",       "vom", "vor", "zu",  "zum",  "zur"});
    const Grammar grammar = text[at].grammar;
    return grammar == Grammar::of || grammar == Grammar::to || grammar == Grammar::at ||
           grammar == Grammar::in || grammar == Grammar::by ||
           is_any_of(text.folded(at), {"about", "near", "among", "between", "behind"});
}

}  // namespace nutgraf::entities
