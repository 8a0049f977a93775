#include "analyzers/text/tokenizer.h"
#include "searchd/search/searcher.h"
#include "searchd/search/shared_state.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace nutgraf::search {

namespace {

using entities::Gazetteer;
using entities::Table;
using Entry = EntityDirectory::Entry;

/// Bounds the work on a text of a letter or two.
constexpr std::size_t most_senses = 2000;

/// One that a text may mean.
struct MeantEntity {
    CountedEntity entity;
    bool is_called_so = false;  ///< The text is a whole name of it.
};

/// Collects those that a text may mean, each once.
class MeantEntities {
public:
    MeantEntities(const EntityDirectory& directory, const Gazetteer* gazetteer)
        : directory_(directory), gazetteer_(gazetteer) {}

    void add_listed(std::string_view text) {
        if (gazetteer_ == nullptr) return;
        for (const std::uint32_t number : called(*gazetteer_, text)) add(number, true);
        for (const entities::Sense& sense : gazetteer_->senses_begun_with(text, most_senses))
            if (sense.table == Table::entity) add(sense.number, false);
    }

    /// Those of the index a word of whose name begins so, whether or not the gazetteer has them.
    void add_named(std::string_view text, const NameList& names) {
        const analyzers::Tokens words = analyzers::tokenise(text);
        std::string folded;
        for (std::size_t i = 0; i < words.size(); ++i)
            folded.append(i == 0 ? "" : " ").append(words.folded(i));
        if (folded.empty()) return;
        for (const ColumnEntity* named : names.holding(folded)) {
            // Else it is gone since.
            if (const Entry* entry = directory_.entry(named->id, named->kind))
                put(brief_of(*entry, gazetteer_), false);
        }
    }

    /// Those of a kind, the likeliest first.
    std::vector<CountedEntity> sorted(std::string_view kind) && {
        std::vector<MeantEntity> meant;
        for (auto& [id, one_meant] : meant_)
            if (kind.empty() || one_meant.entity.brief.kind == kind)
                meant.push_back(std::move(one_meant));
        std::ranges::sort(meant, [](const MeantEntity& a, const MeantEntity& b) {
            const CountedEntity& one = a.entity;
            const CountedEntity& other = b.entity;
            return std::tie(b.is_called_so, other.articles, one.brief.name, one.brief.id) <
                   std::tie(a.is_called_so, one.articles, other.brief.name, other.brief.id);
        });
        std::vector<CountedEntity> entities;
        entities.reserve(meant.size());
        for (MeantEntity& one_meant : meant) entities.push_back(std::move(one_meant.entity));
        return entities;
    }

private:
    void add(std::uint32_t number, bool is_called_so) {
        put(brief_of(*gazetteer_, number), is_called_so);
    }

    void put(EntityBrief brief, bool is_called_so) {
        MeantEntity& one_meant = meant_[brief.id];
        one_meant.is_called_so = one_meant.is_called_so || is_called_so;
        if (const Entry* entry = directory_.entry(brief.id, brief.kind)) {
            one_meant.entity.articles = entry->articles;
            brief.kind = entry->kind;
        }
        one_meant.entity.brief = std::move(brief);
    }

    const EntityDirectory& directory_;
    const Gazetteer* gazetteer_;
    std::map<std::string, MeantEntity, std::less<>> meant_;  // By id.
};

/// [offset, offset + limit) of some.
template <class Value>
void cut(std::vector<Value>& all, std::size_t offset, std::size_t limit) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(std::min(offset, all.size()));
    all.erase(all.begin(), begin);
    if (all.size() > limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(limit), all.end());
}

}  // namespace

EntityList Searcher::entity_list(const EntityListRequest& request) {
    return reader_.from_one_state([&] {
        const auto directory = directory_of(reader_);
        EntityList list;
        list.index_uuid = reader_.manifest().uuid;
        list.revision = reader_.sequence();
        list.articles = reader_.database().get_doccount();
        if (request.text.find_first_not_of(" \t\r\n") != std::string::npos) {
            MeantEntities all(*directory, gazetteer_);
            all.add_listed(request.text);
            all.add_named(request.text, *names_of(reader_));
            list.entities = std::move(all).sorted(request.kind);
            list.total = list.entities.size();
            cut(list.entities, request.offset, request.limit);
            return list;
        }
        std::vector<const Entry*> entries;
        for (const Entry& entry : directory->entries())
            if (request.kind.empty() || entry.kind == request.kind) entries.push_back(&entry);
        list.total = entries.size();
        cut(entries, request.offset, request.limit);
        for (const Entry* entry : entries)
            list.entities.push_back({brief_of(*entry, gazetteer_), entry->articles});
        return list;
    });
}

}  // namespace nutgraf::search
