#include "tests/support/plain_matcher.h"

#include "indexer/index/document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <regex>

namespace nutgraf::tests {

using index::Field;
using query::Query;

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::string furniture_in(const archive::Article& article) {
    std::string text;
    for (const archive::Piece& piece : article.removed)
        if (archive::is_furniture(piece.kind)) text += piece.text + "\n";
    return text;
}

/// The mentions of the title, or of the text.
std::vector<PlainMention> mentions_in(const index::StoredEntities& named, bool is_in_title) {
    std::vector<PlainMention> mentions;
    for (const index::StoredMention& mention : named.mentions)
        if (mention.is_in_title == is_in_title)
            mentions.push_back(
                {{mention.first_token, mention.last_token}, named.term_sets[mention.terms]});
    return mentions;
}

constexpr std::array all_fields = {Field::title, Field::body, Field::source,   Field::section,
                                   Field::by,    Field::wire, Field::furniture};

/// Whether what has a scope is looked for in a field.
std::function<bool(const query::Scope&)> in_field(Field field) {
    return [field](const query::Scope& scope) {
        const bool is_text = field == Field::title || field == Field::body;
        return scope && scope != Field::lead ? *scope == field : is_text;
    };
}

/// What is said in the title, or in the text, and by whom.
std::vector<PlainMention> speech_in(const index::StoredEntities& named, bool is_in_title) {
    std::vector<PlainMention> speech;
    for (const index::StoredQuote& quote : named.quotes)
        if (quote.is_in_title == is_in_title && quote.terms != index::StoredQuote::nobody)
            speech.push_back({{quote.first_token, quote.last_token}, named.term_sets[quote.terms]});
    return speech;
}

}  // namespace

PlainMatcher::PlainMatcher(const archive::Article& article, const index::StoredEntities& named,
                           std::chrono::sys_seconds seen)
    : id_(article.id),
      url_(article.url),
      language_(index::language_of(article)),
      published_(article.published),
      seen_(seen),
      has_speech_(!named.quotes.empty()),
      title_(article.title, language_, mentions_in(named, true), speech_in(named, true)),
      body_(archive::text_of(article), language_, mentions_in(named, false),
            speech_in(named, false)),
      lead_(body_.first_paragraph()),
      source_(article.source, ""),
      section_(article.section, ""),
      byline_(joined(article.byline), ""),
      wire_(article.wire, ""),
      furniture_(furniture_in(article), ""),
      has_furniture_(!furniture_in(article).empty()) {}

bool PlainMatcher::has_word(const query::Scope& scope, const query::WordForms& word) const {
    if (scope == Field::lead) return title_.has_word(word) || lead_.has_word(word);
    const bool in_title = (!scope || scope == Field::title) && title_.has_word(word);
    return in_title || ((!scope || scope == Field::body) && body_.has_word(word));
}

bool PlainMatcher::has_phrase(const query::Scope& scope,
                              const std::vector<query::PhraseWord>& words) const {
    if (scope == Field::lead) return title_.has_phrase(words) || lead_.has_phrase(words);
    if (!scope) return title_.has_phrase(words) || body_.has_phrase(words);
    return text_of(*scope).has_phrase(words);
}

bool PlainMatcher::has_within(const query::Within& within) const {
    if (within.scope == Field::lead) return title_.has_within(within) || lead_.has_within(within);
    if (!within.scope) return title_.has_within(within) || body_.has_within(within);
    return text_of(*within.scope).has_within(within);
}

bool PlainMatcher::has_similar(const query::Similar& similar) const {
    if (similar.scope && similar.scope != Field::lead)
        return text_of(*similar.scope).has_similar(similar);
    const PlainText& text = similar.scope ? lead_ : body_;
    return title_.has_similar(similar) || text.has_similar(similar);
}

bool PlainMatcher::has_near(const query::Proximity& near) const {
    // In each field for itself: words of one are never near those of another.
    return std::ranges::any_of(
        all_fields, [&](Field field) { return text_of(field).has_near(near, in_field(field)); });
}

