#include "base/date.h"
#include "searchd/render/json.h"

#include <utility>

namespace nutgraf::render {

Json to_json(const std::vector<search::Facet>& facets) {
    Json record = Json::object();
    Json more = Json::object();
    for (const search::Facet& facet : facets) {
        const std::string name(search::name_of(facet.field));
        Json values = Json::array();
        for (const search::FacetValue& value : facet.values) {
            Json& item = values.emplace_back(
                Json{{"value", value.value}, {"label", value.label}, {"count", value.count}});
            if (value.is_selected) item["selected"] = true;
            if (value.is_excluded) item["excluded"] = true;
        }
        record[name] = std::move(values);
        more[name] = facet.more;
    }
    record["more"] = std::move(more);
    return record;
}

Json to_json(const search::Histogram& histogram) {
    Json buckets = Json::array();
    for (const search::Bucket& bucket : histogram.buckets)
        buckets.push_back({{"start", iso_date(bucket.start)},
                           {"count", bucket.count},
                           {"archive", bucket.archive}});
    return {{"unit", search::name_of(histogram.unit)},
            {"zone", "UTC"},
            {"buckets", std::move(buckets)},
            {"undated", histogram.undated}};
}

Json to_json(const std::string& input, const std::vector<search::Completion>& completions) {
    Json list = Json::array();
    for (const search::Completion& completion : completions) {
        Json& record = list.emplace_back(
            Json{{"kind", completion.kind}, {"text", completion.text}, {"q", completion.query}});
        if (completion.articles > 0) record["articles"] = completion.articles;
    }
    return {{"version", 1}, {"input", input}, {"suggestions", std::move(list)}};
}

}  // namespace nutgraf::render
