#include "indexer/archive/feed/feed_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/feed/cdf.h"
#include "indexer/archive/feed/feed_item.h"
#include "indexer/archive/feed/feed_text.h"
#include "indexer/archive/xml/xml_trees.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

bool is_feed_around_items(const XmlNode& node) {
    constexpr std::array<std::string_view, 8> names = {
        "rss", "channel", "CHANNEL", "feed", "atom:feed", "rdf:RDF", "RDF", "redirect"};
    return std::ranges::find(names, node.name) != names.end();
}

bool is_feed_item(const XmlNode& node) {
    return node.name == "item" || node.name == "ITEM" || node.name == "entry" ||
           node.name == "atom:entry";
}

class FeedReader final : public ArchiveReader {
public:
    FeedReader(std::unique_ptr<ByteSource> bytes, const std::string& address)
        : trees_(std::move(bytes), &is_feed_around_items) {
        if (address.find("://") != std::string::npos) head_.base = address;
    }

    std::optional<Record> next() override {
        while (auto tree = trees_.next()) {
            if (is_cdf(*tree)) tree = cdf_as_rss(*tree);
            if (is_feed_item(*tree)) return record(*tree);
            learn(*tree);
        }
        const auto fault = trees_.take_fault();
        if (!fault) return std::nullopt;
        return refused_record(fault->line, fault->message);
    }

private:
    Record record(const XmlNode& item) {
        std::vector<std::string> warnings;
        if (const auto fault = trees_.take_fault())
            warnings.push_back(fmt::format("Line {}: {}", fault->line, fault->message));
        FeedHead head = head_;
        for (const XmlNode& around : trees_.opened()) {
            if (const auto base = attribute(around, "xml:base"); !base.empty())
                head.base = resolved_url(head.base, base);
            if (const auto lang = attribute(around, "xml:lang"); !lang.empty()) head.lang = lang;
        }
        return article_record(item.line, feed_item(item, head), std::move(warnings));
    }

    /// Takes in what the feed says of itself.
    void learn(const XmlNode& node) {
        const std::string_view name =
            std::string_view(node.name).substr(node.name.starts_with("atom:") ? 5 : 0);
        const bool is_title = name == "title" || name == "dc:title";
        if (is_title && head_.title.empty()) head_.title = on_one_line(feed_text(&node));
        if ((name == "language" || name == "dc:language") && head_.lang.empty())
            head_.lang = on_one_line(text_in(&node));
    }

    XmlTrees trees_;
    FeedHead head_;
};

}  // namespace

// As in every row of the table of formats.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
std::unique_ptr<ArchiveReader> feed_reader(std::unique_ptr<ByteSource> bytes, std::string address) {
    return std::make_unique<FeedReader>(std::move(bytes), address);
}

}  // namespace nutgraf::archive
