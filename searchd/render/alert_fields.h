#pragma once

#include "base/json.h"
#include "searchd/render/alert_pages.h"

namespace nutgraf::render {

// What the templates of the pages of alerts are filled in with; see html_fields.h.

/// The fields of "alerts.html".
Json alert_list_fields(const AlertListPage& page);

/// The fields of "alert.html".
Json alert_page_fields(const AlertPage& page);

/// The fields of "new_alert.html".
Json new_alert_fields(const NewAlertPage& page);

}  // namespace nutgraf::render
