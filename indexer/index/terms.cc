#include "indexer/index/terms.h"

#include "analyzers/text/tokenizer.h"
#include "base/digest.h"
#include "base/error.h"
#include "indexer/archive/article.h"

#include <algorithm>

namespace nutgraf::index {

namespace {

constexpr std::size_t max_unlisted_bytes = 200;  // A term has 245 at most.
constexpr std::size_t max_address_bytes = 200;
constexpr std::uint32_t sign_bit = 0x80000000U;  // Puts days before 1970 before those after.

std::string big_endian(std::uint64_t number, std::size_t bytes) {
    std::string encoded(bytes, '\0');
    for (std::size_t i = bytes; i-- > 0; number >>= 8U)
        encoded[i] = static_cast<char>(number & 0xFFU);
    return encoded;
}

std::uint64_t from_big_endian(std::string_view bytes, std::size_t expected) {
    if (bytes.size() != expected)
        throw Error("A value in the index has the wrong size; run \"nutgraf-indexer rebuild\".");
    std::uint64_t number = 0;
    for (const char byte : bytes) number = (number << 8U) | static_cast<unsigned char>(byte);
    return number;
}

std::string joined(std::string_view a, std::string_view b) {
    std::string term;
    term.reserve(a.size() + b.size());
    term += a;
    term += b;
    return term;
}

/// So many bytes as tell the lines of any archive apart.
std::string beginning_of_digest(std::string_view text) {
    constexpr std::size_t bytes = 5;
    return std::string(bytes_of(sha256(text)).substr(0, bytes));
}

constexpr std::string_view story_id_prefix = "s_";

}  // namespace

bool is_key(std::string_view text) {
    constexpr std::size_t key_digits = 16;
    return text.size() == key_digits && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::string story_id(std::string_view key) {
    return joined(story_id_prefix, key);
}

std::string key_in_story_id(std::string_view id) {
    if (id.starts_with(story_id_prefix)) id.remove_prefix(story_id_prefix.size());
    return is_key(id) ? std::string(id) : "";
}

std::string sketch_term(std::uint64_t shingle) {
    // The highest bits of the least of many numbers are 0; the lowest are as good as any.
    constexpr std::size_t bytes = 5;
    return joined(sketch_prefix, big_endian(shingle, bytes));
}

std::string line_term(std::string_view source, std::string_view line) {
    std::string both(source);
    both += '\n';  // Which no word has.
    return joined(line_prefix, beginning_of_digest(both += line));
}

std::string line_source_term(std::string_view source) {
    return joined(line_source_prefix, beginning_of_digest(source));
}

std::string word_term(Field field, std::string_view folded) {
    return joined(row_of(field).prefix, folded);
}

std::string stem_term(Field field, std::string_view language, std::string_view stem) {
    return joined(row_of(field).stem_prefix, language).append(stem);
}

std::string key_term(std::string_view key) {
    return joined(row_of(Field::id).prefix, key);
}

std::string id_term(std::string_view id) {
    return key_term(archive::key_of(id));
}

std::string language_term(std::string_view code) {
    return joined(row_of(Field::lang).prefix, code);
}

std::string address_term(std::string_view beginning) {
    const std::string_view prefix = row_of(Field::url).prefix;
    // No beginning has a "#", behind which a fragment would stand.
    if (beginning.size() > max_address_bytes)
        return joined(prefix, "#").append(archive::key_of(beginning));
    return joined(prefix, beginning);
}

std::string entity_term(EntityField field, std::string_view id) {
    std::string term(row_of(field).prefix);
    for (const char c : id) term += 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return term;
}

std::string about_term(std::string_view identity_term) {
    for (const EntityField field : {EntityField::org, EntityField::official, EntityField::person})
        if (const std::string_view prefix = row_of(field).prefix; identity_term.starts_with(prefix))
            return entity_term(EntityField::about, identity_term.substr(prefix.size()));
    return {};
}

std::string speaker_term(std::string_view id) {
    return entity_term(EntityField::said, id);
}

std::string speaker_role_term(std::string_view role) {
    return speaker_term(joined("@", role));
}

std::string unlisted_id(std::string_view name) {
    const analyzers::Tokens tokens = analyzers::tokenise(name);
    std::string id;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        id += i == 0 ? '~' : ' ';
        id += tokens.folded(i);
    }
    if (id.size() > max_unlisted_bytes) id.resize(max_unlisted_bytes);
    return id;
}

std::string encoded_day(std::chrono::sys_days day) {
    const auto days = static_cast<std::uint32_t>(day.time_since_epoch().count());
    return big_endian(days ^ sign_bit, sizeof days);
}

std::string encoded_number(std::uint64_t number) {
    return big_endian(number, sizeof number);
}

std::chrono::sys_days decoded_day(std::string_view bytes) {
    const auto days = static_cast<std::uint32_t>(from_big_endian(bytes, sizeof(std::uint32_t)));
    return std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(days ^ sign_bit)));
}

std::uint64_t decoded_number(std::string_view bytes) {
    return from_big_endian(bytes, sizeof(std::uint64_t));
}

}  // namespace nutgraf::index
