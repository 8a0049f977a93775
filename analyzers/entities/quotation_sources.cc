#include "analyzers/entities/quotation_sources.h"

#include "analyzers/entities/east_asian_cues.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t furthest_verb = 14;  // Words behind a quotation.

}  // namespace

std::optional<Attribution> QuotationSources::of(const Quotation& quotation,
                                                std::uint32_t begin) const {
    const std::uint32_t next = quotation.last + 1;
    if (next <= paragraph_.last && is_east_asian(text_, next)) {
        if (auto found = east_asian(quotation, begin)) return found;
    } else if (auto found = trailing(quotation)) {
        return found;
    }
    if (auto found = inside(quotation)) return found;
    if (auto found = leading_for(quotation, begin)) return found;
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
        // "a" is a French verb behind a quotation.
        if (!speakers_.is_between(at) && text_.folded(at) != "a") return std::nullopt;
        ++at;
    }
    const auto cue = cue_at(text_, at);
    if (!cue && at > quotation.last + 1) return std::nullopt;
    const std::uint32_t behind = cue ? cue->last + 1 : source_end;
    if (behind == at || text_[at].is_capitalised()) return std::nullopt;
    auto speaker = speakers_.after(behind, end);
    if (!speaker) return std::nullopt;
    voices_.resolve(*speaker, number_);
    return Attribution{*speaker, at, behind - 1};
}

/// “…。”耿爽说; 安倍首相は「…」と述べた
std::optional<Attribution> QuotationSources::east_asian(const Quotation& quotation,
                                                        std::uint32_t begin) const {
    const std::uint32_t next = quotation.last + 1;
    const std::string_view inside =
        text_.source().substr(quotation.begin, quotation.end - quotation.begin);
    const bool is_told = text_.written(next) == "と";
    const bool is_joined = text_[next].before.has(Mark::comma) || inside.ends_with("。") ||
                           inside.ends_with("，") || inside.ends_with("！") ||
                           inside.ends_with("？");
    if (quotation.is_unclosed || (!is_told && !is_joined)) return std::nullopt;
    const auto verb = speakers_.east_asian().verb_behind(next, paragraph_.last + 1);
    if (!verb) return std::nullopt;
    auto speaker = speakers_.east_asian().in(next, verb->first);
    if (!speaker && is_told) speaker = speakers_.east_asian().in(begin, quotation.first);
    if (!speaker && verb->first > next) speaker = speakers_.east_asian().before(*verb, next);
    if (!speaker) return std::nullopt;
    voices_.resolve(*speaker, number_);
    return Attribution{*speaker, verb->first, verb->last};
}

/// « Le port, affirme M. Le Maire, est ouvert. »
std::optional<Attribution> QuotationSources::inside(const Quotation& quotation) const {
    constexpr std::uint32_t furthest = 40;
    if (text_.language() != "fr" && text_.language() != "ru") return std::nullopt;
    const std::uint32_t end = std::min(quotation.last + 1, quotation.first + furthest);
    for (std::uint32_t at = quotation.first + 1; at < end; ++at) {
        if (!text_[at].before.has_any(Marks(Mark::comma, Mark::dash))) continue;
        const auto cue = cue_at(text_, at);
        if (!cue) continue;
        auto speaker = speakers_.after(cue->last + 1, end);
        if (!speaker || speaker->form == SpeakerForm::unnamed ||
            speaker->form == SpeakerForm::narrator)
            continue;
        voices_.resolve(*speaker, number_);
        return Attribution{*speaker, cue->first, cue->last};
    }
    return std::nullopt;
}

/// Pour Bruno Le Maire, « … »
std::optional<Attribution> QuotationSources::leading_for(const Quotation& quotation,
                                                         std::uint32_t begin) const {
    if (text_.language() != "fr" || quotation.first < begin + 2 || text_.folded(begin) != "pour" ||
        !text_[quotation.first].before.has(Mark::comma))
        return std::nullopt;
    const std::uint32_t mention = speakers_.ending_at(quotation.first - 1);
    if (mention == none) return std::nullopt;
    constexpr double by_place = 0.7;
    const Mention& named = speakers_.mention(mention);
    return Attribution{
        {SpeakerForm::named, named.first_token, named.last_token, mention, by_place}, begin, begin};
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
