#pragma once

#include "searchd/alerts/database.h"

namespace nutgraf::alerts {

/// The version of the tables below; kept in the file as its user_version.
constexpr int store_version = 1;

/// Lays out an empty database as a file of alerts. Throws Error, naming the file, when it is of a
/// newer version or holds something else.
void prepare_store(Database& database);

}  // namespace nutgraf::alerts
