#pragma once

#include "analyzers/entities/compile.h"
#include "analyzers/entities/gazetteer.h"
#include "analyzers/text/tokenizer.h"
#include "tests/base/scratch_folder.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// What was found wrong, a line each.
inline std::string lines_of(const entities::Problems& problems) {
    std::string lines;
    for (const entities::Problem& problem : problems) lines += to_text(problem) + "\n";
    return lines;
}

/// The bytes of a gazetteer of facts without errors.
inline std::string compiled_bytes(std::vector<entities::SourceFile> files) {
    const entities::Compiled compiled = entities::compile(std::move(files));
    CAPTURE(lines_of(compiled.problems));
    REQUIRE(!compiled.bytes.empty());
    return compiled.bytes;
}

/// A gazetteer of some facts, which it reads from a file as programs do.
inline entities::Gazetteer gazetteer_of(std::vector<entities::SourceFile> files) {
    const ScratchFolder folder;
    // The mapping outlives the file's name.
    return entities::Gazetteer(folder.write("entities.bin", compiled_bytes(std::move(files))));
}

inline entities::Gazetteer gazetteer_of(std::string_view blocks,
                                        std::string_view lexicon_rows = {}) {
    return gazetteer_of(
        {{"facts.ent", std::string(blocks)},
         {"lexicon-words.tsv", "form\tclass\tlang\tflags\n" + std::string(lexicon_rows)}});
}

/// The id of the row a sense is of.
inline std::string_view id_of(const entities::Gazetteer& gazetteer, const entities::Sense& sense) {
    switch (sense.table) {
        case entities::Table::entity:
            return gazetteer.entity(sense.number).id;
        case entities::Table::office:
            return gazetteer.office(sense.number).id;
        case entities::Table::role:
            return gazetteer.role(sense.number).id;
        case entities::Table::place:
            return gazetteer.place(sense.number).id;
    }
    return {};
}

inline std::string_view text_of(entities::NameClass name_class) {
    constexpr std::string_view names[] = {"name",    "acronym",     "context", "descriptor",
                                          "surname", "given",       "member",  "adjective",
                                          "role",    "role_plural", "place"};
    return names[static_cast<std::size_t>(name_class)];
}

/// "huawei/name", "gb-pm/acronym", with spaces between.
template <class Senses>
std::string text_of(const entities::Gazetteer& gazetteer, const Senses& senses) {
    std::string text;
    for (const entities::Sense& sense : senses) {
        if (!text.empty()) text += ' ';
        text += id_of(gazetteer, sense);
        text += '/';
        text += text_of(sense.name_class);
    }
    return text;
}

inline std::vector<std::uint32_t> words_of(const entities::Gazetteer& gazetteer,
                                           std::string_view text) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::vector<std::uint32_t> words;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        words.push_back(gazetteer.word(tokens.folded(i)));
    return words;
}

/// The names that begin at a word of a text, the longest first: "2 huawei/name; 1 ...".
inline std::string names_at(const entities::Gazetteer& gazetteer, std::string_view text,
                            std::size_t at) {
    std::vector<entities::NameMatch> matches;
    gazetteer.names_at(words_of(gazetteer, text), at, matches);
    std::string line;
    for (const entities::NameMatch& match : matches) {
        if (!line.empty()) line += "; ";
        line += std::to_string(match.words) + " " + text_of(gazetteer, match.senses);
    }
    return line;
}

}  // namespace nutgraf::tests
