#include "indexer/index/check.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/journal.h"
#include "indexer/index/writer_lock.h"

#include <fmt/format.h>
#include <unistd.h>

#include <functional>
#include <optional>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

Finding well(std::string sentence) {
    return {Weight::well, {}, std::move(sentence)};
}

Finding note(std::string sentence) {
    return {Weight::note, {}, std::move(sentence)};
}

Finding fault(std::string sentence) {
    return {Weight::fault, {}, std::move(sentence)};
}

std::string counted(std::uint64_t number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

/// Looks at the parts of one index.
class Check {
public:
    Check(const fs::path& folder, std::string_view gazetteer)
        : folder_(folder), gazetteer_(gazetteer) {}

    std::vector<Finding> findings() && {
        look("manifest", [&] { return manifest(); });
        if (!manifest_) return std::move(findings_);
        look("writer", [&] { return writer(); });
        look("databases", [&] { return databases(); });
        look("journal", [&] { return journal(); });
        if (reader_) look("gazetteer", [&] { return gazetteer(); });
        look("disk", [&] { return disk(); });
        return std::move(findings_);
    }

private:
    /// What one part throws is its fault, and the others are looked at all the same.
    void look(const char* part, const std::function<Finding()>& at) {
        Finding finding;
        try {
            finding = at();
        } catch (const std::exception& error) {
            finding = fault(error.what());
        }
        finding.part = part;
        findings_.push_back(std::move(finding));
    }

    Finding manifest() {
        manifest_ = read_manifest(folder_);
        if (!manifest_) return fault(fmt::format("There is no index in \"{}\".", folder_.string()));
        sequence_ = manifest_->journal.sequence;
        return well(fmt::format("The index {} is there, up to change {}.", manifest_->uuid,
                                manifest_->journal.sequence));
    }

    Finding writer() const {
        if (::access(folder_.c_str(), W_OK) != 0)
            return note("The folder may not be written to by you; it can be searched.");
        const std::string holder = WriterLock::holder(folder_);
        if (holder.empty()) return well("Nobody is writing.");
        return note(fmt::format("Process {} is writing.", holder));
    }

    Finding databases() {
        reader_.emplace(folder_);
        reader_->from_one_state([&] {
            sequence_ = reader_->sequence();
            articles_ = reader_->database().get_doccount();
        });
        // The manifest was read first and a writer may have gone on since.
        if (sequence_ < manifest_->journal.sequence)
            return fault(
                fmt::format("The databases end at change {}, before the manifest's {}; run "
                            "\"nutgraf-indexer rebuild\".",
                            sequence_, manifest_->journal.sequence));
        return well(fmt::format("{} can be searched.", counted(articles_, "article")));
    }

    Finding journal() const {
        std::uint64_t last = manifest_->journal.sequence;
        std::uint64_t number = 0;
        const auto files = journal_files(folder_);
        for (const std::string& name : files)
            if (std::stoull(name) != ++number)
                return fault(
                    fmt::format("The journal has no file {:08}.zst; restore it from a "
                                "backup.",
                                number));
        read_journal(folder_, manifest_->journal,
                     [&](std::uint64_t sequence, std::string_view) { last = sequence; });
        const std::uint64_t waiting = last - std::min(last, sequence_);
        if (waiting > 0)
            return note(
                fmt::format("{} {} for the next \"nutgraf-indexer add\" to become "
                            "searchable.",
                            counted(waiting, "change"), waiting == 1 ? "waits" : "wait"));
        return well(fmt::format("{}, {:.1f} MB; every change is searchable.",
                                counted(files.size(), "file"),
                                static_cast<double>(journal_size(folder_)) / megabyte));
    }

    Finding gazetteer() const {
        if (articles_ == 0 || reader_->gazetteer() == gazetteer_)
            return well("Everything was recognised by the present gazetteer.");
        return note(
            "Organisations and officials of older articles were recognised by another gazetteer; "
            "\"nutgraf-indexer rebuild --entities\" recognises them anew.");
    }

    /// Rebuilding and compacting make databases beside the old ones.
    Finding disk() const {
        std::uint64_t needed = 0;
        for (const std::string& name : manifest_->databases)
            for (const auto& entry : fs::directory_iterator(folder_ / name))
                needed += entry.file_size();
        const std::uint64_t available = fs::space(folder_).available;
        const std::string room = fmt::format(
            "{:.1f} GB are free on the disk, and the databases "
            "take {:.1f} GB",
            static_cast<double>(available) / gigabyte, static_cast<double>(needed) / gigabyte);
        if (available < least_room) return fault(room + "; make room before more is added.");
        if (available < needed) return note(room + ": too few to compact or rebuild them.");
        return well(room + ".");
    }

    static constexpr double megabyte = 1e6;
    static constexpr double gigabyte = 1e9;
    static constexpr std::uint64_t least_room = 64'000'000;  // Some commits' worth.

    const fs::path& folder_;
    std::string_view gazetteer_;
    std::optional<Manifest> manifest_;
    std::optional<IndexReader> reader_;
    std::uint64_t sequence_ = 0;
    std::uint64_t articles_ = 0;
    std::vector<Finding> findings_;
};

}  // namespace

std::string_view name_of(Weight weight) {
    switch (weight) {
        case Weight::well:
            return "ok";
        case Weight::note:
            return "note";
        default:
            return "fault";
    }
}

std::vector<Finding> check_index(const fs::path& folder, std::string_view gazetteer) {
    return Check(folder, gazetteer).findings();
}

}  // namespace nutgraf::index
