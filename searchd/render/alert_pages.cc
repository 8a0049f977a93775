#include "searchd/render/alert_pages.h"

#include "searchd/render/alert_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/template.h"

#include <fmt/format.h>

namespace nutgraf::render {

std::string alert_list_page(const AlertListPage& page) {
    return filled_page("alerts.html", alert_list_fields(page));
}

std::string alert_page(const AlertPage& page) {
    return filled_page("alert.html", alert_page_fields(page));
}

std::string new_alert_page(const NewAlertPage& page) {
    return filled_page("new_alert.html", new_alert_fields(page));
}

std::string alert_address(std::int64_t id) {
    return fmt::format("/alerts/{}", id);
}

std::string new_alert_address(const SearchForm& form) {
    SearchForm saved = form;
    saved.order = SearchForm{}.order;
    saved.limit = SearchForm{}.limit;
    saved.is_strict = false;
    saved.zone = SearchForm{}.zone;
    return "/alerts/new" + search_parameters(saved);
}

}  // namespace nutgraf::render
