#include "analyzers/entities/official_analyzer.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr double named_score = 2.2;       // 0.90: somebody of that role is named.
constexpr double holder_score = 1.7;      // 0.85: the office had one holder that day.
constexpr double guessed_country = -0.6;  // The article tells the country, not the phrase.
constexpr double near_change = -1.0;      // The date may be a day off.
constexpr double member_score = 0.6;      // 0.65: it may be a colleague.
constexpr double clear_lead = 0.5;

}  // namespace

void OfficialAnalyzer::analyse(std::span<const RolePhrase> phrases) {
    note_titles();
    collect_persons();
    for (const RolePhrase& phrase : phrases) {
        if (!may_stand_alone(phrase)) continue;
        Finding finding = named_in_article(phrase);
        if (finding.cluster == none)
            finding = text_.published() ? holder_at_date(phrase) : holder_in_article(phrase);
        if (finding.cluster != none || finding.person != none) add(phrase, finding);
    }
    find_members();
}

void OfficialAnalyzer::note_titles() {
    for (Cluster& cluster : draft_.clusters)
        if (cluster.kind == Verdict::person && cluster.entity != none)
            offices_.complete_title(cluster.title, cluster.entity, text_.published());
}

void OfficialAnalyzer::collect_persons() {
    persons_.clear();
    for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i)
        if (draft_.candidates[i].verdict == Verdict::person && draft_.candidates[i].cluster != none)
            persons_.push_back(i);
    std::ranges::sort(persons_, {}, [&](std::uint32_t i) { return draft_.candidates[i].first; });
}

bool OfficialAnalyzer::may_stand_alone(const RolePhrase& phrase) const {
    const Title& title = phrase.title;
    if (phrase.is_plural || phrase.is_attached || phrase.has_complement) return false;
    if (title.role == none || draft_.facts.is_common_role(title.role)) return false;
    if (title.tenure == Tenure::shadow || title.tenure == Tenure::future) return false;
    if (title.organisation != none) return false;
    const bool has_country = title.country != no_country;
    if (phrase.article == Article::definite) return true;
    // "Chinese envoy urges Britain": headlines leave the article out.
    return phrase.article == Article::absent && has_country && phrase.first < phrase.role_first;
}

bool OfficialAnalyzer::has_title(const Cluster& person, const RolePhrase& phrase) const {
    const Title& wanted = phrase.title;
    if (wanted.country != no_country && person.title.country != no_country &&
        wanted.country != person.title.country)
        return false;
    const Gazetteer& gazetteer = text_.gazetteer();
    const std::uint32_t role = person.title.role;
    const bool is_role = role != none && (gazetteer.is_kind_of(role, wanted.role) ||
                                          gazetteer.is_kind_of(wanted.role, role));
    const bool is_past = person.title.tenure == Tenure::past;
    return is_role && is_past == (wanted.tenure == Tenure::past);
}

/// The person of that role who was named last before the phrase, else the first behind it.
OfficialAnalyzer::Finding OfficialAnalyzer::named_in_article(const RolePhrase& phrase) const {
    constexpr std::ptrdiff_t reach = 24;
    const auto first_word = [&](std::uint32_t i) { return draft_.candidates[i].first; };
    const auto here = std::ranges::lower_bound(persons_, phrase.first, {}, first_word);
    const auto begin = here - std::min<std::ptrdiff_t>(reach, here - persons_.begin());
    const auto end = here + std::min<std::ptrdiff_t>(reach, persons_.end() - here);
    const auto fits = [&](std::uint32_t i) {
        return has_title(draft_.clusters[draft_.candidates[i].cluster], phrase);
    };
    for (auto person = here; person != begin;) {
        --person;
        if (fits(*person)) return {none, draft_.candidates[*person].cluster, named_score};
    }
    for (auto person = here; person != end; ++person)
        if (fits(*person)) return {none, draft_.candidates[*person].cluster, named_score};
    return {};
}

/// Of a text without a date the only one it names who ever had the role.
OfficialAnalyzer::Finding OfficialAnalyzer::holder_in_article(const RolePhrase& phrase) const {
    if (phrase.title.tenure != Tenure::present) return {};
    std::uint32_t found = none;
    for (const std::uint32_t i : persons_) {
        const std::uint32_t cluster = draft_.candidates[i].cluster;
        const std::uint32_t person = draft_.clusters[cluster].entity;
        if (person == none || cluster == found) continue;
        const CountryCode country = phrase.title.country;
        const bool is_elsewhere =
            country != no_country && draft_.facts.country_of(person) != country;
        if (is_elsewhere || !offices_.ever_had_role(person, phrase.title.role)) continue;
        if (found != none) return {};
        found = cluster;
    }
    return found == none ? Finding{} : Finding{none, found, holder_score};
}

OfficialAnalyzer::Finding OfficialAnalyzer::holder_at_date(const RolePhrase& phrase) const {
    const auto day = text_.published();
    const Tenure tenure = phrase.title.tenure;
    if (!day || (tenure != Tenure::present && tenure != Tenure::acting)) return {};
    const std::uint32_t office = office_meant(phrase);
    if (office == none) return holder_without_office(phrase);
    const auto holder = offices_.holder(office, day);
    if (!holder) return {};
    Finding finding{holder->person, none, holder_score};
    if (phrase.title.country == no_country) finding.score += guessed_country;
    if (holder->is_near_change) finding.score += near_change;
    return finding;
}

