#include "analyzers/entities/block_reader.h"

#include "analyzers/entities/lines.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::entities {

namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_slug(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_lower(c) || (c >= '0' && c <= '9') || c == '-';
    });
}

bool is_key(std::string_view text) {
    return !text.empty() && is_lower(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_lower(c) || c == '-'; });
}

/// "zh", "ckb", "zh-hant".
bool is_language(std::string_view text) {
    const std::string_view code = text.substr(0, text.find('-'));
    return (code.size() == 2 || code.size() == 3) && is_key(text);
}

/// The line before its comment.
std::string_view without_comment(std::string_view line) {
    for (auto at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
        if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
    return line;
}

/// What a message quotes of a line, which may be anything.
std::string in_quotes(std::string_view text) {
    constexpr std::size_t max_quoted_bytes = 60;
    const std::string_view beginning = utf8_prefix(text, max_quoted_bytes);
    return fmt::format("\"{}{}\"", visible(beginning), beginning.size() < text.size() ? "…" : "");
}

/// Reads one file line by line.
class Reader {
public:
    explicit Reader(std::string_view file) : file_(file) {}

    void read_line(std::string_view raw) {
        ++line_;
        if (!is_valid_utf8(raw)) {
            object("The line is not UTF-8; save the file in that encoding.");
            return;
        }
        const std::string normal = normalised_line(raw);
        const std::string_view line = trimmed(without_comment(normal));
        if (line.empty()) return;
        if (line.front() == '@') {
            begin_block(line.substr(1));
        } else {
            read_fact(line);
        }
    }

    Blocks blocks() && { return std::move(result_); }

private:
    void object(std::string sentence) {
        result_.problems.push_back({location(), Severity::error, std::move(sentence)});
    }

    Location location() const { return {std::string(file_), line_}; }

    void begin_block(std::string_view rest) {
        const auto space = rest.find_first_of(" \t");
        const std::string_view kind = rest.substr(0, space);
        const std::string_view id =
            space == std::string_view::npos ? std::string_view() : trimmed(rest.substr(space));
        if (!is_key(kind) || !is_slug(id)) {
            object(
                fmt::format("{} begins no block; \"@org some-id\" would, with an id of small "
                            "letters a to z, digits and hyphens.",
                            in_quotes("@" + std::string(rest))));
            is_in_bad_block_ = true;
            return;
        }
        is_in_bad_block_ = false;
        result_.blocks.push_back({std::string(kind), std::string(id), {}, location()});
    }

    void read_fact(std::string_view line) {
        // One complaint about a block is enough.
        if (is_in_bad_block_) return;
        if (result_.blocks.empty()) {
            object(fmt::format("{} stands before the first block; begin one with \"@org some-id\".",
                               in_quotes(line)));
            return;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) {
            object(fmt::format("{} is no fact; write \"key: value\".", in_quotes(line)));
            return;
        }
        Fact fact;
        fact.location = location();
        if (read_key(trimmed(line.substr(0, colon)), fact) &&
            read_values(line.substr(colon + 1), fact))
            result_.blocks.back().facts.push_back(std::move(fact));
    }

    bool read_key(std::string_view text, Fact& fact) {
        const auto bracket = text.find('[');
        if (bracket != std::string_view::npos) {
            const std::string_view language = text.substr(bracket + 1, text.size() - bracket - 2);
            if (text.back() != ']' || !is_language(language)) {
                object(
                    fmt::format("{} names no language; \"alias[zh]\" does, with an ISO 639 "
                                "code.",
                                in_quotes(text)));
                return false;
            }
            fact.language = language;
        }
        const std::string_view words = trimmed(text.substr(0, bracket));
        const auto space = words.find(' ');
        fact.key = words.substr(0, space);
        if (space != std::string_view::npos) fact.argument = trimmed(words.substr(space));
        if (is_key(fact.key)) return true;
        object(
            fmt::format("{} is no key; keys are of small letters and hyphens.", in_quotes(text)));
        return false;
    }

    bool read_values(std::string_view text, Fact& fact) {
        for (const std::string_view part : parts(text, "|")) {
            const std::string_view value = trimmed(part);
            if (value.empty()) {
                object(
                    fmt::format("A value of \"{}\" is missing; write \"{}: value\", and \" | \" "
                                "only between two.",
                                fact.key, fact.key));
                return false;
            }
            fact.values.emplace_back(value);
        }
        return true;
    }

    std::string_view file_;
    std::uint32_t line_ = 0;
    bool is_in_bad_block_ = false;
    Blocks result_;
};

}  // namespace

Blocks read_blocks(std::string_view text, std::string_view file) {
    Reader reader(file);
    for (const std::string_view line : parts(text, "\n")) reader.read_line(line);
    return std::move(reader).blocks();
}

}  // namespace nutgraf::entities
