#include "searchd/query/parts.h"

#include <algorithm>
#include <variant>

namespace nutgraf::query {

namespace {

struct PartsReader {
    std::span<const Query> operator()(const And& all) const { return all.parts; }
    std::span<const Query> operator()(const Or& any) const { return any.parts; }
    std::span<const Query> operator()(const Not& none) const { return none.part; }
    std::span<const Query> operator()(const NamedWords& words) const { return words.part; }
    std::span<const Query> operator()(const Weighted& heavy) const { return heavy.part; }
    std::span<const Query> operator()(const AtLeast& least) const { return least.part; }
    std::span<const Query> operator()(const Saved& saved) const { return saved.part; }
    std::span<const Query> operator()(const Proximity& near) const { return near.operands; }
    template <class Leaf>
    std::span<const Query> operator()(const Leaf& /*leaf*/) const {
        return {};
    }
};

}  // namespace

std::span<const Query> parts_of(const Query& query) {
    return std::visit(PartsReader{}, query.node);
}

bool is_speech(const Query& query) {
    if (const auto* said = std::get_if<Said>(&query.node))
        return said->words.empty() && !said->is_anybodys();
    const auto* any = std::get_if<Or>(&query.node);
    return any != nullptr && !any->parts.empty() && std::ranges::all_of(any->parts, is_speech);
}

}  // namespace nutgraf::query
