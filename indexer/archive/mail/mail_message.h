#pragma once

#include "base/json.h"

#include <string_view>

namespace nutgraf::archive {

/// A mail under the import fields' names: its subject is the title, its sender the byline, its
/// message id the id; the body is its plain text, or else its HTML as text. Attachments are left
/// out. `message` is as it was sent, header and all.
Json mail_fields(std::string_view message);

}  // namespace nutgraf::archive
