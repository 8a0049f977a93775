#include "analyzers/entities/quotation_sources.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t furthest_verb = 14;  // Words behind a quotation.

}  // namespace

std::optional<Attribution> QuotationSources::of(const Quotation& quotation,
                                                std::uint32_t begin) const {
    if (auto found = trailing(quotation)) return found;
    return leading_colon(quotation, begin);
}

/// Who stands behind a quotation: "…," he said; "…," said the ambassador.
std::optional<Attribution> QuotationSources::trailing(const Quotation& quotation) const {
    const std::uint32_t next = quotation.last + 1;
    if (quotation.is_unclosed || next > paragraph_.last) return std::nullopt;
    const Marks before = text_[next].before;
    if (before.has(Mark::colon) || before.has(Mark::semicolon)) return std::nullopt;
    const std::string_view inside =
        text_.source().substr(quotation.begin, quotation.end - quotation.begin);
    const bool ends_in_stop = inside.ends_with('.') && !before.has(Mark::comma);
    if (ends_in_stop && text_[next].is_capitalised()) return std::nullopt;
    if (auto found = inverted(quotation)) return found;
    const bool is_joined = before.has(Mark::comma) || before.has(Mark::dash) ||
                           inside.ends_with('?') || inside.ends_with('!');
    if (!is_joined) return std::nullopt;
    constexpr std::uint32_t furthest_subject = 2;
    const std::uint32_t end = std::min(paragraph_.last + 1, next + furthest_verb);
    for (std::uint32_t at = next; at < end; ++at) {
        if (contents_.quotation_at(at) != nullptr) break;
        if (at > next && text_[at].sentence != text_[at - 1].sentence) break;
        const auto cue = cue_at(text_, at);
        if (!cue) continue;
        auto speaker = speakers_.before(*cue, next);
        if (!speaker || speaker->first > next + furthest_subject) break;
        voices_.resolve(*speaker, number_);
        return Attribution{*speaker, cue->first, cue->last};
    }
    return std::nullopt;
}

/// "…," said the ambassador; « … », a déclaré M. Macron.
std::optional<Attribution> QuotationSources::inverted(const Quotation& quotation) const {
    std::uint32_t at = quotation.last + 1;
    const std::uint32_t end = paragraph_.last + 1;
    const std::uint32_t source_end = end_of_source_phrase(text_, at);
    constexpr std::uint32_t most_auxiliaries = 2;
    for (std::uint32_t n = 0; n < most_auxiliaries && at + 1 < end && !cue_at(text_, at); ++n) {
        if (source_end != at && n == 0) break;
        if (!speakers_.is_between(at)) return std::nullopt;
        ++at;
    }
    const auto cue = cue_at(text_, at);
    const std::uint32_t behind = cue ? cue->last + 1 : source_end;
    if (behind == at || text_[at].is_capitalised()) return std::nullopt;
    auto speaker = speakers_.after(behind, end);
    if (!speaker) return std::nullopt;
    voices_.resolve(*speaker, number_);
    return Attribution{*speaker, at, behind - 1};
}

/// Coons: "…"
std::optional<Attribution> QuotationSources::leading_colon(const Quotation& quotation,
                                                           std::uint32_t begin) const {
    const bool is_led =
        quotation.first > paragraph_.first && text_[quotation.first].before.has(Mark::colon);
    if (!is_led) return std::nullopt;
    constexpr std::uint32_t furthest = 15;
    const std::uint32_t limit =
        std::max(begin, quotation.first > furthest ? quotation.first - furthest : 0);
    for (std::uint32_t at = quotation.first; at-- > limit;) {
        const std::uint32_t mention = speakers_.ending_at(at);
        if (mention == none) continue;
        const Mention& named = speakers_.mention(mention);
        constexpr double by_colon = 0.7;
        return Attribution{
            {SpeakerForm::named, named.first_token, named.last_token, mention, by_colon},
            none,
            none};
    }
    return std::nullopt;
}

}  // namespace nutgraf::entities
