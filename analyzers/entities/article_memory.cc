#include "analyzers/entities/article_memory.h"

namespace nutgraf::entities {

namespace {

constexpr std::uint64_t person_bit = std::uint64_t{1} << 63U;

std::uint64_t pair_key(std::uint32_t first, std::uint32_t last) {
    return (std::uint64_t{first} << 32U | last) | person_bit;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    constexpr std::uint64_t prime = 0x100000001b3;
    return (hash ^ value) * prime;
}

/// A number for the letters of an acronym, capitals or not, without its stops.
std::uint64_t letters_key(std::string_view acronym) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : acronym)
        if (c != '.') hash = mixed(hash, static_cast<unsigned char>(c | ' '));
    return hash;
}

}  // namespace

void ArticleMemory::clear() {
    draft_.clusters.clear();
    for (StampedMap* const map : {&entities_, &names_, &surnames_, &shorts_, &initials_})
        map->clear();
}

std::uint32_t ArticleMemory::of_entity(std::uint32_t entity) const {
    return entity == none ? none : entities_.value_or(entity, none);
}

std::uint32_t ArticleMemory::person_of_surname(std::uint32_t key) const {
    return surnames_.value_or(key, none);
}

std::uint32_t ArticleMemory::person_of_name(std::uint32_t first_key, std::uint32_t last_key) const {
    return names_.value_or(pair_key(first_key, last_key), none);
}

std::uint32_t ArticleMemory::organisation_named(const Candidate& candidate) const {
    if (candidate.verdict == Verdict::person) return none;
    return names_.value_or(name_key(candidate), none);
}

std::uint32_t ArticleMemory::organisation_of_short(std::uint32_t key) const {
    return shorts_.value_or(key, none);
}

std::uint32_t ArticleMemory::organisation_of_initials(std::string_view acronym) const {
    return initials_.value_or(letters_key(acronym), none);
}

void ArticleMemory::define(std::uint32_t key, std::uint32_t cluster) {
    shorts_.set(key, cluster);
}

std::uint64_t ArticleMemory::name_key(const Candidate& candidate) const {
    if (candidate.verdict == Verdict::person)
        return pair_key(text_[candidate.first].key, text_[candidate.last].key);
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i)
        hash = mixed(hash, text_[i].key);
    return hash & ~person_bit;
}

std::uint32_t ArticleMemory::known_cluster(const Candidate& candidate) const {
    const std::uint32_t cluster = of_entity(candidate.entity);
    if (cluster != none) return cluster;
    const std::uint32_t named = names_.value_or(name_key(candidate), none);
    if (named == none) return none;
    // Two of one name, of whom the gazetteer knows both, stay two.
    const std::uint32_t entity = draft_.clusters[named].entity;
    return candidate.entity == none || entity == none || entity == candidate.entity ? named : none;
}

std::uint32_t ArticleMemory::remember(std::uint32_t candidate) {
    const Candidate& named = draft_.candidates[candidate];
    std::uint32_t cluster = known_cluster(named);
    if (cluster == none) {
        cluster = static_cast<std::uint32_t>(draft_.clusters.size());
        Cluster made;
        made.kind = named.verdict;
        made.entity = named.entity;
        made.fullest = candidate;
        draft_.clusters.push_back(made);
    }
    join(candidate, cluster);
    if (named.entity != none) entities_.set(named.entity, cluster);
    names_.set(name_key(named), cluster);
    if (named.verdict == Verdict::person) {
        index_person(cluster, named);
    } else {
        index_organisation(cluster, named);
    }
    return cluster;
}

void ArticleMemory::join(std::uint32_t candidate, std::uint32_t cluster) {
    Candidate& named = draft_.candidates[candidate];
    Cluster& all = draft_.clusters[cluster];
    named.cluster = cluster;
    ++all.mentions;
    if (all.entity == none) all.entity = named.entity;
    if (named.entity == none) named.entity = all.entity;
    complete(all.title, named.title);
    const Candidate& fullest = draft_.candidates[all.fullest];
    if (named.words() > fullest.words() && !named.is_nominal) all.fullest = candidate;
}

void ArticleMemory::index_person(std::uint32_t cluster, const Candidate& candidate) {
    const bool is_family_first =
        candidate.entity != none && text_.gazetteer().entity(candidate.entity).is_family_first;
    const std::uint32_t surname = text_[is_family_first ? candidate.first : candidate.last].key;
    const std::uint32_t latest = surnames_.value_or(surname, none);
    if (latest == cluster) return;
    // A cluster stands in the list of one surname, at its front when it is named anew.
    if (draft_.clusters[cluster].mentions > 1) return;
    draft_.clusters[cluster].next_of_surname = latest;
    surnames_.set(surname, cluster);
}

/// "Huawei" for "Huawei Technologies Co Ltd", "NCSC" for "National Cyber Security Centre".
void ArticleMemory::index_organisation(std::uint32_t cluster, const Candidate& candidate) {
    if (candidate.words() < 2) return;
    const Word& first = text_[candidate.first];
    bool has_suffix = false;
    for (std::uint32_t i = candidate.first + 1; i <= candidate.last; ++i)
        has_suffix |= text_[i].has(WordBit::org_suffix);
    const bool is_ordinary = first.has(WordBit::common) || first.has(WordBit::policy) ||
                             first.has(WordBit::place) || first.has(WordBit::demonym) ||
                             first.has(WordBit::org_head) || first.has(WordBit::first_name);
    if (!is_ordinary && has_suffix) shorts_.set(first.key, cluster);
    std::string initials;
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i)
        if (text_[i].is_capitalised()) initials += text_.folded(i).front();
    if (initials.size() >= 3) initials_.set(letters_key(initials), cluster);
}

}  // namespace nutgraf::entities
