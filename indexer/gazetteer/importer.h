#pragma once

#include "indexer/archive/byte_source.h"
#include "indexer/gazetteer/harvest.h"
#include "indexer/gazetteer/known.h"

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace nutgraf::gazetteer {

/// A file to import: what problems call it, by whose ending its form is told, and its bytes.
struct InputFile {
    std::string name;
    std::unique_ptr<archive::ByteSource> bytes;

    /// Whether its name ends so, a compression suffix left aside: ".csv".
    bool has_ending(std::string_view ending) const;
};

/// What an importer works with. Borrowed.
struct ImportContext {
    Harvest& harvest;
    const Known& known;
    /// Identifiers and names that a source with too many is to be asked for; may be empty.
    const std::set<std::string>& allowed;
};

/// Reads the files of one source and keeps what it finds in the harvest. A record it cannot read
/// costs nothing else. Not thread-safe: one per thread.
class Importer {
public:
    Importer() = default;
    Importer(const Importer&) = delete;
    Importer& operator=(const Importer&) = delete;
    virtual ~Importer() = default;

    /// Reads one file, in memory that does not grow with it but with what is kept. Throws Error
    /// when its bytes cannot be read.
    virtual void read(InputFile file) = 0;

    /// To be called once, after all files: puts together what stood in several.
    virtual void finish() {}
};

/// A kind of source.
struct ImporterRow {
    std::string_view name;   ///< As the command line has it: "congress".
    std::string_view files;  ///< What files it reads, for the help.
    std::unique_ptr<Importer> (*make)(const ImportContext& context);
};

/// Every kind there is, by name.
std::span<const ImporterRow> importers();

// The importers, each in a file of its own; docs/gazetteer.md says what each one reads.
std::unique_ptr<Importer> congress_importer(const ImportContext& context);
std::unique_ptr<Importer> everypolitician_importer(const ImportContext& context);
std::unique_ptr<Importer> gleif_importer(const ImportContext& context);
std::unique_ptr<Importer> jrc_names_importer(const ImportContext& context);
std::unique_ptr<Importer> opensanctions_importer(const ImportContext& context);
std::unique_ptr<Importer> parlgov_importer(const ImportContext& context);
std::unique_ptr<Importer> popolo_importer(const ImportContext& context);
std::unique_ptr<Importer> ror_importer(const ImportContext& context);
std::unique_ptr<Importer> sec_importer(const ImportContext& context);
std::unique_ptr<Importer> wikidata_importer(const ImportContext& context);
std::unique_ptr<Importer> wikidata_table_importer(const ImportContext& context);

}  // namespace nutgraf::gazetteer
