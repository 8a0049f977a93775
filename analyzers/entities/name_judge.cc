#include "analyzers/entities/name_judge.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses certain(Use::organisation, Use::person);
constexpr double person_votes = 1.5;  // Officials tell a country better than companies do.
constexpr double body_votes = 1;
constexpr double company_votes = 0.3;

}  // namespace

void NameJudge::judge(std::span<const Definition> definitions) {
    judge_listed(Listing::of_one);
    votes_.settle();
    judge_listed(Listing::of_several);
    unlink_generic();
    note_last_words();
    judge_unlisted();
    define(definitions);
    votes_.settle();
}

void NameJudge::judge_listed(Listing listing) {
    for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i) {
        Candidate& candidate = draft_.candidates[i];
        if (candidate.verdict != Verdict::open || !candidate.clues.has(Clue::listed)) continue;
        if (listing == Listing::of_one && !linker_.is_unambiguous(*candidate.match, certain))
            continue;
        decide_listed(candidate);
        if (candidate.verdict != Verdict::open) accept(i);
    }
}

void NameJudge::decide_listed(Candidate& candidate) {
    candidate.entity = linker_.entity_of(candidate, certain);
    const bool is_person = candidate.entity != none ? draft_.facts.is_person(candidate.entity)
                                                    : !candidate.match->uses.has(Use::organisation);
    candidate.score =
        is_person ? person_score(candidate.clues) : organisation_score(candidate.clues);
    if (candidate.score <= 0) return;
    candidate.verdict = is_person ? Verdict::person : Verdict::organisation;
    if (!is_person) widen_to_country(draft_, candidate);
}

/// "House of Representatives" in an article about the Philippines is not that of the US.
void NameJudge::unlink_generic() {
    for (Candidate& candidate : draft_.candidates) {
        if (candidate.verdict != Verdict::organisation || candidate.entity == none) continue;
        if (candidate.cluster == none || !is_generic(candidate)) continue;
        Cluster& cluster = draft_.clusters[candidate.cluster];
        const bool is_fuller = !is_generic(draft_.candidates[cluster.fullest]);
        if (is_fuller || !linker_.is_of_country_elsewhere(candidate.entity)) continue;
        cluster.entity = none;
        candidate.entity = none;
    }
}

/// "Reform Party", "House of Representatives": what any country may call its own.
bool NameJudge::is_generic(const Candidate& candidate) const {
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
        const Word& word = text_[i];
        const bool is_word = word.has(WordBit::common) || word.has(WordBit::org_head) ||
                             word.has(WordBit::policy) || word.grammar != Grammar::content;
        if (!is_word || word.shape == Shape::capitals) return false;
    }
    return true;
}

void NameJudge::note_last_words() {
    single_words_.clear();
    for (const Candidate& candidate : draft_.candidates)
        if (candidate.words() == 1 && candidate.verdict == Verdict::open)
            single_words_.set(text_[candidate.first].key, 1);
}

void NameJudge::judge_unlisted() {
    for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i) {
        Candidate& candidate = draft_.candidates[i];
        if (candidate.verdict != Verdict::open) continue;
        const bool is_short = (candidate.words() == 1 || is_glued_pair(text_, candidate)) &&
                              !candidate.clues.has(Clue::acronym) &&
                              !candidate.clues.has(Clue::defined);
        // Judged with the rest of the article; "Von der Leyen" with the names before it.
        const bool is_unsure = candidate.match != nullptr ||
                               (text_[candidate.first].grammar == Grammar::particle &&
                                memory_.person_of_surname(text_[candidate.last].key) != none);
        if (is_short || is_unsure) continue;
        if (single_words_.find(text_[candidate.last].key) != nullptr)
            candidate.clues.add(Clue::last_word_elsewhere);
        decide_unlisted(candidate);
        if (candidate.verdict != Verdict::open) accept(i);
    }
}

