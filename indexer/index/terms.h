#pragma once

#include "indexer/index/schema.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace nutgraf::index {

/// The term of a word's folded form in a field of kind text or name.
std::string word_term(Field field, std::string_view folded);

/// The term of a stem in a field of kind text; the language is one that is stemmed.
std::string stem_term(Field field, std::string_view language, std::string_view stem);

/// Whether a text has the form of a key: 16 lower-case hexadecimal digits.
bool is_key(std::string_view text);

/// A story's id in answers and queries: "s_" and the story's key.
std::string story_id(std::string_view key);

/// The key in such an id, or in what is a key already; empty for anything else.
std::string key_in_story_id(std::string_view id);

/// One of the shingles that stand for a text, as a term.
std::string sketch_term(std::uint64_t shingle);

/// The term of a line of a source; both as `archive::folded_words` has them.
std::string line_term(std::string_view source, std::string_view line);

/// The term of every article of a source, likewise.
std::string line_source_term(std::string_view source);

/// The term that only the article with this key has.
std::string key_term(std::string_view key);

/// The term that only the article with this id has.
std::string id_term(std::string_view id);

/// The term of a language.
std::string language_term(std::string_view code);

/// The term of a beginning of an address, as `address_beginnings` has it; of a long one its digest.
std::string address_term(std::string_view beginning);

/// The term of an entity field: of an id or a code; capitals of a code are made small.
std::string entity_term(EntityField field, std::string_view id);

/// The term by which an article that is about somebody is found, of one by which they are found
/// where they are named; empty for a term that does not say who is named.
std::string about_term(std::string_view identity_term);

/// The term of what somebody says, by their id or by a role of theirs.
std::string speaker_term(std::string_view id);
std::string speaker_role_term(std::string_view role);

/// The id by which an organisation or person that no gazetteer has is found: its name's folded
/// words behind "~". Empty for a name without a word.
std::string unlisted_id(std::string_view name);

/// A day, or an unsigned number, as bytes that sort as the values do. 4 and 8 bytes, never empty.
std::string encoded_day(std::chrono::sys_days day);
std::string encoded_number(std::uint64_t number);

/// Back from those bytes. Throws Error for bytes that are not of that form.
std::chrono::sys_days decoded_day(std::string_view bytes);
std::uint64_t decoded_number(std::string_view bytes);

}  // namespace nutgraf::index
