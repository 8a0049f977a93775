#include "searchd/render/wrap.h"

#include "base/utf8.h"

#include <algorithm>

namespace nutgraf::render {

namespace {

constexpr std::string_view mark_colour = "\x1B[35m";  // Magenta reads on dark and on light.
constexpr std::string_view no_colour = "\x1B[39m";    // Ends just that, not what is around it.

/// Lays out one text, word by word.
class Layout {
public:
    Layout(const search::MarkedText& marked, const Wrapping& wrapping)
        : text_(marked.text), marks_(marked.marks), wrapping_(wrapping), column_(wrapping.indent) {}

    std::string laid_out() && {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find_first_of(" \n", at), text_.size());
            add_word(at, end);
            if (end < text_.size() && text_[end] == '\n') break_line();
            is_space_due_ = end < text_.size() && text_[end] == ' ';
            at = end + 1;
        }
        return std::move(out_);
    }

private:
    void add_word(std::size_t begin, std::size_t end) {
        const std::string_view word = text_.substr(begin, end - begin);
        const std::size_t columns = code_point_count(word);
        if (is_space_due_ && column_ + 1 + columns > wrapping_.width) {
            break_line();
        } else if (is_space_due_) {
            put_between(begin - 1, " ");
            ++column_;
        }
        is_space_due_ = false;
        for (std::size_t at = begin; at < end;) {
            const std::size_t size = code_point_at(text_, at).size;
            put_between(at, visible(text_.substr(at, size)));
            at += size;
        }
        column_ += columns;
        end_mark_at(end);
    }

    /// Puts characters that stand at an offset, within its mark's colour if it has one.
    void put_between(std::size_t at, std::string_view characters) {
        end_mark_at(at);
        if (!is_in_mark_ && mark_ < marks_.size() && at >= marks_[mark_].begin) {
            if (wrapping_.is_coloured) out_ += mark_colour;
            is_in_mark_ = true;
        }
        out_ += characters;
    }

    void end_mark_at(std::size_t at) {
        if (!is_in_mark_ || at < marks_[mark_].end) return;
        if (wrapping_.is_coloured) out_ += no_colour;
        is_in_mark_ = false;
        ++mark_;
    }

    void break_line() {
        out_ += '\n';
        out_.append(wrapping_.indent, ' ');
        column_ = wrapping_.indent;
        is_space_due_ = false;
    }

    std::string_view text_;
    const std::vector<search::Mark>& marks_;
    Wrapping wrapping_;
    std::string out_;
    std::size_t column_;
    std::size_t mark_ = 0;
    bool is_in_mark_ = false;
    bool is_space_due_ = false;
};

}  // namespace

std::string wrapped(const search::MarkedText& marked, const Wrapping& wrapping) {
    return Layout(marked, wrapping).laid_out();
}

}  // namespace nutgraf::render
