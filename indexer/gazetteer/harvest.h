#pragma once

#include "indexer/gazetteer/record.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::gazetteer {

/// A record that could not be read, and why.
struct RefusedRecord {
    std::string file;
    std::uint64_t line = 0;
    std::string sentence;
};

/// Counts by reason, which is a phrase: "a name of one letter".
using Counts = std::map<std::string, std::uint64_t, std::less<>>;

/// What importers bring in: records, and what became of the others. Holds what is kept and no more
/// of what is read. Not thread-safe: one per thread.
class Harvest {
public:
    /// Another record of the source has been read, whatever becomes of it.
    void count_read() { ++read_; }
    /// It is left out.
    void leave_out(std::string_view reason) { ++left_out_[std::string(reason)]; }
    /// It cannot be read.
    void refuse(const std::string& file, std::uint64_t line, std::string sentence);
    /// It is kept, or put together with an earlier one of the same source id.
    void keep(ImportedRecord record);

    /// The kept record of a source id, to be added to; null when there is none. Valid until the
    /// next `keep`.
    ImportedRecord* kept(std::string_view source_id);

    std::uint64_t read() const { return read_; }
    const Counts& left_out() const { return left_out_; }
    /// The first thousand.
    const std::vector<RefusedRecord>& refused() const { return refused_; }
    std::uint64_t refused_count() const { return refused_count_; }
    std::vector<ImportedRecord>& records() { return records_; }
    const std::vector<ImportedRecord>& records() const { return records_; }

private:
    std::uint64_t read_ = 0;
    std::uint64_t refused_count_ = 0;
    Counts left_out_;
    std::vector<RefusedRecord> refused_;
    std::vector<ImportedRecord> records_;
    std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace nutgraf::gazetteer
