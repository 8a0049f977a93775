#pragma once

#include <string>
#include <string_view>

namespace nutgraf::gazetteer {

/// "Apple" of "Apple Inc.", "Barclays" of "BARCLAYS PLC": a company's name without its legal form,
/// with ordinary capitals where it was all in capitals. The name itself when it has none.
std::string without_legal_form(std::string_view name);

/// "Acme Holdings Plc" of "ACME HOLDINGS PLC"; a name with small letters stays as it is. Words of
/// two or three letters keep their capitals unless they are a legal form.
std::string with_ordinary_capitals(std::string_view name);

}  // namespace nutgraf::gazetteer
