#include "indexer/archive/xml/xml_trees.h"

#include "base/error.h"
#include "indexer/archive/utf8_source.h"
#include "indexer/archive/xml/mended_source.h"
#include "indexer/archive/xml/namespaces.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <span>
#include <utility>

namespace nutgraf::archive {

namespace {

// What libxml2 itself allows, and enough for any page.
constexpr std::size_t max_depth = 256;
// A node takes memory beside its bytes.
constexpr std::size_t bytes_of_node = 160;
constexpr std::size_t max_tree_bytes = std::size_t{48} * 1024 * 1024;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::size_t cost_of(const XmlNode& node) {
    std::size_t bytes = bytes_of_node + node.text.size();
    for (const XmlAttribute& each : node.attributes)
        bytes += bytes_of_node + each.name.size() + each.value.size();
    return bytes;
}

}  // namespace

/// Builds trees of what libxml2 calls out while bytes are pushed into it.
class XmlTrees::Parser {
public:
    Parser(std::unique_ptr<ByteSource> bytes, Opens opens)
        : bytes_(mended_xml(utf8_source(std::move(bytes)))), opens_(std::move(opens)) {
        xmlSAXHandler calls{};
        calls.initialized = XML_SAX2_MAGIC;
        calls.startElementNs = &begin;
        calls.endElementNs = &end;
        calls.characters = &text;
        calls.cdataBlock = &text;
        calls.serror = &fault;
        context_ = xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr);
        if (context_ == nullptr) throw Error("libxml2 could not be started.");
        // No network, no other file, no entities; damaged files are read as far as it goes.
        xmlCtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOCDATA);
        xmlSwitchEncoding(context_, XML_CHAR_ENCODING_UTF8);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { xmlFreeParserCtxt(context_); }

    std::optional<XmlNode> next() {
        while (done_.empty() && !is_at_end_) push();
        if (done_.empty()) return std::nullopt;
        Done first = std::move(done_.front());
        done_.pop_front();
        opened_ = std::move(first.opened);
        return std::move(first.tree);
    }

    const std::vector<XmlNode>& opened() const { return opened_; }

    std::optional<XmlFault> take_fault() { return std::exchange(fault_, std::nullopt); }

private:
    struct Done {
        XmlNode tree;
        std::vector<XmlNode> opened;
    };

    void push() {
        constexpr std::size_t part_bytes = 4096;
        std::array<char, part_bytes> part{};
        const std::size_t count = bytes_->read(part);
        is_at_end_ = count == 0;
        xmlParseChunk(context_, part.data(), static_cast<int>(count), is_at_end_ ? 1 : 0);
        if (stopped_) is_at_end_ = true;
    }

    std::uint64_t line() const {
        return context_->input == nullptr ? 0 : static_cast<std::uint64_t>(context_->input->line);
    }

    static Parser& self(void* user) { return *static_cast<Parser*>(user); }

    // The parameters are libxml2's. NOLINTNEXTLINE(readability-function-size)
    static void begin(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                      int, const xmlChar**, int count, int, const xmlChar** attributes) {
        XmlNode node;
        node.name = usual_name(view(uri), view(prefix), view(local));
        node.line = self(user).line();
        constexpr std::size_t parts =
            5;  // Local name, prefix, address, begin and end of the value.
        const std::span rows(attributes, static_cast<std::size_t>(count) * parts);
        for (std::size_t i = 0; i < rows.size(); i += parts)
            node.attributes.push_back(
                {usual_name(view(rows[i + 2]), view(rows[i + 1]), view(rows[i])),
                 std::string(reinterpret_cast<const char*>(rows[i + 3]),
                             reinterpret_cast<const char*>(rows[i + 4]))});
        self(user).open(std::move(node));
    }

    static void end(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
        self(user).close();
    }

    static void text(void* user, const xmlChar* bytes, int count) {
        self(user).add_text(
            {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    }

    static void fault(void* user, xmlErrorPtr error) {
        if (error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE) return;
        std::string reason = error->message == nullptr ? "unknown" : error->message;
        while (reason.ends_with('\n') || reason.ends_with(' ') || reason.ends_with('.'))
            reason.pop_back();
        self(user).note(static_cast<std::uint64_t>(std::max(error->line, 0)),
                        fmt::format("The XML is not well formed: {}.", reason));
    }

    void note(std::uint64_t line, std::string message) {
        if (!fault_) fault_ = XmlFault{line, std::move(message)};
    }

    void stop(std::string message) {
        if (stopped_) return;
        note(line(), std::move(message));
        stopped_ = true;
        xmlStopParser(context_);
    }

    void open(XmlNode node) {
        if (stopped_) return;
        if (path_.size() + opening_.size() >= max_depth) {
            stop(fmt::format("The XML is nested deeper than {} levels.", max_depth));
        } else if (path_.empty() && opens_(node)) {
            opening_.push_back(std::move(node));
        } else {
            charge(cost_of(node));
            path_.push_back(std::move(node));
        }
    }

    void add_text(std::string_view bytes) {
        if (path_.empty() || stopped_) return;
        std::vector<XmlNode>& children = path_.back().children;
        if (children.empty() || !children.back().is_text()) {
            charge(bytes_of_node);
            children.emplace_back().line = line();
        }
        children.back().text += bytes;
        charge(bytes.size());
    }

    void charge(std::size_t bytes) {
        tree_bytes_ += bytes;
        if (tree_bytes_ > max_tree_bytes)
            stop(fmt::format("The record that begins at line {} takes more than {} MiB.",
                             path_.empty() ? line() : path_.front().line, max_tree_bytes >> 20U));
    }

    void close() {
        if (stopped_) return;
        if (path_.empty()) {
            if (!opening_.empty()) opening_.pop_back();
            return;
        }
        XmlNode node = std::move(path_.back());
        path_.pop_back();
        if (!path_.empty()) {
            path_.back().children.push_back(std::move(node));
            return;
        }
        tree_bytes_ = 0;
        done_.push_back({std::move(node), opening_});
    }

    std::unique_ptr<ByteSource> bytes_;
    Opens opens_;
    xmlParserCtxtPtr context_ = nullptr;
    std::vector<XmlNode> opening_;  // Gone into, from the root inwards.
    std::vector<XmlNode> path_;     // Of the tree that is being built.
    std::size_t tree_bytes_ = 0;
    std::deque<Done> done_;
    std::vector<XmlNode> opened_;
    std::optional<XmlFault> fault_;
    bool stopped_ = false;
    bool is_at_end_ = false;
};

XmlTrees::XmlTrees(std::unique_ptr<ByteSource> bytes, Opens opens)
    : parser_(std::make_unique<Parser>(std::move(bytes), std::move(opens))) {}

XmlTrees::~XmlTrees() = default;

std::optional<XmlNode> XmlTrees::next() {
    return parser_->next();
}

const std::vector<XmlNode>& XmlTrees::opened() const {
    return parser_->opened();
}

std::optional<XmlFault> XmlTrees::take_fault() {
    return parser_->take_fault();
}

}  // namespace nutgraf::archive
