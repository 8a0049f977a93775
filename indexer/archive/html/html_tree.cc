#include "indexer/archive/html/html_tree.h"

#include "indexer/archive/html/html_limits.h"

#include <csetjmp>
#include <cstdlib>
#include <new>

namespace nutgraf::archive {

/// One piece of memory, in a list, so that all can be given back without walking a tree that may be
/// half made.
struct HtmlTree::Allocation {
    Allocation* before = nullptr;
    Allocation* after = nullptr;
    std::size_t size = 0;
};

namespace {

constexpr std::size_t max_tree_memory = std::size_t{192} * 1024 * 1024;
constexpr std::size_t header_bytes = 32;  // Keeps what follows aligned for anything.

/// What one parse has taken. Gumbo does not expect memory to be refused, so a refusal leaves it by
/// a long jump; it is written in C, and nothing between here and there has a destructor.
struct Budget {
    HtmlTree::Allocation* last = nullptr;
    std::size_t used = 0;
    std::jmp_buf refused{};
};

void* allocate(void* user, std::size_t size) {
    auto& budget = *static_cast<Budget*>(user);
    static_assert(sizeof(HtmlTree::Allocation) <= header_bytes);
    void* memory =
        budget.used + size > max_tree_memory ? nullptr : std::malloc(size + header_bytes);
    if (memory == nullptr) std::longjmp(budget.refused, 1);
    auto* allocation = new (memory) HtmlTree::Allocation{budget.last, nullptr, size};
    if (budget.last != nullptr) budget.last->after = allocation;
    budget.last = allocation;
    budget.used += size;
    return static_cast<char*>(memory) + header_bytes;
}

void give_back(void* user, void* pointer) {
    if (pointer == nullptr) return;
    auto& budget = *static_cast<Budget*>(user);
    auto* allocation =
        reinterpret_cast<HtmlTree::Allocation*>(static_cast<char*>(pointer) - header_bytes);
    if (allocation->before != nullptr) allocation->before->after = allocation->after;
    if (allocation->after != nullptr) allocation->after->before = allocation->before;
    if (budget.last == allocation) budget.last = allocation->before;
    budget.used -= allocation->size;
    std::free(allocation);
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
    if (!is_built_to_exhaust(html)) parse(html);
}

void HtmlTree::parse(std::string_view html) {
    Budget budget;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &allocate;
    options.deallocator = &give_back;
    options.userdata = &budget;
    options.max_errors = 0;
    // NOLINTNEXTLINE(cert-err52-cpp): see Budget.
    if (setjmp(budget.refused) == 0) {
        const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
        root_ = output->root;
    }
    allocations_ = budget.last;
}

HtmlTree::~HtmlTree() {
    while (allocations_ != nullptr) {
        Allocation* before = allocations_->before;
        std::free(allocations_);
        allocations_ = before;
    }
}

std::string_view attribute(const GumboNode& node, const char* name) {
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return {};
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string_view() : found->value;
}

const GumboVector* children(const GumboNode& node) {
    static constexpr GumboVector none{};
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
        return &node.v.element.children;
    return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : &none;
}

const GumboNode& child_at(const GumboVector& nodes, unsigned place) {
    return *static_cast<const GumboNode*>(nodes.data[place]);
}

}  // namespace nutgraf::archive
