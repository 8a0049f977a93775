#include "analyzers/entities/named_offices.h"

namespace nutgraf::entities {

void OfficeCounter::begin() {
    if (draft_.text.language() == language_) return;
    language_ = draft_.text.language();
    slots_.fill({});
}

const NamedOffices& OfficeCounter::count(const Match& match, CountryCode country) {
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;
    const std::uint64_t key = std::uint64_t{match.senses.front().number} << 32U |
                              std::uint64_t{match.senses.size()} << 16U | country;
    Slot& slot = slots_[key * golden >> 40U & (slot_count - 1)];
    if (slot.senses != match.senses.data() || slot.country != country)
        slot = {match.senses.data(), country, counted(match, country)};
    return slot.offices;
}

NamedOffices OfficeCounter::counted(const Match& match, CountryCode country) const {
    NamedOffices offices;
    for (const Sense& sense : match.senses) {
        if (sense.table != Table::office || !draft_.matches.may_mean(match, sense)) continue;
        ++offices.count;
        offices.last = sense.number;
        if (country != no_country && draft_.facts.country_of_office(sense.number) == country)
            offices.of_country = sense.number;
    }
    return offices;
}

}  // namespace nutgraf::entities
