#include "indexer/index/manifest.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "indexer/index/schema.h"

#include <fmt/format.h>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

fs::path manifest_path(const fs::path& folder) {
    return folder / "manifest.json";
}

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
    throw Error(fmt::format("The index manifest \"{}\" {}", path.string(), reason));
}

Manifest from_json(const fs::path& path, const Json& json) {
    try {
        const int format = json.at("format").get<int>();
        if (format > format_version)
            refuse(path, fmt::format("is of format {}; this program reads up to {}. Use a newer "
                                     "Nutgraf.",
                                     format, format_version));
        if (format < format_version)
            refuse(path, fmt::format("is of the older format {}.", format));
        const Json& journal = json.at("journal");
        return {json.at("uuid").get<std::string>(),
                {journal.at("file").get<std::string>(), journal.at("bytes").get<std::uint64_t>(),
                 json.at("sequence").get<std::uint64_t>()},
                json.at("databases").get<std::vector<std::string>>()};
    } catch (const Json::exception& error) {
        refuse(path, fmt::format("lacks a member or has one of the wrong type: {}.", error.what()));
    }
}

}  // namespace

std::optional<Manifest> read_manifest(const fs::path& folder) {
    const fs::path path = manifest_path(folder);
    if (!fs::exists(path)) return std::nullopt;
    const auto json = parse_json(read_file(path));
    if (!json) refuse(path, "is damaged. " + json.error().message);
    return from_json(path, *json);
}

void write_manifest(const fs::path& folder, const Manifest& manifest) {
    const Json json = {
        {"format", format_version},
        {"uuid", manifest.uuid},
        {"sequence", manifest.journal.sequence},
        {"journal", {{"file", manifest.journal.file}, {"bytes", manifest.journal.bytes}}},
        {"databases", manifest.databases},
    };
    replace_file(manifest_path(folder), json.dump(2) + "\n");
}

}  // namespace nutgraf::index
