#include "searchd/http/request.h"

#include <algorithm>
#include <optional>

namespace nutgraf::http {

namespace {

std::optional<unsigned> hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

enum class Plus { is_plus, is_space };

std::string decoded(std::string_view text, Plus plus) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const auto high = hexadecimal_digit(text[i + 1]);
            const auto low = hexadecimal_digit(text[i + 2]);
            if (high && low) {
                result.push_back(static_cast<char>(*high * 16 + *low));
                i += 2;
                continue;
            }
        }
        result.push_back(text[i] == '+' && plus == Plus::is_space ? ' ' : text[i]);
    }
    return result;
}

}  // namespace

Parameters parameters_from(std::string_view text) {
    Parameters parameters;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        parameters.emplace_back(decoded(pair.substr(0, equals), Plus::is_space),
                                decoded(value, Plus::is_space));
    }
    return parameters;
}

void set_target(Request& request, std::string_view target) {
    target = target.substr(0, target.find('#'));
    const auto question = target.find('?');
    request.path = decoded(target.substr(0, question), Plus::is_plus);
    request.parameters.clear();
    if (question != std::string_view::npos)
        request.parameters = parameters_from(target.substr(question + 1));
}

}  // namespace nutgraf::http
