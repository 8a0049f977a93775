#pragma once

#include "analyzers/text/tokenizer.h"
#include "base/date.h"
#include "indexer/archive/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::tests {

/// Makes queries of what stands in the articles of an archive, so that most find something. Borrows
/// the articles; the same for a seed.
class ArchiveQuery {
public:
    ArchiveQuery(const std::vector<archive::Article>& articles, unsigned seed)
        : articles_(articles), random_(seed) {}

    /// Words, phrases, prefixes and chains with and without a field, joined by AND and OR.
    std::string positive(int levels = 2) {
        if (levels == 0 || chance(3)) return with_text_field(chance(3) ? near() : words());
        const char* const joiners[] = {" ", " AND ", " OR ", " | "};
        const char* const joiner = joiners[below(4)];
        std::string text = part(positive(levels - 1));
        for (std::size_t more = 1 + below(2); more > 0; --more)
            text += joiner + part(positive(levels - 1));
        return text;
    }

    /// The same with filters and negation.
    std::string any(int levels = 2) {
        if (levels == 0 && chance(4)) return near();
        if (levels == 0) return chance(3) ? filter() : with_text_field(words());
        switch (below(5)) {
            case 0:
                return "-" + part(any(levels - 1));
            case 1:
                return part(any(levels - 1)) + " NOT " + part(any(levels - 1));
            case 2:
                return part(any(levels - 1)) + " OR " + part(any(levels - 1));
            case 3:
                return part(any(levels - 1)) + " " + part(any(levels - 1));
            default:
                return any(0);
        }
    }

private:
    static std::string part(const std::string& text) { return "(" + text + ")"; }

    /// A run of words as one article has it, with what stands between them.
    std::string run(std::size_t most) {
        const archive::Article& article = one();
        const std::string text = chance(4) ? article.title : archive::text_of(article);
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        if (tokens.empty()) return "the";
        const std::size_t first = below(tokens.size());
        const std::size_t last = std::min(tokens.size() - 1, first + below(most));
        std::string run = text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
        for (char& c : run)
            if (c == '"' || c == '\n' || c == '*') c = ' ';
        return run;
    }

    std::string words() {
        switch (below(12)) {
            case 8:
                return "=" + run(1);
            case 9:
                return "\"=" + run(1) + " " + run(1) + "\"";
            case 10:
                return without_quotes(run(1)) + (chance(2) ? "~" : "~2");
            case 11:
                return "atleast" + std::to_string(1 + below(6)) + ":" + run(1);
            case 0:
            case 1:
                return "\"" + run(4) + "\"";
            case 2:
                return prefix();
            case 3:
                return "\"" + run(1) + " " + run(1) + "\"";
            case 4:
                return "\"" + run(2) + "* " + run(1) + "\"";
            case 5:
                return hyphenated();
            default:
                return run(1);
        }
    }

    /// Words that are neighbours in some article, or nearly, joined by NEAR and ADJ.
    std::string near() {
        const archive::Article& article = one();
        const std::string text = chance(4) ? article.title : archive::text_of(article);
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        if (tokens.empty()) return "the";
        std::size_t at = below(tokens.size());
        std::string chain;
        std::string phrase;
        const std::size_t operands = 2 + below(3);
        for (std::size_t i = 0; i < operands; ++i) {
            const std::string word = without_quotes(tokens.caseless(at));
            phrase += (i == 0 ? "" : " ") + word;
            if (i > 0) chain += link();
            chain += operand(word, tokens, at);
            const std::size_t reach = std::min<std::size_t>(tokens.size(), 12);
            at = (at + tokens.size() + below(reach) - reach / 2) % tokens.size();
        }
        if (chance(4)) return "\"" + phrase + "\"~" + std::to_string(1 + below(15));
        return "(" + chain + ")";
    }

    std::string link() {
        if (chance(3)) return std::string(chance(5) ? " NOT" : "") + (chance(2) ? " /s " : " /p ");
        const std::string name = chance(2) ? " NEAR/" : " ADJ/";
        return (chance(5) ? " NOT" : "") + name + std::to_string(1 + below(12)) + " ";
    }

