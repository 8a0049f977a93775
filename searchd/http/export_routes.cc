#include "searchd/http/export_routes.h"

#include "base/utf8.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/article_rows.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace nutgraf::http {

namespace {

/// How many articles are read while one searcher is held: between two batches others may have it,
/// however slowly a client reads.
constexpr std::size_t batch_size = 50;

/// How long a searcher is waited for once an answer has begun, which can only be broken off.
constexpr std::chrono::seconds patience(30);

bool is_csv(const Request& request) {
    const std::string format = value_of(request.parameters, "format");
    if (format == "csv") return true;
    if (format.empty() || format == "jsonl") return false;
    throw Problem{400, "\"format\" must be jsonl or csv.", "format",
                  fmt::format("It is \"{}\".", visible(format))};
}

search::ArticleList list_of(const RouteContext& context, const Request& request) {
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    wanted->parse.today = RouteContext::today(wanted->parse.zone);
    auto saved = context.saved_queries(wanted->parse.zone);
    wanted->parse.saved = &saved;
    wanted->deadline = std::chrono::steady_clock::now() + context.options().deadline;
    auto list = context.searcher()->list(*wanted);
    if (!list) refuse_query(list.error());
    return std::move(*list);
}

}  // namespace

Response export_api(const RouteContext& context, const Request& request, const std::string&) {
    const bool as_csv = is_csv(request);
    Response response{200, as_csv ? "text/csv" : "application/x-ndjson", {}, {}};
    response.headers.emplace_back(
        "Content-Disposition",
        fmt::format("attachment; filename=\"nutgraf.{}\"", as_csv ? "csv" : "jsonl"));
    response.stream = [&context, as_csv, list = list_of(context, request)](const Sink& sink) {
        if (as_csv && !sink(render::csv_header())) return;
        for (std::size_t i = 0; i < list.documents.size(); i += batch_size) {
            const auto views = context.searcher(patience)->articles(list, i, batch_size);
            std::string rows;
            for (const search::ArticleView& view : views)
                rows += as_csv ? render::to_csv_row(view) : render::to_json_line(view);
            if (!rows.empty() && !sink(rows)) return;
        }
    };
    return response;
}

}  // namespace nutgraf::http
