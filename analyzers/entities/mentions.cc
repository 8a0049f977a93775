#include "analyzers/entities/mentions.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

/// Writes mentions of what a draft holds.
class MentionWriter {
public:
    MentionWriter(const Draft& draft, const Offices& offices)
        : draft_(draft), text_(draft.text), offices_(offices) {}

    Mention mention(const Candidate& candidate) const {
        Mention mention;
        mention.begin = text_.token(candidate.first).begin;
        mention.end = text_.token(candidate.last).end;
        mention.first_token = candidate.first;
        mention.last_token = candidate.last;
        mention.is_nominal = candidate.is_nominal;
        mention.confidence = confidence(candidate.score);
        mention.via = via(candidate);
        mention.clues = candidate.clues;
        if (candidate.verdict == Verdict::person) {
            add_person(candidate, mention);
        } else {
            add_organisation(candidate, mention);
        }
        return mention;
    }

private:
    const Cluster* cluster_of(const Candidate& candidate) const {
        return candidate.cluster == none ? nullptr : &draft_.clusters[candidate.cluster];
    }

    std::uint32_t entity_of(const Candidate& candidate) const {
        const Cluster* const cluster = cluster_of(candidate);
        return candidate.entity == none && cluster != nullptr ? cluster->entity : candidate.entity;
    }

    Via via(const Candidate& candidate) const {
        const std::uint32_t entity = entity_of(candidate);
        if (candidate.via != Via::name || candidate.match == nullptr || entity == none)
            return candidate.via;
        const std::string_view shown = text_.gazetteer().entity(entity).name;
        Via found = Via::alias;
        for (const Sense& sense : candidate.match->senses) {
            if (sense.table != Table::entity || sense.number != entity) continue;
            if (sense.name_class == NameClass::acronym) return Via::acronym;
            if (sense.written == shown) found = Via::name;
        }
        return found;
    }

    std::string fullest_name(const Candidate& candidate) const {
        const Cluster* const cluster = cluster_of(candidate);
        const Candidate& named =
            cluster == nullptr ? candidate : draft_.candidates[cluster->fullest];
        return std::string(text_.written(named.first, named.last));
    }

    void add_organisation(const Candidate& candidate, Mention& mention) const {
        mention.kind = MentionKind::organisation;
        const std::uint32_t entity = entity_of(candidate);
        if (entity == none) {
            mention.name = fullest_name(candidate);
            return;
        }
        const Entity known = text_.gazetteer().entity(entity);
        mention.id = known.id;
        mention.name = known.name;
        mention.country = known.country;
    }

    void add_person(const Candidate& candidate, Mention& mention) const {
        const std::uint32_t entity = entity_of(candidate);
        if (entity == none) {
            mention.name = fullest_name(candidate);
            mention.id = slug(mention.name);
        } else {
            const Entity known = text_.gazetteer().entity(entity);
            mention.id = known.id;
            mention.name = known.name;
        }
        add_title(title_of(candidate, entity), mention);
        const bool is_official =
            (entity != none && draft_.facts.is_official(entity)) || !mention.role.empty();
        mention.kind = is_official ? MentionKind::official : MentionKind::person;
    }

    Title title_of(const Candidate& candidate, std::uint32_t entity) const {
        Title title = candidate.title;
        if (const Cluster* const cluster = cluster_of(candidate)) complete(title, cluster->title);
        if (entity != none) {
            offices_.complete_title(title, entity, text_.published());
        } else {
            offices_.complete_unlisted(title);
        }
        return title;
    }

    void add_title(const Title& title, Mention& mention) const {
        const Gazetteer& gazetteer = text_.gazetteer();
        // A shadow minister is no minister, nor is a president-elect president.
        const bool is_held = title.tenure != Tenure::shadow && title.tenure != Tenure::future;
        if (title.role != none && is_held && draft_.facts.is_official_role(title.role)) {
            mention.role = gazetteer.role(title.role).id;
            if (title.office != none) mention.office = gazetteer.office(title.office).id;
            mention.is_past = title.tenure == Tenure::past;
        }
        if (title.party != none) mention.party = gazetteer.entity(title.party).id;
        if (title.state != none) mention.state = gazetteer.place(title.state).code;
        mention.country = country_letters(title.country);
    }

    const Draft& draft_;
    const Reading& text_;
    const Offices& offices_;
};

using Candidates = std::vector<const Candidate*>;

/// Candidates that name somebody or a body, by their begin, then the longer first.
Candidates recognised(const Draft& draft) {
    Candidates found;
    for (const auto* const candidates : {&draft.candidates, &draft.nominals})
        for (const Candidate& candidate : *candidates)
            if (candidate.verdict == Verdict::organisation || candidate.verdict == Verdict::person)
                found.push_back(&candidate);
    std::ranges::stable_sort(found, [](const Candidate* a, const Candidate* b) {
        return a->first != b->first ? a->first < b->first : a->last > b->last;
    });
    return found;
}

/// Leaves out what overlaps an earlier one of its kind.
Candidates apart(Candidates candidates) {
    std::array<std::uint32_t, 2> ends{};
    std::erase_if(candidates, [&](const Candidate* candidate) {
        std::uint32_t& end = ends[candidate->verdict == Verdict::organisation ? 0 : 1];
        if (candidate->first < end) return true;
        end = candidate->last + 1;
        return false;
    });
    return candidates;
}

}  // namespace

std::vector<Mention> mentions_of(const Draft& draft, const Offices& offices) {
    const MentionWriter writer(draft, offices);
    std::vector<Mention> mentions;
    for (const Candidate* candidate : apart(recognised(draft)))
        mentions.push_back(writer.mention(*candidate));
    return mentions;
}

}  // namespace nutgraf::entities
