#pragma once

#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// "GB" of "gb".
std::string in_capitals(std::string text);

/// Reads the facts of one block by their keys. Borrows the block and the problems.
class RecordReader {
public:
    RecordReader(const Block& block, Problems& problems) : block_(block), problems_(problems) {}

    /// The value of a key that has one; empty when it is not there.
    Setting setting(std::string_view key) const;

    /// The value of a key, which must be one of those listed.
    std::string choice(std::string_view key, const std::vector<std::string_view>& choices);

    /// Two letters, as capitals.
    Setting country();

    /// Appends the names under a key.
    void add_names(std::string_view key, NameClass name_class,
                   std::vector<SourceName>& names) const;

    /// The names under "name": of those without a language exactly one, if `is_single`.
    void add_shown_name(NameClass name_class, bool is_single, std::vector<SourceName>& names);

    /// "boris-johnson 2016-07-13..2018-07-09", and so on.
    std::vector<Reference> references(std::string_view key);

    /// "us-senator/DE 2010-11-15..", and so on.
    std::vector<SourceRole> roles();

    /// The values of a key, joined by "|".
    std::string joined(std::string_view key) const;

    /// Calls `use` with each value of a key and its fact.
    template <class Use>
    void each(std::string_view key, const Use& use) const {
        for (const Fact& fact : block_.facts) {
            if (fact.key != key) continue;
            for (const std::string& value : fact.values) use(value, fact);
        }
    }

    void object(const Location& location, std::string sentence);

private:
    /// What stands before the first space, and the period behind it.
    Reference reference(std::string_view value, const Location& location);

    const Block& block_;
    Problems& problems_;
};

}  // namespace nutgraf::entities
