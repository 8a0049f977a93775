#include "indexer/index/mention_terms.h"

#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nutgraf::index {

using entities::Gazetteer;
using entities::Mention;
using entities::MentionKind;

namespace {

EntityField field_of(MentionKind kind) {
    if (kind == MentionKind::organisation) return EntityField::org;
    return kind == MentionKind::official ? EntityField::official : EntityField::person;
}

/// The terms that a mention is found by.
class MentionTerms {
public:
    MentionTerms(const Mention& mention, const Gazetteer& gazetteer)
        : mention_(mention), gazetteer_(gazetteer) {}

    std::vector<std::string> terms() && {
        add_identity();
        if (mention_.kind == MentionKind::organisation) {
            add_organisation();
        } else {
            add_roles();
            add(EntityField::party, mention_.party);
            add(EntityField::state, mention_.state);
            add(EntityField::country, mention_.country);
        }
        std::ranges::sort(terms_);
        terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
        return std::move(terms_);
    }

private:
    void add(EntityField field, std::string_view id) {
        if (!id.empty()) terms_.push_back(entity_term(field, id));
    }

    /// One that no gazetteer has is found by its name, a person by the surname too.
    void add_identity() {
        const EntityField field = field_of(mention_.kind);
        add(field, mention_.id);
        if (gazetteer_.number_of(entities::Table::entity, mention_.id)) return;
        const std::string unlisted = unlisted_id(mention_.name);
        add(field, unlisted);
        const std::size_t space = unlisted.rfind(' ');
        if (mention_.kind != MentionKind::organisation && space != std::string::npos)
            add(field, "~" + unlisted.substr(space + 1));
    }

    void add_organisation() {
        const auto number = gazetteer_.number_of(entities::Table::entity, mention_.id);
        if (!number) return;
        const std::string_view type = gazetteer_.entity(*number).type;
        add(EntityField::kind, type);
        add(EntityField::kind, type.substr(0, type.find('/')));
        add_bodies(*number);
    }

    /// The organisation itself and every body it is part of.
    void add_bodies(std::uint32_t number) {
        while (number != entities::none) {
            const entities::Entity body = gazetteer_.entity(number);
            std::string term = entity_term(EntityField::under, body.id);
            // Facts of others may have a body that is part of itself.
            if (std::ranges::find(terms_, term) != terms_.end()) return;
            terms_.push_back(std::move(term));
            number = body.parent;
        }
    }

    void add_roles() {
        add_role(mention_.office);
        // "Secretary of State" is a title; the office is that of a foreign minister.
        if (const auto office = gazetteer_.number_of(entities::Table::office, mention_.office))
            add_kinds_of(gazetteer_.office(*office).role);
        if (const auto role = gazetteer_.number_of(entities::Table::role, mention_.role)) {
            add_kinds_of(*role);
        } else {
            add_role(mention_.role);
        }
    }

    /// A role and all that are more general.
    void add_kinds_of(std::uint32_t role) {
        for (; role != entities::none; role = gazetteer_.role(role).broader)
            add_role(gazetteer_.role(role).id);
    }

    /// A role or an office, alone and with the party.
    void add_role(std::string_view id) {
        if (id.empty()) return;
        add(EntityField::role, id);
        if (!mention_.party.empty()) add(EntityField::role, std::string(id) + "/" + mention_.party);
    }

    const Mention& mention_;
    const Gazetteer& gazetteer_;
    std::vector<std::string> terms_;
};

}  // namespace

std::vector<std::string> mention_terms(const Mention& mention, const Gazetteer& gazetteer) {
    return MentionTerms(mention, gazetteer).terms();
}

std::vector<std::string> speaker_terms(const Mention& speaker, const Gazetteer& gazetteer) {
    const std::string_view role = row_of(EntityField::role).prefix;
    const std::string_view id = row_of(field_of(speaker.kind)).prefix;
    std::vector<std::string> terms;
    for (const std::string& term : mention_terms(speaker, gazetteer)) {
        if (term.starts_with(id)) {
            terms.push_back(speaker_term(std::string_view(term).substr(id.size())));
        } else if (term.starts_with(role)) {
            terms.push_back(speaker_role_term(std::string_view(term).substr(role.size())));
        }
    }
    std::ranges::sort(terms);
    return terms;
}

}  // namespace nutgraf::index
