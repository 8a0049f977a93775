#include "searchd/alerts/start.h"

#include "base/date.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <charconv>

namespace nutgraf::alerts {

namespace {

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

Expected<Cursor, AlertRefusal> start_from(const std::string& since, search::Searcher& searcher) {
    const search::IndexState state = searcher.state();
    const auto at = [&](std::uint64_t sequence) { return Cursor{state.uuid, sequence, sequence}; };
    if (since.empty()) return at(state.sequence);
    if (since == "beginning") return at(0);
    if (const auto sequence = number_in(since)) {
        if (*sequence <= state.sequence) return at(*sequence);
        return Unexpected{
            AlertRefusal{"since", fmt::format("The index is at change {}; {} is still to come.",
                                              state.sequence, *sequence)}};
    }
    const auto days = parse_day_span(since);
    if (!days || days->first < std::chrono::sys_days())
        return Unexpected{AlertRefusal{
            "since", fmt::format("\"{}\" is not a date like 2019-05-10, a sequence, or beginning.",
                                 visible(since))}};
    return at(searcher.sequence_before(days->first));
}

}  // namespace nutgraf::alerts
