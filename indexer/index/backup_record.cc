#include "indexer/index/backup_record.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "indexer/index/schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

constexpr int backup_version = 1;

fs::path record_path(const fs::path& backup) {
    return backup / "backup.json";
}

[[noreturn]] void refuse_backup(const fs::path& path, const std::string& reason) {
    throw Error(fmt::format("The record of a backup \"{}\" {}", path.string(), reason));
}

/// Whether a path stays below the folder it is written in: nothing else may be read in its name.
bool is_below(const fs::path& path) {
    return !path.empty() && path.is_relative() && path == path.lexically_normal() &&
           *path.begin() != "..";
}

Json to_json(const BackupFile& file) {
    return {{"path", file.path.generic_string()},
            {"bytes", file.bytes},
            {"sha256", hexadecimal(bytes_of(file.digest))}};
}

unsigned half_byte(const fs::path& path, char digit) {
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t value = digits.find(digit);
    if (value == std::string_view::npos) refuse_backup(path, "has a digest that is none.");
    return static_cast<unsigned>(value);
}

Digest digest_from(const fs::path& path, const std::string& text) {
    Digest digest{};
    if (text.size() != digest.size() * 2) refuse_backup(path, "has a digest that is none.");
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(half_byte(path, text[2 * i]) << 4U |
                                              half_byte(path, text[2 * i + 1]));
    return digest;
}

BackupFile file_from(const fs::path& path, const Json& record) {
    BackupFile file{record.at("path").get<std::string>(), record.at("bytes").get<std::uint64_t>(),
                    digest_from(path, record.at("sha256").get<std::string>())};
    if (!is_below(file.path))
        refuse_backup(path,
                      fmt::format("names \"{}\", which is no path in it.", file.path.string()));
    return file;
}

/// The record vouches for itself as it does for the files.
std::string digest_in_digits(const Json& record) {
    return hexadecimal(bytes_of(sha256(to_text(record))));
}

void refuse_altered(const fs::path& path, Json record) {
    const auto digest = record.at("sha256").get<std::string>();
    record.erase("sha256");
    if (digest_in_digits(record) != digest)
        refuse_backup(path, "is not what was written: its digest differs.");
}

bool holds_databases(const BackupRecord& record) {
    return std::ranges::any_of(record.files,
                               [](const BackupFile& file) { return *file.path.begin() == "live"; });
}

}  // namespace

BackupRecord read_backup_record(const fs::path& backup) {
    const fs::path path = record_path(backup);
    if (!fs::exists(path))
        throw Error(fmt::format("There is no backup in \"{}\".", backup.string()));
    const auto json = parse_json(read_file(path));
    if (!json) refuse_backup(path, "is damaged. " + json.error().message);
    try {
        if (json->at("version") != backup_version)
            refuse_backup(path, "was written by a newer version. Use a newer Nutgraf.");
        refuse_altered(path, *json);
        BackupRecord record;
        record.made = json->at("made").get<std::string>();
        record.manifest = manifest_from(path, json->at("manifest"), OlderFormat::is_read);
        for (const Json& file : json->at("files")) record.files.push_back(file_from(path, file));
        record.has_databases =
            json->at("manifest").at("format") == format_version && holds_databases(record);
        return record;
    } catch (const Json::exception& error) {
        refuse_backup(
            path, fmt::format("lacks a member or has one of the wrong type: {}.", error.what()));
    }
}

void write_backup_record(const fs::path& backup, const BackupRecord& record) {
    Json files = Json::array();
    for (const BackupFile& file : record.files) files.push_back(to_json(file));
    Json json = {{"version", backup_version},
                 {"made", record.made},
                 {"manifest", manifest_record(record.manifest)},
                 {"files", std::move(files)}};
    json["sha256"] = digest_in_digits(json);
    replace_file(record_path(backup), json.dump(2) + "\n");
}

}  // namespace nutgraf::index
