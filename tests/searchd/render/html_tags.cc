#include "tests/searchd/render/html_tags.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace nutgraf::test {

namespace {

// Capitals stand in names of SVG: "viewBox".
bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

class PageReader {
public:
    explicit PageReader(std::string_view html) : rest_(html), size_(html.size()) {}

    ReadPage page() {
        accept("<!doctype html>");
        while (!rest_.empty()) {
            if (accept("<"))
                page_.tags.push_back(tag());
            else
                page_.text += character();
        }
        return std::move(page_);
    }

private:
    Tag tag() {
        Tag tag;
        tag.is_closing = accept("/");
        tag.name = name();
        while (accept(" ")) {
            const std::string attribute = name();
            std::string value;
            if (accept("=\""))
                while (!accept("\"")) value += character();
            if (!tag.attributes.emplace(attribute, value).second) fail("an attribute given twice");
        }
        if (!accept(">")) fail("a tag that does not end");
        return tag;
    }

    std::string name() {
        const auto end = std::ranges::find_if_not(rest_, is_name);
        std::string name(rest_.begin(), end);
        if (name.empty()) fail("no name");
        rest_.remove_prefix(name.size());
        return name;
    }

    std::string character() {
        static constexpr std::pair<std::string_view, std::string_view> entities[] = {
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
        for (const auto& [entity, meaning] : entities)
            if (accept(entity)) return std::string(meaning);
        if (rest_.empty()) fail("the page ends early");
        if (std::string_view("<>&").find(rest_.front()) != std::string_view::npos)
            fail("a character that is not escaped");
        std::string one(1, rest_.front());
        rest_.remove_prefix(1);
        return one;
    }

    bool accept(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error("Byte " + std::to_string(size_ - rest_.size()) + ": " + what +
                                 " before " + std::string(rest_.substr(0, 60)));
    }

    std::string_view rest_;
    std::size_t size_;
    ReadPage page_;
};

}  // namespace

std::string Tag::shape() const {
    std::string shape = (is_closing ? "/" : "") + name;
    for (const auto& [attribute, value] : attributes) shape += " " + attribute;
    return shape;
}

std::string ReadPage::shape() const {
    std::string shapes;
    for (const Tag& tag : tags) shapes += tag.shape() + "\n";
    return shapes;
}

ReadPage read_page(std::string_view html) {
    return PageReader(html).page();
}

std::string markup_within(const std::string& html, const std::string& opening) {
    const auto at = html.find(opening);
    if (at == std::string::npos) throw std::runtime_error("The page has no " + opening);
    const auto begin = html.rfind('<', at) + 1;
    const std::string name = html.substr(begin, html.find_first_of(" >", begin) - begin);
    const auto inner = html.find('>', at) + 1;
    return html.substr(inner, html.find("</" + name + ">", inner) - inner);
}

}  // namespace nutgraf::test
