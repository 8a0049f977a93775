#include "searchd/query/print.h"

#include "base/date.h"
#include "indexer/index/terms.h"
#include "searchd/query/lexer.h"
#include "searchd/query/size.h"

#include <fmt/format.h>

namespace nutgraf::query {

namespace {

/// A word as it is read again.
const std::string& spelled(const WordForms& forms) {
    return forms.spelling.empty() ? forms.caseless : forms.spelling;
}

std::string field_prefix(const Scope& scope) {
    return scope ? std::string(index::row_of(*scope).name) + ":" : "";
}

std::string entity_text(const Entity& entity, std::string_view value) {
    return std::string(index::row_of(entity.field).name) + ":" + std::string(value);
}

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

/// The words of a phrase between quotes.
std::string phrase_text(const std::vector<PhraseWord>& words) {
    std::string text;
    for (const PhraseWord& word : words) {
        if (!text.empty()) text += " ";
        if (word.is_exact) text += "=";
        text += word.entity ? entity_text(*word.entity, word.entity->text) : spelled(word.forms);
        if (word.is_prefix) text += "*";
    }
    return in_quotes(text);
}

std::string operator_text(const Link& link) {
    switch (link.kind) {
        case Link::Kind::sentence:
            return "/s";
        case Link::Kind::paragraph:
            return "/p";
        case Link::Kind::adjacent:
            return "ADJ/" + std::to_string(link.distance);
        case Link::Kind::near:
            break;
    }
    return "NEAR/" + std::to_string(link.distance);
}

std::string link_text(const Link& link) {
    return (link.is_excluded ? " NOT " : " ") + operator_text(link) + " ";
}

/// An instant as a query takes it: "2019-05-10T21:30:00Z".
std::string instant_text(const std::optional<std::chrono::sys_seconds>& instant) {
    return instant ? iso_instant(*instant) : "";
}

/// Prints the alternatives of a node.
struct Printer {
    std::string operator()(const Everything&) const { return "*"; }
    std::string operator()(const Word& word) const {
        return field_prefix(word.scope) + spelled(word.forms);
    }
    std::string operator()(const Prefix& prefix) const {
        return field_prefix(prefix.scope) + spelled(prefix.forms) + "*";
    }
    std::string operator()(const Phrase& phrase) const {
        if (phrase.is_whole) return field_prefix(phrase.scope) + "=" + phrase_text(phrase.words);
        if (phrase.words.size() == 1 && phrase.words.front().is_exact)
            return field_prefix(phrase.scope) + "=" + spelled(phrase.words.front().forms);
        return field_prefix(phrase.scope) + phrase_text(phrase.words);
    }
    std::string operator()(const Similar& similar) const {
        return field_prefix(similar.scope) + spelled(similar.forms) + "~" +
               std::to_string(similar.edits);
    }
    std::string operator()(const Weighted& weighted) const {
        const Query& query = weighted.part.front();
        const std::string text = part(query);
        return (needs_parentheses(query) ? "(" + text + ")" : text) +
               fmt::format("^{}", weighted.weight);
    }
    std::string operator()(const NamedWords& words) const { return to_text(words.part.front()); }
    std::string operator()(const AtLeast& least) const {
        return fmt::format("atleast{}:{}", least.times, part(least.part.front()));
    }
    std::string operator()(const Within& within) const {
        return field_prefix(within.scope) + phrase_text(within.words) + "~" +
               std::to_string(within.distance);
    }
    std::string operator()(const Said& said) const {
        if (said.is_anybodys()) return "has:quote";
        const std::string speaker = (*this)(said.speaker);
        return said.words.empty() ? speaker : speaker + " " + phrase_text(said.words);
    }
    std::string operator()(const Entity& entity) const {
        const bool is_bare = runs_without_spaces(entity.text).size() == 1 &&
                             entity.text.find_first_of("()|^") == std::string::npos;
        return entity_text(entity, is_bare ? entity.text : in_quotes(entity.text));
    }
    std::string operator()(const Proximity& proximity) const {
        std::string text = part(proximity.operands.front());
        for (std::size_t i = 0; i < proximity.links.size(); ++i)
            text += link_text(proximity.links[i]) + part(proximity.operands[i + 1]);
        return text;
    }
    std::string operator()(const DateRange& range) const {
        std::string text = "date:";
        if (range.first) text += iso_date(*range.first);
        if (range.first != range.last) text += "..";
        if (range.last && range.first != range.last) text += iso_date(*range.last);
        return text;
    }
    std::string operator()(const Undated&) const { return "date:undated"; }
    std::string operator()(const Seen& seen) const {
        return "seen:" + instant_text(seen.first) + ".." + instant_text(seen.last);
    }
    std::string operator()(const Language& language) const { return "lang:" + language.code; }
    std::string operator()(const Identity& identity) const { return "id:\"" + identity.id + "\""; }
    std::string operator()(const Address& address) const {
        return "url:\"" + address.beginning + "\"";
    }
    std::string operator()(const Saved& saved) const { return "alert:" + in_quotes(saved.name); }
    std::string operator()(const InStory& story) const {
        return "story:" + index::story_id(story.key);
    }
    std::string operator()(const Originality& originality) const {
        return originality.is_copy ? "is:copy" : "is:original";
    }
    std::string operator()(const InFurniture&) const { return "in:furniture"; }
    std::string operator()(const And& all) const { return joined(all.parts, " AND "); }
    std::string operator()(const Or& any) const {
        return any.parts.empty() ? "NOT *" : joined(any.parts, " OR ");
    }
    std::string operator()(const Not& none) const { return "NOT " + part(none.part.front()); }

    /// A part of a larger query: in parentheses when it is one itself.
    static std::string part(const Query& query) {
        if (const auto* words = std::get_if<NamedWords>(&query.node))
            return part(words->part.front());
        const std::string text = to_text(query);
        const bool is_joined = std::holds_alternative<And>(query.node) ||
                               (std::holds_alternative<Or>(query.node) && text != "NOT *");
        return is_joined ? "(" + text + ")" : text;
    }

    static std::string joined(const std::vector<Query>& parts, const char* joiner) {
        std::string text;
        for (const Query& query : parts) text += (text.empty() ? "" : joiner) + part(query);
        return text;
    }
};

}  // namespace

std::string to_text(const Query& query) {
    return std::visit(Printer{}, query.node);
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

}  // namespace nutgraf::query
