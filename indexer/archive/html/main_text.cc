#include "indexer/archive/html/main_text.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_tree.h"
#include "indexer/archive/html/node_text.h"
#include "indexer/archive/html/page_block.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace nutgraf::archive {

namespace {

/// What elements are worth, and the order in which they were found: of equals the first is best.
struct Scores {
    std::unordered_map<const GumboNode*, double> worth;
    std::vector<const GumboNode*> order;
};

template <std::size_t size>
bool is_in(const std::array<GumboTag, size>& tags, GumboTag tag) {
    return std::ranges::find(tags, tag) != tags.end();
}

/// Elements that are furniture whatever their names.
bool is_furniture_tag(GumboTag tag) {
    constexpr std::array tags = {GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER};
    return is_in(tags, tag) || is_unseen(tag);
}

/// Furniture by its names; the element that holds the whole page never is.
bool is_furniture(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (is_furniture_tag(tag)) return true;
    constexpr std::array kept = {GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE,
                                 GUMBO_TAG_MAIN, GUMBO_TAG_A,    GUMBO_TAG_P};
    return node.type == GUMBO_NODE_ELEMENT && !is_in(kept, tag) && is_named_furniture(node);
}

bool has_block_child(const GumboNode& node) {
    const GumboVector& inside = *children(node);
    for (unsigned i = 0; i < inside.length; ++i)
        if (is_block(tag_of(child_at(inside, i)))) return true;
    return false;
}

/// Whether an element's own text counts towards the elements around it.
bool is_scored(const GumboNode& node) {
    constexpr std::array tags = {GUMBO_TAG_P, GUMBO_TAG_TD, GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE};
    const GumboTag tag = tag_of(node);
    constexpr std::array containers = {GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE};
    return is_in(tags, tag) || (is_in(containers, tag) && !has_block_child(node));
}

/// What an element is worth before its text is looked at.
double first_score(const GumboNode& node) {
    constexpr std::array lists = {GUMBO_TAG_OL, GUMBO_TAG_UL, GUMBO_TAG_DL,   GUMBO_TAG_DD,
                                  GUMBO_TAG_DT, GUMBO_TAG_LI, GUMBO_TAG_FORM, GUMBO_TAG_ADDRESS};
    constexpr std::array headings = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
                                     GUMBO_TAG_TH};
    const GumboTag tag = tag_of(node);
    double score = weight_of_names(node);
    if (tag == GUMBO_TAG_DIV) score += 5;
    if (tag == GUMBO_TAG_ARTICLE) score += 10;
    if (is_in(lists, tag)) score -= 3;
    if (is_in(headings, tag)) score -= 5;
    return score;
}

/// Gives a paragraph's worth to the elements around it, less the further they are.
void give_worth(const GumboNode& paragraph, Scores& scores) {
    constexpr double shortest = 22;
    constexpr double characters_of_a_point = 85;
    constexpr double most_for_length = 3;
    constexpr int levels = 5;
    const BlockCounts counts = counts_of(paragraph);
    if (counts.characters < shortest) return;
    const double worth =
        2 + counts.commas + std::min(counts.characters / characters_of_a_point, most_for_length);
    const GumboNode* around = paragraph.parent;
    for (int level = 0; level < levels && around != nullptr; ++level, around = around->parent) {
        if (around->type != GUMBO_NODE_ELEMENT) break;
        const auto [row, is_new] = scores.worth.try_emplace(around, 0);
        if (is_new) {
            row->second = first_score(*around);
            scores.order.push_back(around);
        }
        const double share = level == 0 ? 1 : level == 1 ? 2 : level * 3;
        row->second += worth / share;
    }
}

void score_all(const GumboNode& node, Scores& scores) {
    if (is_furniture(node)) return;
    if (is_scored(node)) give_worth(node, scores);
    const GumboVector& inside = *children(node);
    for (unsigned i = 0; i < inside.length; ++i) score_all(child_at(inside, i), scores);
}

double final_score(const GumboNode& node, double score) {
    return score * (1 - counts_of(node).link_share());
}

/// The nearest element around the best that holds three others nearly as good: an article whose
/// sections have an element each. The best itself when there is none.
const GumboNode* around_equals(const GumboNode* best, double score, const Scores& scores) {
    constexpr double nearly = 0.75;
    constexpr int enough = 3;
    std::unordered_map<const GumboNode*, int> equals_inside;
    for (const GumboNode* node : scores.order) {
        if (node == best || final_score(*node, scores.worth.at(node)) < score * nearly) continue;
        for (const GumboNode* around = node->parent; around != nullptr; around = around->parent)
            ++equals_inside[around];
    }
    for (const GumboNode* around = best->parent; around != nullptr; around = around->parent) {
        if (tag_of(*around) == GUMBO_TAG_BODY) break;
        if (const auto row = equals_inside.find(around);
            row != equals_inside.end() && row->second >= enough)
            return around;
    }
    return best;
}

