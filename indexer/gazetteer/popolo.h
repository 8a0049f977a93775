#pragma once

#include "base/json.h"
#include "indexer/gazetteer/importer.h"

#include <map>
#include <string>

namespace nutgraf::gazetteer {

/// Reads Popolo JSON: people, organisations, posts and memberships, which name each other by id and
/// may come in any order; `finish` puts them together. What it keeps grows with the people.
class PopoloImporter : public Importer {
public:
    explicit PopoloImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override;
    void finish() override;

protected:
    const ImportContext& context() const { return context_; }

private:
    struct Membership {
        std::string person;
        std::string organisation;
        std::string party;
        std::string label;
        std::string term;
        std::string from;
        std::string to;
    };
    struct Post {
        std::string label;
        std::string organisation;
    };
    struct Term {
        std::string from;
        std::string to;
    };

    void read_item(const std::string& key, const Json& item);
    void read_person(const Json& item);
    void read_organisation(const Json& item);
    void read_membership(const Json& item);
    void add_membership(const Membership& membership);
    std::string role_of(const Membership& membership, const std::string& legislature) const;

    ImportContext context_;
    std::map<std::string, ImportedRecord> organisations_;
    std::map<std::string, Post> posts_;
    std::map<std::string, Term> terms_;
    std::vector<Membership> memberships_;
};

}  // namespace nutgraf::gazetteer
