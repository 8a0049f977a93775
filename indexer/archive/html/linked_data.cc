#include "indexer/archive/html/linked_data.h"

#include "base/small_json.h"
#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_text.h"
#include "indexer/archive/html/html_tree.h"
#include "indexer/archive/json_limits.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace nutgraf::archive {

namespace {

void collect_scripts(const GumboNode& node, std::vector<std::string_view>& scripts) {
    const bool is_script =
        node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_SCRIPT;
    const GumboVector& inside = *children(node);
    if (is_script && same_but_case(trimmed(attribute(node, "type")), "application/ld+json") &&
        inside.length > 0)
        scripts.emplace_back(child_at(inside, 0).v.text.text);
    for (unsigned i = 0; i < inside.length; ++i) collect_scripts(child_at(inside, i), scripts);
}

bool is_article_type(const Json& type) {
    if (type.is_array()) return std::ranges::any_of(type, &is_article_type);
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" ||
           name == "LiveBlogPosting";
}

/// The first article in a value: itself, in a list, or in a graph.
const Json* article_in(const Json& value) {
    if (value.is_array()) {
        for (const Json& item : value)
            if (const Json* found = article_in(item)) return found;
        return nullptr;
    }
    if (!value.is_object()) return nullptr;
    if (const auto type = value.find("@type"); type != value.end() && is_article_type(*type))
        return &value;
    const auto graph = value.find("@graph");
    return graph == value.end() ? nullptr : article_in(*graph);
}

std::string linked_text(const Json& article, const char* name) {
    const auto found = article.find(name);
    if (found == article.end()) return {};
    if (found->is_string()) return html_text(found->get_ref<const std::string&>());
    if (found->is_array() && !found->empty() && found->front().is_string())
        return html_text(found->front().get_ref<const std::string&>());
    return {};
}

/// The names of persons or organisations: a text, a thing with a name, or a list of these.
void add_names(const Json& value, Json& names) {
    if (value.is_array()) {
        for (const Json& item : value) add_names(item, names);
    } else if (value.is_object()) {
        if (const auto name = value.find("name"); name != value.end()) add_names(*name, names);
    } else if (value.is_string()) {
        const std::string name = on_one_line(html_text(value.get_ref<const std::string&>()));
        if (!name.empty() && name.find("://") == std::string::npos) names.push_back(name);
    }
}

Json names_in(const Json& article, const char* member) {
    Json names = Json::array();
    if (const auto found = article.find(member); found != article.end()) add_names(*found, names);
    return names;
}

}  // namespace

Json linked_article(const GumboNode& page) {
    std::vector<std::string_view> scripts;
    collect_scripts(page, scripts);
    for (const std::string_view script : scripts) {
        const auto value = parse_small_json(trimmed(script), max_record_values);
        const Json* article = value ? article_in(*value) : nullptr;
        if (article == nullptr) continue;
        Json fields = Json::object();
        set_once(fields, "title", on_one_line(linked_text(*article, "headline")));
        set_once(fields, "title", on_one_line(linked_text(*article, "name")));
        set_once(fields, "body", linked_text(*article, "articleBody"));
        set_once(fields, "section", on_one_line(linked_text(*article, "articleSection")));
        set_published(fields, linked_text(*article, "datePublished"));
        set_once(fields, "updated", linked_text(*article, "dateModified"));
        set_once(fields, "lang", linked_text(*article, "inLanguage"));
        const Json authors = names_in(*article, "author");
        if (!authors.empty()) fields["byline"] = authors;
        const Json publishers = names_in(*article, "publisher");
        if (!publishers.empty()) fields["source"] = publishers.front();
        return fields;
    }
    return nullptr;
}

}  // namespace nutgraf::archive
