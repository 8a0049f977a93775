#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// Who wrote an article, as a line under its headline says.
struct Byline {
    std::vector<std::string> names;
    std::string wire;  ///< The agency, where one stands among them or in their place.

    bool empty() const { return names.empty() && wire.empty(); }
    bool operator==(const Byline&) const = default;
};

/// The byline that a line is: "By Jane Doe and John Smith, Reuters", "Von Erika Muster", "Reuters".
/// Empty where it is anything else, such as a sentence that begins so.
Byline byline_of(std::string_view line);

}  // namespace nutgraf::archive
