#include "indexer/gazetteer/earlier.h"

#include "analyzers/entities/block_kinds.h"
#include "analyzers/entities/block_writer.h"
#include "analyzers/entities/lines.h"
#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace nutgraf::gazetteer {

using entities::Block;
using entities::Fact;

namespace {

constexpr std::string_view header_beginning = "# Imported by nutgraf dict import ";

bool is_name_key(std::string_view key) {
    return key == "name" || key == "alias" || key == "acronym" || key == "context" ||
           key == "former";
}

/// "us-senator/DE 2010-11-15" of "us-senator/DE 2010-11-15..2017-01-03": what a line with dates is
/// about, and from when on.
std::string beginning_of(const std::string& value) {
    return value.substr(0, value.find(".."));
}

bool has_dates(std::string_view key) {
    return key == "role" || key == "party" || key == "member";
}

bool is_single(const Block& block, std::string_view key) {
    const entities::BlockKind* const kind = entities::block_kind_named(block.kind);
    if (kind == nullptr) return false;
    const auto rule = std::ranges::find(kind->keys, key, &entities::KeyRule::key);
    return rule != kind->keys.end() && rule->is_single;
}

bool is_same_fact(const Fact& one, const Fact& other) {
    return one.key == other.key && one.language == other.language &&
           one.argument == other.argument && one.values == other.values;
}

/// Whether two lines are about the same, so that only one of them may stand.
bool are_about_the_same(const Block& block, const Fact& one, const Fact& other) {
    if (is_same_fact(one, other)) return true;
    if (one.key == "name" && other.key == "name") return one.language == other.language;
    // A name that is shown may need evidence too, and is then there twice.
    if (is_name_key(one.key) && is_name_key(other.key))
        return one.values == other.values && one.key != "name" && other.key != "name";
    if (one.key != other.key) return false;
    if (has_dates(one.key))
        return beginning_of(one.values.front()) == beginning_of(other.values.front());
    return is_single(block, one.key);
}

/// The place behind the last "source-id:"; the end of a block without one, which was written by
/// hand as a whole.
std::size_t end_of_imported(const Block& block) {
    for (std::size_t i = block.facts.size(); i > 0; --i)
        if (block.facts[i - 1].key == "source-id") return i;
    return 0;
}

bool is_bookkeeping(const Fact& fact) {
    return fact.key == "source" || fact.key == "source-id";
}

/// One value a line, as imported lines have them, for lines to be compared.
std::vector<Fact> one_value_each(const std::vector<Fact>& facts) {
    std::vector<Fact> single;
    for (const Fact& fact : facts)
        for (const std::string& value : fact.values)
            single.push_back({fact.key, fact.argument, fact.language, {value}, {}});
    return single;
}

/// A new block and the earlier one of its id as one.
class BlockMerger {
public:
    BlockMerger(Block fresh, const Block& earlier) : block_(std::move(fresh)) {
        const std::size_t end = end_of_imported(earlier);
        const auto middle = earlier.facts.begin() + static_cast<std::ptrdiff_t>(end);
        imported_ = one_value_each({earlier.facts.begin(), middle});
        by_hand_ = one_value_each({middle, earlier.facts.end()});
    }

    /// To be called once.
    Block merged() {
        std::erase_if(block_.facts, [&](const Fact& fact) {
            return !is_bookkeeping(fact) && is_about_one_of(fact, by_hand_);
        });
        std::vector<Fact> below;
        for (const Fact& fact : imported_)
            if (!is_bookkeeping(fact) && !is_about_one_of(fact, block_.facts) &&
                !is_about_one_of(fact, by_hand_))
                below.push_back(fact);
        below.insert(below.end(), by_hand_.begin(), by_hand_.end());
        kept_lines_ = below.size();
        block_.facts.insert(block_.facts.end(), below.begin(), below.end());
        return std::move(block_);
    }

    std::uint64_t kept_lines() const { return kept_lines_; }

private:
    bool is_about_one_of(const Fact& fact, const std::vector<Fact>& others) const {
        return std::ranges::any_of(
            others, [&](const Fact& other) { return are_about_the_same(block_, fact, other); });
    }

    Block block_;
    std::vector<Fact> imported_;
    std::vector<Fact> by_hand_;
    std::uint64_t kept_lines_ = 0;
};

}  // namespace

Merged merged_with_earlier(std::vector<Block> blocks, const std::vector<Block>& earlier) {
    std::map<std::string, Block> by_id;
    for (const Block& block : earlier) by_id.emplace(block.kind + " " + block.id, block);
    Merged merged;
    for (Block& block : blocks) {
        const auto before = by_id.find(block.kind + " " + block.id);
        if (before == by_id.end()) {
            merged.blocks.push_back(std::move(block));
            continue;
        }
        BlockMerger merger(std::move(block), before->second);
        merged.blocks.push_back(merger.merged());
        merged.kept_lines += merger.kept_lines();
        by_id.erase(before);
    }
    for (auto& [id, block] : by_id) {
        merged.kept_lines += block.facts.size();
        merged.blocks.push_back(std::move(block));
    }
    std::ranges::stable_sort(merged.blocks, {}, &Block::id);
    return merged;
}

std::vector<Block> blocks_of_earlier(std::string_view text, const std::string& file) {
    std::uint32_t number = 0;
    for (const std::string_view line : entities::parts(text, "\n")) {
        ++number;
        const bool is_header = number == 1 && line.starts_with(header_beginning);
        const bool has_comment = line.starts_with('#') || line.find(" #") != std::string_view::npos;
        if (has_comment && !is_header)
            throw Error(
                fmt::format("{}:{}: This comment would be lost; write it as \"note: ...\" "
                            "below \"source-id:\".",
                            file, number));
    }
    entities::Blocks read = entities::read_blocks(text, file);
    if (!read.problems.empty()) throw Error(to_text(read.problems.front()));
    return std::move(read.blocks);
}

std::string file_of_blocks(const std::vector<Block>& blocks, std::string_view source) {
    std::string text = fmt::format(
        "{}{}. Your own lines belong below \"source-id:\", where the next import keeps them.\n",
        header_beginning, source);
    for (const Block& block : blocks) text += "\n" + to_text(block);
    return text;
}

}  // namespace nutgraf::gazetteer
