#pragma once

#include "analyzers/entities/analysis.h"

#include <string>
#include <vector>

namespace nutgraf::index {

/// The terms that a mention is found by, in their order, each once: who it is, and what the
/// gazetteer and the text say of them.
std::vector<std::string> mention_terms(const entities::Mention& mention,
                                       const entities::Gazetteer& gazetteer);

/// The terms that a quote is found by, in their order: of who said it, and of the roles of who did.
std::vector<std::string> speaker_terms(const entities::Mention& speaker,
                                       const entities::Gazetteer& gazetteer);

}  // namespace nutgraf::index
