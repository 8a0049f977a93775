#include "analyzers/entities/block_kinds.h"

#include "base/closest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace nutgraf::entities {

namespace {

constexpr KeyRule name(std::string_view key) {
    return {key, false, true, false};
}
constexpr KeyRule one(std::string_view key) {
    return {key, true, false, false};
}
constexpr KeyRule many(std::string_view key) {
    return {key, false, false, false};
}

constexpr std::array org_keys = {
    name("name"),    name("alias"),     name("acronym"), name("context"), name("former"),
    name("desc"),    one("kind"),       one("country"),  one("parent"),   one("wikidata"),
    many("letters"), name("adjective"), name("member"),
};
constexpr std::array person_keys = {
    name("name"),   name("alias"),  name("acronym"), name("context"),
    name("former"), name("desc"),   name("surname"), name("given"),
    one("order"),   one("sex"),     one("country"),  many("party"),
    many("role"),   many("member"), one("died"),     one("wikidata"),
};
constexpr std::array office_keys = {
    name("name"), name("alias"),  name("acronym"), one("role"),     one("country"),
    one("org"),   many("holder"), one("seats"),    one("wikidata"),
};
constexpr std::array role_keys = {
    name("name"), name("alias"), name("plural"), name("abbreviation"), one("broader"), one("class"),
};
constexpr std::array country_keys = {
    name("name"),      name("alias"),   name("acronym"), name("context"), name("former"),
    name("adjective"), name("demonym"), name("capital"), one("wikidata"),
};
constexpr std::array place_keys = {
    name("name"),      name("alias"),   name("acronym"), name("context"), name("former"),
    name("adjective"), name("demonym"), one("country"),  one("code"),     one("wikidata"),
};
constexpr std::array body_keys = {
    name("name"),
    one("kind"),
    one("parent"),
    KeyRule{"override", false, false, true},
};
/// For those who keep the facts.
constexpr std::array common_keys = {
    many("checked"), many("source"), many("source-id"), many("note"), name("delete"),
};

constexpr std::array kinds = {
    BlockKind{"org", "entity", org_keys},        BlockKind{"person", "entity", person_keys},
    BlockKind{"office", "office", office_keys},  BlockKind{"role", "role", role_keys},
    BlockKind{"country", "place", country_keys}, BlockKind{"place", "place", place_keys},
    BlockKind{"body", "body", body_keys},
};

const KeyRule* rule_of(const BlockKind& kind, std::string_view key) {
    const auto rule = std::ranges::find(kind.keys, key, &KeyRule::key);
    if (rule != kind.keys.end()) return &*rule;
    const auto* const common = std::ranges::find(common_keys, key, &KeyRule::key);
    return common == common_keys.end() ? nullptr : common;
}

std::string unknown_key(const BlockKind& kind, const Fact& fact) {
    std::vector<std::string_view> keys;
    keys.reserve(kind.keys.size() + common_keys.size());
    for (const KeyRule& rule : kind.keys) keys.push_back(rule.key);
    for (const KeyRule& rule : common_keys) keys.push_back(rule.key);
    const auto meant = closest(fact.key, keys);
    return fmt::format("\"@{}\" has no key \"{}\"{}", kind.name, fact.key,
                       meant ? fmt::format("; did you mean \"{}\"?", *meant) : ".");
}

std::string unknown_kind(std::string_view name) {
    std::vector<std::string_view> names;
    names.reserve(kinds.size());
    for (const BlockKind& kind : kinds) names.push_back(kind.name);
    const auto meant = closest(name, names);
    return fmt::format("There is no kind of block \"@{}\"{}", name,
                       meant ? fmt::format("; did you mean \"@{}\"?", *meant) : ".");
}

/// What is wrong with the form of a fact; empty when nothing is.
std::string objection(const BlockKind& kind, const Fact& fact) {
    const KeyRule* const rule = rule_of(kind, fact.key);
    if (rule == nullptr) return unknown_key(kind, fact);
    if (!fact.language.empty() && !rule->has_language)
        return fmt::format("\"{}\" is the same in all languages; leave the brackets out.",
                           fact.key);
    if (fact.argument.empty() && rule->has_argument)
        return fmt::format("\"{}\" needs a country behind it: \"{} GB: some-id\".", fact.key,
                           fact.key);
    if (!fact.argument.empty() && !rule->has_argument)
        return fmt::format("\"{} {}\" is no key; the colon belongs behind \"{}\".", fact.key,
                           fact.argument, fact.key);
    return {};
}

/// Puts the blocks of several files together.
class Merger {
public:
    explicit Merger(Problems& problems) : problems_(problems) {}

