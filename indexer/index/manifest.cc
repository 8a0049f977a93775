#include "indexer/index/manifest.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "indexer/index/schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

fs::path manifest_path(const fs::path& folder) {
    return folder / "manifest.json";
}

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
    throw Error(fmt::format("The index manifest \"{}\" {}", path.string(), reason));
}

/// A whole number from 0 that the library has neither cut nor turned round to fit.
std::uint64_t number(const fs::path& path, const Json& record, const char* name) {
    const Json& value = record.at(name);
    if (!value.is_number_unsigned())
        refuse(path, fmt::format("is damaged: \"{}\" is not a whole number from 0.", name));
    return value.get<std::uint64_t>();
}

/// Databases lie in live/ under a number; nothing else may be opened, or removed, in their name.
bool is_database_name(std::string_view name) {
    constexpr std::string_view folder = "live/";
    constexpr std::size_t max_digits = 18;
    if (!name.starts_with(folder)) return false;
    name.remove_prefix(folder.size());
    return !name.empty() && name.size() <= max_digits &&
           std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> database_names(const fs::path& path, const Json& record) {
    auto names = record.at("databases").get<std::vector<std::string>>();
    if (names.empty()) refuse(path, "is damaged: it names no database.");
    for (const std::string& name : names)
        if (!is_database_name(name))
            refuse(path, fmt::format("is damaged: \"{}\" is no name of a database.", name));
    return names;
}

}  // namespace

Manifest manifest_from(const fs::path& path, const Json& record, OlderFormat older) {
    try {
        const std::uint64_t format = number(path, record, "format");
        if (format > format_version)
            refuse(path, fmt::format("is of format {}; this program reads up to {}. Use a newer "
                                     "Nutgraf.",
                                     format, format_version));
        if (format < format_version && older == OlderFormat::is_refused)
            refuse(path, fmt::format("is of the older format {}. \"nutgraf-indexer rebuild\" makes "
                                     "the index anew from its journal; nothing is lost.",
                                     format));
        const Json& journal = record.at("journal");
        return {record.at("uuid").get<std::string>(),
                {journal.at("file").get<std::string>(), number(path, journal, "bytes"),
                 number(path, record, "sequence")},
                database_names(path, record)};
    } catch (const Json::exception& error) {
        refuse(path, fmt::format("lacks a member or has one of the wrong type: {}.", error.what()));
    }
}

std::optional<Manifest> read_manifest(const fs::path& folder, OlderFormat older) {
    const fs::path path = manifest_path(folder);
    if (!fs::exists(path)) return std::nullopt;
    const auto json = parse_json(read_file(path));
    if (!json) refuse(path, "is damaged. " + json.error().message);
    return manifest_from(path, *json, older);
}

Json manifest_record(const Manifest& manifest) {
    return {
        {"format", format_version},
        {"uuid", manifest.uuid},
        {"sequence", manifest.journal.sequence},
        {"journal", {{"file", manifest.journal.file}, {"bytes", manifest.journal.bytes}}},
        {"databases", manifest.databases},
    };
}

void write_manifest(const fs::path& folder, const Manifest& manifest) {
    replace_file(manifest_path(folder), manifest_record(manifest).dump(2) + "\n");
}

std::string next_database(const Manifest& manifest) {
    if (manifest.databases.empty()) return "live/1";
    const std::string newest = fs::path(manifest.databases.back()).filename().string();
    return fmt::format("live/{}", std::stoull(newest) + 1);
}

}  // namespace nutgraf::index
