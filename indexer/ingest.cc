#include "indexer/ingest.h"

#include "base/date.h"
#include "base/error.h"
#include "indexer/archive/clean/clean.h"
#include "indexer/archive/key_bits.h"
#include "indexer/archive/notice.h"
#include "indexer/sitemap_dates.h"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

namespace nutgraf::indexer {

using archive::ArchiveFile;
using archive::Article;
using archive::Record;
using index::AddOutcome;

namespace {

/// A sink's refusal or failure must end the run, not be taken for a file that cannot be read.
struct SinkFailure {
    std::string message;
};

/// One run over some files.
class Run {
public:
    Run(const IngestOptions& options, const Sink& sink, const IngestObserver& observer)
        : options_(options), sink_(sink), observer_(observer) {}

    IngestTotals over(const std::vector<ArchiveFile>& files) {
        has_several_files_ = files.size() > 1;
        for (file_ = 0; file_ < files.size() && !totals_.is_interrupted; ++file_) {
            const ArchiveFile& file = files[file_];
            try {
                read(file);
            } catch (const SinkFailure& failure) {
                throw Error(failure.message);
            } catch (const Error& error) {
                ++totals_.read;
                refuse({file.path.string(), 0}, error.what());
            }
        }
        return totals_;
    }

private:
    void read(const ArchiveFile& file) {
        const auto count = [this](std::size_t bytes) { totals_.file_bytes += bytes; };
        const auto reader = archive::open_archive(file, options_.format, count);
        if (!reader) {
            ++totals_.read;
            refuse({file.path.string(), 0}, reader.error().message);
            return;
        }
        while (auto record = (*reader)->next()) {
            ++totals_.read;
            take({file.path.string(), record->line}, *record);
            if (observer_.progressed) observer_.progressed(totals_);
            if (observer_.should_stop && observer_.should_stop()) {
                totals_.is_interrupted = true;
                return;
            }
        }
    }

    void take(const Place& place, Record& record) {
        if (const auto* error = std::get_if<archive::RecordError>(&record.outcome)) {
            refuse(place, error->message);
            return;
        }
        if (observer_.warned)
            for (const std::string& warning : record.warnings) observer_.warned(place, warning);
        Article& article = std::get<Article>(record.outcome);
        check_date(place, article);
        if (options_.sitemaps != nullptr) {
            article = options_.sitemaps->completed(std::move(article));
            check_date(place, article);
        }
        put(place, completed(std::move(article)));
    }

    /// Leaves out, and keeps beside the article, a date that cannot be. What the text and the
    /// address tell takes its place, if that can be.
    void check_date(const Place& place, Article& article) const {
        if (!article.published) return;
        const std::string reason = wrong_date(article);
        if (reason.empty()) return;
        const bool was_declared = article.published->basis == archive::Published{}.basis;
        const std::string day = iso_date(article.published->days.first);
        article.extra["published"] = day;
        article.published.reset();
        if (observer_.warned)
            observer_.warned(place,
                             fmt::format("The date {} {}, and is not believed.", day, reason));
        if (!was_declared) return;
        article.extra.erase("published_at");  // The instant of that date.
        article = archive::cleaned(archive::as_given(std::move(article)));
        check_date(place, article);
    }

    /// Why a date is not believed; empty where it is.
    std::string wrong_date(const Article& article) const {
        const bool may_come = article.extra.contains("embargoed");
        if (options_.latest && article.published->days.first > *options_.latest && !may_come)
            return "is still to come";
        // Where programs keep no date they count from here.
        const auto instant = article.extra.find("published_at");
        const bool is_epoch = instant != article.extra.end() && instant->is_string() &&
                              instant->get<std::string>().starts_with("1970-01-01T00:00:00");
        return is_epoch ? "is where computers begin to count" : "";
    }

    Article completed(Article article) const {
        if (article.source.empty()) article.source = options_.source;
        if (!article.published) article.published = options_.published;
        return article;
    }

    void put(const Place& place, const Article& article) {
        if (is_of_another_file(article)) {
            refuse(place, fmt::format("Another file of this run has an article with the id \"{}\".",
                                      article.id));
            return;
        }
        totals_.text_bytes +=
            article.title.size() + article.standfirst.size() + article.body.size();
        switch (handed_over(article)) {
            case AddOutcome::added:
                ++totals_.added;
                break;
            case AddOutcome::replaced:
                ++totals_.replaced;
                break;
            case AddOutcome::unchanged:
                ++totals_.unchanged;
                break;
            case AddOutcome::killed:
                ++totals_.killed;
                break;
            case AddOutcome::withheld:
                ++totals_.withheld;
                break;
            case AddOutcome::embargoed:
                ++totals_.embargoed;
                break;
            case AddOutcome::corrected:
                ++totals_.corrected;
                break;
            case AddOutcome::refused:
                refuse(place, fmt::format("The id \"{}\" has the same key, {}, as another id.",
                                          article.id, archive::key_of(article.id)));
        }
    }

    /// Remembers from which file each article came. One file alone costs no memory, however large.
    bool is_of_another_file(const Article& article) {
        if (!has_several_files_ || archive::is_later_word(article)) return false;
        const std::uint64_t key = archive::bits_of_key(archive::key_of(article.id));
        const auto file = static_cast<std::uint32_t>(file_);
        const auto [first, is_new] = first_files_.try_emplace(key, file);
        return !is_new && first->second != file;
    }

    AddOutcome handed_over(const Article& article) {
        try {
            return sink_(article);
        } catch (const Error& error) {
            throw SinkFailure{error.what()};
        }
    }

    void refuse(const Place& place, std::string_view reason) {
        ++totals_.refused;
        if (observer_.refused) observer_.refused(place, reason);
    }

    const IngestOptions& options_;
    const Sink& sink_;
    const IngestObserver& observer_;
    IngestTotals totals_;
    std::size_t file_ = 0;
    bool has_several_files_ = false;
    // By key: the number of the file it came from. Small, for there may be millions.
    std::unordered_map<std::uint64_t, std::uint32_t> first_files_;
};

}  // namespace

IngestTotals ingest(const std::vector<ArchiveFile>& files, const IngestOptions& options,
                    const Sink& sink, const IngestObserver& observer) {
    return Run(options, sink, observer).over(files);
}

}  // namespace nutgraf::indexer
