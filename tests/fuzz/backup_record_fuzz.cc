#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "indexer/index/backup_record.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/scratch.h"

using namespace nutgraf;
using nutgraf::tests::require;

namespace {

/// The record with its own digest, which a fuzzer cannot guess; what is none as it is.
std::string with_own_digest(std::string_view text) {
    const auto record = parse_json(text);
    if (!record || !record->is_object()) return std::string(text);
    Json sealed = *record;
    sealed.erase("sha256");
    sealed["sha256"] = hexadecimal(bytes_of(sha256(to_text(sealed))));
    return to_text(sealed);
}

}  // namespace

/// Any bytes as backup.json are a record of a backup, which is written as it is read and names no
/// file outside, or refused with a reason.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const tests::Scratch folder;
    replace_file(folder.path() / "backup.json", with_own_digest(tests::text_from(data, size)));
    try {
        const index::BackupRecord record = index::read_backup_record(folder.path());
        for (const index::BackupFile& file : record.files) {
            require(file.path.is_relative(), "a file lies below the backup");
            for (const auto& part : file.path) require(part != "..", "and nowhere else");
        }
        index::write_backup_record(folder.path(), record);
        index::BackupRecord again = index::read_backup_record(folder.path());
        // Written is the present format, of which databases can be used.
        again.has_databases = record.has_databases;
        require(again == record, "it is written as it is read");
    } catch (const Error& error) {
        require(*error.what() != '\0', "a refusal has a reason");
    }
    return 0;
}
