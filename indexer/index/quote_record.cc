#include "indexer/index/quote_record.h"

namespace nutgraf::index {

namespace {

constexpr std::uint64_t any_place = std::uint64_t{1} << 32U;

std::uint32_t below(RecordFields& fields, std::uint64_t limit) {
    const std::uint64_t number = fields.number();
    if (number >= limit) fail_damaged_record();
    return static_cast<std::uint32_t>(number);
}

/// Which of several, or none of them, as a number from 0.
void put_choice(std::string& bytes, std::uint32_t choice) {
    put_number(bytes, choice == StoredQuote::nobody ? 0 : std::uint64_t{choice} + 1);
}

std::uint32_t choice_from(RecordFields& fields, std::size_t limit) {
    const std::uint32_t number = below(fields, std::uint64_t{limit} + 1);
    return number == 0 ? StoredQuote::nobody : number - 1;
}

}  // namespace

void put_quotes(std::string& bytes, const std::vector<StoredQuote>& quotes) {
    put_number(bytes, quotes.size());
    for (const StoredQuote& quote : quotes) {
        put_number(bytes, quote.is_in_title ? 1 : 0);
        put_number(bytes, quote.begin);
        put_number(bytes, quote.end - quote.begin);
        put_number(bytes, quote.first_token);
        put_number(bytes, quote.last_token - quote.first_token);
        put_text(bytes, quote.kind);
        put_choice(bytes, quote.speaker);
        put_choice(bytes, quote.terms);
        put_text(bytes, quote.speaker_text);
        put_text(bytes, quote.cue);
    }
}

std::vector<StoredQuote> quotes_from(RecordFields& fields, QuoteLimits limits) {
    std::vector<StoredQuote> quotes;
    for (std::uint64_t left = fields.count(); left > 0; --left) {
        StoredQuote& quote = quotes.emplace_back();
        quote.is_in_title = below(fields, 2) == 1;
        quote.begin = below(fields, any_place);
        quote.end = quote.begin + below(fields, any_place - quote.begin);
        quote.first_token = below(fields, any_place);
        quote.last_token = quote.first_token + below(fields, any_place - quote.first_token);
        quote.kind = fields.text();
        quote.speaker = choice_from(fields, limits.entities);
        quote.terms = choice_from(fields, limits.term_sets);
        quote.speaker_text = fields.text();
        quote.cue = fields.text();
    }
    return quotes;
}

}  // namespace nutgraf::index