/// The office of the phrase's country, or of the country that the article speaks of there.
std::uint32_t OfficialAnalyzer::office_meant(const RolePhrase& phrase) const {
    const Title& title = phrase.title;
    if (title.office != none) return title.office;
    if (title.country != no_country) return offices_.office_of(title.role, title.country);
    std::uint32_t best = none;
    double best_weight = 0;
    double second_weight = 0;
    for (const std::uint32_t office : draft_.facts.offices_of_role(title.role)) {
        const CountryCode country = draft_.facts.country_of_office(office);
        const double weight = votes_.weight_at(text_, phrase.role_first, country);
        if (weight > best_weight) {
            second_weight = best_weight;
            best = office;
            best_weight = weight;
        } else {
            second_weight = std::max(second_weight, weight);
        }
    }
    return best_weight - second_weight >= clear_lead ? best : none;
}

/// "Chinese envoy": of those who had the role that day, and no office of their own, the only one
/// that the countries of the article leave.
OfficialAnalyzer::Finding OfficialAnalyzer::holder_without_office(const RolePhrase& phrase) const {
    const Title& title = phrase.title;
    if (title.country == no_country) return {};
    constexpr double there = 1;
    std::uint32_t found = none;
    double best = 0;
    double second = 0;
    for (std::uint32_t role = 0; role < text_.gazetteer().size(Table::role); ++role) {
        if (!text_.gazetteer().is_kind_of(role, title.role) &&
            !text_.gazetteer().is_kind_of(title.role, role))
            continue;
        for (const std::uint32_t person : draft_.facts.persons_of_role(role)) {
            if (draft_.facts.country_of(person) != title.country || person == found) continue;
            if (!offices_.has_role(person, role, text_.published())) continue;
            const double weight =
                there + votes_.weight_at(text_, phrase.role_first, offices_.post_of(person, role));
            if (weight > best) {
                second = best;
                best = weight;
                found = person;
            } else {
                second = std::max(second, weight);
            }
        }
    }
    if (best - second < clear_lead) return {};
    return {found, none, holder_score};
}

/// "A member of the US Senate Committee on Foreign Relations has warned ...": a lead that describes
/// before it names.
void OfficialAnalyzer::find_members() {
    for (std::uint32_t i = 0; i < draft_.candidates.size(); ++i) {
        const Candidate& body = draft_.candidates[i];
        if (body.verdict != Verdict::organisation || body.entity == none || body.first < 2)
            continue;
        if (draft_.facts.type_of(body.entity) != "parliament") continue;
        std::uint32_t of = body.first - 1;
        if (text_[of].grammar == Grammar::definite) --of;
        if (of == 0 || text_[of].grammar != Grammar::of) continue;
        if (text_.folded(of - 1) != "member" || !text_.is_joined(of)) continue;
        const std::uint32_t cluster = legislator_behind(i);
        if (cluster == none) continue;
        Candidate nominal;
        nominal.first = of - 1;
        nominal.last = body.last;
        nominal.verdict = Verdict::person;
        nominal.via = Via::role;
        nominal.is_nominal = true;
        nominal.score = member_score;
        nominal.cluster = cluster;
        nominal.entity = draft_.clusters[cluster].entity;
        draft_.nominals.push_back(nominal);
    }
}

/// The only legislator of a body's country that the next sentences name; none when there is none,
/// or another one.
std::uint32_t OfficialAnalyzer::legislator_behind(std::uint32_t body) const {
    constexpr std::uint32_t near_sentences = 2;
    const Candidate& named = draft_.candidates[body];
    const CountryCode country = draft_.facts.country_of(named.entity);
    const std::uint32_t last_sentence = text_[named.last].sentence + near_sentences;
    std::uint32_t found = none;
    const auto first_word = [&](std::uint32_t i) { return draft_.candidates[i].first; };
    auto person = std::ranges::upper_bound(persons_, named.last, {}, first_word);
    for (; person != persons_.end(); ++person) {
        const Candidate& next = draft_.candidates[*person];
        if (text_[next.first].sentence > last_sentence) break;
        const Title& title = draft_.clusters[next.cluster].title;
        const bool is_legislator = title.role != none && title.country == country &&
                                   text_.gazetteer().role(title.role).type == "legislator";
        if (!is_legislator || next.cluster == found) continue;
        if (found != none) return none;
        found = next.cluster;
    }
    return found;
}

void OfficialAnalyzer::add(const RolePhrase& phrase, const Finding& finding) {
    Candidate nominal;
    nominal.first = phrase.first;
    nominal.last = phrase.role_last;
    nominal.verdict = Verdict::person;
    nominal.via = Via::role;
    nominal.is_nominal = true;
    nominal.score = finding.score;
    nominal.title = phrase.title;
    nominal.cluster = finding.cluster;
    nominal.entity =
        finding.cluster != none ? draft_.clusters[finding.cluster].entity : finding.person;
    draft_.nominals.push_back(nominal);
}

}  // namespace nutgraf::entities
