#include "searchd/http/search_form.h"

namespace nutgraf::http {

render::SearchForm form_of(const search::SearchRequest& request) {
    return {.text = request.text,
            .sources = request.sources,
            .langs = request.langs,
            .orgs = request.orgs,
            .officials = request.officials,
            .from = request.from,
            .to = request.to,
            .order = request.order,
            .limit = request.limit,
            .is_any = request.parse.is_any,
            .words_find_entities = request.parse.words_find_entities,
            .is_strict = request.parse.is_strict,
            .zone = request.parse.zone.name(),
            .collapse = request.collapse};
}

}  // namespace nutgraf::http
