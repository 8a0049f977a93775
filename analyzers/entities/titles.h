#pragma once

#include "analyzers/entities/draft.h"
#include "analyzers/entities/role_phrases.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// Gives names the titles that stand before them: "Senators Cory Gardner (R-CO), Chris Coons",
/// "defense and foreign secretaries, Gavin Williamson and Jeremy Hunt", "Huawei chairman Liang
/// Hua", "Sir Mark Sedwill". Marks the phrases it used, and adds clues to the candidates.
void attach_titles(Draft& draft, std::vector<RolePhrase>& phrases);

/// Gives names what stands in brackets or between commas behind them: "(R-CO)", "(Con, Tatton)",
/// ", D-Massachusetts,".
void attach_attributions(Draft& draft);

/// Gives names the roles that stand behind them: "Robert Strayer, the US Deputy Assistant
/// Secretary for Cyber", "was sacked as defence secretary", "who became prime minister".
void attach_appositions(Draft& draft, std::vector<RolePhrase>& phrases);

/// The word behind an attribution or age that begins at `at`, as "(R-CO)" or ", 54,"; `at` itself
/// when there is none there.
std::uint32_t end_of_brackets(const Reading& text, std::uint32_t at);

}  // namespace nutgraf::entities
