#include "analyzers/entities/compared_name.h"
#include "analyzers/entities/lint.h"
#include "analyzers/text/tokenizer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace nutgraf::entities {

namespace {

constexpr std::size_t max_words = 32;
constexpr std::size_t max_shared = 8;

class NameLint {
public:
    NameLint(const Source& source, Problems& problems) : source_(source), problems_(problems) {
        for (const LexiconRow& row : source.lexicon) {
            if (row.word_class == "common") common_.insert(compared_name(row.form));
            if (row.word_class == "ambiguous-surname") ambiguous_.insert(compared_name(row.form));
        }
    }

    void check_all() {
        for (const EntityRecord& entity : source_.entities) {
            check_words(entity.names);
            if (!entity.is_composed) check_shown(entity);
            if (entity.kind == EntityKind::person) check_surnames(entity);
            for (const SourceName& name : entity.names) count(name, entity);
        }
        for (const OfficeRecord& office : source_.offices) check_words(office.names);
        for (const RoleRecord& role : source_.roles) check_words(role.names);
        for (const PlaceRecord& place : source_.places) {
            check_words(place.names);
            check_words(place.demonyms);
        }
        check_shared();
    }

private:
    struct Users {
        std::set<std::string_view> ids;
        const SourceName* first = nullptr;
    };

    void object(const Location& location, std::string sentence,
                Severity severity = Severity::error) {
        problems_.push_back({location, severity, std::move(sentence)});
    }

    void check_words(const std::vector<SourceName>& names) {
        for (const SourceName& name : names) {
            const std::size_t words = analyzers::tokenise(name.text).size();
            if (words == 0)
                object(name.location, fmt::format("\"{}\" has no word in it.", name.text));
            if (words > max_words)
                object(name.location, fmt::format("The name has {} words, and {} are the most.",
                                                  words, max_words));
        }
    }

    void check_shown(const EntityRecord& entity) {
        if (entity.names.empty()) return;
        const auto [place, is_new] =
            shown_.try_emplace({static_cast<int>(entity.kind), entity.names.front().text}, &entity);
        if (is_new) return;
        const EntityRecord& other = *place->second;
        // Persons do share names, and ministries of two countries may.
        const bool may_be_two =
            entity.kind == EntityKind::person || entity.country.text != other.country.text;
        object(entity.names.front().location,
               fmt::format("\"{}\" and \"{}\" have the same name, \"{}\".", other.id, entity.id,
                           entity.names.front().text),
               may_be_two ? Severity::warning : Severity::error);
    }

    void check_surnames(const EntityRecord& person) {
        bool has_surname = false;
        for (const SourceName& name : person.names) {
            if (name.name_class != NameClass::surname) continue;
            has_surname = true;
            const std::string surname = compared_name(name.text);
            if (common_.contains(surname) && !ambiguous_.contains(surname))
                object(name.location,
                       fmt::format("\"{}\" is a common word; list it as ambiguous-surname in a "
                                   "lexicon.",
                                   name.text),
                       Severity::warning);
        }
        if (!has_surname && !person.names.empty() &&
            analyzers::tokenise(person.names.front().text).size() > 1)
            object(person.location,
                   fmt::format("\"{}\" has no \"surname\", and is not found by one.", person.id),
                   Severity::warning);
    }

    void count(const SourceName& name, const EntityRecord& entity) {
        if (name.name_class != NameClass::name && name.name_class != NameClass::acronym) return;
        // A shown name that needs evidence is repeated so.
        const bool needs_evidence = std::ranges::any_of(entity.names, [&](const SourceName& other) {
            return other.name_class == NameClass::context && other.text == name.text;
        });
        if (needs_evidence) return;
        Users& users = users_[compared_name(name.text)];
        users.ids.insert(entity.id);
        if (users.first == nullptr) users.first = &name;
    }

    void check_shared() {
        for (const auto& [name, users] : users_)
            if (users.ids.size() > max_shared)
                object(users.first->location,
                       fmt::format("{} organisations and persons have the name \"{}\"; make it "
                                   "\"context\".",
                                   users.ids.size(), users.first->text));
    }

    const Source& source_;
    Problems& problems_;
    std::set<std::string> common_;
    std::set<std::string> ambiguous_;
    std::map<std::pair<int, std::string>, const EntityRecord*> shown_;
    std::map<std::string, Users> users_;
};

}  // namespace

void lint_names(const Source& source, Problems& problems) {
    NameLint(source, problems).check_all();
}

}  // namespace nutgraf::entities
