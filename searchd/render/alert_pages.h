#pragma once

#include "searchd/render/html.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::render {

/// An alert as its pages show it.
struct ShownAlert {
    std::int64_t id = 0;
    std::string name;
    SearchForm query;
    std::string filters;    ///< In words; may be empty.
    bool is_plain = false;  ///< Its query has no operators, which the search page cannot ask.
    bool tells_every_version = false;
    bool is_paused = false;
    bool has_command = false;
    std::chrono::sys_seconds created;
    std::uint64_t matches = 0;
    std::uint64_t waiting = 0;  ///< Of those, for the command.
};

/// An article that an alert has found.
struct ShownMatch {
    search::Hit hit;
    std::chrono::sys_seconds found;
};

/// What one run came to.
struct ShownRun {
    std::chrono::sys_seconds at;
    std::uint64_t changes = 0;  ///< How many changes of the index it looked at.
    std::uint64_t matches = 0;
    std::uint64_t delivered = 0;
    std::uint64_t failed = 0;
    std::string failure;  ///< A whole sentence; else empty.
};

/// All alerts.
struct AlertListPage {
    std::vector<ShownAlert> alerts;
    std::string form_token;  ///< What every form here carries.
};

/// One alert and what it has found.
struct AlertPage {
    ShownAlert alert;
    std::vector<ShownMatch> matches;  ///< Newest first.
    std::string older;  ///< The address of the page with those before; empty: there are none.
    std::vector<ShownRun> runs;  ///< Newest first.
    std::string feed;            ///< Its secret address where the reader has shown it; else empty.
    std::string failure;         ///< Why it cannot look; else empty.
    std::string form_token;
};

/// An alert that is about to be made.
struct NewAlertPage {
    std::string name;
    SearchForm query;
    std::string filters;
    bool tells_every_version = false;
    std::string name_problem;   ///< What is wrong with the name, a whole sentence; else empty.
    std::string query_problem;  ///< Likewise with the query,
    std::optional<std::size_t> query_place;  ///< and from which byte of it on.
    std::string filter_problem;
    std::optional<std::uint64_t> found;  ///< How many it would have found; absent with a problem.
    std::vector<search::Hit> newest;     ///< Of those.
    std::string form_token;
};

// Pages as those of html.h. Their forms post to "/alerts" and below it.

std::string alert_list_page(const AlertListPage& page);
std::string alert_page(const AlertPage& page);
std::string new_alert_page(const NewAlertPage& page);

/// The address of an alert's page.
std::string alert_address(std::int64_t id);

/// The address where a search becomes an alert.
std::string new_alert_address(const SearchForm& form);

}  // namespace nutgraf::render
