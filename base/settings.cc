#include "base/settings.h"

#include "base/closest.h"
#include "base/error.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <cstdlib>
#include <vector>

namespace nutgraf {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 2> known_keys = {"index", "listen"};

/// $NAME, or a place below the home folder; the current folder where there is no home.
fs::path xdg_folder(const Environment& environment, std::string_view name, const char* below_home) {
    // The specification says to ignore a value that is not absolute.
    if (const auto value = environment(name); value && fs::path(*value).is_absolute())
        return *value;
    return fs::path(environment("HOME").value_or(".")) / below_home;
}

[[noreturn]] void refuse(const fs::path& path, const toml::source_region& place,
                         const std::string& reason) {
    throw Error(fmt::format("{}:{}: {}", path.string(), place.begin.line, reason));
}

std::string text_value(const fs::path& path, std::string_view key, const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    refuse(path, node.source(), fmt::format("\"{}\" must be a text in quotes.", key));
}

void apply_file(const fs::path& path, Settings& settings) try {
    const toml::table table = toml::parse_file(path.string());
    for (const auto& [key, node] : table) {
        const std::string_view name = key.str();
        if (name == "index") {
            settings.index = text_value(path, name, node);
        } else if (name == "listen") {
            settings.listen = text_value(path, name, node);
        } else {
            const auto meant = closest(name, known_keys);
            refuse(path, node.source(),
                   fmt::format("There is no setting \"{}\".{}", name,
                               meant ? fmt::format(" Is \"{}\" meant?", *meant) : ""));
        }
    }
} catch (const toml::parse_error& error) {
    refuse(path, error.source(), fmt::format("{}.", error.description()));
}

}  // namespace

std::optional<std::string> process_environment(std::string_view name) {
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

Settings read_settings(const Environment& environment) {
    Settings settings;
    settings.index = xdg_folder(environment, "XDG_DATA_HOME", ".local/share") / "nutgraf" / "index";
    std::vector<fs::path> files = {
        "/etc/nutgraf/nutgraf.toml",
        xdg_folder(environment, "XDG_CONFIG_HOME", ".config") / "nutgraf" / "config.toml"};
    if (const auto named = environment("NUTGRAF_CONFIG")) {
        if (!fs::exists(*named))
            throw Error(fmt::format("NUTGRAF_CONFIG names \"{}\", which does not exist.", *named));
        files.emplace_back(*named);
    }
    for (const fs::path& file : files)
        if (fs::exists(file)) apply_file(file, settings);
    if (const auto index = environment("NUTGRAF_INDEX")) settings.index = *index;
    return settings;
}

}  // namespace nutgraf
