#include "indexer/archive/wire/xml_news_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/wire/newsml.h"
#include "indexer/archive/wire/nitf.h"
#include "indexer/archive/xml/xml_trees.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

/// The fields of a tree, the reason why it has none, or nothing for what stands around the items.
using ItemFields = std::optional<Expected<Json, RecordError>> (*)(const XmlNode& tree);

std::optional<Expected<Json, RecordError>> nitf_fields(const XmlNode& tree) {
    Json fields = Json::object();
    add_nitf(tree, fields);
    return fields;
}

std::optional<Expected<Json, RecordError>> newsml_fields(const XmlNode& tree) {
    if (tree.name == "NewsItem") return newsml_1_item(tree);
    constexpr std::array<std::string_view, 6> items = {
        "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"};
    if (std::ranges::find(items, tree.name) == items.end()) return std::nullopt;
    return newsml_g2_item(tree);
}

bool opens_nothing(const XmlNode&) {
    return false;
}

bool is_around_news(const XmlNode& node) {
    return node.name == "newsMessage" || node.name == "itemSet" || node.name == "NewsML";
}

class XmlNewsReader final : public ArchiveReader {
public:
    XmlNewsReader(std::unique_ptr<ByteSource> bytes, std::string id, XmlTrees::Opens opens,
                  ItemFields fields)
        : trees_(std::move(bytes), std::move(opens)), id_(std::move(id)), fields_(fields) {}

    std::optional<Record> next() override {
        while (const auto tree = trees_.next())
            if (const auto fields = fields_(*tree)) return record(*tree, *fields);
        const auto fault = trees_.take_fault();
        if (!fault) return std::nullopt;
        return refused_record(fault->line, fault->message);
    }

private:
    Record record(const XmlNode& tree, const Expected<Json, RecordError>& read) {
        if (!read) return refused_record(tree.line, read.error().message);
        std::vector<std::string> warnings;
        if (const auto fault = trees_.take_fault())
            warnings.push_back(fmt::format("Line {}: {}", fault->line, fault->message));
        Json fields = *read;
        // What holds one article goes by the name of its file.
        if (trees_.opened().empty()) set_once(fields, "id", id_);
        return article_record(tree.line, fields, std::move(warnings));
    }

    XmlTrees trees_;
    std::string id_;
    ItemFields fields_;
};

}  // namespace

std::unique_ptr<ArchiveReader> nitf_reader(std::unique_ptr<ByteSource> bytes, std::string id) {
    return std::make_unique<XmlNewsReader>(std::move(bytes), std::move(id), &opens_nothing,
                                           &nitf_fields);
}

std::unique_ptr<ArchiveReader> newsml_reader(std::unique_ptr<ByteSource> bytes, std::string id) {
    return std::make_unique<XmlNewsReader>(std::move(bytes), std::move(id), &is_around_news,
                                           &newsml_fields);
}

}  // namespace nutgraf::archive
