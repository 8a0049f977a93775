#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// How much a finding matters: nothing, something to know, something to do.
enum class Weight { well, note, fault };

/// "ok", "note", "fault".
std::string_view name_of(Weight weight);

/// What a look at one part of an index came to.
struct Finding {
    Weight weight = Weight::well;
    std::string part;      ///< One word: "manifest".
    std::string sentence;  ///< Whole; of a fault with the remedy.
};

/// Looks whether an index can serve and be written to, without reading all of it: manifest, writer,
/// the journal's files and what of it waits, databases, gazetteer, room on the disk. One finding
/// for each that could be looked at. Writes nothing. `gazetteer` is the fingerprint of the present
/// one in hexadecimal digits.
std::vector<Finding> check_index(const std::filesystem::path& folder, std::string_view gazetteer);

}  // namespace nutgraf::index
