#include "searchd/render/template.h"

#include "base/error.h"
#include "base/utf8.h"
#include "searchd/render/assets.h"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <map>

namespace nutgraf::render {

namespace mustache = kainjow::mustache;

namespace {

std::string_view without_last_line_feed(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

/// The template with the partials in it put in their places, so that each is parsed once.
std::string expanded(std::string_view text, std::string_view content) {
    constexpr std::string_view opening = "{{> ";
    constexpr std::string_view closing = "}}";
    std::string whole;
    for (;;) {
        const auto begin = text.find(opening);
        whole += text.substr(0, begin);
        if (begin == std::string_view::npos) return whole;
        text.remove_prefix(begin + opening.size());
        const auto end = text.find(closing);
        const std::string name(text.substr(0, end));
        const auto file = name == "content" ? std::string(content) : name + ".html";
        whole += expanded(without_last_line_feed(page_template(file)), content);
        text.remove_prefix(end + closing.size());
    }
}

bool is_allowed(char32_t c) {
    const bool is_c0 = c < 0x20 && c != '\t' && c != '\n';
    const bool is_del_or_c1 = c >= 0x7F && c < 0xA0;
    return !is_c0 && !is_del_or_c1;
}

std::string escaped(const std::string& text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.size;
        switch (c.value) {
            case U'&':
                safe += "&amp;";
                break;
            case U'<':
                safe += "&lt;";
                break;
            case U'>':
                safe += "&gt;";
                break;
            case U'"':
                safe += "&quot;";
                break;
            case U'\'':
                safe += "&#39;";
                break;
            default:
                append_utf8(safe, is_allowed(c.value) ? c.value : replacement_character);
        }
    }
    return safe;
}

mustache::data data_of(const Json& value) {
    if (value.is_object()) {
        mustache::data record;
        for (const auto& [name, member] : value.items()) record[name] = data_of(member);
        return record;
    }
    if (value.is_array()) {
        mustache::data list(mustache::data::type::list);
        // Its own push_back would copy the item, and all that is in it, once for each level.
        auto& items = const_cast<mustache::list&>(list.list_value());
        for (const Json& item : value) items.push_back(data_of(item));
        return list;
    }
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_null()) return false;
    const std::string text = value.is_string() ? value.get<std::string>() : to_text(value);
    // Absent rather than empty: for mustache an empty text is something.
    if (text.empty()) return false;
    return text;
}

/// The whole template of a page, parsed once a thread: parsing takes longer than filling in, and
/// filling in writes to the template.
mustache::mustache& parsed_page(std::string_view content) {
    thread_local std::map<std::string, mustache::mustache, std::less<>> pages;
    const auto known = pages.find(content);
    if (known != pages.end()) return known->second;
    mustache::mustache page(expanded(page_template("page.html"), content));
    if (!page.is_valid())
        throw Error(fmt::format("The page template \"{}\" is malformed: {}.", content,
                                page.error_message()));
    page.set_custom_escape(escaped);
    return pages.emplace(content, std::move(page)).first->second;
}

}  // namespace

std::string filled_page(std::string_view content, const Json& fields) {
    mustache::data data = data_of(fields);
    data["style_digest"] = std::string(asset_named("style.css")->digest);
    data["script_digest"] = std::string(asset_named("suggest.js")->digest);
    mustache::context<std::string> context;
    context.push(&data);
    return parsed_page(content).render(context);
}

}  // namespace nutgraf::render
