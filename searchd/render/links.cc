#include "searchd/render/links.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::render {

namespace {

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What follows "http://" or "https://", in any case; empty without either.
std::string_view after_scheme(std::string_view url) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (std::ranges::equal(url.substr(0, scheme.size()), scheme, {}, lower))
            return url.substr(scheme.size());
    return {};
}

bool is_harmless(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (c.value == U' ' || c.value == U'\\' || c.value == replacement_character ||
            is_control(c.value))
            return false;
        at += c.size;
    }
    return true;
}

std::string_view name_of(search::Order order) {
    switch (order) {
        case search::Order::newest:
            return "newest";
        case search::Order::oldest:
            return "oldest";
        case search::Order::relevance:
            break;
    }
    return {};
}

}  // namespace

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text)
        encoded += is_unreserved(c) ? std::string(1, c)
                                    : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return encoded;
}

std::string article_address(std::string_view key, std::string_view text) {
    const std::string page = "/articles/" + percent_encoded(key);
    return text.empty() ? page : page + "?q=" + percent_encoded(text);
}

std::string entity_address(std::string_view id) {
    return "/entities/" + percent_encoded(id);
}

bool is_web_address(std::string_view url) {
    const std::string_view rest = after_scheme(url);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    return !host.empty() && host.find('@') == std::string_view::npos && is_harmless(url);
}

std::string search_parameters(const SearchForm& form) {
    std::string parameters = "?q=" + percent_encoded(form.text);
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) parameters += fmt::format("&{}={}", name, percent_encoded(value));
    };
    search::for_each_filter(form, add);
    add("from", form.from);
    add("to", form.to);
    add("sort", name_of(form.order));
    if (form.limit != SearchForm{}.limit) add("limit", fmt::format("{}", form.limit));
    if (form.is_any) add("any", "true");
    if (form.is_plain) add("plain", "true");
    if (!form.words_find_entities) add("entities", "false");
    if (form.is_strict) add("strict", "true");
    if (form.zone != SearchForm{}.zone) add("tz", form.zone);
    if (form.collapse == search::Collapse::none) add("collapse", "none");
    return parameters;
}

std::string search_address(const SearchForm& form, std::size_t offset) {
    const std::string address = "/search" + search_parameters(form);
    return offset == 0 ? address : address + fmt::format("&offset={}", offset);
}

}  // namespace nutgraf::render
