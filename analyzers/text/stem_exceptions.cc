#include "analyzers/text/stem_exceptions.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

namespace nutgraf::analyzers {

namespace {

// A line for each stem: the stem, a colon, and every form that has it. What a form would have else
// stands behind the number sign. An index made before must be rebuilt.
constexpr std::string_view english = R"(
animal: animal animals                                                      # animation
apartment: apartment apartments                                             # apart
authority: authority authorities authoritative                              # author
authoris: authorize authorizes authorized authorizing authorization authorizations  # author
business: business businesses                                               # busy
competent: competent competently competence competences competency          # compete
conservative: conservative conservatives conservatively                     # conservation
contention: contention contentions contentious                              # content
conversation: conversation conversations conversational                     # converse
conversion: conversion conversions                                          # converse
customer: customer customers                                                # custom
department: department departments departmental                             # depart
diversion: diversion diversions                                             # diverse
emergency: emergency emergencies                                            # emerge
evening: evening evenings                                                   # even
executive: executive executives                                             # execution
experiment: experiment experiments experimented experimenting experimental  # experience
harness: harness harnesses harnessed harnessing                             # nothing that is a word
hospitality: hospitality                                                    # hospital
important: important importantly importance                                 # import
informal: informal informally                                               # information
initiative: initiative initiatives                                          # initial
internal: internal internally                                               # intern
international: international internationally internationals                 # intern
irony: irony ironies ironic ironically                                      # iron
liberal: liberal liberals liberally                                         # liberation
morale: morale                                                              # moral
opposition: opposition oppositions                                          # opposite
organis: organize organizes organized organizing organizer organizers organization organizations organizational  # organ
physics: physics                                                            # physical
positive: positive positives positively                                     # position
procession: procession processions                                          # process
profession: profession professions                                          # profess
rational: rational rationally                                               # ration
recession: recession recessions                                             # recess
respective: respective respectively                                         # respect
several: several                                                            # sever
severe: severe severely severity                                            # sever
succession: succession successions                                          # success
unite: unite unites united uniting                                          # unit
university: university universities                                         # universe
witness: witness witnesses witnessed witnessing                             # wit
)";

using Stems = std::unordered_map<std::string_view, std::string_view>;

/// Takes the first word off a text; empty where there is none.
std::string_view take_word(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

Stems stems_in(std::string_view table) {
    Stems stems;
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        line = line.substr(0, line.find('#'));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view stem = line.substr(0, colon);
        line.remove_prefix(colon + 1);
        for (std::string_view word = take_word(line); !word.empty(); word = take_word(line))
            stems.emplace(word, stem);
    }
    return stems;
}

std::string_view without_possessive(std::string_view word) {
    for (const std::string_view ending : {std::string_view("'s"), std::string_view("'")})
        if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
    return word;
}

}  // namespace

std::optional<std::string_view> exceptional_stem(std::string_view language,
                                                 std::string_view caseless) {
    if (language != "en") return std::nullopt;
    static const Stems stems = stems_in(english);
    const auto known = stems.find(without_possessive(caseless));
    if (known == stems.end()) return std::nullopt;
    return known->second;
}

}  // namespace nutgraf::analyzers
