#include "analyzers/entities/organisation_analyzer.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

constexpr double described_score = 1.4;       // 0.80
constexpr double well_described_score = 2.2;  // 0.90: of two words, or with its country.
constexpr std::uint32_t near_sentences = 3;
constexpr std::size_t most_recent = 8;

/// Who else "the company" of a sentence could be about.
constexpr std::array hosts = {std::string_view("companies"),     std::string_view("firms"),
                              std::string_view("operators"),     std::string_view("suppliers"),
                              std::string_view("vendors"),       std::string_view("providers"),
                              std::string_view("manufacturers"), std::string_view("governments"),
                              std::string_view("businesses"),    std::string_view("contractors"),
                              std::string_view("carriers"),      std::string_view("makers")};

bool is_host(std::string_view folded) {
    return std::ranges::find(hosts, folded) != hosts.end();
}

}  // namespace

void OrganisationAnalyzer::analyse() {
    recent_.clear();
    heads_.clear();
    is_named_.assign(draft_.clusters.size(), false);
    Description description;
    for (const Candidate& candidate : draft_.candidates)
        if (candidate.verdict == Verdict::organisation)
            draft_.text.note(candidate.last, Hint::named);
    const Hints wanted(Hint::match, Hint::head, Hint::named);
    for (std::uint32_t at = text_.next(0, wanted); at < text_.size();
         at = text_.next(at + 1, wanted)) {
        if (const std::uint32_t inside = draft_.candidate_of[at]; inside != none) {
            const Candidate& candidate = draft_.candidates[inside];
            if (candidate.verdict == Verdict::organisation) {
                if (candidate.last == at) pass(inside);
                continue;
            }
            if (candidate.verdict == Verdict::person) continue;
        }
        if (!read(at, description)) continue;
        const std::uint32_t cluster = cluster_of(description);
        if (cluster != none) add(description, cluster);
        at = description.last;
    }
}

void OrganisationAnalyzer::pass(std::uint32_t index) {
    const Candidate& candidate = draft_.candidates[index];
    if (candidate.cluster == none) return;
    is_named_[candidate.cluster] = true;
    if (recent_.size() == most_recent) recent_.erase(recent_.begin());
    recent_.push_back({candidate.cluster, text_[candidate.first].sentence});
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i)
        if (text_[i].has(WordBit::org_head)) heads_.set(text_[i].key, candidate.cluster);
}

bool OrganisationAnalyzer::read(std::uint32_t at, Description& description) const {
    const Match* const match = draft_.matches.longest(at, Uses(Use::descriptor));
    if (match == nullptr && !text_[at].has(WordBit::org_head)) return false;
    description = {};
    description.match = match;
    description.noun = description.first = at;
    description.last = description.match != nullptr ? description.match->last : at;
    read_lead(description);
    return !is_followed_by_name(description);
}

/// Reads the article and the adjective before a description.
void OrganisationAnalyzer::read_lead(Description& description) const {
    std::uint32_t at = description.noun;
    if (at == 0 || !text_.is_joined(at)) return;
    const Match* const adjective =
        draft_.matches.longest(at - 1, Uses(Use::place_adjective, Use::place));
    if (adjective != nullptr && adjective->last == at - 1) {
        for (const Sense& sense : adjective->senses)
            if (sense.table == Table::place && description.country == no_country)
                description.country = draft_.facts.country_of_place(sense.number);
        --at;
        if (text_[at].is_possessive) {
            description.is_definite = true;
            return;
        }
        description.first = at;
        if (at == 0 || !text_.is_joined(at)) return;
    }
    const Grammar article = text_[at - 1].grammar;
    description.is_definite = article == Grammar::definite;
    description.is_indefinite = article == Grammar::indefinite || article == Grammar::determiner;
}

/// "the Chinese telecommunications giant Huawei": the name is the mention.
bool OrganisationAnalyzer::is_followed_by_name(const Description& description) const {
    const std::uint32_t next = description.last + 1;
    if (next >= text_.size() || !text_.is_joined(next)) return false;
    if (text_[description.last].is_possessive) return false;
    return text_[next].is_capitalised() || text_[next].grammar == Grammar::of;
}

