#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// What stands before the first sentence of a report: where and when it was written, and who sent
/// it. What is absent is empty.
struct Dateline {
    std::string place;  ///< As written: "BEIJING".
    std::string date;   ///< As written, often without a year: "March 29".
    std::string wire;   ///< "dpa-AFX".

    bool empty() const { return place.empty() && date.empty() && wire.empty(); }
    bool operator==(const Dateline&) const = default;
};

/// The dateline that a paragraph begins with: "BEIJING (dpa-AFX) - ", "(Reuters) - ", "LONDON, May
/// 3 (AP) — ", "МОСКВА, 10 мая /ТАСС/. ", "PARIS — ", "新华社北京3月29日电". An agency in
/// parentheses counts where its name is known or says that it is one; a place alone where it is one
/// of the cities that datelines give without a country, in capitals. Nothing where no such thing
/// stands at the very beginning.
Dateline dateline_of(std::string_view paragraph);

/// The agency in parentheses at the very end of a paragraph, "... on Monday. (PTI)"; empty when
/// there is none.
std::string_view closing_credit(std::string_view paragraph);

}  // namespace nutgraf::archive
