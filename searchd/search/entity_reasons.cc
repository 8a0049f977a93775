#include "searchd/search/entity_reasons.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/archive/article.h"
#include "indexer/index/recognised.h"
#include "searchd/query/print.h"
#include "searchd/search/speech_reasons.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nutgraf::search {

using entities::Mention;
using entities::MentionKind;
using entities::Via;
using query::Query;

namespace {

/// Collects the entities of a query, each once.
class EntityCollector {
public:
    explicit EntityCollector(std::vector<query::Entity>& found) : found_(found) {}

    void operator()(const query::Entity& entity) {
        if (std::ranges::find(found_, entity) == found_.end()) found_.push_back(entity);
    }
    void operator()(const query::NamedWords& words) {
        look_at(words.part);
        (*this)(words.entity);
    }
    void operator()(const query::Phrase& phrase) { look_at(phrase.words); }
    void operator()(const query::Within& within) { look_at(within.words); }
    void operator()(const query::Said& said) { look_at(said.words); }
    void operator()(const query::Proximity& near) { look_at(near.operands); }
    void operator()(const query::AtLeast& least) { look_at(least.part); }
    void operator()(const query::Weighted& weighted) { look_at(weighted.part); }
    void operator()(const query::Saved& saved) { look_at(saved.part); }
    void operator()(const query::And& all) { look_at(all.parts); }
    void operator()(const query::Or& any) { look_at(any.parts); }
    void operator()(const query::Not& none) { look_at(none.part); }
    template <class Other>
    void operator()(const Other& /*other*/) {}

private:
    void look_at(const std::vector<query::PhraseWord>& words) {
        for (const query::PhraseWord& word : words)
            if (word.entity) (*this)(*word.entity);
    }
    void look_at(const std::vector<Query>& parts) {
        for (const Query& part : parts) std::visit(*this, part.node);
    }

    std::vector<query::Entity>& found_;
};

std::string rule_of(const Mention& mention, bool is_listed) {
    switch (mention.via) {
        case Via::name:
            return is_listed ? "the name that the gazetteer shows" : "a name no gazetteer has";
        case Via::alias:
            return "another name in the gazetteer";
        case Via::acronym:
            return "an acronym, written exactly so";
        case Via::role:
            return "a role, which stands for whoever is meant or held it that day";
        case Via::coreference:
            break;
    }
    return mention.is_nominal ? "a description of what the article names"
                              : "a short form of a name the article has";
}

/// Says of the mentions of one article why they are.
class ReasonFinder {
public:
    ReasonFinder(const index::StoredArticle& stored, const entities::Gazetteer& gazetteer)
        : stored_(stored), gazetteer_(gazetteer), text_(archive::text_of(stored.article)) {
        const index::ArticleWords words{analyzers::tokenise(stored.article.title),
                                        analyzers::tokenise(text_)};
        mentions_ = index::Recogniser(gazetteer)
                        .analysis_of(stored.article, text_, words, stored.lang)
                        .mentions;
    }

    EntityReason reason_of(const query::Entity& entity) const {
        EntityReason reason{query::to_text({entity}), {}};
        const auto is_wanted = [&](const std::string& term) {
            return std::ranges::binary_search(entity.terms, term);
        };
        for (const index::StoredMention& mention : stored_.named.mentions)
            if (std::ranges::any_of(stored_.named.term_sets[mention.terms], is_wanted))
                reason.mentions.push_back(reason_of(mention));
        return reason;
    }

private:
    MentionReason reason_of(const index::StoredMention& mention) const {
        const std::string& text = mention.is_in_title ? stored_.article.title : text_;
        MentionReason reason;
        reason.is_in_title = mention.is_in_title;
        reason.begin = mention.begin;
        reason.end = mention.end;
        reason.text = text.substr(mention.begin, mention.end - mention.begin);
        reason.named = stored_.named.entities[mention.entity];
        reason.listed_at = listed_at(reason.named.id, gazetteer_);
        if (const Mention* const now = analysed(mention)) add_decision(*now, reason);
        return reason;
    }

    static void add_decision(const Mention& mention, MentionReason& reason) {
        reason.via = name_of(mention.via);
        reason.rule = rule_of(mention, !reason.listed_at.empty());
        reason.confidence = mention.confidence;
        reason.clues = mention.kind == MentionKind::organisation
                           ? entities::organisation_reasons(mention.clues)
                           : entities::person_reasons(mention.clues);
    }

    /// The mention as it is found now; null where there is none of just that place.
    const Mention* analysed(const index::StoredMention& mention) const {
        // The headline and a line feed stand before the text.
        const std::size_t before = mention.is_in_title ? 0 : stored_.article.title.size() + 1;
        const bool is_organisation = stored_.named.entities[mention.entity].kind == "org";
        const auto found = std::ranges::find_if(mentions_, [&](const Mention& other) {
            return other.begin == before + mention.begin && other.end == before + mention.end &&
                   (other.kind == MentionKind::organisation) == is_organisation;
        });
        return found == mentions_.end() ? nullptr : &*found;
    }

    const index::StoredArticle& stored_;
    const entities::Gazetteer& gazetteer_;
    std::string text_;
    std::vector<Mention> mentions_;
};

}  // namespace

std::vector<EntityReason> entity_reasons(const Query& query, const index::StoredArticle& stored,
                                         const entities::Gazetteer& gazetteer) {
    std::vector<query::Entity> found;
    std::visit(EntityCollector(found), query.node);
    if (found.empty()) return {};
    const ReasonFinder finder(stored, gazetteer);
    std::vector<EntityReason> reasons;
    reasons.reserve(found.size());
    for (const query::Entity& entity : found) reasons.push_back(finder.reason_of(entity));
    return reasons;
}

}  // namespace nutgraf::search
