#include "analyzers/text/normalise.h"

#include "base/error.h"
#include "base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace nutgraf::analyzers {

namespace {

constexpr std::size_t max_marks = 30;

bool is_unwanted(char32_t c) {
    const bool is_c0 = c < 0x20 && c != U'\n' && c != U'\t';
    const bool is_c1 = c >= 0x7F && c <= 0x9F;
    const bool is_noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
    constexpr char32_t byte_order_mark = 0xFEFF;
    return is_c0 || is_c1 || is_noncharacter || c == byte_order_mark;
}

/// The controls that part words: without a line feed in their place "page" and "next" would join.
bool ends_a_line(char32_t c) {
    constexpr char32_t next_line = 0x85;
    return c == U'\r' || c == U'\v' || c == U'\f' || c == next_line;
}

const icu::Normalizer2& loaded(const icu::Normalizer2* normalizer) {
    if (normalizer == nullptr) throw Error("ICU's normalisation data is missing; reinstall ICU.");
    return *normalizer;
}

const icu::Normalizer2& composer() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2& normalizer = loaded(icu::Normalizer2::getNFCInstance(status));
    return normalizer;
}

const icu::Normalizer2& decomposer() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2& normalizer = loaded(icu::Normalizer2::getNFDInstance(status));
    return normalizer;
}

/// The text with the unwanted characters gone; counts what was not UTF-8.
class Cleaner {
public:
    explicit Cleaner(std::string_view bytes) : bytes_(bytes) { clean_.reserve(bytes.size()); }

    NormalisedText cleaned() && {
        for (std::size_t at = 0; at < bytes_.size();) {
            const auto byte = static_cast<unsigned char>(bytes_[at]);
            if (byte >= 0x20 && byte < 0x7F) {
                clean_.push_back(static_cast<char>(byte));
                marks_ = 0;
                ++at;
            } else {
                at += take(at);
            }
        }
        return {std::move(clean_), replaced_};
    }

private:
    std::size_t take(std::size_t at) {
        const CodePoint c = code_point_at(bytes_, at);
        const bool is_malformed = c.size == 1 && c.value == replacement_character;
        replaced_ += is_malformed ? 1 : 0;
        if (ends_a_line(c.value)) {
            const bool before_line_feed =
                c.value == U'\r' && at + 1 < bytes_.size() && bytes_[at + 1] == '\n';
            if (!before_line_feed) {
                clean_.push_back('\n');
                marks_ = 0;
            }
        } else if (!is_unwanted(c.value) && marks_within_bound(c.value)) {
            append_utf8(clean_, c.value);
        }
        return c.size;
    }

    /// Counts marks as they stand in the decomposed text, where ICU has to order them: U+0F73 has
    /// the class of a letter, but is two marks.
    bool marks_within_bound(char32_t c) {
        const auto code_point = static_cast<UChar32>(c);
        if (u_getIntPropertyValue(code_point, UCHAR_TRAIL_CANONICAL_COMBINING_CLASS) == 0) {
            marks_ = 0;
            return true;
        }
        icu::UnicodeString characters;
        if (!decomposer().getDecomposition(code_point, characters)) characters = code_point;
        for (int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1))
            marks_ = u_getCombiningClass(characters.char32At(at)) != 0 ? marks_ + 1 : 0;
        return marks_ <= max_marks;
    }

    std::string_view bytes_;
    std::string clean_;
    std::size_t replaced_ = 0;
    std::size_t marks_ = 0;  // At the end of what has been read.
};

}  // namespace

NormalisedText normalised_text(std::string_view bytes) {
    NormalisedText result = Cleaner(bytes).cleaned();
    const icu::StringPiece piece(result.text.data(), static_cast<int32_t>(result.text.size()));
    UErrorCode status = U_ZERO_ERROR;
    if (composer().isNormalizedUTF8(piece, status)) return result;
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    status = U_ZERO_ERROR;
    composer().normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status)) throw Error("ICU could not normalise a text.");
    result.text = std::move(composed);
    return result;
}

}  // namespace nutgraf::analyzers
