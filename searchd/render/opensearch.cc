#include "searchd/render/opensearch.h"

#include "searchd/render/xml.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace nutgraf::render {

namespace {

struct Template {
    std::string_view type;
    std::string_view relation;
    std::string_view path;
};

constexpr std::array templates = {
    Template{"text/html", "results", "/search"},
    Template{"application/atom+xml", "results", "/search.atom"},
    Template{"application/x-suggestions+json", "suggestions", "/suggest"},
};

}  // namespace

std::string to_opensearch(const std::string& site) {
    const std::string address = xml_escaped(site);
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
        "<ShortName>Nutgraf</ShortName>\n"
        "<Description>Searches an archive of news articles</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n";
    xml += fmt::format("<Image type=\"image/svg+xml\">{}/assets/icon.svg</Image>\n", address);
    for (const Template& url : templates)
        xml += fmt::format(
            "<Url type=\"{}\" rel=\"{}\" method=\"get\" template=\"{}{}?q={{searchTerms}}\"/>\n",
            url.type, url.relation, address, url.path);
    return xml + "</OpenSearchDescription>\n";
}

Json to_opensearch_suggestions(const std::string& input,
                               const std::vector<search::Completion>& completions) {
    Json queries = Json::array();
    Json names = Json::array();
    for (const search::Completion& completion : completions) {
        queries.push_back(completion.query);
        names.push_back(completion.text);
    }
    return Json::array({input, std::move(queries), std::move(names)});
}

}  // namespace nutgraf::render
