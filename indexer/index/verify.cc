#include "indexer/index/verify.h"

#include "base/error.h"
#include "indexer/index/change.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/journal.h"
#include "indexer/index/schema.h"
#include "indexer/index/xapian_error.h"

#include <fmt/format.h>
#include <xapian.h>

#include <optional>
#include <sstream>
#include <unordered_map>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

/// Collects the faults of one index.
class Verifier {
public:
    explicit Verifier(fs::path folder) : folder_(std::move(folder)) {}

    Verification verified() && {
        const IndexReader first_look(folder_);  // No index to check: nothing caught here.
        guarded([&] { read_whole_journal(first_look.manifest()); });
        guarded([&] { compare_articles(); });
        for (const std::string& name : first_look.manifest().databases)
            guarded([&] { check_structure(folder_ / name); });
        return std::move(result_);
    }

private:
    /// One part of the check; what ends it early is a fault like any other.
    template <class Part>
    void guarded(const Part& part) {
        try {
            part();
        } catch (const Error& error) {
            result_.faults.emplace_back(error.what());
        }
    }

    void read_whole_journal(const Manifest& manifest) {
        read_journal(folder_, {}, [&](std::uint64_t sequence, std::string_view record) {
            ++result_.changes;
            if (sequence > manifest.journal.sequence) {
                ++result_.waiting;
                return;
            }
            const Change change = change_from_record(sequence, record);
            if (change.article) {
                expected_[change.id] = archive::digest_of(*change.article);
            } else {
                expected_.erase(change.id);
            }
        });
        if (result_.changes < manifest.journal.sequence)
            result_.faults.push_back(fmt::format("The journal ends at record {}; the manifest says {}.",
                                                 result_.changes, manifest.journal.sequence));
    }

    void compare_articles() {
        IndexReader reader(folder_);
        translating_xapian_errors("read", folder_, [&] {
            const Xapian::Database& database = reader.database();
            for (auto document = database.postlist_begin("");
                 document != database.postlist_end(""); ++document)
                guarded([&] { compare_article(reader, *document); });
        });
        for (const auto& [id, digest] : expected_)
            result_.faults.push_back(
                fmt::format("The article \"{}\" is in the journal and not in the database.", id));
    }

    void compare_article(IndexReader& reader, Xapian::docid document) {
        ++result_.articles;
        const StoredArticle stored = reader.article(document);
        const auto expected = expected_.extract(stored.article.id);
        if (expected.empty()) {
            result_.faults.push_back(fmt::format(
                "The article \"{}\" is in the database and not in the journal.", stored.article.id));
        } else if (archive::digest_of(stored.article) != expected.mapped()) {
            result_.faults.push_back(
                fmt::format("The article \"{}\" differs from the journal's.", stored.article.id));
        }
    }

    void check_structure(const fs::path& database) {
        std::ostringstream report;
        const std::size_t errors = translating_xapian_errors("checked", database, [&] {
            return Xapian::Database::check(database.string(), 0, &report);
        });
        if (errors > 0)
            result_.faults.push_back(fmt::format("The database \"{}\" has {} structural fault{}.",
                                                 database.string(), errors, errors == 1 ? "" : "s"));
    }

    fs::path folder_;
    Verification result_;
    std::unordered_map<std::string, Digest> expected_;  // By id: the journal's last word.
};

}  // namespace

Verification verify_index(const fs::path& folder) { return Verifier(folder).verified(); }

}  // namespace nutgraf::index
