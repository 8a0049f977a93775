#include "indexer/archive/clean/chinese_dateline.h"

#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/phrase_set.h"

#include <algorithm>
#include <charconv>

namespace nutgraf::archive {

namespace {

constexpr std::string_view agencies =
    "新华社|新華社|中新社|中新网|中新網|中国新闻网|人民网|央视网|中央社|法新社|路透社|美联社|"
    "美聯社|"
    "共同社|时事社|韩联社|韓聯社|塔斯社|俄新社|德新社|埃菲社|安莎社|彭博社|朝中社|越通社|"
    "国际文传电讯社";

/// Takes texts off the front of another.
class FrontReader {
public:
    explicit FrontReader(std::string_view text) : rest_(text) {}

    bool accept(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    std::string_view digits() {
        const std::size_t end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        const std::string_view digits = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return digits;
    }

    /// One of the agencies, or nothing.
    std::string_view agency() {
        static const std::vector<std::string_view> names = phrases_in(agencies);
        const auto name = std::ranges::find_if(
            names, [&](std::string_view candidate) { return rest_.starts_with(candidate); });
        if (name == names.end()) return {};
        accept(*name);
        return *name;
    }

    /// The letters before a digit: none, or too many to be a place, and nothing is taken.
    std::string_view place() {
        constexpr std::size_t longest = std::size_t{8} * 3;  // Han characters have three bytes.
        const std::size_t end = std::min(rest_.find_first_of("0123456789"), rest_.size());
        const std::string_view place = rest_.substr(0, end);
        const bool has_signs = std::ranges::any_of(
            place, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
        const bool names_reporter =
            place.find("记者") != place.npos || place.find("記者") != place.npos;
        if (end > longest || has_signs || names_reporter || place.find("，") != place.npos)
            return {};
        rest_.remove_prefix(end);
        return place;
    }

    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

std::optional<unsigned> number_of(std::string_view digits, std::size_t most_digits) {
    unsigned value = 0;
    if (digits.empty() || digits.size() > most_digits) return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Reads "2019年3月29日" or "3月29日" off the front.
std::optional<PartialDate> date_in(FrontReader& reader) {
    constexpr std::size_t year_digits = 4;
    PartialDate date;
    std::string_view digits = reader.digits();
    if (reader.accept("年")) {
        const auto year = number_of(digits, year_digits);
        if (!year) return std::nullopt;
        date.year = std::chrono::year(static_cast<int>(*year));
        digits = reader.digits();
    }
    const auto month = number_of(digits, 2);
    if (!month || !reader.accept("月")) return std::nullopt;
    const auto day = number_of(reader.digits(), 2);
    if (!day || !reader.accept("日")) return std::nullopt;
    date.day = std::chrono::month(*month) / std::chrono::day(*day);
    return date.day->ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

Dateline chinese_dateline_of(std::string_view paragraph) {
    FrontReader reader(paragraph);
    for (const std::string_view bracket : {"【", "（", "("})
        if (reader.accept(bracket)) break;
    Dateline line;
    line.wire = reader.agency();
    if (line.wire.empty()) return {};
    line.place = reader.place();
    const std::string_view before = reader.rest();
    if (!date_in(reader)) return {};
    line.date = before.substr(0, before.size() - reader.rest().size());
    return reader.accept("电") || reader.accept("電") ? line : Dateline();
}

std::optional<PartialDate> chinese_date(std::string_view text) {
    FrontReader reader(text);
    const auto date = date_in(reader);
    return reader.rest().empty() ? date : std::nullopt;
}

}  // namespace nutgraf::archive
