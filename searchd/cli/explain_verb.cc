#include "base/exit_status.h"
#include "base/utf8.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nutgraf::cli {

namespace {

void print_reason(const search::MentionReason& mention) {
    fmt::print("  {} {}-{}  \"{}\": {} (#{})", mention.is_in_title ? "title" : "text",
               mention.begin, mention.end, visible(mention.text), visible(mention.named.name),
               visible(mention.named.id));
    if (!mention.listed_at.empty()) fmt::print(" of {}", visible(mention.listed_at));
    if (mention.via.empty()) {
        fmt::print("; found by an earlier gazetteer\n");
        return;
    }
    fmt::print(", by {}: {}; confidence {:.2f}\n", mention.via, mention.rule, mention.confidence);
    for (const entities::ClueReason& clue : mention.clues)
        fmt::print("    {:+.1f}  {}\n", clue.worth, clue.reason);
}

/// Where an article mentions the entities of a query, and why.
void print_reasons(const std::vector<search::EntityReason>& entities) {
    for (const search::EntityReason& entity : entities) {
        fmt::print("{}{}\n", visible(entity.clause),
                   entity.mentions.empty() ? " is not mentioned" : " is mentioned");
        for (const search::MentionReason& mention : entity.mentions) print_reason(mention);
    }
}

/// What an article has the speakers of the query say.
void print_speech(const std::vector<search::SpeechReason>& speech) {
    for (const search::SpeechReason& reason : speech) {
        fmt::print("{}{}\n", visible(reason.clause),
                   reason.sayings.empty() ? " is not there" : " is there");
        for (const search::SpeechPlace& saying : reason.sayings) {
            fmt::print("  {} {}-{}  {} speech of {}", saying.is_in_title ? "title" : "text",
                       saying.begin, saying.end, saying.kind,
                       visible(saying.speaker.name.empty() ? "somebody" : saying.speaker.name));
            if (!saying.speaker.id.empty()) fmt::print(" (#{})", visible(saying.speaker.id));
            if (!saying.listed_at.empty()) fmt::print(" of {}", visible(saying.listed_at));
            fmt::print(", as \"{}\" {}\n", visible(saying.speaker_text), visible(saying.cue));
        }
    }
}

/// How a query is read, and what each part of it finds.
void print_reading(const FoundExplanation& found) {
    const search::Explanation& explanation = found.explanation;
    fmt::print("read as   {}\n", visible(found.parsed));
    print_notes(explanation.parsed.notes);
    for (const query::Expansion& expansion : explanation.expansions)
        fmt::print("{:<9} {}{}\n", visible(expansion.from),
                   expansion.is_of_entity() ? "also finds " : "",
                   visible(fmt::format("{}", fmt::join(expansion.to, ", "))));
    fmt::print("articles  {}\n", explanation.total);
    for (const auto& term : explanation.terms)
        fmt::print("term      {} in {} article{}\n", visible(term.term), term.articles,
                   term.articles == 1 ? "" : "s");
    fmt::print("xapian    {}\n", visible(explanation.xapian));
}

/// How an article fares.
void print_article_reasons(const search::Explanation& explanation, const std::string& id) {
    print_reasons(explanation.entities);
    print_speech(explanation.speech);
    if (!explanation.score) {
        fmt::print("{}  does not match\n", visible(id));
        return;
    }
    fmt::print("{}  matches with a score of {:.3f} by {}\n", visible(id), *explanation.score,
               visible(fmt::format("{}", fmt::join(explanation.matching, ", "))));
}

}  // namespace

int print_explanation(const CommonOptions& common, const search::SearchRequest& request,
                      const std::string& id, bool as_json) {
    const FoundExplanation found = answers_of(common)->explanation(request, id);
    if (as_json) {
        fmt::print("{}\n", to_visible_text(found.record));
    } else {
        print_reading(found);
        if (!id.empty()) print_article_reasons(found.explanation, id);
    }
    const bool is_found =
        id.empty() ? found.explanation.total > 0 : found.explanation.score.has_value();
    return is_found ? exit_found : exit_nothing;
}

}  // namespace nutgraf::cli
