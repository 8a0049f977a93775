#pragma once

#include "analyzers/entities/source.h"

namespace nutgraf::entities {

/// Adds what follows from the facts without being written:
/// - every body of every country: "Chinese foreign ministry", "China foreign ministry" (as which
///   "China's foreign ministry" is found too) and "foreign ministry of China" of an organisation
///   `cn-foreign-ministry`, or added to the names of the one that has this id or is named by an
///   `override`;
/// - the capitals of the countries, as places.
/// Names of bodies are composed in English, and in Chinese and Japanese where country and body
/// have names in them.
void compose(Source& source, Problems& problems);

}  // namespace nutgraf::entities
