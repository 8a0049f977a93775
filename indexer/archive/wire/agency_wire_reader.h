#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string_view>

namespace nutgraf::archive {

/// Whether a file begins as the wires of agencies do, in IPTC 7901 or ANPA 1312: fill characters,
/// SOH, a header, and not far behind it STX.
bool is_agency_wire(std::string_view beginning);

/// Reads any number of transmissions in IPTC 7901 and ANPA 1312: one record each, at the line where
/// it begins.
///
/// A transmission without an end is read with a warning, one with a header of neither kind too; the
/// header is then kept as it stands. What is not part of a transmission is refused, with the byte
/// where it begins.
std::unique_ptr<ArchiveReader> agency_wire_reader(std::unique_ptr<ByteSource> bytes);

}  // namespace nutgraf::archive
