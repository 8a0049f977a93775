#pragma once

#include "analyzers/entities/analysis.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// A text and what is to be recognised in it.
struct NamedCase {
    std::string_view text;
    std::string_view expected;
};

/// Where and when the texts of a table are from.
struct Setting {
    std::string_view published = "2019-05-05";  ///< Empty: undated.
    std::string_view lang = "en";
};

/// The gazetteer of this build: the facts in analyzers/gazetteers.
const entities::Gazetteer& built_gazetteer();

/// All that is recognised with the gazetteer of this build, and the mentions of it.
entities::Analysis analysis_of(std::string_view text, const Setting& setting);
std::vector<entities::Mention> mentions_in(std::string_view text, const Setting& setting);

/// Each checks the mentions of every text, in their order with "|" between: the words in the text,
/// "=" and what is known; "~" before a description. Nothing at all is "".

/// Organisations: their id, and without "=" those outside the gazetteer.
void check_organisations(std::initializer_list<NamedCase> cases, const Setting& setting = {});
/// Officials and other persons: their id.
void check_persons(std::initializer_list<NamedCase> cases, const Setting& setting = {});
/// The role of each person, "former " before one that is over, then the country: "mp/GB".
void check_roles(std::initializer_list<NamedCase> cases, const Setting& setting = {});
/// The party and the state of each person: "us-republican/CO".
void check_parties(std::initializer_list<NamedCase> cases, const Setting& setting = {});
/// What is said: "direct emmanuel-macron: Le port est ouvert", "-" for nobody, "|" between two.
void check_quotes(std::initializer_list<NamedCase> cases, const Setting& setting = {});
/// Who says it, as the text has it, and the id: "A Huawei spokesman=huawei".
void check_speakers(std::initializer_list<NamedCase> cases, const Setting& setting = {});
/// Texts in which nobody is recognised.
void check_silence(std::initializer_list<std::string_view> texts, const Setting& setting = {});

}  // namespace nutgraf::tests
