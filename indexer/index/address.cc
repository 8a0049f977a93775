#include "indexer/index/address.h"

#include <algorithm>
#include <array>

namespace nutgraf::index {

namespace {

/// The part of an address before its path.
std::string_view host_of(std::string_view address) {
    return address.substr(0, address.find_first_of("/?"));
}

std::string_view without_scheme(std::string_view address) {
    constexpr std::string_view mark = "://";
    const auto at = address.find(mark);
    const bool is_scheme = at < address.find_first_of("/?.");
    return is_scheme ? address.substr(at + mark.size()) : address;
}

std::string_view without_www(std::string_view address) {
    constexpr std::string_view www = "www.";
    return address.starts_with(www) ? address.substr(www.size()) : address;
}

std::string_view without_end(std::string_view address) {
    const auto last = address.find_last_not_of("/?");
    return last == std::string_view::npos ? std::string_view() : address.substr(0, last + 1);
}

/// Takes ":80" or ":443" off the host.
void drop_usual_port(std::string& address) {
    constexpr std::array<std::string_view, 2> usual = {":80", ":443"};
    const std::string_view host = host_of(address);
    for (const std::string_view port : usual) {
        if (!host.ends_with(port)) continue;
        address.erase(host.size() - port.size(), port.size());
        return;
    }
}

void add_once(std::vector<std::string>& beginnings, std::string_view beginning) {
    const bool is_whole = !beginning.empty() && without_end(beginning) == beginning;
    if (is_whole && std::ranges::find(beginnings, beginning) == beginnings.end())
        beginnings.emplace_back(beginning);
}

void add_domains(std::vector<std::string>& beginnings, std::string_view host) {
    std::size_t levels = 0;
    for (auto dot = host.find('.'); dot != std::string_view::npos && levels < address_levels;
         dot = host.find('.', dot + 1), ++levels)
        add_once(beginnings, host.substr(dot + 1));
}

void add_paths(std::vector<std::string>& beginnings, std::string_view address) {
    std::size_t levels = 0;
    for (auto end = address.find_first_of("/?");
         end != std::string_view::npos && levels < address_levels;
         end = address.find_first_of("/?", end + 1), ++levels)
        add_once(beginnings, address.substr(0, end));
}

}  // namespace

std::string compared_address(std::string_view url) {
    std::string small(url.substr(0, url.find('#')));
    for (char& c : small)
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    // What one step leaves may be something for another: "http://http://www.example.com:80/".
    std::string address;
    do {
        address = small;
        small = without_end(without_www(without_scheme(address)));
        drop_usual_port(small);
    } while (small != address);
    return address;
}

std::vector<std::string> address_beginnings(std::string_view url) {
    const std::string address = compared_address(url);
    std::vector<std::string> beginnings;
    add_domains(beginnings, host_of(address));
    add_paths(beginnings, address);
    add_once(beginnings, address);
    return beginnings;
}

}  // namespace nutgraf::index
