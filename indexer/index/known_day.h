#pragma once

#include <xapian.h>

#include <chrono>
#include <string>

namespace nutgraf::index {

/// A span of so many days or more does not tell the day: orders, histograms and ranks take an
/// article of it for undated.
constexpr std::chrono::days unknown_span(31);

/// The first day of a document's publication, as `encoded_day`, so that it can be compared; empty
/// where it is not known to the month at least. May throw what Xapian throws on reading.
std::string known_day(const Xapian::Document& document);

}  // namespace nutgraf::index