std::size_t PlainMatcher::times(const Query& operand) const {
    std::size_t times = 0;
    for (const Field field : all_fields) times += text_of(field).times(operand, in_field(field));
    return times;
}

const PlainText& PlainMatcher::text_of(Field field) const {
    switch (field) {
        case Field::title:
            return title_;
        case Field::source:
            return source_;
        case Field::section:
            return section_;
        case Field::by:
            return byline_;
        case Field::wire:
            return wire_;
        case Field::furniture:
            return furniture_;
        default:
            return body_;
    }
}

bool PlainMatcher::is_published_within(const query::DateRange& range) const {
    if (!published_) return false;
    if (range.first && published_->days.last < *range.first) return false;
    return !range.last || published_->days.first <= *range.last;
}

bool PlainMatcher::is_at(const std::string& beginning) const {
    static const std::regex form("^(?:[a-z]+://)?(?:www\\.)?([^/?#:]*)(?::80|:443)?([^#]*)",
                                 std::regex::icase);
    std::smatch parts;
    if (url_.empty() || !std::regex_search(url_, parts, form)) return false;
    std::string host = parts[1];
    std::string path = parts[2];
    for (std::string* part : {&host, &path})
        for (char& c : *part) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const std::string address = host + path;
    const bool is_beginning =
        address.starts_with(beginning) &&
        (address.size() == beginning.size() || address[beginning.size()] == '/' ||
         address[beginning.size()] == '?');
    return is_beginning || host.ends_with("." + beginning);
}

bool PlainMatcher::matches(const Query& query) const {
    struct Visitor {
        const PlainMatcher& article;
        bool operator()(const query::Everything&) const { return true; }
        bool operator()(const query::Word& word) const {
            return article.has_word(word.scope, word.forms);
        }
        bool operator()(const query::Phrase& phrase) const {
            if (phrase.is_whole && article.text_of(*phrase.scope).size() != phrase.words.size())
                return false;
            return article.has_phrase(phrase.scope, phrase.words);
        }
        bool operator()(const query::Prefix& prefix) const {
            return article.has_phrase(prefix.scope, {{prefix.forms, true}});
        }
        bool operator()(const query::Similar& similar) const {
            return article.has_similar(similar);
        }
        bool operator()(const query::Weighted& weighted) const {
            return article.matches(weighted.part.front());
        }
        bool operator()(const query::NamedWords& words) const {
            return article.matches(words.part.front()) || (*this)(words.entity);
        }
        bool operator()(const query::AtLeast& least) const {
            return article.times(least.part.front()) >= least.times;
        }
        bool operator()(const query::Seen& seen) const {
            const bool is_late_enough = !seen.first || article.seen_ >= *seen.first;
            return is_late_enough && (!seen.last || article.seen_ <= *seen.last);
        }
        bool operator()(const query::Within& within) const { return article.has_within(within); }
        bool operator()(const query::Entity& entity) const {
            return article.title_.has_entity(entity) || article.body_.has_entity(entity);
        }
        bool operator()(const query::Said& said) const {
            if (said.is_anybodys()) return article.has_speech_;
            return article.title_.has_said(said) || article.body_.has_said(said);
        }
        bool operator()(const query::Proximity& near) const { return article.has_near(near); }
        bool operator()(const query::DateRange& range) const {
            return article.is_published_within(range);
        }
        bool operator()(const query::Undated&) const { return !article.published_; }
        bool operator()(const query::Language& language) const {
            return article.language_ == language.code;
        }
        // What it is asked of has no copies.
        bool operator()(const query::InStory& story) const {
            return archive::key_of(article.id_) == story.key;
        }
        bool operator()(const query::Originality& originality) const {
            return !originality.is_copy;
        }
        bool operator()(const query::InFurniture&) const { return article.has_furniture_; }
        bool operator()(const query::Identity& identity) const {
            return article.id_ == identity.id;
        }
        bool operator()(const query::Address& address) const {
            return article.is_at(address.beginning);
        }
        bool operator()(const query::Saved& saved) const {
            return article.matches(saved.part.front());
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
