#include "searchd/query/proximity_clause.h"

#include "searchd/query/furniture_clause.h"
#include "searchd/query/limit_broken.h"
#include "searchd/query/parts.h"
#include "searchd/query/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace nutgraf::query {

namespace {

constexpr std::size_t default_near = 10;
constexpr std::size_t default_adjacent = 1;

/// The field of names that an operand looks in; none for the title and the text.
Scope names_of(const Scope& scope) {
    return is_of_names(scope) ? scope : Scope{};
}

bool is_of_units(const Link& link) {
    return link.kind == Link::Kind::sentence || link.kind == Link::Kind::paragraph;
}

/// Checks operands one by one.
struct OperandCheck {
    bool can_stand = true;  ///< All so far can stand beside NEAR.
    std::vector<Scope> scopes;

    void look_at(const Query& query) { std::visit(*this, query.node); }

    void operator()(const Word& word) { scopes.push_back(names_of(word.scope)); }
    void operator()(const Phrase& phrase) {
        scopes.push_back(names_of(phrase.scope));
        can_stand = can_stand && !phrase.is_whole;
    }
    void operator()(const Prefix& prefix) { scopes.push_back(names_of(prefix.scope)); }
    void operator()(const Similar& similar) { scopes.push_back(names_of(similar.scope)); }
    void operator()(const Entity&) { scopes.emplace_back(); }
    void operator()(const Said& said) {
        scopes.emplace_back();
        can_stand = can_stand && !said.is_anybodys();
    }
    void operator()(const Or& any) {
        for (const Query& part : any.parts) look_at(part);
        // Speech stands at each of its words, of which a phrase beside it may be one.
        const bool is_mixed =
            std::ranges::any_of(any.parts, is_speech) && !std::ranges::all_of(any.parts, is_speech);
        can_stand = can_stand && !is_mixed;
    }
    template <class Other>
    void operator()(const Other&) {
        can_stand = false;
    }

    bool is_any_of_names() const {
        return std::ranges::any_of(scopes, [](const Scope& scope) { return scope.has_value(); });
    }

    /// Whether all that was looked at is in places that are counted together.
    bool is_one_space() const {
        return std::ranges::adjacent_find(scopes, std::not_equal_to{}) == scopes.end();
    }
};

std::string wrong_operands(std::string_view written) {
    return fmt::format(
        "Beside {} can stand words, phrases, words with a star or a tilde, entities, what "
        "somebody said, and several of those in parentheses with OR between them, of speech only "
        "with speech; they are looked for anywhere in the article.",
        written);
}

std::string wrong_places(std::string_view written, bool is_of_text) {
    return fmt::format(
        "What stands beside {} must be in the headline and the text{}; it is looked "
        "for anywhere.",
        written, is_of_text ? ", or all in one field" : "");
}

/// The links, with what is known of them from their operands.
std::vector<Link> completed(std::vector<Link> links, const std::vector<Query>& operands) {
    bool is_last_speech = is_speech(operands.front());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const bool is_next_speech = is_speech(operands[i + 1]);
        links[i].may_share = is_last_speech || is_next_speech;
        if (!links[i].is_excluded) is_last_speech = is_next_speech;
    }
    return links;
}

}  // namespace

std::size_t distance_of(const Lexeme& lexeme, std::string_view written, std::string_view digits,
                        ClauseReader& notes) {
    std::size_t distance = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), distance);
    if (read.ec == std::errc::result_out_of_range || distance > max_distance)
        throw LimitBroken{{lexeme.position,
                           fmt::format("\"{}\" is too far: words may be {} apart at most.",
                                       shown(written), max_distance),
                           {}}};
    if (distance > 0) return distance;
    notes.add_note(
        {Severity::error,
         lexeme.position,
         fmt::format("\"{}\" is read as 1: so far apart are neighbours.", shown(written)),
         {}});
    return 1;
}

bool can_be_counted(const std::vector<Query>& queries) {
    if (std::ranges::any_of(queries, is_speech)) return false;
    OperandCheck check;
    for (const Query& query : queries) check.look_at(query);
    return check.can_stand && check.is_one_space();
}

Link link_of(const Lexeme& lexeme, bool is_excluded, ClauseReader& notes) {
    Link link;
    link.is_excluded = is_excluded;
    if (lexeme.text == "/s" || lexeme.text == "/p") {
        link.kind = lexeme.text == "/s" ? Link::Kind::sentence : Link::Kind::paragraph;
        return link;
    }
    const auto slash = lexeme.text.find('/');
    const bool is_near = lexeme.text.starts_with('N');
    link.kind = is_near ? Link::Kind::near : Link::Kind::adjacent;
    link.distance = is_near ? default_near : default_adjacent;
    if (slash == std::string_view::npos) return link;
    const std::string_view digits = lexeme.text.substr(slash + 1);
    if (!digits.empty()) {
        link.distance = distance_of(lexeme, lexeme.text, digits, notes);
        return link;
    }
    notes.add_note({Severity::error,
                    lexeme.position,
                    fmt::format("\"{0}\" lacks its number of words; it is read as \"{0}{1}\".",
                                lexeme.text, link.distance),
                    {}});
    return link;
}

void ProximityClause::add(const Lexeme& lexeme, Link link, Query operand) {
    if (links_.empty()) first_link_ = lexeme;
    links_.push_back(link);
    operands_.push_back(std::move(operand));
}

Query ProximityClause::query(ClauseReader& notes) && {
    if (links_.empty()) return std::move(operands_.front());
    OperandCheck check;
    for (const Query& operand : operands_) check.look_at(operand);
    // A byline has neither sentences nor paragraphs.
    const bool is_of_text =
        !check.is_any_of_names() || std::ranges::find_if(links_, is_of_units) == links_.end();
    if (check.can_stand && check.is_one_space() && is_of_text) {
        std::vector<Link> links = completed(std::move(links_), operands_);
        return Query{Proximity{std::move(operands_), std::move(links)}};
    }
    const std::string written = shown(first_link_.text);
    const std::string message =
        !check.can_stand ? wrong_operands(written) : wrong_places(written, is_of_text);
    notes.add_note({Severity::error, first_link_.position, message, {}});
    std::vector<Query> wanted = {std::move(operands_.front())};
    for (std::size_t i = 1; i < operands_.size(); ++i)
        if (!links_[i - 1].is_excluded) wanted.push_back(std::move(operands_[i]));
    if (wanted.size() == 1) return std::move(wanted.front());
    return Query{And{with_places(std::move(wanted))}};
}

}  // namespace nutgraf::query
