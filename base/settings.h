#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf {

/// Looks up an environment variable; empty when unset. `main` passes the real
/// environment, tests a made one.
using Environment = std::function<std::optional<std::string>(std::string_view)>;

/// The real environment of this process.
std::optional<std::string> process_environment(std::string_view name);

/// What the environment and the settings files say where no flag does.
///
/// The order is flags, environment (NUTGRAF_INDEX, NUTGRAF_ALERTS, NUTGRAF_SERVER,
/// NUTGRAF_CONFIG),
/// $XDG_CONFIG_HOME/nutgraf/config.toml, /etc/nutgraf/nutgraf.toml, default.
struct Settings {
    std::filesystem::path index;   ///< Default $XDG_DATA_HOME/nutgraf/index.
    std::filesystem::path alerts;  ///< Default $XDG_DATA_HOME/nutgraf/alerts.db.
    std::string listen = "127.0.0.1:8080";
    std::string server;  ///< NUTGRAF_SERVER; empty: searches ask the index.
};

/// Reads the settings. Throws Error, naming file, line and reason, for a settings
/// file that cannot be read, is not TOML, holds an unknown key or a value of the wrong type, and
/// for a NUTGRAF_CONFIG that does not exist; the other files may be absent.
Settings read_settings(const Environment& environment);

}  // namespace nutgraf
