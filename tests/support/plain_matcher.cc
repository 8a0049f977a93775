#include "tests/support/plain_matcher.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/document.h"

#include <algorithm>
#include <map>
#include <memory>

namespace nutgraf::tests {

using index::Field;
using query::Query;

namespace {

std::string stem_of(const std::string& language, std::string_view caseless) {
    if (!analyzers::is_stemmed(language)) return {};
    static std::map<std::string, std::unique_ptr<analyzers::Stemmer>> stemmers;
    auto& stemmer = stemmers[language];
    if (!stemmer) stemmer = std::make_unique<analyzers::Stemmer>(language);
    return std::string(stemmer->stem(caseless));
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

PlainText::PlainText(std::string_view text, const std::string& language) : language_(language) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    size_ = tokens.size();
    for (std::size_t i = 0; i < size_; ++i) {
        forms_.push_back({i, std::string(tokens.folded(i)), stem_of(language, tokens.caseless(i))});
        if (tokens[i].is_glued) continue;
        // Two to four parts with hyphens between are one word too, unless that is too long.
        std::string folded(tokens.folded(i));
        std::string caseless(tokens.caseless(i));
        std::size_t parts = 1;
        for (; i + parts < size_ && tokens[i + parts].is_glued; ++parts) {
            folded += tokens.folded(i + parts);
            caseless += tokens.caseless(i + parts);
        }
        if (parts >= 2 && parts <= 4 && folded.size() <= 64 && caseless.size() <= 64)
            forms_.push_back({i, folded, stem_of(language, caseless)});
    }
}

bool PlainText::has_word(const query::WordForms& wanted) const {
    const std::string stem = stem_of(language_, wanted.caseless);
    return std::ranges::any_of(forms_, [&](const Form& form) {
        return form.folded == wanted.folded || (!stem.empty() && form.stem == stem);
    });
}

bool PlainText::has_phrase(const std::vector<query::PhraseWord>& wanted) const {
    for (std::size_t begin = 0; begin < size_; ++begin) {
        std::size_t met = 0;
        while (met < wanted.size() && stands_at(begin + met, wanted[met])) ++met;
        if (met == wanted.size()) return true;
    }
    return false;
}

bool PlainText::stands_at(std::size_t position, const query::PhraseWord& wanted) const {
    const auto first = std::ranges::lower_bound(forms_, position, {}, &Form::position);
    for (auto form = first; form != forms_.end() && form->position == position; ++form) {
        if (wanted.is_prefix ? form->folded.starts_with(wanted.forms.folded)
                             : form->folded == wanted.forms.folded)
            return true;
    }
    return false;
}

PlainMatcher::PlainMatcher(const archive::Article& article)
    : id_(article.id),
      language_(index::language_of(article)),
      published_(article.published),
      title_(article.title, language_),
      body_(archive::text_of(article), language_),
      source_(article.source, ""),
      section_(article.section, ""),
      byline_(joined(article.byline), "") {}

bool PlainMatcher::has_word(const query::Scope& scope, const query::WordForms& word) const {
    const bool in_title = (!scope || scope == Field::title) && title_.has_word(word);
    return in_title || ((!scope || scope == Field::body) && body_.has_word(word));
}

bool PlainMatcher::has_phrase(const query::Scope& scope,
                              const std::vector<query::PhraseWord>& words) const {
    if (!scope) return title_.has_phrase(words) || body_.has_phrase(words);
    switch (*scope) {
        case Field::title:
            return title_.has_phrase(words);
        case Field::body:
            return body_.has_phrase(words);
        case Field::source:
            return source_.has_phrase(words);
        case Field::section:
            return section_.has_phrase(words);
        case Field::by:
            return byline_.has_phrase(words);
        default:
            return false;
    }
}

bool PlainMatcher::is_published_within(const query::DateRange& range) const {
    if (!published_) return false;
    if (range.first && published_->days.last < *range.first) return false;
    return !range.last || published_->days.first <= *range.last;
}

bool PlainMatcher::matches(const Query& query) const {
    struct Visitor {
        const PlainMatcher& article;
        bool operator()(const query::Everything&) const { return true; }
        bool operator()(const query::Word& word) const {
            return article.has_word(word.scope, word.forms);
        }
        bool operator()(const query::Phrase& phrase) const {
            return article.has_phrase(phrase.scope, phrase.words);
        }
        bool operator()(const query::Prefix& prefix) const {
            return article.has_phrase(prefix.scope, {{prefix.forms, true}});
        }
        bool operator()(const query::DateRange& range) const {
            return article.is_published_within(range);
        }
        bool operator()(const query::Undated&) const { return !article.published_; }
        bool operator()(const query::Language& language) const {
            return article.language_ == language.code;
        }
        bool operator()(const query::Identity& identity) const {
            return article.id_ == identity.id;
        }
        bool operator()(const query::And& all) const {
            return std::ranges::all_of(all.parts,
                                       [&](const Query& q) { return article.matches(q); });
        }
        bool operator()(const query::Or& any) const {
            return std::ranges::any_of(any.parts,
                                       [&](const Query& q) { return article.matches(q); });
        }
        bool operator()(const query::Not& none) const {
            return !article.matches(none.part.front());
        }
    };
    return std::visit(Visitor{*this}, query.node);
}

}  // namespace nutgraf::tests
