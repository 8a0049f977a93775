#include "base/json.h"

#include <fmt/format.h>

#include <unordered_set>
#include <vector>

namespace nutgraf {

namespace {

constexpr int max_depth = 32;

/// What the parser's events say against a text before a value is built from it.
class Objections {
public:
    bool object_to(int depth, Json::parse_event_t event, const Json& parsed) {
        using Event = Json::parse_event_t;
        if (!message_.empty()) return true;
        switch (event) {
            case Event::object_start:
            case Event::array_start:
                if (depth >= max_depth)
                    message_ = fmt::format("The value is nested deeper than {} levels.", max_depth);
                keys_.emplace_back();
                break;
            case Event::object_end:
            case Event::array_end:
                keys_.pop_back();
                break;
            case Event::key:
                if (!keys_.back().insert(parsed.get<std::string>()).second)
                    message_ = fmt::format("The member \"{}\" is given twice.",
                                           parsed.get_ref<const std::string&>());
                break;
            case Event::value:
                break;
        }
        return !message_.empty();
    }

    const std::string& message() const { return message_; }

private:
    std::vector<std::unordered_set<std::string>> keys_;
    std::string message_;
};

/// The library's reason without its "[json.exception…] parse error at line 1, column 5:" part.
std::string reason_of(std::string_view what) {
    const auto column = what.find("column ");
    const auto colon = what.find(": ", column == std::string_view::npos ? 0 : column);
    return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

}  // namespace

Expected<Json, JsonError> parse_json(std::string_view text) {
    Objections objections;
    // Once objected to, nothing more is kept, so a hostile text costs no memory either.
    const auto keep = [&](int depth, Json::parse_event_t event, Json& parsed) {
        return !objections.object_to(depth, event, parsed);
    };
    try {
        Json value = Json::parse(text, keep);
        if (!objections.message().empty()) return Unexpected{JsonError{0, objections.message()}};
        return value;
    } catch (const Json::parse_error& error) {
        const std::size_t position = error.byte > 0 ? error.byte - 1 : 0;
        return Unexpected{JsonError{
            position, fmt::format("This is not JSON at byte {}: {}.", position + 1,
                                  reason_of(error.what()))}};
    } catch (const Json::out_of_range& error) {
        return Unexpected{JsonError{0, fmt::format("A number is too large: {}.", error.what())}};
    }
}

std::string to_text(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nutgraf
