#include "indexer/gazetteer/suggester.h"

#include "analyzers/entities/block_writer.h"
#include "base/date.h"
#include "indexer/gazetteer/record.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::gazetteer {

using entities::Mention;
using entities::MentionKind;
using entities::Table;

namespace {

void add_fact(entities::Block& block, std::string_view key, std::string value) {
    block.facts.push_back({std::string(key), {}, {}, {std::move(value)}, {}});
}

/// The one that the most articles have; empty when there is none.
std::string most_frequent(const std::map<std::string, std::uint64_t>& counts) {
    const auto best =
        std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return best == counts.end() ? std::string() : best->first;
}

void count_each(const std::set<std::string>& values, std::map<std::string, std::uint64_t>& counts) {
    for (const std::string& value : values) ++counts[value];
}

}  // namespace

void Suggester::add(const SeenArticle& article) {
    std::map<std::string, Sighting> seen;
    for (const Mention& mention : article.mentions) see(mention, article, seen);
    for (const auto& [key, sighting] : seen) {
        Named& named = named_.at(key);
        ++named.articles;
        if (named.example.empty()) named.example = article.key;
        count_each(sighting.acronyms, named.acronyms);
        count_each(sighting.roles, named.roles);
        count_each(sighting.countries, named.countries);
        if (!article.published) continue;
        const auto day = *article.published;
        named.first = named.first ? std::min(*named.first, day) : day;
        named.last = named.last ? std::max(*named.last, day) : day;
    }
}

void Suggester::see(const Mention& mention, const SeenArticle& article,
                    std::map<std::string, Sighting>& seen) {
    if (mention.is_nominal) return;
    const bool is_person = mention.kind != MentionKind::organisation;
    const auto known =
        mention.id.empty() ? std::nullopt : gazetteer_.number_of(Table::entity, mention.id);
    const std::string form(article.text.substr(mention.begin, mention.end - mention.begin));
    const bool is_new_acronym = mention.via == entities::Via::acronym && form != mention.name;
    // Of those who are known only an acronym may be missing.
    if (known && (!is_new_acronym || has_name(*known, form))) return;
    // One word is a surname or a word, and no name to propose.
    if (!known && is_person && mention.name.find(' ') == std::string::npos) return;
    const std::string key = (is_person ? "person " : "org ") + mention.name;
    Named& named = named_[key];
    named.id = mention.id;
    named.name = mention.name;
    named.is_person = is_person;
    named.is_known = known.has_value();
    Sighting& sighting = seen[key];
    if (is_new_acronym) sighting.acronyms.insert(form);
    if (!mention.country.empty()) sighting.countries.insert(mention.country);
    if (mention.role.empty() || mention.is_past) return;
    sighting.roles.insert(mention.country.empty() ? mention.role
                                                  : mention.role + "/" + mention.country);
}

bool Suggester::has_name(std::uint32_t entity, std::string_view name) const {
    const auto names = gazetteer_.entity(entity).names;
    return std::ranges::find(names, name, &entities::WrittenName::text) != names.end();
}

std::vector<entities::Block> Suggester::blocks(std::size_t min_articles, std::size_t limit) const {
    std::vector<const Named*> wanted;
    for (const auto& [key, named] : named_) {
        const bool can_be_written = entities::written_value(named.name) == named.name;
        if (named.articles >= min_articles && can_be_written && !free_id(named).empty())
            wanted.push_back(&named);
    }
    std::ranges::stable_sort(wanted, std::ranges::greater(), &Named::articles);
    std::vector<entities::Block> blocks;
    std::set<std::string> ids;
    for (const Named* named : wanted) {
        if (blocks.size() == limit) break;
        entities::Block made = block(*named);
        if (ids.insert(made.id).second) blocks.push_back(std::move(made));
    }
    return blocks;
}

std::string Suggester::free_id(const Named& named) const {
    if (named.is_known) return named.id;
    std::string id = id_of_name(named.name);
    while (!id.empty() && gazetteer_.number_of(Table::entity, id)) id += "-2";
    return id;
}

entities::Block Suggester::block(const Named& named) const {
    entities::Block block{named.is_person ? "person" : "org", free_id(named), {}, {}};
    if (!named.is_known) add_fact(block, "name", named.name);
    for (const auto& [form, articles] : named.acronyms)
        if (entities::written_value(form) == form) add_fact(block, "acronym", form);
    if (!named.is_known) {
        if (named.is_person) {
            add_fact(block, "surname", named.name.substr(named.name.rfind(' ') + 1));
            add_fact(block, "given", named.name.substr(0, named.name.find(' ')));
        } else {
            add_fact(block, "kind", "other");
        }
        const std::string country = most_frequent(named.countries);
        if (!country.empty()) add_fact(block, "country", country);
        for (const auto& [role, articles] : named.roles) add_fact(block, "role", role);
    }
    std::string note = fmt::format("in {} articles", named.articles);
    if (named.first)
        note += fmt::format(", {} to {}", iso_date(*named.first), iso_date(*named.last));
    add_fact(block, "note", note + ", for example " + named.example);
    return block;
}

}  // namespace nutgraf::gazetteer