void NameJudge::decide_unlisted(Candidate& candidate) {
    const double organisation = organisation_score(candidate.clues);
    const double person = person_score(candidate.clues);
    candidate.score = std::max(organisation, person);
    if (candidate.score <= 0) return;
    candidate.verdict = person > organisation ? Verdict::person : Verdict::organisation;
    if (candidate.verdict == Verdict::person) candidate.entity = linker_.person_by_ends(candidate);
    candidate.via = Via::name;
}

void NameJudge::accept(std::uint32_t index) {
    Candidate& candidate = draft_.candidates[index];
    memory_.remember(index);
    if (candidate.entity == none) return;
    const bool is_person = candidate.verdict == Verdict::person;
    const bool is_company = draft_.facts.type_of(candidate.entity) == "company";
    const double weight = is_person ? person_votes : is_company ? company_votes : body_votes;
    if (is_person) votes_.note_named(draft_.facts.country_of(candidate.entity));
    votes_.add(candidate.first, draft_.facts.country_of(candidate.entity), weight);
}

void NameJudge::define(std::span<const Definition> definitions) {
    defined_.clear();
    for (const Definition& definition : definitions) {
        const Candidate& long_form = draft_.candidates[definition.long_form];
        if (long_form.cluster == none || long_form.verdict != Verdict::organisation) continue;
        Candidate& acronym = draft_.candidates[definition.acronym];
        memory_.define(text_[acronym.first].key, long_form.cluster);
        const bool is_other = acronym.entity != none && acronym.entity != long_form.entity;
        // The article means what it says, unless we know only the acronym.
        if (is_other && long_form.entity == none) continue;
        if (is_other) acronym.entity = none;
        defined_.set(text_[acronym.first].key, long_form.cluster);
        acronym.verdict = Verdict::organisation;
        acronym.via = Via::acronym;
        acronym.score = std::max(acronym.score, organisation_score(acronym.clues));
        memory_.join(definition.acronym, long_form.cluster);
    }
    if (!definitions.empty()) redefine();
}

/// Gives acronyms that were judged before the meaning that the article defines.
void NameJudge::redefine() {
    for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i) {
        Candidate& candidate = draft_.candidates[i];
        if (candidate.words() != 1 || candidate.verdict != Verdict::organisation) continue;
        const std::uint32_t cluster = defined_.value_or(text_[candidate.first].key, none);
        if (cluster == none || candidate.cluster == cluster) continue;
        candidate.entity = none;
        candidate.via = Via::acronym;
        memory_.join(i, cluster);
    }
}

namespace {

/// "Texas House of Representatives": not the one of the country.
bool is_body_of_state(const Draft& draft, std::uint32_t entity, std::uint32_t number) {
    const Place place = draft.text.gazetteer().place(number);
    if (place.is_country || place.code.empty()) return false;
    const std::string_view type = draft.facts.type_of(entity);
    const bool has_own = type == "parliament" || type == "court";
    return has_own && draft.facts.country_of(entity) == draft.facts.country_of_place(number);
}

}  // namespace

void widen_to_country(const Draft& draft, Candidate& candidate) {
    const Reading& text = draft.text;
    if (candidate.entity == none || candidate.first == 0 || !text.is_joined(candidate.first))
        return;
    const std::uint32_t before = candidate.first - 1;
    if (text[before].is_possessive || text[candidate.first].is_glued) return;
    // Parties share their names across countries: "Italian Socialist Party".
    const bool is_party = draft.facts.type_of(candidate.entity) == "party";
    const Match* const place = draft.matches.longest(
        before, is_party ? Uses(Use::place, Use::place_adjective) : Uses(Use::place));
    if (place == nullptr || place->last != before) return;
    for (const Sense& sense : place->senses) {
        if (sense.table != Table::place) continue;
        if (is_body_of_state(draft, candidate.entity, sense.number)) {
            candidate.first = before;
            candidate.entity = none;
            return;
        }
        if (!text.gazetteer().place(sense.number).is_country) continue;
        if (draft.facts.country_of_place(sense.number) == draft.facts.country_of(candidate.entity))
            candidate.first = before;
    }
}

}  // namespace nutgraf::entities
