#pragma once

#include "searchd/query/syntax.h"
#include "tests/searchd/query/entity_facts.h"

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace nutgraf::tests {

/// Makes queries and texts by chance; the same for a seed.
class RandomQuery {
public:
    explicit RandomQuery(unsigned seed) : random_(seed) {}

    /// A tree such as the parser makes.
    query::Query tree(int levels = 4) {
        if (levels == 0 || chance(3)) return leaf();
        if (chance(4)) return {query::Not{{tree(levels - 1)}}};
        if (chance(6)) return {query::Weighted{{tree(levels - 1)}, weight()}};
        std::vector<query::Query> parts;
        for (std::size_t count = 2 + below(3); parts.size() < count;)
            parts.push_back(tree(levels - 1));
        if (chance(2)) return {query::And{std::move(parts)}};
        return {query::Or{std::move(parts)}};
    }

    /// A text of pieces that mean something to the parser, or nearly.
    std::string text() {
        static const std::string pieces[] = {"a",
                                             "huawei",
                                             "5g",
                                             "Ban",
                                             "co-op",
                                             "AT&T",
                                             "U.S.",
                                             "it's",
                                             "华为",
                                             "น้ำ",
                                             "½",
                                             "⑴",
                                             "é",
                                             "ﷺ",
                                             "צה\"ל",
                                             "secur*",
                                             "se*",
                                             "*",
                                             "**",
                                             "-",
                                             "--",
                                             "–",
                                             " ",
                                             " ",
                                             " ",
                                             "  ",
                                             "\u00A0",
                                             "\u3000",
                                             "\t",
                                             "\n",
                                             "\"",
                                             "\"",
                                             "“",
                                             "”",
                                             "„",
                                             "«",
                                             "»",
                                             "「",
                                             "(",
                                             ")",
                                             "()",
                                             "|",
                                             "AND",
                                             " AND ",
                                             "OR",
                                             " OR ",
                                             "NOT",
                                             " NOT ",
                                             " -",
                                             "NEAR/5",
                                             "ADJ",
                                             " NEAR/5 ",
                                             " ADJ ",
                                             " NOT NEAR/9 ",
                                             "NEAR/0",
                                             "ADJ/",
                                             "\"~5 ",
                                             "\"a b\"~5",
                                             "\"~",
                                             "\"co-op a\"~3",
                                             "/s",
                                             " /s ",
                                             " /p ",
                                             " NOT /s ",
                                             "coons~2",
                                             "=Huawei",
                                             "\"=A b\"",
                                             "\"^2 ",
                                             ")^2 ",
                                             "atleast2:",
                                             "lead:",
                                             "seen:",
                                             "2019-05-10T21:30:00Z",
                                             "EU",
                                             "US",
                                             "~",
                                             "~2",
                                             "^3",
                                             "=",
                                             "atleast3:",
                                             ":",
                                             "title:",
                                             "body:",
                                             "source:",
                                             "by:",
                                             "lang:",
                                             "lang:de",
                                             "id:",
                                             "url:",
                                             "wire:",
                                             "http://www.example.com:80/a/*?",
                                             "date:",
                                             "after:",
                                             "before:",
                                             "2019",
                                             "2019-05",
                                             "1000",
                                             "..",
                                             "7d",
                                             "undated",
                                             "yesterday",
                                             "org:",
                                             "org:#",
                                             "story:",
                                             "in:furniture ",
                                             "org:huawei",
                                             "person:may",
                                             "role:",
                                             "\"x org:华为 y\"",
                                             "party:R",
                                             "kind:",
                                             "country:",
                                             "#",
                                             "senator",
                                             "org:acme-x",
                                             "role:senator/",
                                             "国",
                                             "titel:",
                                             "x:",
                                             "'",
                                             "’s",
                                             ".",
                                             ",",
                                             "!",
                                             "&",
                                             "_",
                                             "/",
                                             "\\",
                                             "\xFF",
                                             "\xC3",
                                             "\xE2\x80",
                                             std::string(1, '\0'),
                                             "\u200B",
                                             "\u00AD",
                                             "\u0301"};
        std::string text;
        for (std::size_t count = 1 + below(24); count > 0; --count)
            text += pieces[below(std::size(pieces))];
        return text;
    }

    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    std::size_t below(std::size_t limit) { return random_() % limit; }

private:
    query::Query leaf() {
        switch (below(22)) {
            case 0:
                return {query::Everything{}};
            case 12:
                return {within(any_scope())};
            case 13:
            case 14:
                return {proximity()};
            case 15:
                return {entity()};
            case 16:
                return {similar(any_scope())};
            case 17:
                return {exact(any_scope())};
            case 18:
                return {query::AtLeast{{operand({}, 2)}, 1 + below(1000)}};
            case 19:
                return {query::Weighted{{leaf()}, weight()}};
            case 20:
                return {seen()};
            case 21:
                return {query::Address{chance(2) ? "example.com/news?a=(b)" : "com"}};
            case 1:
                return {query::Undated{}};
            case 2:
                return {query::Language{chance(2) ? "de" : "haw"}};
            case 3:
                return {query::Identity{chance(2) ? "courier-2019-0329" : "a (b) OR *"}};
            case 4:
                return {range()};
            case 5:
                return {query::Prefix{any_scope(), forms("secur")}};
            case 6:
            case 7:
                return {phrase(any_scope())};
            default:
                return {query::Word{text_scope(), word()}};
        }
    }

    query::DateRange range() {
        const auto day = [this] { return std::chrono::sys_days(std::chrono::days(below(30'000))); };
        query::DateRange range{day(), day()};
        if (*range.first > *range.last) std::swap(range.first, range.last);
        if (chance(3)) range.last = range.first;
        if (chance(3)) return {range.first, {}};
        if (chance(3)) return {{}, range.last};
        return range;
    }

    query::Seen seen() {
        const auto instant = [this] {
            return std::chrono::sys_seconds(std::chrono::seconds(below(2'000'000'000)));
        };
        query::Seen seen{instant(), instant()};
        if (*seen.first > *seen.last) std::swap(seen.first, seen.last);
        if (chance(3)) return {seen.first, {}};
        if (chance(3)) return {{}, seen.last};
        return seen;
    }

    double weight() {
        const double weights[] = {0, 0.01, 0.5, 1, 3, 33.33, 100};
        return weights[below(std::size(weights))];
    }

    query::Similar similar(const query::Scope& scope) {
        return {scope, chance(2) ? forms("coons") : query::WordForms{"durre", "dürre"},
                1 + below(2)};
    }

    query::Phrase exact(const query::Scope& scope) {
        query::Phrase phrase{scope, {}};
        for (std::size_t count = 1 + below(3); phrase.words.size() < count;)
            phrase.words.push_back(exact_word());
        return phrase;
    }

    query::PhraseWord exact_word() {
        static const query::WordForms words[] = {{"huawei", "huawei", "Huawei"},
                                                 {"durre", "dürre", "DÜRRE"},
                                                 {"and", "and", "AND"},
                                                 {"us", "us", "U.S."}};
        return {words[below(std::size(words))], false, std::nullopt, true};
    }

    std::vector<query::PhraseWord> phrase_words(const query::Scope& scope, std::size_t count) {
        std::vector<query::PhraseWord> words;
        while (words.size() < count) {
            words.push_back({word(), false});
            if (chance(12)) words.back() = {forms("telecom"), true};
            if (chance(12)) words.back() = exact_word();
            if (chance(8) && !query::is_of_names(scope))
                words.back() = {{}, false, entity_in_phrase()};
        }
        return words;
    }

    query::Phrase phrase(const query::Scope& scope) {
        query::Phrase phrase{scope, phrase_words(scope, 1 + below(4))};
        const bool may_be_whole = scope == index::Field::source || scope == index::Field::section;
        phrase.is_whole = may_be_whole && chance(3);
        // An entity alone is no phrase.
        if (phrase.words.size() == 1 && !scope) phrase.words.front() = {word(), false};
        return phrase;
    }

    query::Within within(const query::Scope& scope) {
        return {scope, phrase_words(scope, 2 + below(3)), 1 + below(100)};
    }

    query::Proximity proximity() {
        query::Proximity proximity;
        const query::Scope names = chance(6) ? query::Scope(index::Field::by) : query::Scope{};
        for (std::size_t count = 2 + below(3); proximity.operands.size() < count;) {
            proximity.operands.push_back(operand(names, 2));
            if (proximity.operands.size() == 1) continue;
            using Kind = query::Link::Kind;
            if (!names && chance(3)) {
                proximity.links.push_back(
                    {chance(2) ? Kind::sentence : Kind::paragraph, chance(4), 1});
                continue;
            }
            proximity.links.push_back(
                {chance(2) ? Kind::near : Kind::adjacent, chance(4), 1 + below(100)});
        }
        return proximity;
    }

    /// What can stand beside NEAR: in a field of names, or in the title and the text.
    query::Query operand(const query::Scope& names, int levels) {
        const query::Scope scope = names ? names : text_scope();
        if (levels > 0 && chance(4)) {
            std::vector<query::Query> parts;
            for (std::size_t count = 2 + below(2); parts.size() < count;)
                parts.push_back(operand(names, levels - 1));
            return {query::Or{std::move(parts)}};
        }
        if (chance(12)) return {query::Prefix{scope, forms("secur")}};
        if (chance(12)) return {similar(scope)};
        if (chance(12)) return {exact(scope)};
        if (names || chance(3)) return {phrase(scope)};
        if (chance(4)) return {entity()};
        return {query::Word{scope, word()}};
    }

    query::Entity entity() {
        static const char* const clauses[] = {"org:huawei",       "org:\"huawei technologies\"",
                                              "org:华为",         "org:#huawei",
                                              "official:coons",   "person:#chris-coons",
                                              "role:senator",     "role:senator/democrats",
                                              "party:gop",        "country:gb",
                                              "state:de",         "kind:company",
                                              "org:\"acme inc\"", "org:#none"};
        return entity_of(clauses[below(std::size(clauses))]);
    }
    query::Entity entity_in_phrase() {
        static const char* const clauses[] = {"org:huawei",      "org:华为",      "org:#huawei",
                                              "org:at&t-huawei", "role:#senator", "person:nobody"};
        return entity_of(clauses[below(std::size(clauses))]);
    }

    static query::WordForms forms(const std::string& word) { return {word, word}; }

    query::WordForms word() {
        static const query::WordForms words[] = {
            {"huawei", "huawei"},   {"ban", "ban"},     {"5g", "5g"},
            {"durre", "dürre"},     {"or", "or"},       {"not", "not"},
            {"o'brien", "o'brien"}, {"3.5", "3.5"},     {"at&t", "at&t", "AT&T"},
            {"华", "华"},           {"צה\"ל", "צה\"ל"}, {"(1)", "(1)", "⑴"},
            {"near", "near"},       {"a_b", "a_b"},     {"date", "date"}};
        return words[below(std::size(words))];
    }

    query::Scope text_scope() {
        if (chance(2)) return {};
        if (chance(4)) return index::Field::lead;
        return chance(2) ? index::Field::title : index::Field::body;
    }
    query::Scope any_scope() {
        const index::Field names[] = {index::Field::source, index::Field::by, index::Field::section,
                                      index::Field::wire, index::Field::furniture};
        return chance(3) ? query::Scope(names[below(std::size(names))]) : text_scope();
    }

    std::mt19937 random_;
};

}  // namespace nutgraf::tests
