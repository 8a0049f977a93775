#pragma once

#include "base/json.h"

#include <string>
#include <string_view>

namespace nutgraf::gazetteer {

/// The text of a member, the digits of a number; empty when it is not there or something else.
std::string text_of(const Json& record, const char* key);

/// The list under a member; an empty one when it is not there or no list.
const Json& list_of(const Json& record, const char* key);

/// The record under a member; an empty one when it is not there or no record.
const Json& record_of(const Json& record, const char* key);

/// The first text of a list of texts under a member; empty when there is none.
std::string first_of(const Json& record, const char* key);

}  // namespace nutgraf::gazetteer
