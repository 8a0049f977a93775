#include "base/json.h"

#include "base/small_json.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <iterator>
#include <limits>
#include <optional>
#include <unordered_set>
#include <vector>

namespace nutgraf {

namespace {

constexpr int max_depth = 32;

/// Walks a text for the parser, and tells how far it has read.
class Progress {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Progress(const char* at, const char*& read_to) : at_(at), read_to_(&read_to) {}

    const char& operator*() const { return *at_; }
    Progress& operator++() {
        *read_to_ = ++at_;
        return *this;
    }
    bool operator==(const Progress& other) const { return at_ == other.at_; }
    bool operator!=(const Progress& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** read_to_;
};

/// Where the member name begins whose closing quote ends the text.
std::size_t begin_of_name(std::string_view text) {
    const auto is_escaped = [&](std::size_t quote) {
        const auto before = text.substr(0, quote).find_last_not_of('\\');
        return (quote - before - 1) % 2 == 1;  // Npos and 1 are 0.
    };
    std::size_t quote = text.rfind('"', text.size() - 2);
    while (is_escaped(quote)) quote = text.rfind('"', quote - 1);
    return quote;
}

/// Where the number begins that ends the text, or ends before its last character.
std::size_t begin_of_number(std::string_view text) {
    constexpr std::string_view characters = "+-.0123456789Ee";
    const std::size_t last = text.find_last_of(characters);
    return text.find_last_not_of(characters, last) + 1;  // Npos and 1 are 0.
}

/// The beginning of a text from outside that a message quotes.
std::string shortened(std::string_view text) {
    constexpr std::size_t max_quoted_bytes = 64;
    const std::string_view beginning = utf8_prefix(text, max_quoted_bytes);
    return std::string(beginning) + (beginning.size() < text.size() ? "…" : "");
}

/// Thrown through the library where a text is objected to.
struct Objected {};

/// What the parser's events say against a text before a value is built from it.
class Objections {
public:
    explicit Objections(std::size_t max_values) : max_values_(max_values) {}

    /// `read` is the text up to where the event was seen.
    bool object_to(std::string_view read, int depth, Json::parse_event_t event,
                   const Json& parsed) {
        using Event = Json::parse_event_t;
        if (first_) return true;
        switch (event) {
            case Event::object_start:
            case Event::array_start:
                count_value(read);
                if (depth >= max_depth)
                    first_ = {read.size() - 1,
                              fmt::format("The value is nested deeper than {} levels.", max_depth)};
                names_.emplace_back();
                break;
            case Event::object_end:
            case Event::array_end:
                names_.pop_back();
                break;
            case Event::key: {
                const auto& name = parsed.get_ref<const std::string&>();
                if (!names_.back().insert(name).second)
                    first_ = {begin_of_name(read),
                              fmt::format("The member \"{}\" is given twice.", shortened(name))};
                break;
            }
            case Event::value:
                count_value(read);
                break;
        }
        return first_.has_value();
    }

    const std::optional<JsonError>& first() const { return first_; }

private:
    void count_value(std::string_view read) {
        if (++values_ > max_values_)
            first_ = {read.size() - 1,
                      fmt::format("The value is made of more than {} values.", max_values_)};
    }

    std::size_t max_values_;
    std::size_t values_ = 0;
    std::vector<std::unordered_set<std::string>> names_;
    std::optional<JsonError> first_;
};

/// The library's reason without its "[json.exception…] parse error at line 1, column 5:" part, and
/// without what it read last, which may be the whole text and need not be UTF-8.
std::string reason_of(std::string_view what) {
    const auto column = what.find("column ");
    const auto colon = what.find(": ", column == std::string_view::npos ? 0 : column);
    if (colon != std::string_view::npos) what.remove_prefix(colon + 2);
    return std::string(what.substr(0, what.find("; last read: ")));
}

JsonError not_json(std::size_t position, std::string_view reason) {
    return {position, fmt::format("This is not JSON at byte {}: {}.", position + 1, reason)};
}

}  // namespace

Expected<Json, JsonError> parse_json(std::string_view text) {
    return parse_small_json(text, std::numeric_limits<std::size_t>::max());
}

Expected<Json, JsonError> parse_small_json(std::string_view text, std::size_t max_values) {
    // JSON has no place for a NUL, but the library takes one for the end of the text.
    const std::size_t nul = text.find('\0');
    const char* read_to = text.data();
    const auto read = [&] {
        return text.substr(0, static_cast<std::size_t>(read_to - text.data()));
    };
    Objections objections(max_values);
    // Ends the reading: what the library passes over it takes out of all that it has kept, one by
    // one, which takes hours for a hostile text.
    const auto keep = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (objections.object_to(read(), depth, event, parsed)) throw Objected{};
        return true;
    };
    try {
        Json value = Json::parse(Progress(text.data(), read_to),
                                 Progress(text.data() + text.size(), read_to), keep);
        if (nul != std::string_view::npos) return Unexpected{not_json(nul, "a NUL")};
        return value;
    } catch (const Objected&) {
        return Unexpected{*objections.first()};
    } catch (const Json::parse_error& error) {
        const std::size_t position = error.byte > 0 ? error.byte - 1 : 0;
        return Unexpected{not_json(position, position == nul ? "a NUL" : reason_of(error.what()))};
    } catch (const Json::out_of_range&) {
        const std::size_t position = begin_of_number(read());
        return Unexpected{JsonError{
            position,
            fmt::format("The number that begins at byte {} is too large.", position + 1)}};
    }
}

std::string to_text(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_visible_text(const Json& value) {
    const std::string text = to_text(value);
    std::string escaped;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        // Such characters stand in strings only, and are of the basic plane.
        if (is_control(c.value)) {
            escaped += fmt::format("\\u{:04x}", static_cast<unsigned>(c.value));
        } else {
            escaped.append(text, at, c.size);
        }
        at += c.size;
    }
    return escaped;
}

}  // namespace nutgraf
