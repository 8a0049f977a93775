#include "analyzers/entities/lexicon.h"

#include "analyzers/entities/lines.h"
#include "analyzers/entities/word_classes.h"
#include "analyzers/text/tokenizer.h"
#include "base/closest.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::entities {

namespace {

std::string unknown_class(std::string_view name) {
    std::vector<std::string_view> names{spelling_class};
    for (const WordClassRow& row : word_classes()) names.push_back(row.name);
    const auto meant = closest(name, names);
    return fmt::format("There is no word class \"{}\"{}", visible(name),
                       meant ? fmt::format("; did you mean \"{}\"?", *meant) : ".");
}

/// Reads one file line by line.
class LexiconReader {
public:
    LexiconReader(std::string_view file, Problems& problems) : file_(file), problems_(problems) {}

    void read_line(std::string_view raw) {
        ++line_;
        if (!is_valid_utf8(raw)) {
            object("The line is not UTF-8; save the file in that encoding.");
            return;
        }
        const std::string line = normalised_line(raw);
        if (trimmed(line).empty() || line.front() == '#') return;
        const auto columns = parts(line, "\t");
        if (!has_header_) {
            has_header_ = true;
            if (columns.size() != 4 || trimmed(columns[0]) != "form")
                object("A lexicon begins with the line \"form class lang flags\", with tabs.");
            return;
        }
        read_row(columns);
    }

    std::vector<LexiconRow> rows() && { return std::move(rows_); }

private:
    void object(std::string sentence, Severity severity = Severity::error) {
        problems_.push_back({{std::string(file_), line_}, severity, std::move(sentence)});
    }

    void read_row(const std::vector<std::string_view>& columns) {
        if (columns.size() < 2 || columns.size() > 4) {
            object(
                fmt::format("The line has {} columns; two to four, with tabs between them, are "
                            "form, class, language and flags.",
                            columns.size()));
            return;
        }
        const auto column = [&](std::size_t i) {
            return std::string(i < columns.size() ? trimmed(columns[i]) : std::string_view());
        };
        LexiconRow row{column(0), column(1), column(2), {}, {std::string(file_), line_}};
        const std::string flags = column(3);
        for (const std::string_view flag : parts(flags, " "))
            if (!flag.empty()) row.flags.emplace_back(flag);
        if (has_class(row) && is_one_word(row.form)) rows_.push_back(std::move(row));
    }

    bool has_class(const LexiconRow& row) {
        if (row.word_class == spelling_class) return has_other_spelling(row);
        const WordClassRow* const word_class = word_class_named(row.word_class);
        if (word_class == nullptr) {
            object(unknown_class(row.word_class));
            return false;
        }
        if (word_class->takes_any_flag) return true;
        for (const std::string& flag : row.flags) {
            if (std::ranges::find(word_class->flags, flag, &FlagBit::flag) !=
                word_class->flags.end())
                continue;
            object(fmt::format("The class \"{}\" takes no flag \"{}\".", row.word_class,
                               visible(flag)));
            return false;
        }
        return true;
    }

    bool has_other_spelling(const LexiconRow& row) {
        if (row.flags.size() == 1) return is_one_word(row.flags.front());
        object(
            fmt::format("The other spelling of \"{}\" is missing; it stands in the fourth "
                        "column.",
                        visible(row.form)));
        return false;
    }

    bool is_one_word(const std::string& form) {
        const std::size_t words = analyzers::tokenise(form).size();
        if (words == 1) return true;
        object(fmt::format("\"{}\" is of {} words and left out; classes are those of one word.",
                           visible(form), words),
               Severity::warning);
        return false;
    }

    std::string_view file_;
    Problems& problems_;
    std::uint32_t line_ = 0;
    bool has_header_ = false;
    std::vector<LexiconRow> rows_;
};

}  // namespace

std::vector<LexiconRow> read_lexicon(std::string_view text, std::string_view file,
                                     Problems& problems) {
    LexiconReader reader(file, problems);
    for (const std::string_view line : parts(text, "\n")) reader.read_line(line);
    return std::move(reader).rows();
}

}  // namespace nutgraf::entities