    /// A word of an article with what stands around it, or with others.
    std::string operand(const std::string& word, const analyzers::Tokens& tokens, std::size_t at) {
        switch (below(10)) {
            case 8:
                return word.size() > 4 ? word + "~" : word;
            case 9:
                return "\"=" + word + "\"";
            case 0:
                return "(" + word + " OR " + words() + ")";
            case 1:
                return word.size() > 6 && word[3] > 0 ? word.substr(0, 4) + "*" : word;
            case 2:
                return "\"" + word +
                       (at + 1 < tokens.size() ? " " + without_quotes(tokens.caseless(at + 1))
                                               : "") +
                       "\"";
            case 3:
                return (chance(2) ? "title:" : chance(2) ? "lead:" : "body:") + word;
            default:
                return word;
        }
    }

    static std::string without_quotes(std::string_view word) {
        std::string text(word);
        std::erase(text, '"');
        return text;
    }

    std::string prefix() {
        const std::string word = run(1);
        std::size_t end = std::min<std::size_t>(word.size(), 3 + below(6));
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
        return word.substr(0, end) + "*";
    }

    /// A hyphenated word of an article as it stands or in one, or else neighbours with hyphens.
    std::string hyphenated() {
        const std::string text = archive::text_of(one());
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        const auto compounds = analyzers::compounds(tokens);
        if (!compounds.empty() && !chance(4)) {
            const analyzers::Compound& compound = compounds[below(compounds.size())];
            if (chance(2)) return compound.folded;
            const std::size_t begin = tokens[compound.first].begin;
            return text.substr(begin, tokens[compound.last].end - begin);
        }
        std::string words = run(3);
        std::ranges::replace(words, ' ', '-');
        return words;
    }

    std::string with_text_field(const std::string& text) {
        if (!chance(4)) return text;
        return (chance(2) ? "title:" : chance(2) ? "lead:" : "body:") + text;
    }

    std::string filter() {
        const archive::Article& article = one();
        switch (below(12)) {
            case 5:
                return article.wire.empty() ? "wire:wire" : "wire:\"" + article.wire + "\"";
            case 6:
                return "url:" + address(article.url);
            case 0:
                return std::string("source:") + (chance(2) ? "=" : "") + "\"" + article.source +
                       "\"";
            case 1:
                return "lang:" + std::string(chance(2) ? "en" : "de");
            case 2:
                return "date:undated";
            case 3:
                return "by:\"" + (article.byline.empty() ? "may" : article.byline[0]) + "\"";
            case 4:
                return "id:\"" + article.id + "\"";
            default:
                return date(article);
        }
    }

    /// An address, or a beginning or an end of it that may be none.
    std::string address(const std::string& url) {
        if (url.empty()) return "example";
        const std::size_t cut = below(url.size());
        if (chance(3)) return url;
        const auto border = url.find_first_of("/.?", cut);
        if (border == std::string::npos || border + 1 == url.size()) return url;
        return chance(3) ? url.substr(border + 1) : url.substr(0, border);
    }

    std::string date(const archive::Article& article) {
        if (!article.published) return "date:2019..";
        // Within what is known only by its month or year, too, and a little before.
        const std::chrono::days offset(static_cast<int>(below(50)) - 10);
        const std::string day =
            iso_date(article.published->days.first + (chance(2) ? offset * 0 : offset));
        const std::size_t sizes[] = {4, 7, 10};
        const std::string period = day.substr(0, sizes[below(3)]);
        const char* const forms[] = {"date:{}", "date:{}..", "date:..{}", "after:{}", "before:{}"};
        return fmt::format(fmt::runtime(forms[below(5)]), period);
    }

    const archive::Article& one() { return articles_[below(articles_.size())]; }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    std::size_t below(std::size_t limit) { return random_() % limit; }

    const std::vector<archive::Article>& articles_;
    std::mt19937 random_;
};

}  // namespace nutgraf::tests
