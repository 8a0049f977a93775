#include "indexer/index/journal_takedown.h"

#include "base/error.h"
#include "base/json.h"
#include "indexer/index/change.h"
#include "indexer/index/frame_walk.h"
#include "indexer/index/journal_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <utility>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

/// Tells whose a record is, among some articles, and reads only records that may be.
class RecordsOf {
public:
    explicit RecordsOf(const std::set<std::string>& ids) : ids_(ids) {
        for (const std::string& id : ids) written_.push_back(to_text(Json(id)));
        for (const std::string& text : written_) searchers_.emplace_back(text.begin(), text.end());
    }
    RecordsOf(const RecordsOf&) = delete;
    RecordsOf& operator=(const RecordsOf&) = delete;
    ~RecordsOf() = default;

    /// The id of the one among the articles that a record is about; empty when it is about none.
    std::string among(std::uint64_t sequence, const std::string& record) const {
        const auto stands_in = [&](const Searcher& searcher) {
            return std::search(record.begin(), record.end(), searcher) != record.end();
        };
        if (std::ranges::none_of(searchers_, stands_in)) return {};
        std::string id = id_in_record(sequence, record);
        return ids_.contains(id) ? id : std::string();
    }

private:
    using Searcher = std::boyer_moore_horspool_searcher<std::string::const_iterator>;

    const std::set<std::string>& ids_;
    std::vector<std::string> written_;  // As records have them; the searchers refer to these.
    std::vector<Searcher> searchers_;
};

[[noreturn]] void fail_cut(const File& file, std::uint64_t offset) {
    throw Error(fmt::format("The journal \"{}\" is damaged at byte {}; restore it from a backup.",
                            file.path().string(), offset));
}

/// Writes one file anew, as a draft beside it.
class FileTakedown {
public:
    FileTakedown(const fs::path& file, const fs::path& draft, const RecordsOf& wanted)
        : file_(File::open_to_read(file)), draft_(File::open_to_write(draft)), wanted_(wanted) {
        draft_.truncate(0);
    }

    /// Returns how many changes were blanked.
    std::uint64_t written(std::uint64_t up_to) {
        FrameWalk walk(file_, 0);
        while (auto records = walk.next()) {
            const std::uint64_t first = walk.header().first_sequence;
            if (blank(*records, first, up_to)) {
                append(encoded_frame(first, *records));
            } else {
                append(file_.read_at(walk.begin(), walk.position() - walk.begin()));
            }
        }
        if (!walk.is_at_end()) fail_cut(file_, walk.position());
        draft_.sync();
        return blanked_;
    }

private:
    /// Whether there was anything to blank.
    bool blank(std::vector<std::string>& records, std::uint64_t first, std::uint64_t up_to) {
        const std::uint64_t before = blanked_;
        for (std::size_t i = 0; i < records.size() && first + i <= up_to; ++i) {
            const std::string id = wanted_.among(first + i, records[i]);
            if (id.empty()) continue;
            records[i] = blanked_record(first + i, records[i]);
            ++blanked_;
        }
        return blanked_ > before;
    }

    void append(std::string_view bytes) {
        draft_.write_at(end_, bytes);
        end_ += bytes.size();
    }

    File file_;
    File draft_;
    const RecordsOf& wanted_;
    std::uint64_t end_ = 0;
    std::uint64_t blanked_ = 0;
};

/// The ids of the wanted articles that a file has the text of.
std::set<std::string> ids_in(const File& file, const RecordsOf& wanted) {
    std::set<std::string> ids;
    FrameWalk walk(file, 0);
    while (const auto records = walk.next()) {
        std::uint64_t sequence = walk.header().first_sequence;
        for (const std::string& record : *records) {
            std::string id = wanted.among(sequence, record);
            if (!id.empty() && has_article(sequence, record)) ids.insert(std::move(id));
            ++sequence;
        }
    }
    if (!walk.is_at_end() && walk.has_frame_further_on()) fail_cut(file, walk.position());
    return ids;
}

std::uint64_t take_out_of_file(const fs::path& folder, const JournalFile& file,
                               const RecordsOf& wanted, std::uint64_t up_to) {
    const fs::path old_path = folder / name_of(file);
    const fs::path new_path = folder / name_of({file.number, file.generation + 1});
    fs::path draft = new_path;
    draft += ".new";
    const std::uint64_t blanked = FileTakedown(old_path, draft, wanted).written(up_to);
    if (blanked == 0) {
        fs::remove(draft);
        return 0;
    }
    if (std::rename(draft.c_str(), new_path.c_str()) != 0)
        throw Error(system_failure("replaced", old_path));
    sync_folder(folder);  // Before the old one goes.
    fs::remove(old_path);
    sync_folder(folder);
    return blanked;
}

}  // namespace

JournalTraces traces_in_journal(const fs::path& index_folder, const std::vector<std::string>& ids) {
    const fs::path folder = articles_folder(index_folder);
    const std::set<std::string> sought(ids.begin(), ids.end());
    const RecordsOf wanted(sought);
    JournalTraces traces;
    for (const JournalFile& listed : current_files(folder)) {
        const auto ids_there = ids_in(open_current(folder, listed.number), wanted);
        if (!ids_there.empty()) traces.files.insert(listed.number);
        traces.ids.insert(ids_there.begin(), ids_there.end());
        ++traces.files_read;
    }
    return traces;
}

std::uint64_t take_out_of_journal(const fs::path& index_folder, const JournalTraces& traces,
                                  std::uint64_t up_to) {
    const fs::path folder = articles_folder(index_folder);
    const RecordsOf wanted(traces.ids);
    std::uint64_t blanked = 0;
    for (const JournalFile& file : current_files(folder))
        if (traces.files.contains(file.number))
            blanked += take_out_of_file(folder, file, wanted, up_to);
    return blanked;
}

}  // namespace nutgraf::index
