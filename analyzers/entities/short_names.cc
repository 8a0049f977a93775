#include "analyzers/entities/short_names.h"

#include "analyzers/entities/name_judge.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses person_uses(Use::person, Use::person_in_context);
constexpr Uses organisation_uses(Use::organisation, Use::organisation_in_context);
constexpr int most_of_one_surname = 8;

}  // namespace

void ShortNameJudge::judge(std::span<const RolePhrase> phrases, std::size_t title_bytes) {
    phrases_ = phrases;
    const auto is_headline = [&](const Candidate& candidate) {
        return text_.token(candidate.first).begin < title_bytes ||
               text_[candidate.first].regime != Regime::sentence;
    };
    for (const bool is_second_pass : {false, true}) {
        if (is_second_pass) judge_named_later();
        for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i) {
            Candidate& candidate = draft_.candidates[i];
            if (is_headline(candidate) != is_second_pass) continue;
            if (candidate.verdict == Verdict::open) judge_candidate(i);
            if (candidate.cluster != none)
                draft_.clusters[candidate.cluster].latest = candidate.first;
        }
    }
    search_weak_lines();
}

/// Names that an article first explains where it repeats them: "a Velaro spokesman".
void ShortNameJudge::judge_named_later() {
    for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i) {
        Candidate& candidate = draft_.candidates[i];
        if (candidate.verdict == Verdict::open && memory_.organisation_named(candidate) != none)
            judge_candidate(i);
    }
}

void ShortNameJudge::judge_candidate(std::uint32_t index) {
    Candidate& candidate = draft_.candidates[index];
    const Reference person = person_of(candidate);
    const Reference organisation = organisation_of(candidate);
    decide(index, person, organisation);
}

ShortNameJudge::Reference ShortNameJudge::person_of(Candidate& candidate) {
    Reference found;
    const bool is_surname = candidate.words() == 1 ||
                            text_[candidate.first].grammar == Grammar::particle ||
                            is_glued_pair(text_, candidate);
    if (is_surname) found.cluster = surname_cluster(candidate);
    const Match* match = candidate.match;
    if (match == nullptr) match = draft_.matches.longest(candidate.first, Uses(Use::given));
    if (match != nullptr && match->last == candidate.last) {
        draft_.matches.meanings(*match, Uses(Use::given, Use::person_in_context), meanings_);
        for (const Meaning& meaning : meanings_)
            if (found.cluster == none) found.cluster = memory_.of_entity(meaning.sense->number);
    }
    if (found.cluster != none) {
        candidate.clues.add(Clue::full_name_elsewhere);
        return found;
    }
    if (!candidate.title.empty()) found.entity = linker_.person_by_title(candidate);
    if (found.entity == none && candidate.clues.has(Clue::after_place_possessive)) {
        found.entity = holders_.of_country(candidate);
        if (found.entity != none) candidate.clues.add(Clue::role_of_person_elsewhere);
    }
    if (found.entity == none && holders_.leads_government(candidate)) {
        found.entity = holders_.leader(candidate);
        if (found.entity != none) {
            candidate.clues.add(Clue::role_of_person_elsewhere);
            candidate.clues.add(Clue::after_role);  // "the", before it, is the government's.
        }
    }
    if (found.entity == none && (candidate.clues.has(Clue::before_say_verb) ||
                                 candidate.clues.has(Clue::after_honorific))) {
        found.entity = holders_.of_role_elsewhere(candidate, phrases_);
        if (found.entity != none) candidate.clues.add(Clue::role_of_person_elsewhere);
    }
    if (found.entity == none && candidate.match != nullptr &&
        candidate.match->uses.has_any(person_uses))
        found.entity = linker_.entity_of(candidate, person_uses);
    return found;
}

/// Of the persons of a surname the one who fits best, and of those the one named last.
std::uint32_t ShortNameJudge::surname_cluster(const Candidate& candidate) const {
    std::uint32_t best = none;
    double best_fit = 0;
    std::uint32_t cluster = memory_.person_of_surname(text_[candidate.last].key);
    for (int n = 0; cluster != none && n < most_of_one_surname; ++n) {
        const Cluster& person = draft_.clusters[cluster];
        const double fits = fit(person, candidate);
        const bool is_better = best == none || fits > best_fit ||
                               (fits == best_fit && person.latest > draft_.clusters[best].latest);
        if (is_better) {
            best = cluster;
            best_fit = fits;
        }
        cluster = person.next_of_surname;
    }
    return best_fit < 0 ? none : best;
}

Sex ShortNameJudge::sex_of(const Cluster& cluster) const {
    if (cluster.entity != none) return text_.gazetteer().entity(cluster.entity).sex;
    const Word& given = text_[draft_.candidates[cluster.fullest].first];
    const bool is_female = given.has(WordBit::female_name);
    const bool is_male = given.has(WordBit::male_name);
    if (is_female == is_male) return Sex::unknown;
    return is_female ? Sex::female : Sex::male;
}

double ShortNameJudge::fit(const Cluster& cluster, const Candidate& candidate) const {
    double fits = 0;
    if (candidate.clues.has(Clue::after_honorific) && candidate.first > 0) {
        const Word& honorific = text_[candidate.first - 1];
        const bool is_female = honorific.has(WordBit::female_name);
        const bool is_male = honorific.has(WordBit::male_name);
        const Sex sex = sex_of(cluster);
        if (is_female != is_male && sex != Sex::unknown)
            fits += is_female == (sex == Sex::female) ? 2 : -4;
    }
    const std::uint32_t role = candidate.title.role;
    if (role == none) return fits;
    const bool has_role =
        (cluster.title.role != none && (text_.gazetteer().is_kind_of(cluster.title.role, role) ||
                                        text_.gazetteer().is_kind_of(role, cluster.title.role))) ||
        (cluster.entity != none && offices_.ever_had_role(cluster.entity, role));
    return fits + (has_role ? 3 : 0);
}

