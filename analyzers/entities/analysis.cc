#include "analyzers/entities/analysis.h"

#include "analyzers/entities/article_memory.h"
#include "analyzers/entities/candidates.h"
#include "analyzers/entities/clubs.h"
#include "analyzers/entities/countries.h"
#include "analyzers/entities/definitions.h"
#include "analyzers/entities/draft.h"
#include "analyzers/entities/evidence.h"
#include "analyzers/entities/linking.h"
#include "analyzers/entities/mentions.h"
#include "analyzers/entities/name_judge.h"
#include "analyzers/entities/official_analyzer.h"
#include "analyzers/entities/organisation_analyzer.h"
#include "analyzers/entities/quotes.h"
#include "analyzers/entities/role_phrases.h"
#include "analyzers/entities/short_names.h"
#include "analyzers/entities/titles.h"
#include "analyzers/text/tokenizer.h"

namespace nutgraf::entities {

/// The stages, each with the memory it uses again, and what they share.
struct Analyzer::State {
    explicit State(const Gazetteer& gazetteer)
        : facts(gazetteer), offices(gazetteer, facts), draft(gazetteer, facts) {}

    Facts facts;
    Offices offices;
    Draft draft;
    std::vector<RolePhrase> phrases;
    std::vector<Definition> definitions;
    CountryVotes votes;
    ArticleMemory memory{draft};
    Linker linker{draft, offices, votes, memory};
    CandidateFinder candidates{draft};
    RolePhraseFinder role_phrases{draft};
    NameJudge names{draft, linker, votes, memory};
    ShortNameJudge short_names{draft, offices, linker, memory};
    OrganisationAnalyzer organisations{draft, memory};
    OfficialAnalyzer officials{draft, offices, votes};
    QuoteFinder quotes{draft.text};
};

Analyzer::Analyzer(const Gazetteer& gazetteer) : state_(std::make_unique<State>(gazetteer)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Analysis Analyzer::analysis(const AnalysisText& text) {
    State& state = *state_;
    Draft& draft = state.draft;
    draft.nominals.clear();
    state.memory.clear();
    state.votes.clear();
    draft.text.read(text);
    draft.matches.find(draft.text);
    // What may be a name, and what speaks for it.
    state.candidates.find();
    find_clubs(draft);
    state.role_phrases.find(state.phrases);
    attach_titles(draft, state.phrases);
    attach_attributions(draft);
    attach_appositions(draft, state.phrases);
    note_surroundings(draft);
    find_definitions(draft, state.definitions);
    // What it is, and whose.
    state.votes.collect(draft);
    state.names.judge(state.definitions);
    state.short_names.judge(state.phrases, text.title_bytes);
    state.organisations.analyse();
    state.officials.analyse(state.phrases);
    Analysis analysis{mentions_of(draft, state.offices), {}};
    state.quotes.find(analysis.mentions, analysis.quotes);
    return analysis;
}

std::uint64_t Analyzer::steps() const {
    return state_->draft.text.steps();
}

std::string_view name_of(Via via) {
    switch (via) {
        case Via::name:
            return "name";
        case Via::alias:
            return "alias";
        case Via::acronym:
            return "acronym";
        case Via::role:
            return "role";
        case Via::coreference:
            return "coreference";
    }
    return {};
}

std::string_view name_of(QuoteKind kind) {
    if (kind == QuoteKind::direct) return "direct";
    return kind == QuoteKind::partial ? "partial" : "indirect";
}

std::string slug(std::string_view name) {
    const analyzers::Tokens words = analyzers::tokenise(name);
    std::string slug;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!slug.empty()) slug += '-';
        for (const char c : words.folded(i))
            if (c != '\'') slug += c;
    }
    return slug;
}

}  // namespace nutgraf::entities
