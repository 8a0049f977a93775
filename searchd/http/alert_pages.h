#pragma once

#include "searchd/http/alert_visit.h"

#include <string>

namespace nutgraf::http {

// The alerts for people. Each answers one row of the table in alert_routes.cc; `id` is the part of
// the path that names an alert. What a form posts is done only when the form is one of our own, and
// leads on to a page.

Response alert_list_page(const AlertVisit& visit, const std::string& id);
Response new_alert_page(const AlertVisit& visit, const std::string& id);
Response alert_page(const AlertVisit& visit, const std::string& id);

Response save_alert(const AlertVisit& visit, const std::string& id);
Response pause_alert(const AlertVisit& visit, const std::string& id);
Response resume_alert(const AlertVisit& visit, const std::string& id);
Response remove_alert_by_form(const AlertVisit& visit, const std::string& id);
Response renew_feed(const AlertVisit& visit, const std::string& id);

}  // namespace nutgraf::http
