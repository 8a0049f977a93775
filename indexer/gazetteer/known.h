#pragma once

#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/source.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::gazetteer {

/// The facts that are there before an import: whom they know, under what names, and what they call
/// roles, countries and common words. Immutable: may be shared between threads.
class Known {
public:
    /// Throws Error when the files have errors, naming the first.
    explicit Known(const std::vector<entities::SourceFile>& files);

    /// What is known of an id; null when there is no organisation or person of it.
    const entities::EntityRecord* entity(std::string_view id) const;
    /// Those who have a name (compared_name) among their whole names.
    std::vector<const entities::EntityRecord*> named(const std::string& compared) const;
    /// How many have it, as the lint counts.
    std::size_t users_of(const std::string& compared) const;
    /// The id of whom a Wikidata item is about; empty when nobody's.
    std::string id_of_item(const std::string& item) const;
    /// The id of whom a source's record was joined to before; empty when nobody.
    std::string id_of_source(const std::string& source, const std::string& source_id) const;
    /// The one value of a key in the block of an id; empty when it has none.
    std::string single(std::string_view id, const std::string& key) const;
    /// The roles of a person, of offices too, with the country or state they are of.
    const std::vector<entities::SourceRole>& roles_of(std::string_view person) const;

    bool has_role(std::string_view role) const;
    /// Whether something may be the place of a role.
    bool has_place(std::string_view place) const;
    /// Two letters of a country by its name, by an adjective or by its letters; or empty.
    std::string country_of(std::string_view text) const;
    /// A role by what a source calls the office: "Minister of Foreign Affairs of France",
    /// "member of the Bundestag"; empty when no part of it is a role's name.
    std::string role_of(std::string_view label) const;

    /// Whether a word, folded, is in a class of the lexicons: "common", "ambiguous-surname".
    bool is_word(const std::string& word_class, const std::string& folded) const;

private:
    void index_blocks(const std::vector<entities::SourceFile>& files);
    void index_entities();
    void index_places();
    void index_roles();
    void add_role_name(const entities::SourceName& name, const std::string& role);

    entities::Source source_;
    std::unordered_map<std::string, const entities::EntityRecord*> entities_;
    std::unordered_map<std::string, std::set<std::string>> names_;
    std::unordered_map<std::string, std::string> items_;
    std::map<std::pair<std::string, std::string>, std::string> sources_;
    std::map<std::pair<std::string, std::string>, std::string> singles_;
    std::unordered_map<std::string, std::vector<entities::SourceRole>> roles_of_;
    std::unordered_map<std::string, std::string> countries_;
    std::set<std::string, std::less<>> places_;
    std::unordered_map<std::string, std::string> role_names_;
    std::set<std::string, std::less<>> roles_;
    std::set<std::pair<std::string, std::string>> words_;
};

}  // namespace nutgraf::gazetteer
