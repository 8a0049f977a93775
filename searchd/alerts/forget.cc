#include "searchd/alerts/forget.h"

#include "searchd/alerts/store_format.h"

namespace nutgraf::alerts {

namespace fs = std::filesystem;

// What is no version of an article, but a note on what became of it, has none of its text.
std::int64_t forget_article(Database& database, const std::string& index_uuid,
                            const std::string& article) {
    const std::int64_t dropped = database.run(
        "DELETE FROM matches WHERE index_uuid = ? AND article = ? AND version >= 0 "
        "AND (delivery = 'pending' OR (delivery = 'none' AND is_printed = 0))",
        {index_uuid, article});
    return dropped + database.run(
                         "UPDATE matches SET record = '', is_printed = 1 WHERE index_uuid = ? "
                         "AND article = ? AND version >= 0 AND record != ''",
                         {index_uuid, article});
}

std::uint64_t forget_matches(Database& database, const std::string& index_uuid,
                             const std::vector<std::string>& articles) {
    Transaction transaction(database);
    std::int64_t forgotten = 0;
    for (const std::string& article : articles)
        forgotten += forget_article(database, index_uuid, article);
    transaction.commit();
    return static_cast<std::uint64_t>(forgotten);
}

std::uint64_t forget_articles(const fs::path& path, const std::string& index_uuid,
                              const std::vector<std::string>& articles) {
    if (!fs::exists(path)) return 0;
    Database database(path);
    prepare_store(database);
    const std::uint64_t forgotten = forget_matches(database, index_uuid, articles);
    database.empty_log();
    return forgotten;
}

}  // namespace nutgraf::alerts
