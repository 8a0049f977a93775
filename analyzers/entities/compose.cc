#include "analyzers/entities/compose.h"

#include "analyzers/text/tokenizer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace nutgraf::entities {

namespace {

/// What the names of a country's bodies are made from.
struct CountryWords {
    std::string prefix;                   ///< Of ids: "cn".
    std::string code;                     ///< "CN".
    std::vector<std::string> adjectives;  ///< English: "Chinese".
    std::vector<std::string> names;       ///< English: "China".
    std::vector<SourceName> joinable;     ///< In languages that just put the words together.
};

bool is_joining(std::string_view language) {
    constexpr std::array languages = {std::string_view("zh"), std::string_view("ja")};
    return std::ranges::find(languages, language) != languages.end();
}

bool is_english(const SourceName& name) {
    return name.language.empty() || name.language == "en";
}

CountryWords words_of(const PlaceRecord& country) {
    CountryWords words{country.id, country.country.text, {}, {}, {}};
    for (const SourceName& name : country.names) {
        if (is_joining(name.language) && name.name_class == NameClass::place)
            words.joinable.push_back(name);
        if (!is_english(name)) continue;
        auto& list = name.name_class == NameClass::adjective ? words.adjectives : words.names;
        if (std::ranges::find(list, name.text) == list.end()) list.push_back(name.text);
    }
    return words;
}

/// Whether "of the X" may be English: "the Netherlands", "the Czech Republic", "the UK".
bool may_have_article(std::string_view country) {
    const bool is_short = country.size() <= 4;
    return is_short || country.ends_with('s') || country.find(' ') != std::string_view::npos;
}

std::string id_from(std::string_view prefix, std::string_view name) {
    std::string id(prefix);
    const analyzers::Tokens words = analyzers::tokenise(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        id += '-';
        for (const char c : words.folded(i))
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) id += c;
    }
    return id;
}

/// The names of one body of one country, without repetition, the shown one first.
class BodyNames {
public:
    BodyNames(const BodyRecord& body, const CountryWords& country) {
        for (const SourceName& name : body.names) {
            if (is_english(name)) {
                add_english(name, country);
                continue;
            }
            for (const SourceName& other : country.joinable)
                if (other.language == name.language) add(other.text + name.text, name);
        }
    }

    std::vector<SourceName> names() && { return std::move(names_); }

private:
    void add_english(const SourceName& body, const CountryWords& country) {
        for (const std::string& adjective : country.adjectives)
            add(fmt::format("{} {}", adjective, body.text), body);
        for (const std::string& name : country.names) {
            add(fmt::format("{} {}", name, body.text), body);
            add(fmt::format("{} of {}", body.text, name), body);
            if (may_have_article(name)) add(fmt::format("{} of the {}", body.text, name), body);
        }
    }

    void add(std::string text, const SourceName& body) {
        if (!seen_.insert(text).second) return;
        names_.push_back({NameClass::name, std::move(text), body.language, body.location});
    }

    std::set<std::string> seen_;
    std::vector<SourceName> names_;
};

/// Adds organisations to a source, or names to those it has.
class Composer {
public:
    Composer(Source& source, Problems& problems) : source_(source), problems_(problems) {
        for (std::size_t i = 0; i < source.entities.size(); ++i)
            rows_.emplace(source.entities[i].id, i);
        for (const PlaceRecord& place : source.places)
            if (place.is_country) countries_.push_back(words_of(place));
    }

    void add_bodies() {
        for (const BodyRecord& body : source_.bodies) {
            check(body);
            for (const CountryWords& country : countries_) add(body, country);
        }
        std::ranges::sort(source_.entities, {}, &EntityRecord::id);
    }

private:
    void object(const Location& location, std::string sentence) {
        problems_.push_back({location, Severity::error, std::move(sentence)});
    }

    void check(const BodyRecord& body) {
        for (const BodyOverride& other : body.overrides) {
            if (std::ranges::find(countries_, other.country, &CountryWords::code) ==
                countries_.end())
                object(other.location, fmt::format("There is no country \"{}\".", other.country));
            if (!rows_.contains(other.id))
                object(other.location, fmt::format("There is no organisation \"{}\".", other.id));
        }
        const std::string& parent = body.parent.text;
        if (!parent.empty() && body_named(parent) == nullptr)
            object(body.parent.location, fmt::format("There is no \"@body {}\".", parent));
    }

    const BodyRecord* body_named(std::string_view id) const {
        const auto body = std::ranges::find(source_.bodies, id, &BodyRecord::id);
        return body == source_.bodies.end() ? nullptr : &*body;
    }

    static bool is_overridden(const BodyRecord& body, const CountryWords& country) {
        return std::ranges::find(body.overrides, country.code, &BodyOverride::country) !=
               body.overrides.end();
    }

    /// Of the country's own block, or of the composed one.
    static std::string id_of(const BodyRecord& body, const CountryWords& country) {
        const auto own = std::ranges::find(body.overrides, country.code, &BodyOverride::country);
        return own == body.overrides.end() ? fmt::format("{}-{}", country.prefix, body.id)
                                           : own->id;
    }

    void add(const BodyRecord& body, const CountryWords& country) {
        std::vector<SourceName> names = BodyNames(body, country).names();
        if (names.empty()) return;
        const std::string id = id_of(body, country);
        // Said already: it is not there.
        if (is_overridden(body, country) && !rows_.contains(id)) return;
        const auto [row, is_new] = rows_.try_emplace(id, source_.entities.size());
        if (!is_new) {
            auto& own = source_.entities[row->second].names;
            own.insert(own.end(), names.begin(), names.end());
            return;
        }
        EntityRecord record{id, body.location};
        record.is_composed = true;
        record.names = std::move(names);
        record.type = {body.type, body.location};
        record.country = {country.code, body.location};
        if (const BodyRecord* const parent = body_named(body.parent.text); parent != nullptr)
            record.parent = {id_of(*parent, country), body.parent.location};
        source_.entities.push_back(std::move(record));
    }

    Source& source_;
    Problems& problems_;
    std::map<std::string, std::size_t> rows_;
    std::vector<CountryWords> countries_;
};

/// Whether a capital has a block of its own; a state of the same name has a code.
bool has_block(const Source& source, const PlaceRecord& capital) {
    const std::string& name = capital.names.front().text;
    return std::ranges::any_of(source.places, [&](const PlaceRecord& place) {
        const bool is_city = !place.is_country && place.code.empty();
        const bool is_there =
            place.country.text == capital.country.text && is_city &&
            std::ranges::find(place.names, name, &SourceName::text) != place.names.end();
        return is_there || place.id == capital.id;
    });
}

void add_capitals(Source& source) {
    std::vector<PlaceRecord> capitals;
    for (const PlaceRecord& country : source.places) {
        if (country.capitals.empty()) continue;
        const SourceName& shown = country.capitals.front();
        PlaceRecord capital{id_from(country.id, shown.text), shown.location};
        capital.names = country.capitals;
        capital.country = country.country;
        if (!has_block(source, capital)) capitals.push_back(std::move(capital));
    }
    source.places.insert(source.places.end(), capitals.begin(), capitals.end());
    std::ranges::sort(source.places, {}, &PlaceRecord::id);
}

}  // namespace

void compose(Source& source, Problems& problems) {
    Composer(source, problems).add_bodies();
    add_capitals(source);
}

}  // namespace nutgraf::entities
