#include "indexer/gazetteer/importer.h"

#include <array>

namespace nutgraf::gazetteer {

namespace {

constexpr std::array importer_rows = {
    ImporterRow{"congress", "legislators, executive and committees of the US, YAML or JSON",
                congress_importer},
    ImporterRow{"everypolitician", "EveryPolitician's Popolo JSON or term CSV",
                everypolitician_importer},
    ImporterRow{"gleif", "LEI golden copy as CSV or XML, and the relationships before it",
                gleif_importer},
    ImporterRow{"jrc-names", "JRC-Names, lines of tab-separated text", jrc_names_importer},
    ImporterRow{"opensanctions", "FollowTheMoney JSON lines, or the simple CSV",
                opensanctions_importer},
    ImporterRow{"parlgov", "ParlGov's party, party_name_change and country CSV", parlgov_importer},
    ImporterRow{"popolo", "Popolo JSON", popolo_importer},
    ImporterRow{"ror", "the ROR data dump, JSON", ror_importer},
    ImporterRow{"sec", "company_tickers.json or company_tickers_exchange.json", sec_importer},
    ImporterRow{"wikidata", "the Wikidata JSON dump, one entity a line", wikidata_importer},
    ImporterRow{"wikidata-tsv", "the result of a Wikidata query, TSV", wikidata_table_importer},
};

}  // namespace

bool InputFile::has_ending(std::string_view ending) const {
    return archive::without_compression_suffix(name).string().ends_with(ending);
}

std::span<const ImporterRow> importers() {
    return importer_rows;
}

}  // namespace nutgraf::gazetteer
