#include "indexer/archive/text_layout.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

constexpr std::string_view html_space = " \t\r\n\f";

bool is_html_space(char c) {
    return html_space.find(c) != std::string_view::npos;
}

}  // namespace

void TextLayout::flush_breaks() {
    if (!text_.empty()) {
        text_.append(static_cast<std::size_t>(line_feeds_), '\n');
        if (line_feeds_ == 0 && is_space_owed_) text_.push_back(' ');
    }
    line_feeds_ = 0;
    is_space_owed_ = false;
}

void TextLayout::add(std::string_view text) {
    while (!text.empty()) {
        const auto begin = text.find_first_not_of(html_space);
        if (begin != 0) is_space_owed_ = true;
        if (begin == std::string_view::npos) return;
        const auto end = std::min(text.find_first_of(html_space, begin), text.size());
        flush_breaks();
        text_ += text.substr(begin, end - begin);
        text.remove_prefix(end);
    }
}

void TextLayout::add_verbatim(std::string_view text) {
    if (text.empty()) return;
    flush_breaks();
    text_ += text;
}

void TextLayout::line_break() {
    line_feeds_ = std::min(line_feeds_ + 1, 2);
}

void TextLayout::paragraph_break() {
    line_feeds_ = 2;
}

std::string TextLayout::text() const {
    const auto first = std::ranges::find_if_not(text_, is_html_space) - text_.begin();
    const auto last = text_.find_last_not_of(html_space);
    return last == std::string::npos ? std::string()
                                     : text_.substr(static_cast<std::size_t>(first),
                                                    last + 1 - static_cast<std::size_t>(first));
}

}  // namespace nutgraf::archive
