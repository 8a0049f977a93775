#include "searchd/alerts/alert.h"

namespace nutgraf::alerts {

std::string_view name_of(Repeats repeats) {
    return repeats == Repeats::once ? "once" : "every-version";
}

}  // namespace nutgraf::alerts
