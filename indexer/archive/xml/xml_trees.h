#pragma once

#include "indexer/archive/byte_source.h"
#include "indexer/archive/xml/xml_node.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::archive {

/// Where and why a file is not well formed: a whole sentence.
struct XmlFault {
    std::uint64_t line = 0;
    std::string message;
};

/// Reads XML as a sequence of trees, in bounded memory: elements that are opened are gone into, and
/// each of the others comes as one tree, its children with it. Never reads another file and knows
/// no document type. Not thread-safe: one per thread.
class XmlTrees {
public:
    /// Whether to go into an element, which has no children yet, by the path that leads to it.
    using Opens = std::function<bool(const XmlNode& element)>;

    /// The bytes may be in any character set and as damaged as feeds are (mended_xml).
    XmlTrees(std::unique_ptr<ByteSource> bytes, Opens opens);
    XmlTrees(const XmlTrees&) = delete;
    XmlTrees& operator=(const XmlTrees&) = delete;
    ~XmlTrees();

    /// The next tree; empty at the end, or where nothing more can be read. A tree that the file
    /// ends in the middle of is not given, and a fault. Throws Error when the bytes do.
    std::optional<XmlNode> next();

    /// The elements that were gone into around the tree that `next` gave, from the root inwards.
    const std::vector<XmlNode>& opened() const;

    /// The first fault since this was asked last.
    std::optional<XmlFault> take_fault();

private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace nutgraf::archive