std::uint32_t OrganisationAnalyzer::cluster_of(const Description& description) {
    const bool is_clear = description.last > description.noun && description.country != no_country;
    if (!description.is_definite && !is_clear) return none;
    if (description.is_definite && description.match == nullptr)
        return cluster_of_head(description);
    const std::uint32_t described = cluster_described(description);
    if (described != none || !description.is_definite) return described;
    return cluster_of_head(description);
}

bool OrganisationAnalyzer::is_of_country(std::uint32_t cluster, CountryCode country) const {
    const std::uint32_t entity = draft_.clusters[cluster].entity;
    return country == no_country || (entity != none && draft_.facts.country_of(entity) == country);
}

/// Of the organisations that the article names and the gazetteer describes so the one named last
/// nearby, or the one that the article is about.
std::uint32_t OrganisationAnalyzer::cluster_described(const Description& description) {
    draft_.matches.meanings(*description.match, Uses(Use::descriptor), meanings_);
    described_.clear();
    std::uint32_t all_mentions = 0;
    std::uint32_t main_one = none;
    const bool is_vague = description.first == description.last;
    for (const Meaning& meaning : meanings_) {
        const std::uint32_t cluster = memory_.of_entity(meaning.sense->number);
        if (cluster == none || !is_of_country(cluster, description.country)) continue;
        if (draft_.facts.is_person(meaning.sense->number)) continue;
        // "The centre" is not what will only be named further on.
        if (is_vague && !is_named_[cluster]) continue;
        described_.push_back(cluster);
        all_mentions += draft_.clusters[cluster].mentions;
        if (main_one == none ||
            draft_.clusters[cluster].mentions > draft_.clusters[main_one].mentions)
            main_one = cluster;
    }
    if (main_one == none) return none;
    const bool is_about_it = 5 * draft_.clusters[main_one].mentions >= 3 * all_mentions;
    const std::uint32_t here = text_[description.first].sentence;
    bool has_other = false;
    for (auto recent = recent_.rbegin(); recent != recent_.rend(); ++recent) {
        if (recent->sentence + near_sentences < here) break;
        // It may as well be one of whom the gazetteer knows nothing.
        const Cluster& other = draft_.clusters[recent->cluster];
        if (is_vague && other.entity == none &&
            other.mentions >= draft_.clusters[main_one].mentions)
            return none;
        has_other = has_other || other.entity == none;
        if (std::ranges::find(described_, recent->cluster) == described_.end()) continue;
        const bool is_same_sentence = recent->sentence == here;
        if (is_vague && !is_same_sentence && may_be_anyone(description)) return none;
        if (is_vague && recent->sentence + 1 < here && !is_about_it) return none;
        return recent->cluster;
    }
    if (is_vague && (has_other || may_be_anyone(description))) return none;
    return is_about_it ? main_one : none;
}

/// "the commission": the body with that head that was named last.
std::uint32_t OrganisationAnalyzer::cluster_of_head(const Description& description) const {
    if (description.last != description.noun && description.match == nullptr) return none;
    // Every country has a government, and it changes from sentence to sentence.
    if (text_.folded(description.last) == "government") return none;
    const std::uint32_t key = text_[description.last].key;
    const std::uint32_t cluster = heads_.value_or(key, none);
    if (cluster == none || !is_of_country(cluster, description.country)) return none;
    return cluster;
}

/// "... governments and operators to consider the state support the company receives"
bool OrganisationAnalyzer::may_be_anyone(const Description& description) const {
    constexpr std::uint32_t reach = 40;
    const std::uint32_t sentence = text_[description.first].sentence;
    for (std::uint32_t n = 1; n <= reach && n <= description.first; ++n) {
        const std::uint32_t at = description.first - n;
        if (text_[at].sentence != sentence) return false;
        if (text_[at].shape == Shape::lower && is_host(text_.folded(at))) return true;
    }
    return false;
}

void OrganisationAnalyzer::add(const Description& description, std::uint32_t cluster) {
    Candidate nominal;
    nominal.first = description.first;
    nominal.last = description.last;
    nominal.verdict = Verdict::organisation;
    nominal.via = Via::coreference;
    nominal.is_nominal = true;
    const bool is_well_described =
        description.last > description.noun || description.country != no_country;
    nominal.score = is_well_described ? well_described_score : described_score;
    nominal.cluster = cluster;
    nominal.entity = draft_.clusters[cluster].entity;
    draft_.nominals.push_back(nominal);
}

}  // namespace nutgraf::entities
