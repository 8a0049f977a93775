#include "base/settings.h"

#include "base/closest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <cstdlib>
#include <vector>

namespace nutgraf {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 4> known_keys = {"index", "alerts", "listen", "server"};

/// $NAME, or a place below the home folder; the current folder where there is no home.
fs::path xdg_folder(const Environment& environment, std::string_view name, const char* below_home) {
    // The specification says to ignore a value that is not absolute.
    if (const auto value = environment(name); value && fs::path(*value).is_absolute())
        return *value;
    return fs::path(environment("HOME").value_or(".")) / below_home;
}

bool is_there(const fs::path& path) {
    std::error_code error;
    const bool exists = fs::exists(path, error);
    if (error)
        throw Error(
            fmt::format("\"{}\" could not be examined: {}.", path.string(), error.message()));
    return exists;
}

[[noreturn]] void refuse(const fs::path& path, std::size_t line, const std::string& reason) {
    throw Error(fmt::format("{}:{}: {}", path.string(), line, reason));
}

/// The TOML library, too, refuses what is not UTF-8, but often names an earlier line.
void require_utf8(const fs::path& path, std::string_view text) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (c.size == 1 && c.value == replacement_character)
            refuse(path, line, "This line is not UTF-8.");
        if (c.value == U'\n') ++line;
        at += c.size;
    }
}

std::string text_value(const fs::path& path, std::string_view key, const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    refuse(path, node.source().begin.line, fmt::format("\"{}\" must be a text in quotes.", key));
}

void apply_file(const fs::path& path, Settings& settings) try {
    const std::string text = read_file(path);
    require_utf8(path, text);
    const toml::table table = toml::parse(text, path.string());
    for (const auto& [key, node] : table) {
        const std::string_view name = key.str();
        if (name == "index") {
            settings.index = text_value(path, name, node);
        } else if (name == "alerts") {
            settings.alerts = text_value(path, name, node);
        } else if (name == "listen") {
            settings.listen = text_value(path, name, node);
        } else if (name == "server") {
            settings.server = text_value(path, name, node);
        } else {
            const auto meant = closest(name, known_keys);
            refuse(path, node.source().begin.line,
                   fmt::format("There is no setting \"{}\".{}", name,
                               meant ? fmt::format(" Is \"{}\" meant?", *meant) : ""));
        }
    }
} catch (const toml::parse_error& error) {
    refuse(path, error.source().begin.line, fmt::format("{}.", error.description()));
}

}  // namespace

std::optional<std::string> process_environment(std::string_view name) {
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

Settings read_settings(const Environment& environment) {
    Settings settings;
    const fs::path data = xdg_folder(environment, "XDG_DATA_HOME", ".local/share") / "nutgraf";
    settings.index = data / "index";
    settings.alerts = data / "alerts.db";
    std::vector<fs::path> files = {
        "/etc/nutgraf/nutgraf.toml",
        xdg_folder(environment, "XDG_CONFIG_HOME", ".config") / "nutgraf" / "config.toml"};
    if (const auto named = environment("NUTGRAF_CONFIG")) {
        if (!is_there(*named))
            throw Error(fmt::format("NUTGRAF_CONFIG names \"{}\", which does not exist.", *named));
        files.emplace_back(*named);
    }
    for (const fs::path& file : files)
        if (is_there(file)) apply_file(file, settings);
    if (const auto index = environment("NUTGRAF_INDEX")) settings.index = *index;
    if (const auto server = environment("NUTGRAF_SERVER")) settings.server = *server;
    if (const auto alerts = environment("NUTGRAF_ALERTS")) settings.alerts = *alerts;
    return settings;
}

}  // namespace nutgraf
