#include "searchd/alerts/store_copy.h"

#include "base/error.h"
#include "base/file.h"
#include "searchd/alerts/database.h"
#include "searchd/alerts/store_format.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace nutgraf::alerts {

namespace fs = std::filesystem;

namespace {

/// SQLite fills an empty file as it fills none, but would make one that others can read.
void make_private_file(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor == -1) throw Error(system_failure("made", path));
    ::close(descriptor);
}

}  // namespace

bool copy_store(const fs::path& from, const fs::path& to) {
    if (!fs::exists(from)) return false;
    Database database(from);
    prepare_store(database);
    make_private_file(to);
    database.run("VACUUM INTO ?", {to.string()});
    File::open_to_write(to).sync();
    return true;
}

std::string checked_store(const fs::path& path) {
    if (!fs::exists(path)) return {};
    Database database(path);  // Looks through all of it.
    prepare_store(database);
    Statement count = database.query("SELECT count(*) FROM alerts");
    count.next();
    return fmt::format("{} alert{} in \"{}\".", count.number(0), count.number(0) == 1 ? "" : "s",
                       path.string());
}

}  // namespace nutgraf::alerts
