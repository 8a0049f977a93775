#include "tests/analyzers/entities/recognised_names.h"

#include "analyzers/text/tokenizer.h"
#include "base/date.h"
#include "tests/support/checkout.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests {

namespace {

using entities::Mention;
using entities::MentionKind;

/// Says of a mention what a table is about.
using Sayer = std::string (*)(const Mention&);

bool is_organisation(const Mention& mention) {
    return mention.kind == MentionKind::organisation;
}

std::string id_of(const Mention& mention) {
    return mention.id.empty() ? "" : "=" + mention.id;
}

std::string joined(std::string_view first, std::string_view second) {
    std::string text = "=" + std::string(first);
    if (!second.empty()) text += "/" + std::string(second);
    return text;
}

std::string role_of(const Mention& mention) {
    return joined((mention.is_past ? "former " : "") + mention.role, mention.country);
}

std::string party_of(const Mention& mention) {
    return joined(mention.party, mention.state);
}

std::string recognised(const NamedCase& named, const Setting& setting, Sayer sayer,
                       bool (*is_wanted)(const Mention&)) {
    std::string line;
    for (const Mention& mention : mentions_in(named.text, setting)) {
        if (!is_wanted(mention)) continue;
        if (!line.empty()) line += '|';
        if (mention.is_nominal) line += '~';
        line += named.text.substr(mention.begin, mention.end - mention.begin);
        line += sayer(mention);
    }
    return line;
}

void check(std::initializer_list<NamedCase> cases, const Setting& setting, Sayer sayer,
           bool (*is_wanted)(const Mention&)) {
    for (const NamedCase& named : cases) {
        CAPTURE(named.text);
        CHECK(recognised(named, setting, sayer, is_wanted) == named.expected);
    }
}

bool is_person(const Mention& mention) {
    return !is_organisation(mention);
}

std::string speaker_of(const entities::Analysis& analysis, const entities::Quote& quote) {
    if (quote.speaker == entities::none) return "-";
    const Mention& speaker = analysis.mentions[quote.speaker];
    return speaker.id.empty() ? speaker.name : speaker.id;
}

}  // namespace

const entities::Gazetteer& built_gazetteer() {
    static const entities::Gazetteer gazetteer(folder_with("bin/entities.bin") /
                                               "bin/entities.bin");
    return gazetteer;
}

entities::Analysis analysis_of(std::string_view text, const Setting& setting) {
    static entities::Analyzer analyzer(built_gazetteer());
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::optional<std::chrono::sys_days> published;
    if (!setting.published.empty()) {
        const auto day = parse_day_span(setting.published);
        REQUIRE(day);
        published = day->first;
    }
    return analyzer.analysis(
        {.text = text, .tokens = tokens, .published = published, .lang = setting.lang});
}

std::vector<Mention> mentions_in(std::string_view text, const Setting& setting) {
    return analysis_of(text, setting).mentions;
}

void check_quotes(std::initializer_list<NamedCase> cases, const Setting& setting) {
    for (const NamedCase& named : cases) {
        const entities::Analysis analysis = analysis_of(named.text, setting);
        std::string line;
        for (const entities::Quote& quote : analysis.quotes) {
            if (!line.empty()) line += '|';
            line += std::string(name_of(quote.kind)) + " " + speaker_of(analysis, quote) + ": ";
            line += named.text.substr(quote.begin, quote.end - quote.begin);
        }
        CAPTURE(named.text);
        CHECK(line == named.expected);
    }
}

void check_speakers(std::initializer_list<NamedCase> cases, const Setting& setting) {
    for (const NamedCase& named : cases) {
        const entities::Analysis analysis = analysis_of(named.text, setting);
        std::string line;
        for (const entities::Quote& quote : analysis.quotes) {
            if (!line.empty()) line += '|';
            line += named.text.substr(quote.speaker_begin, quote.speaker_end - quote.speaker_begin);
            line += "=" + speaker_of(analysis, quote);
        }
        CAPTURE(named.text);
        CHECK(line == named.expected);
    }
}

void check_organisations(std::initializer_list<NamedCase> cases, const Setting& setting) {
    check(cases, setting, id_of, is_organisation);
}

void check_persons(std::initializer_list<NamedCase> cases, const Setting& setting) {
    check(cases, setting, id_of, is_person);
}

void check_roles(std::initializer_list<NamedCase> cases, const Setting& setting) {
    check(cases, setting, role_of, is_person);
}

void check_parties(std::initializer_list<NamedCase> cases, const Setting& setting) {
    check(cases, setting, party_of, is_person);
}

void check_silence(std::initializer_list<std::string_view> texts, const Setting& setting) {
    for (const std::string_view text : texts)
        check({{text, ""}}, setting, id_of, [](const Mention&) { return true; });
}

}  // namespace nutgraf::tests
