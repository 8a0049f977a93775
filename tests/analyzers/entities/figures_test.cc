#include "analyzers/entities/analysis.h"
#include "tests/analyzers/entities/annotated_text.h"
#include "tests/analyzers/entities/recognised_names.h"
#include "tests/support/checkout.h"
#include "tests/support/golden.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace nutgraf::tests::in_figures_test {

using namespace nutgraf;
using namespace nutgraf::tests;

namespace {

/// What was found of what was to be found.
struct Figures {
    std::size_t wanted = 0;
    std::size_t found = 0;
    std::size_t right = 0;
    std::size_t linked = 0;    ///< Of the right ones those with the annotated id,
    std::size_t linkable = 0;  ///< of the right ones with an id.

    double precision() const { return share(right, found); }
    double recall() const { return share(right, wanted); }
    double f1() const {
        const double both = precision() + recall();
        return both == 0 ? 0 : 2 * precision() * recall() / both;
    }

    void add(const Figures& other) {
        wanted += other.wanted;
        found += other.found;
        right += other.right;
        linked += other.linked;
        linkable += other.linkable;
    }

    static double share(std::size_t part, std::size_t whole) {
        return whole == 0 ? 100 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    }
};

/// The figures of some texts, and what is wrong in each.
struct Report {
    Figures organisations;
    Figures persons;
    Figures descriptions;
    std::string mistakes;
};

/// Compares what is recognised in one text with its annotation.
class TextComparison {
public:
    TextComparison(const AnnotatedText& text, Report& report) : text_(text), report_(report) {}

    void compare() {
        const auto mentions =
            mentions_in(text_.text, {.published = text_.published, .lang = lang_});
        for (const Annotation& annotation : text_.annotations)
            if (annotation.tier != Tier::optional) ++figures_of(annotation).wanted;
        std::vector<bool> is_found(text_.annotations.size());
        for (const entities::Mention& mention : mentions) {
            const std::size_t at = annotation_of(mention);
            if (at == text_.annotations.size()) {
                ++figures_of(mention).found;
                say("extra", mention.begin, mention.end);
                continue;
            }
            is_found[at] = true;
            count(mention, text_.annotations[at]);
        }
        for (std::size_t i = 0; i < is_found.size(); ++i)
            if (!is_found[i] && text_.annotations[i].tier != Tier::optional)
                say("missing", text_.annotations[i].begin, text_.annotations[i].end);
    }

private:
    Figures& figures_of(const Annotation& annotation) {
        if (annotation.tier == Tier::description) return report_.descriptions;
        return annotation.is_organisation ? report_.organisations : report_.persons;
    }

    Figures& figures_of(const entities::Mention& mention) {
        if (mention.is_nominal) return report_.descriptions;
        return mention.kind == entities::MentionKind::organisation ? report_.organisations
                                                                   : report_.persons;
    }

    std::size_t annotation_of(const entities::Mention& mention) const {
        const bool is_organisation = mention.kind == entities::MentionKind::organisation;
        const auto same = std::ranges::find_if(text_.annotations, [&](const Annotation& a) {
            return a.begin == mention.begin && a.end == mention.end &&
                   a.is_organisation == is_organisation;
        });
        return static_cast<std::size_t>(same - text_.annotations.begin());
    }

    void count(const entities::Mention& mention, const Annotation& annotation) {
        if (annotation.tier == Tier::optional) return;
        Figures& figures = figures_of(annotation);
        ++figures.found;
        ++figures.right;
        if (annotation.id.empty()) return;
        ++figures.linkable;
        figures.linked += mention.id == annotation.id ? 1 : 0;
        if (mention.id != annotation.id)
            say("linked to " + (mention.id.empty() ? "nobody" : mention.id), mention.begin,
                mention.end);
    }

    void say(std::string_view mistake, std::uint32_t begin, std::uint32_t end) {
        report_.mistakes +=
            fmt::format("{}: {}: {}\n", text_.name, mistake, text_.text.substr(begin, end - begin));
    }

    const AnnotatedText& text_;
    const std::string lang_ = text_.lang();
    Report& report_;
};

const Report& report() {
    static const Report report = [] {
        Report made;
        for (const AnnotatedText& text :
             annotated_texts(checkout() / "tests/analyzers/entities/texts"))
            TextComparison(text, made).compare();
        return made;
    }();
    return report;
}

std::string line_of(std::string_view kind, const Figures& figures) {
    return fmt::format("{:14} {:5}  {:9.1f}  {:6.1f}  {:5.1f}  {}/{}\n", kind, figures.wanted,
                       figures.precision(), figures.recall(), figures.f1(), figures.linked,
                       figures.linkable);
}

}  // namespace

TEST_CASE("how well the texts of our own are recognised is as committed") {
    check_golden("entities/own_texts.txt",
                 "kind           names  precision  recall     F1  linked\n" +
                     line_of("organisations", report().organisations) +
                     line_of("persons", report().persons) +
                     line_of("descriptions", report().descriptions) + "\n" + report().mistakes);
}

TEST_CASE("names in the texts of our own are recognised, whatever the committed figures say") {
    CHECK(report().organisations.f1() >= 92);
    CHECK(report().persons.f1() >= 92);
    Figures all = report().organisations;
    all.add(report().persons);
    CHECK(Figures::share(all.linked, all.linkable) >= 97);
}

}  // namespace nutgraf::tests::in_figures_test