/// Whether what stands beside the best element goes with it.
bool goes_with(const GumboNode& node, const Scores& scores, double best) {
    constexpr double share_of_best = 0.2;
    constexpr double least = 10;
    if (const auto found = scores.worth.find(&node); found != scores.worth.end())
        if (final_score(node, found->second) >= std::max(least, best * share_of_best)) return true;
    if (tag_of(node) != GUMBO_TAG_P) return false;
    const BlockCounts counts = counts_of(node);
    constexpr double long_paragraph = 70;
    return counts.characters > long_paragraph
               ? counts.link_share() < 0.25
               : counts.characters > 0 && counts.link_characters == 0;
}

/// Blocks inside the article that are lists of links, forms or rows of pictures.
bool is_inner_furniture(const GumboNode& node) {
    constexpr std::array suspects = {GUMBO_TAG_DIV,     GUMBO_TAG_UL,      GUMBO_TAG_OL,
                                     GUMBO_TAG_TABLE,   GUMBO_TAG_SECTION, GUMBO_TAG_FORM,
                                     GUMBO_TAG_FIELDSET};
    const GumboTag tag = tag_of(node);
    if (is_furniture(node)) return true;
    if (!is_in(suspects, tag)) return false;
    const BlockCounts counts = counts_of(node);
    constexpr double enough_commas = 10;
    if (counts.commas >= enough_commas) return false;
    const int weight = weight_of_names(node);
    const double most_links = weight >= 25 ? 0.5 : 0.2;
    const bool is_list = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
    return weight < 0 || (!is_list && counts.items > counts.paragraphs + 100) ||
           counts.inputs > counts.paragraphs / 3 + 1 ||
           (counts.link_share() > (is_list ? 0.4 : most_links) && counts.characters > 0);
}

/// Adds a node's text without the furniture in it.
void add_clean_text(const GumboNode& node, std::string_view title, TextLayout& layout) {
    if (node.type != GUMBO_NODE_ELEMENT) {
        add_node_text(node, layout);
        return;
    }
    const GumboTag tag = node.v.element.tag;
    if (is_inner_furniture(node)) return;
    constexpr std::array titles = {GUMBO_TAG_H1, GUMBO_TAG_H2};
    if (is_in(titles, tag) && on_one_line(node_text(node)) == title) return;
    if (!has_block_child(node)) {
        add_node_text(node, layout);
        return;
    }
    layout.paragraph_break();
    const GumboVector& inside = *children(node);
    for (unsigned i = 0; i < inside.length; ++i) add_clean_text(child_at(inside, i), title, layout);
    layout.paragraph_break();
}

std::string text_around(const GumboNode& best, const Scores& scores, double score,
                        std::string_view title) {
    TextLayout layout;
    if (best.parent == nullptr || best.parent->type != GUMBO_NODE_ELEMENT) {
        add_clean_text(best, title, layout);
        return layout.text();
    }
    const GumboVector& beside = *children(*best.parent);
    for (unsigned i = 0; i < beside.length; ++i) {
        const GumboNode& node = child_at(beside, i);
        if (&node == &best || (!is_furniture(node) && goes_with(node, scores, score))) {
            layout.paragraph_break();
            add_clean_text(node, title, layout);
        }
    }
    return layout.text();
}

}  // namespace

std::string main_text(const GumboNode& page, std::string_view title) {
    Scores scores;
    score_all(page, scores);
    const GumboNode* best = nullptr;
    double best_score = 0;
    for (const GumboNode* node : scores.order) {
        const double own = final_score(*node, scores.worth.at(node));
        if (best != nullptr && own <= best_score) continue;
        best = node;
        best_score = own;
    }
    std::string text;
    if (best != nullptr)
        text = text_around(*around_equals(best, best_score, scores), scores, best_score, title);
    constexpr std::size_t shortest_article = 250;
    if (text.size() < shortest_article) {
        TextLayout whole;
        add_clean_text(page, title, whole);
        text = whole.text();
    }
    if (text.empty()) text = node_text(page);
    return text;
}

}  // namespace nutgraf::archive
