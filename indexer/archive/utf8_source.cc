#include "indexer/archive/utf8_source.h"

#include "indexer/archive/charset.h"
#include "indexer/archive/peeked_source.h"
#include "indexer/archive/utf8_converter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace nutgraf::archive {

namespace {

class Utf8Source final : public ByteSource {
public:
    Utf8Source(std::unique_ptr<PeekedSource> bytes, const std::string& charset)
        : bytes_(std::move(bytes)), converter_(charset) {
        std::size_t mark = byte_order_mark_size(bytes_->beginning());
        std::array<char, 4> ignored{};
        while (mark > 0) mark -= bytes_->read(std::span(ignored).first(mark));
    }

    std::size_t read(std::span<char> buffer) override {
        if (given_ == text_.size()) refill();
        const std::size_t count = std::min(buffer.size(), text_.size() - given_);
        if (count > 0) std::memcpy(buffer.data(), text_.data() + given_, count);
        given_ += count;
        return count;
    }

private:
    void refill() {
        text_.clear();
        given_ = 0;
        constexpr std::size_t part_bytes = std::size_t{16} * 1024;
        std::array<char, part_bytes> part{};
        while (text_.empty() && !is_at_end_) {
            const std::size_t count = bytes_->read(part);
            is_at_end_ = count == 0;
            if (is_at_end_) {
                converter_.finish(text_);
            } else {
                converter_.append(std::string_view(part.data(), count), text_);
            }
        }
    }

    std::unique_ptr<PeekedSource> bytes_;
    Utf8Converter converter_;
    std::string text_;
    std::size_t given_ = 0;
    bool is_at_end_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> utf8_source(std::unique_ptr<ByteSource> bytes,
                                        std::string_view declared) {
    auto peeked = std::make_unique<PeekedSource>(std::move(bytes));
    const std::string& beginning = peeked->beginning();
    const std::string charset =
        charset_of(beginning, declared.empty() ? declared_charset(beginning) : declared);
    return std::make_unique<Utf8Source>(std::move(peeked), charset);
}

}  // namespace nutgraf::archive
