#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// An address as it is compared: small letters, without what does not tell pages apart: the scheme,
/// "www.", the usual ports, a fragment, a slash or question mark at the end. The same again for
/// what it returns; empty when nothing is left.
std::string compared_address(std::string_view url);

/// The beginnings by which an article with an address is found, each once: its host and the domains
/// that this is part of, "courier.example.com", "example.com" and "com"; the host with the first
/// parts of the path, as far as `address_levels`; and all of the address. Each as
/// `compared_address` has it. None for an empty address.
std::vector<std::string> address_beginnings(std::string_view url);

/// How many parts of a path, and of a host, are beginnings.
constexpr std::size_t address_levels = 16;

}  // namespace nutgraf::index
