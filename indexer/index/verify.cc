#include "indexer/index/verify.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/archive/key_bits.h"
#include "indexer/index/article_lines.h"
#include "indexer/index/as_put.h"
#include "indexer/index/change.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/journal.h"
#include "indexer/index/schema.h"
#include "indexer/index/story_check.h"
#include "indexer/index/xapian_error.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <sstream>
#include <unordered_map>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

/// Whether Xapian finds a database's tables whole. Asked in a process of its own, since a damaged
/// table may crash the one that reads it.
bool is_structurally_sound(const fs::path& database) {
    const pid_t child = ::fork();
    if (child == -1) throw Error(system_failure("checked", database));
    if (child == 0) {
        try {
            std::ostringstream report;
            ::_exit(Xapian::Database::check(database.string(), 0, &report) == 0 ? 0 : 1);
        } catch (const Xapian::Error&) {
            ::_exit(1);
        }
    }
    int status = 0;
    while (::waitpid(child, &status, 0) == -1 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Eight bytes of an article's digest tell it from an altered one as surely as chance allows.
std::uint64_t short_digest(const archive::Article& article) {
    const Digest digest = archive::digest_of(article);
    std::uint64_t beginning = 0;
    std::memcpy(&beginning, digest.data(), sizeof beginning);
    return beginning;
}

std::uint64_t bits_of(const Change& change) {
    return archive::bits_of_key(key_of(change));
}

/// Collects the faults of one index.
class Verifier {
public:
    explicit Verifier(const fs::path& folder) : reader_(folder) {}

    Verification verified() && {
        guarded([&] {
            // The databases are opened first: a writer may add to both meanwhile, and what the
            // journal has beyond the opened state is no fault.
            reader_.from_one_state([&] {
                result_ = {};
                expected_.clear();
                expected_held_.clear();
                guarded([&] { read_whole_journal(reader_.sequence()); });
                compare_articles();
            });
        });
        for (const std::string& name : reader_.manifest().databases)
            guarded([&] { check_structure(reader_.folder() / name); });
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

    void read_whole_journal(std::uint64_t searchable) {
        const auto visit = [&](std::uint64_t sequence, std::string_view record) {
            ++result_.changes;
            if (sequence > searchable) {
                ++result_.waiting;
                return;
            }
            const Change change = change_from_record(sequence, record);
            if (change.held) {
                expected_held_[key_of(change)] = to_text(to_json(*change.held));
            } else {
                expected_held_.erase(key_of(change));
            }
            if (change.article) {
                expected_[bits_of(change)] = short_digest(*change.article);
            } else {
                expected_.erase(bits_of(change));
            }
        };
        read_journal(reader_.folder(), {}, visit);
        if (result_.changes < searchable)
            result_.faults.push_back(
                fmt::format("The journal ends at record {}; the database has {}.", result_.changes,
                            searchable));
    }

    void compare_articles() {
        const Xapian::Database& database = reader_.database();
        for (auto document = database.postlist_begin(""); document != database.postlist_end("");
             ++document)
            guarded([&] {
                translating_xapian_errors("read", reader_.folder(),
                                          [&] { compare_article(*document); });
            });
        for (std::string& fault : story_faults(database))
            result_.faults.push_back(std::move(fault));
        compare_held(database);
        if (!expected_.empty()) name_missing();
    }

    /// The journal has the ids of those that were not found.
    void name_missing() {
        std::map<std::uint64_t, std::string> ids;
        const auto visit = [&](std::uint64_t sequence, std::string_view record) {
            const Change change = change_from_record(sequence, record);
            if (change.article && expected_.contains(bits_of(change)))
                ids[bits_of(change)] = change.id;
        };
        guarded([&] { read_journal(reader_.folder(), {}, visit); });
        for (const auto& [key, id] : ids)
            result_.faults.push_back(
                fmt::format("The article \"{}\" is in the journal and not in the database.", id));
    }

    void compare_article(Xapian::docid document) {
        ++result_.articles;
        StoredArticle stored = reader_.article(document);
        const std::vector<archive::Piece> removed = stored.article.removed;
        const archive::Article put = as_put(std::move(stored));
        const auto expected = expected_.extract(archive::bits_of_key(archive::key_of(put.id)));
        if (expected.empty()) {
            result_.faults.push_back(fmt::format(
                "The article \"{}\" is in the database and not in the journal.", put.id));
        } else if (short_digest(put) != expected.mapped()) {
            result_.faults.push_back(
                fmt::format("The article \"{}\" differs from the journal's.", put.id));
        } else if (ArticleLines(put).without(LearnedLines(reader_.database())).removed != removed) {
            result_.faults.push_back(fmt::format(
                "The furniture of the article \"{}\" is not what its source repeats.", put.id));
        }
    }

    void compare_held(const Xapian::Database& database) {
        for (const HeldArticle& held : all_held(database)) {
            const auto expected = expected_held_.extract(archive::key_of(held.id));
            if (expected.empty() || expected.mapped() != to_text(to_json(held)))
                result_.faults.push_back(fmt::format(
                    "What hides the article \"{}\" differs from the journal's.", held.id));
        }
        for (const auto& [key, held] : expected_held_)
            result_.faults.push_back(fmt::format(
                "The article {} is hidden in the journal and not in the database.", key));
    }

    void check_structure(const fs::path& database) {
        if (!is_structurally_sound(database))
            result_.faults.push_back(
                fmt::format("The database \"{}\" is structurally damaged; run \"nutgraf-indexer "
                            "rebuild\".",
                            database.string()));
    }

    IndexReader reader_;
    Verification result_;
    // By key: the journal's last word. Small, for there may be millions.
    std::unordered_map<std::uint64_t, std::uint64_t> expected_;
    std::unordered_map<std::string, std::string> expected_held_;  // By key: the record.
};

}  // namespace

Verification verify_index(const fs::path& folder) {
    return Verifier(folder).verified();
}

}  // namespace nutgraf::index
