#include "indexer/archive/xml/mended_source.h"

#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/byte_window.h"
#include "indexer/archive/xml/references.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

namespace nutgraf::archive {

namespace {

class MendedXml final : public ByteSource {
public:
    explicit MendedXml(std::unique_ptr<ByteSource> utf8) : window_(std::move(utf8)) {}

    std::size_t read(std::span<char> buffer) override {
        while (given_ == mended_.size()) {
            mended_.clear();
            given_ = 0;
            if (!has(1)) return 0;
            step();
        }
        const std::size_t count = std::min(buffer.size(), mended_.size() - given_);
        std::memcpy(buffer.data(), mended_.data() + given_, count);
        given_ += count;
        return count;
    }

private:
    std::string_view rest() const { return window_.view(); }
    bool has(std::size_t count) { return window_.has(count); }
    bool begins(std::string_view word) { return window_.begins(word); }
    std::string_view take(std::size_t count) { return window_.take(count); }

    void step() {
        if (is_inside_cdata_) {
            copy_cdata();
        } else if (rest().front() == '<') {
            markup();
        } else if (!is_inside_root_) {
            keep_line(take(1));  // Only white space may stand before the root element.
        } else {
            text();
        }
    }

    void markup() {
        if (begins("<!--")) {
            drop_until("-->");
        } else if (begins("<?")) {
            drop_until("?>");
        } else if (begins("<![CDATA[")) {
            mended_ += take(std::string_view("<![CDATA[").size());
            is_inside_cdata_ = true;
        } else if (begins("<!")) {
            drop_document_type();
        } else if (has(2) && begins_a_tag(rest()[1])) {
            is_inside_root_ = true;
            mended_ += take(1);
        } else {
            take(1);
            mended_ += "&lt;";
        }
    }

    static bool begins_a_tag(char c) {
        constexpr char first_beyond_ascii = '\x80';
        return is_ascii_letter(c) || c == '_' || c == ':' || c == '/' || c < 0 ||
               c == first_beyond_ascii;
    }

    /// One character that needs a look, or a run of those that do not.
    void text() {
        const auto is_plain = [](char c) {
            return c != '<' && c != '&' && c != '\xC2' && (c < 0 || c >= ' ' || c == '\n');
        };
        const auto plain = std::ranges::find_if_not(rest(), is_plain) - rest().begin();
        if (plain > 0) {
            mended_ += take(static_cast<std::size_t>(plain));
        } else if (rest().front() == '&') {
            has(max_reference_bytes);
            reference();
        } else {
            has(2);
            character();
        }
    }

    void reference() {
        const Reference found = reference_at(rest(), declared_);
        mended_ += found.size == 0 ? "&amp;" : found.mended;
        take(std::max<std::size_t>(found.size, 1));
    }

    void character() {
        const CodePoint point = code_point_at(rest(), 0);
        take(point.size);
        const bool is_kept = point.value >= U' ' || point.value == U'\t' || point.value == U'\r';
        if (is_kept) append_utf8(mended_, as_windows_1252(point.value));
    }

    void copy_cdata() {
        constexpr std::string_view closing = "]]>";
        if (begins(closing)) {
            mended_ += take(closing.size());
            is_inside_cdata_ = false;
        } else if (const auto bracket = rest().find(']'); bracket == 0) {
            mended_ += take(1);
        } else {
            for (const char c : take(std::min(bracket, rest().size())))
                if (c < 0 || c >= ' ' || c == '\n' || c == '\t' || c == '\r') mended_.push_back(c);
        }
    }

    void drop_until(std::string_view end) {
        while (has(1) && !begins(end)) keep_line(take(1));
        take(std::min(end.size(), rest().size()));
    }

    /// Drops "<!DOCTYPE ...>" with what stands in its brackets, remembering short declarations.
    void drop_document_type() {
        constexpr std::size_t max_remembered = std::size_t{64} * 1024;
        std::string seen;
        bool is_inside_brackets = false;
        while (has(1)) {
            const char c = rest().front();
            keep_line(take(1));
            if (seen.size() < max_remembered) seen.push_back(c);
            if (c == '[') is_inside_brackets = true;
            if (c == ']') is_inside_brackets = false;
            if (c == '>' && !is_inside_brackets) break;
        }
        read_declarations(seen, declared_);
    }

    void keep_line(std::string_view dropped) {
        if (dropped == "\n") mended_.push_back('\n');
    }

    ByteWindow window_;
    bool is_inside_root_ = false;
    bool is_inside_cdata_ = false;
    DeclaredTexts declared_;
    std::string mended_;
    std::size_t given_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> mended_xml(std::unique_ptr<ByteSource> utf8) {
    return std::make_unique<MendedXml>(std::move(utf8));
}

}  // namespace nutgraf::archive
