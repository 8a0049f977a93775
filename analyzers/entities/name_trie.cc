#include "analyzers/entities/name_trie.h"

#include <algorithm>
#include <tuple>

namespace nutgraf::entities {

namespace {

auto row_of(const NamedSense& sense) {
    return std::tie(sense.table, sense.number);
}

std::ptrdiff_t capitals(const NamedSense& sense) {
    return std::ranges::count_if(sense.written, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether a sense says no more of texts than the one of the same name before it.
bool is_repeated(const NamedSense& before, const NamedSense& sense) {
    if (row_of(before) != row_of(sense) || before.name_class != sense.name_class) return false;
    if (!before.language.empty() && before.language != sense.language) return false;
    return sense.name_class != NameClass::acronym || before.written == sense.written;
}

/// By name, then what it stands for, then the writing that is found in the most texts.
bool comes_before(const NamedSense& one, const NamedSense& other) {
    const auto key = [](const NamedSense& sense) {
        return std::tie(sense.words, sense.table, sense.number, sense.name_class, sense.language);
    };
    if (key(one) != key(other)) return key(one) < key(other);
    // Acronyms are found in no other writing.
    if (one.name_class != NameClass::acronym && capitals(one) != capitals(other))
        return capitals(one) < capitals(other);
    // "US" rather than "U.S.".
    return std::make_tuple(one.written.size(), std::string_view(one.written)) <
           std::make_tuple(other.written.size(), std::string_view(other.written));
}

/// Whether the sense is a `name` that the same row also has as `context`.
bool needs_context(const NamedSense& sense, const std::vector<NamedSense>& senses) {
    return sense.name_class == NameClass::name &&
           std::ranges::any_of(senses, [&](const NamedSense& other) {
               return other.name_class == NameClass::context && row_of(other) == row_of(sense);
           });
}

/// Builds the tree level by level from names in order.
class Builder {
public:
    explicit Builder(const std::vector<NamedSense>& names) : names_(names) {}

    NameTrie trie() && {
        ranges_.push_back({0, names_.size(), 0});
        for (std::size_t node = 0; node < ranges_.size(); ++node) add_node(ranges_[node]);
        trie_.nodes.push_back(beginnings());
        return std::move(trie_);
    }

private:
    /// The names that begin with the words on the way to a node.
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t depth = 0;
    };

    format::NodeRow beginnings() const {
        return {static_cast<std::uint32_t>(trie_.edges.size()),
                static_cast<std::uint32_t>(trie_.senses.size())};
    }

    void add_node(Range range) {
        trie_.nodes.push_back(beginnings());
        std::size_t at = range.begin;
        while (at < range.end && names_[at].words.size() == range.depth) ++at;
        add_senses(range.begin, at);
        while (at < range.end) {
            const std::uint32_t word = names_[at].words[range.depth];
            const std::size_t begin = at;
            while (at < range.end && names_[at].words[range.depth] == word) ++at;
            trie_.edges.push_back(word);
            ranges_.push_back({begin, at, range.depth + 1});
        }
    }

    void add_senses(std::size_t begin, std::size_t end) {
        const auto first = names_.begin() + static_cast<std::ptrdiff_t>(begin);
        const std::vector<NamedSense> senses(first,
                                             first + static_cast<std::ptrdiff_t>(end - begin));
        const NamedSense* last = nullptr;
        for (const NamedSense& sense : senses) {
            if (last != nullptr && is_repeated(*last, sense)) continue;
            last = &sense;
            if (!needs_context(sense, senses)) trie_.senses.push_back(sense);
        }
    }

    const std::vector<NamedSense>& names_;
    std::vector<Range> ranges_;
    NameTrie trie_;
};

}  // namespace

NameTrie name_trie(std::vector<NamedSense> names) {
    std::ranges::sort(names, comes_before);
    return Builder(names).trie();
}

}  // namespace nutgraf::entities
