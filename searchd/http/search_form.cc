#include "searchd/http/search_form.h"

namespace nutgraf::http {

render::SearchForm form_of(const search::SearchRequest& request) {
    render::SearchForm form = {.text = request.text,
                               .order = request.order,
                               .limit = request.limit,
                               .is_any = request.parse.is_any,
                               .is_plain = request.parse.is_plain,
                               .words_find_entities = request.parse.words_find_entities,
                               .is_strict = request.parse.is_strict,
                               .zone = request.parse.zone.name(),
                               .collapse = request.collapse};
    search::copy_filters(form, request);
    return form;
}

}  // namespace nutgraf::http