ShortNameJudge::Reference ShortNameJudge::organisation_of(Candidate& candidate) {
    Reference found;
    found.cluster = memory_.organisation_named(candidate);
    if (found.cluster != none) {
        candidate.clues.add(Clue::entity_elsewhere);
        return found;
    }
    if (candidate.words() == 1) {
        found.cluster = memory_.organisation_of_short(text_[candidate.first].key);
        if (found.cluster == none && candidate.clues.has(Clue::acronym))
            found.cluster = memory_.organisation_of_initials(text_.written(candidate.first));
        if (found.cluster != none) {
            candidate.clues.add(Clue::entity_elsewhere);
            return found;
        }
    }
    if (candidate.match == nullptr) return found;
    draft_.matches.meanings(*candidate.match, organisation_uses, meanings_);
    for (const Meaning& meaning : meanings_)
        if (found.cluster == none) found.cluster = memory_.of_entity(meaning.sense->number);
    if (found.cluster != none) {
        candidate.clues.add(Clue::entity_elsewhere);
    } else {
        // "The Conservatives": bodies of some countries, and of others the members of one.
        Uses uses = organisation_uses;
        if (candidate.match->uses.has_any(uses)) uses.add(Use::member);
        found.entity = linker_.entity_of(candidate, uses);
        if (found.entity != none && linker_.is_of_country_here(candidate, found.entity))
            candidate.clues.add(Clue::fits_country);
        // "the Coast Guard" of the Philippines is not the only one we know.
        if (found.entity != none && linker_.is_of_country_elsewhere(found.entity))
            found.entity = none;
    }
    return found;
}

void ShortNameJudge::decide(std::uint32_t index, Reference person, Reference organisation) {
    Candidate& candidate = draft_.candidates[index];
    double as_organisation = organisation_score(candidate.clues);
    double as_person = person_score(candidate.clues);
    // A clue from the rest of the article speaks only for whom it was found.
    const bool is_known_body = organisation.cluster != none || organisation.entity != none;
    if (candidate.clues.has(Clue::entity_elsewhere) && person.cluster == none) as_person = -1;
    if (candidate.match != nullptr && !candidate.clues.has(Clue::listed)) {
        if (!is_known_body && !candidate.match->uses.has_any(organisation_uses))
            as_organisation = -1;
        if (person.cluster == none && person.entity == none &&
            !candidate.match->uses.has_any(person_uses) && !candidate.clues.has(Clue::after_role) &&
            !candidate.clues.has(Clue::after_honorific))
            as_person = -1;
    }
    candidate.score = std::max(as_organisation, as_person);
    if (candidate.score <= 0) return;
    candidate.verdict = as_person > as_organisation ? Verdict::person : Verdict::organisation;
    const Reference& chosen = candidate.verdict == Verdict::person ? person : organisation;
    const std::uint32_t meant =
        chosen.cluster != none ? draft_.clusters[chosen.cluster].entity : chosen.entity;
    candidate.entity = meant;
    if (candidate.verdict == Verdict::organisation) widen_to_country(draft_, candidate);
    const bool is_other = meant != none && candidate.entity == none;  // "Texas House of ..."
    if (chosen.cluster != none && !is_other) {
        candidate.via = Via::coreference;
        memory_.join(index, chosen.cluster);
    } else {
        memory_.remember(index);
    }
}

void ShortNameJudge::search_weak_lines() {
    const Hints wanted(Hint::weak);
    for (std::uint32_t i = text_.next(0, wanted); i < text_.size(); i = text_.next(i + 1, wanted))
        if (text_[i].is_capitalised() && draft_.candidate_of[i] == none) add_remembered(i);
}

/// In a line of capitals a word is a name where the article has it as one.
bool ShortNameJudge::add_remembered(std::uint32_t at) {
    Candidate candidate;
    candidate.first = candidate.last = at;
    candidate.clues.add(Clue::weak_line);
    std::uint32_t cluster = none;
    const std::uint32_t next = at + 1;
    if (next < text_.size() && text_.is_joined(next) && draft_.candidate_of[next] == none)
        cluster = memory_.person_of_name(text_[at].key, text_[next].key);
    if (cluster != none) {
        candidate.last = next;
        candidate.clues.add(Clue::several_words);
        candidate.clues.add(Clue::listed);
    } else {
        candidate.clues.add(Clue::one_word);
        const Word& word = text_[at];
        if (word.has(WordBit::ambiguous_surname) || word.has(WordBit::common))
            candidate.clues.add(Clue::ambiguous_word);
        if (word.has(WordBit::month)) candidate.clues.add(Clue::calendar_word);
        candidate.clues.add(Clue::full_name_elsewhere);
        cluster = surname_cluster(candidate);
    }
    candidate.score = person_score(candidate.clues);
    if (cluster == none || candidate.score <= 0) return false;
    candidate.verdict = Verdict::person;
    candidate.via = Via::coreference;
    const auto index = static_cast<std::uint32_t>(draft_.candidates.size());
    draft_.candidates.push_back(candidate);
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i)
        draft_.candidate_of[i] = index;
    memory_.join(index, cluster);
    return true;
}

}  // namespace nutgraf::entities
