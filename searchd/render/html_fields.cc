#include "searchd/render/html_fields.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::render {

namespace {

struct LanguageName {
    std::string_view code;
    std::string_view name;
};

constexpr std::array languages = {
    LanguageName{"ar", "Arabic"},     LanguageName{"bg", "Bulgarian"},
    LanguageName{"cs", "Czech"},      LanguageName{"da", "Danish"},
    LanguageName{"de", "German"},     LanguageName{"el", "Greek"},
    LanguageName{"en", "English"},    LanguageName{"es", "Spanish"},
    LanguageName{"et", "Estonian"},   LanguageName{"fa", "Persian"},
    LanguageName{"fi", "Finnish"},    LanguageName{"fr", "French"},
    LanguageName{"he", "Hebrew"},     LanguageName{"hi", "Hindi"},
    LanguageName{"hu", "Hungarian"},  LanguageName{"id", "Indonesian"},
    LanguageName{"it", "Italian"},    LanguageName{"ja", "Japanese"},
    LanguageName{"ko", "Korean"},     LanguageName{"lt", "Lithuanian"},
    LanguageName{"lv", "Latvian"},    LanguageName{"nl", "Dutch"},
    LanguageName{"no", "Norwegian"},  LanguageName{"pl", "Polish"},
    LanguageName{"pt", "Portuguese"}, LanguageName{"ro", "Romanian"},
    LanguageName{"ru", "Russian"},    LanguageName{"sk", "Slovak"},
    LanguageName{"sr", "Serbian"},    LanguageName{"sv", "Swedish"},
    LanguageName{"th", "Thai"},       LanguageName{"tr", "Turkish"},
    LanguageName{"uk", "Ukrainian"},  LanguageName{"vi", "Vietnamese"},
    LanguageName{"zh", "Chinese"},
};

Json choice(std::string_view value, std::string_view label, bool is_chosen) {
    return {{"value", value}, {"label", label}, {"is_chosen", is_chosen}};
}

/// Any language, those with a name here by that name, and what the reader asked for otherwise.
Json language_choices(std::string_view chosen) {
    auto by_name = languages;
    std::ranges::sort(by_name, {}, &LanguageName::name);
    const bool is_known =
        chosen.empty() || std::ranges::count(languages, chosen, &LanguageName::code);
    Json choices = Json::array({choice("", "any", chosen.empty())});
    if (!is_known) choices.push_back(choice(chosen, chosen, true));
    for (const LanguageName& language : by_name)
        choices.push_back(choice(language.code, language.name, language.code == chosen));
    return choices;
}

Json order_choices(search::Order chosen) {
    using search::Order;
    return Json::array({choice("relevance", "relevance", chosen == Order::relevance),
                        choice("newest", "newest first", chosen == Order::newest),
                        choice("oldest", "oldest first", chosen == Order::oldest)});
}

std::string first_of(const std::vector<std::string>& list) {
    return list.empty() ? "" : list.front();
}

/// What a form keeps that it has no field for: all but the first source and language, and the rest.
Json hidden_fields(const SearchForm& form) {
    Json list = Json::array();
    const auto add = [&](std::string_view name, std::string_view value) {
        list.push_back({{"name", name}, {"value", value}});
    };
    SearchForm rest = form;
    for (std::vector<std::string>* shown : {&rest.sources, &rest.langs})
        if (!shown->empty()) shown->erase(shown->begin());
    search::for_each_filter(rest, add);
    if (form.limit != SearchForm{}.limit) add("limit", fmt::format("{}", form.limit));
    if (form.is_any) add("any", "true");
    if (form.is_plain) add("plain", "true");
    if (!form.words_find_entities) add("entities", "false");
    if (form.is_strict) add("strict", "true");
    if (form.zone != SearchForm{}.zone) add("tz", form.zone);
    if (form.collapse == search::Collapse::none) add("collapse", "none");
    return list;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

Json form_fields(const SearchForm& form) {
    const auto in_use =
        search::filter_count(form) + (form.order == search::Order::relevance ? 0 : 1);
    return {{"text", form.text},
            {"source", first_of(form.sources)},
            {"from", form.from},
            {"to", form.to},
            {"langs", language_choices(first_of(form.langs))},
            {"orders", order_choices(form.order)},
            {"hidden", hidden_fields(form)},
            {"filter_count", in_use == 0 ? Json(nullptr) : Json(in_use)}};
}

Json segments(const search::MarkedText& marked) {
    Json pieces = Json::array();
    const auto add = [&](std::size_t begin, std::size_t end, bool is_marked) {
        if (begin == end) return;
        Json& piece = pieces.emplace_back(Json::object());
        piece["text"] = marked.text.substr(begin, end - begin);
        if (is_marked) piece["is_marked"] = true;
    };
    std::size_t at = 0;
    for (const search::Mark& mark : marked.marks) {
        const std::size_t begin = std::clamp(mark.begin, at, marked.text.size());
        const std::size_t end = std::clamp(mark.end, begin, marked.text.size());
        add(at, begin, false);
        add(begin, end, true);
        at = end;
    }
    add(at, marked.text.size(), false);
    return pieces;
}

void add_about(Json& fields, const About& about) {
    SearchForm from_source;
    from_source.sources = {about.source};
    fields["source"] = about.source;
    fields["source_address"] = search_address(from_source, 0);
    fields["date"] = about.published ? readable_date(about.published->days) : "";
    const bool is_one_day =
        about.published && about.published->days.first == about.published->days.last;
    fields["day"] = is_one_day ? iso_date(about.published->days.first) : "";
    fields["lang"] = about.lang;
    fields["language"] = about.lang == "en" ? "" : name_of_language(about.lang);
    fields["byline"] = joined(about.byline);
}

std::string beginning_of(std::string_view text) {
    constexpr std::size_t bytes = 90;
    if (text.empty()) return "Article without a headline";
    const std::string_view line = text.substr(0, text.find('\n'));
    std::string_view beginning = utf8_prefix(line, bytes);
    if (beginning.size() == text.size()) return std::string(text);
    const auto space = beginning.rfind(' ');
    const bool is_cut_in_word = beginning.size() < line.size();
    if (is_cut_in_word && space != std::string_view::npos && space > bytes / 2)
        beginning = beginning.substr(0, space);
    return std::string(beginning) + "…";
}

std::string_view name_of_language(std::string_view code) {
    const auto found = std::ranges::find(languages, code, &LanguageName::code);
    return found == languages.end() ? code : found->name;
}

std::string grouped(std::uint64_t number) {
    std::string digits = fmt::format("{}", number);
    for (std::size_t left = digits.size(); left > 3; left -= 3) digits.insert(left - 3, ",");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
    return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

}  // namespace nutgraf::render
