#include "indexer/index/maintenance.h"
#include "tests/searchd/alerts/bench.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace nutgraf::tests::in_run_property_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::noon;

namespace {

unsigned first_seed() {
    const char* const given = std::getenv("NUTGRAF_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20190510;
}

unsigned wanted_worlds() {
    return std::getenv("NUTGRAF_LONG") != nullptr ? 500 : 6;
}

struct CutOff {};

/// Random changes to an archive and its alerts, and what the alerts must find of them, said
/// plainly.
class World {
public:
    explicit World(unsigned seed) : random_(seed) {
        for (std::size_t i = 0; i < 4; ++i) add_alert(i);
    }

    /// Some changes, then runs that are cut off at every step until one comes through.
    void turn() {
        for (auto changes = below(6); changes > 0; --changes) change_archive();
        if (below(3) == 0) pause_or_resume();
        if (below(8) == 0) index::rebuild_index(bench_.index().path(), [](std::uint64_t) {});
        for (Model& model : models_) {
            if (!model.is_paused) expect_of(model);
            forget_removed(model);
        }
        run_with_cuts();
        if (below(4) == 0) run_with_cuts();
    }

    /// Each alert has told what it must, and each of that once, and shows what is still there.
    void check() {
        for (const Model& model : models_) {
            CAPTURE(model.alert.name);
            CHECK(told_[model.alert.name] == model.expected);
            std::set<std::string> shown;
            for (const Match& match : bench_.store().outbox().newest(model.alert.id, {{}, 0, 999}))
                CHECK(shown.insert(name_of(model, match.article, match.sequence)).second);
            CHECK(shown == model.shown);
        }
        CHECK(repeats_ == 0);
    }

    unsigned cuts() const { return cuts_; }
    std::size_t told() const { return ids_.size(); }

private:
    struct Version {
        std::string word;
        std::uint64_t sequence = 0;
    };
    struct Model {
        Alert alert;
        std::string word;
        bool is_paused = false;
        std::uint64_t cursor = 0;
        std::set<std::string> expected;  // "article" or "article@sequence".
        std::set<std::string> shown;     // Those of them whose articles were never gone at a run.
    };

    unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
    std::string word() { return std::vector<std::string>{"huawei", "nokia", "ericsson"}[below(3)]; }

    void add_alert(std::size_t number) {
        const bool is_every = number % 2 == 1;
        const std::string wanted = word();
        models_.push_back({bench_.alert("alert " + std::to_string(number), wanted,
                                        is_every ? Repeats::every_version : Repeats::once),
                           wanted, false, sequence_});
    }

    void change_archive() {
        const std::string id = "article " + std::to_string(below(12));
        if (below(4) == 0) {
            if (archive_.erase(id) == 0) return;
            ++sequence_;
            bench_.remove(id);
        } else {
            const std::string text = word();
            ++sequence_;
            archive_[id] = {text, sequence_};
            bench_.add({fmt::format("{}: {} in version {}", id, text, sequence_)});
        }
    }

    void pause_or_resume() {
        Model& model = models_[below(4)];
        model.is_paused = !model.is_paused;
        CHECK(bench_.store().change(model.alert.id, {.is_paused = model.is_paused}));
    }

    void expect_of(Model& model) const {
        for (const auto& [id, version] : archive_) {
            if (version.sequence <= model.cursor || version.word != model.word) continue;
            const std::string name = name_of(model, id, version.sequence);
            if (model.expected.insert(name).second) model.shown.insert(name);
        }
        model.cursor = sequence_;
    }

    void forget_removed(Model& model) const {
        std::erase_if(model.shown, [&](const std::string& name) {
            return !archive_.contains(name.substr(0, name.find('@')));
        });
    }

    static std::string name_of(const Model& model, const std::string& id, std::uint64_t sequence) {
        if (model.alert.repeats == Repeats::once) return id;
        return fmt::format("{}@{}", id, sequence);
    }

    void run_with_cuts() {
        for (unsigned allowed = below(3);; allowed += 1 + below(4)) {
            unsigned steps = 0;
            RunOptions options{noon};
            options.batch = 1 + below(3);
            options.goes_on = [&] {
                if (++steps > allowed) throw CutOff();
                return true;
            };
            try {
                run_alerts(bench_.store(), bench_.searcher(), options,
                           [&](const std::vector<Match>& matches) { hear(matches); });
                return;
            } catch (const CutOff&) {
                ++cuts_;
            }
        }
    }

    void hear(const std::vector<Match>& matches) {
        for (const Match& match : matches) {
            const auto model = std::ranges::find(models_, match.alert_name,
                                                 [](const Model& m) { return m.alert.name; });
            const bool is_fresh = told_[match.alert_name]
                                      .insert(name_of(*model, match.article, match.sequence))
                                      .second;
            repeats_ += is_fresh && ids_.insert(match.id).second ? 0 : 1;
        }
    }

    std::mt19937 random_;
    AlertBench bench_;
    std::uint64_t sequence_ = 1;  // The bench has one article already.
    std::map<std::string, Version> archive_;
    std::vector<Model> models_;
    std::map<std::string, std::set<std::string>> told_;  // By alert.
    std::set<std::string> ids_;
    unsigned repeats_ = 0;
    unsigned cuts_ = 0;
};

}  // namespace

TEST_CASE("whatever happens to archive and alerts, every match is told, and told once") {
    unsigned cuts = 0;
    std::size_t told = 0;
    for (unsigned i = 0; i < wanted_worlds(); ++i) {
        const unsigned seed = first_seed() + i;
        CAPTURE(seed);
        World world(seed);
        for (int turn = 0; turn < 12; ++turn) {
            CAPTURE(turn);
            world.turn();
            world.check();
        }
        cuts += world.cuts();
        told += world.told();
    }
    CHECK(told > wanted_worlds());
    MESSAGE("worlds: ", wanted_worlds(), ", matches: ", told, ", runs cut off: ", cuts,
            ", from seed ", first_seed());
}

}  // namespace nutgraf::tests::in_run_property_test