    void add(Block block) {
        const BlockKind* const kind = block_kind_named(block.kind);
        if (kind == nullptr) {
            object(block.location, unknown_kind(block.kind));
            return;
        }
        const auto [place, is_new] =
            places_.try_emplace({std::string(kind->ids), block.id}, Place{blocks_.size(), {}});
        if (is_new) {
            Block empty{block.kind, block.id, {}, block.location};
            blocks_.push_back(std::move(empty));
        } else if (!may_add(block, place->second)) {
            return;
        }
        place->second.last_file = block.location.file;
        for (Fact& fact : block.facts) add_fact(blocks_[place->second.block], std::move(fact));
    }

    std::vector<Block> blocks() && { return std::move(blocks_); }

private:
    struct Place {
        std::size_t block = 0;
        std::string last_file;
    };

    void object(const Location& location, std::string sentence) {
        problems_.push_back({location, Severity::error, std::move(sentence)});
    }

    bool may_add(const Block& block, const Place& place) {
        const Block& first = blocks_[place.block];
        if (first.kind != block.kind) {
            object(block.location,
                   fmt::format("\"{}\" is already an \"@{}\" at {}:{}; choose another id.",
                               block.id, first.kind, first.location.file, first.location.line));
            return false;
        }
        if (place.last_file == block.location.file) {
            object(block.location,
                   fmt::format("\"{}\" has a block already at {}:{}; put the lines together.",
                               block.id, first.location.file, first.location.line));
            return false;
        }
        return true;
    }

    void add_fact(Block& block, Fact fact) {
        if (fact.key != "delete") {
            const auto is_same = [&](const Fact& other) {
                return other.key == fact.key && other.argument == fact.argument &&
                       other.language == fact.language && other.values == fact.values;
            };
            // Two files may well say the same of a person that both need.
            if (std::ranges::none_of(block.facts, is_same)) block.facts.push_back(std::move(fact));
            return;
        }
        for (const std::string& key : fact.values) {
            const auto is_meant = [&](const Fact& other) {
                const std::string whole = other.language.empty()
                                              ? other.key
                                              : fmt::format("{}[{}]", other.key, other.language);
                return key == other.key || key == whole;
            };
            if (std::erase_if(block.facts, is_meant) == 0)
                object(fact.location,
                       fmt::format("\"{}\" has no \"{}\" to delete.", block.id, key));
        }
    }

    Problems& problems_;
    std::map<std::pair<std::string, std::string>, Place> places_;
    std::vector<Block> blocks_;
};

}  // namespace

const BlockKind* block_kind_named(std::string_view name) {
    const auto* kind = std::ranges::find(kinds, name, &BlockKind::name);
    return kind == kinds.end() ? nullptr : kind;
}

void check_keys(const std::vector<Block>& blocks, Problems& problems) {
    for (const Block& block : blocks) {
        const BlockKind* const kind = block_kind_named(block.kind);
        if (kind == nullptr) continue;
        std::map<std::string_view, const Fact*> singles;
        for (const Fact& fact : block.facts) {
            std::string sentence = objection(*kind, fact);
            const KeyRule* const rule = rule_of(*kind, fact.key);
            if (sentence.empty() && rule->is_single) {
                const auto [first, is_new] = singles.try_emplace(rule->key, &fact);
                if (!is_new || fact.values.size() > 1)
                    sentence = fmt::format(
                        "\"{}\" has one value, and \"{}\" is given more; a later file says "
                        "\"delete: {}\" first.",
                        fact.key, block.id, fact.key);
            }
            if (!sentence.empty())
                problems.push_back({fact.location, Severity::error, std::move(sentence)});
        }
    }
}

std::vector<Block> merged_blocks(std::vector<Block> blocks, Problems& problems) {
    Merger merger(problems);
    for (Block& block : blocks) merger.add(std::move(block));
    return std::move(merger).blocks();
}

}  // namespace nutgraf::entities
