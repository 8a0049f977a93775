#pragma once

#include "indexer/index/index_writer.h"
#include "searchd/alerts/run.h"
#include "searchd/alerts/store.h"
#include "searchd/search/searcher.h"
#include "tests/base/scratch_folder.h"
#include "tests/searchd/scratch_index.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::tests {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

/// A store of alerts and an index beside it.
class AlertBench {
public:
    std::filesystem::path store_path() const { return folder_.path() / "alerts.db"; }
    const ScratchFolder& folder() const { return folder_; }
    const ScratchIndex& index() const { return index_; }
    alerts::Store& store() { return store_; }
    search::Searcher& searcher() { return searcher_; }

    /// Takes articles in, "id: text" each, at noon.
    void add(const std::vector<std::string>& articles) const {
        for (const std::string& line : articles) {
            const auto colon = line.find(": ");
            index_.add({line.substr(0, colon), "Headline of " + line.substr(0, colon),
                        line.substr(colon + 2)});
        }
    }

    void remove(const std::string& id) const {
        index::IndexWriter writer(index_.path());
        writer.remove(id, noon);
        writer.commit();
    }

    /// An alert that begins where the index stands.
    alerts::Alert alert(const std::string& name, const std::string& text,
                        alerts::Repeats repeats = alerts::Repeats::once,
                        const std::string& command = "") {
        alerts::NewAlert wanted{name, {text}, repeats, command, "secret of " + name, noon};
        const search::IndexState state = searcher_.state();
        wanted.start = alerts::Cursor{state.uuid, state.sequence, state.sequence};
        return *store_.add(wanted);
    }

    alerts::Matching match(const alerts::Alert& alert, std::size_t batch = 200) {
        return alerts::match_new(alert, searcher_, store_.outbox(), {noon, batch});
    }

    /// One whole run; what it told, as "alert/article".
    std::vector<std::string> run(const alerts::RunOptions& options = {noon}) {
        std::vector<std::string> told;
        alerts::run_alerts(store_, searcher_, options,
                           [&](const std::vector<alerts::Match>& matches) {
                               for (const alerts::Match& match : matches)
                                   told.push_back(match.alert_name + "/" + match.article);
                           });
        return told;
    }

    /// The ids of the articles that are shown of an alert, newest first.
    std::vector<std::string> shown(const alerts::Alert& alert) {
        std::vector<std::string> ids;
        for (const alerts::Match& match : store_.outbox().newest(alert.id, {{}, 0, 1000}))
            ids.push_back(match.article);
        return ids;
    }

private:
    ScratchFolder folder_;
    ScratchIndex index_{{{"old", "Old", "huawei"}}};
    alerts::Store store_{store_path()};
    search::Searcher searcher_{index_.path()};
};

using Ids = std::vector<std::string>;

}  // namespace nutgraf::tests
