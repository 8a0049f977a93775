#include "searchd/query/print.h"

#include "base/date.h"

namespace nutgraf::query {

namespace {

/// A word as it is read again.
const std::string& spelled(const WordForms& forms) {
    return forms.spelling.empty() ? forms.caseless : forms.spelling;
}

std::string field_prefix(const Scope& scope) {
    return scope ? std::string(index::row_of(*scope).name) + ":" : "";
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
        std::string text = field_prefix(phrase.scope) + "\"";
        for (const PhraseWord& word : phrase.words) {
            if (text.back() != '"') text += " ";
            text += spelled(word.forms) + (word.is_prefix ? "*" : "");
        }
        return text + "\"";
    }
    std::string operator()(const DateRange& range) const {
        std::string text = "date:";
        if (range.first) text += iso_date(*range.first);
        if (range.first != range.last) text += "..";
        if (range.last && range.first != range.last) text += iso_date(*range.last);
        return text;
    }
    std::string operator()(const Undated&) const { return "date:undated"; }
    std::string operator()(const Language& language) const { return "lang:" + language.code; }
    std::string operator()(const Identity& identity) const { return "id:\"" + identity.id + "\""; }
    std::string operator()(const And& all) const { return joined(all.parts, " AND "); }
    std::string operator()(const Or& any) const {
        return any.parts.empty() ? "NOT *" : joined(any.parts, " OR ");
    }
    std::string operator()(const Not& none) const { return "NOT " + part(none.part.front()); }

    /// A part of a larger query: in parentheses when it is one itself.
    static std::string part(const Query& query) {
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
