#pragma once

#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/source.h"

namespace nutgraf::entities {

// What a merged block says, as a record. Appends to `problems` what is no value of its key.
EntityRecord entity_record(const Block& block, Problems& problems);
OfficeRecord office_record(const Block& block, Problems& problems);
RoleRecord role_record(const Block& block, Problems& problems);
PlaceRecord place_record(const Block& block, Problems& problems);
BodyRecord body_record(const Block& block, Problems& problems);

}  // namespace nutgraf::entities
