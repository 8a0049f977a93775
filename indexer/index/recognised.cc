#include "indexer/index/recognised.h"

#include "indexer/archive/clean/clean.h"
#include "indexer/index/known_day.h"
#include "indexer/index/mention_terms.h"
#include "indexer/index/office_terms.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <map>

namespace nutgraf::index {

using analyzers::Token;
using analyzers::Tokens;
using entities::Gazetteer;
using entities::Mention;
using entities::MentionKind;
using entities::Quote;

namespace {

void append(Tokens& to, const Tokens& from, std::size_t bytes_before) {
    for (std::size_t i = 0; i < from.size(); ++i) {
        Token token = from[i];
        token.begin += static_cast<std::uint32_t>(bytes_before);
        token.end += static_cast<std::uint32_t>(bytes_before);
        to.add(token, from.folded(i), from.caseless(i));
    }
}

/// The text that is analysed.
std::string with_headline(const archive::Article& article, std::string_view text) {
    std::string whole;
    whole.reserve(article.title.size() + 1 + text.size());
    whole.append(article.title).append("\n").append(text);
    return whole;
}

std::string kind_name(MentionKind kind) {
    if (kind == MentionKind::organisation) return "org";
    return kind == MentionKind::official ? "official" : "person";
}

/// How much an article is about an entity: being in the headline counts 35 of 100, standing early
/// up to 30, being named often up to 35, and what it says up to 10 besides.
class Relevance {
public:
    void count(const Mention& mention, bool is_in_title, std::size_t tokens) {
        const double place = static_cast<double>(mention.first_token) / static_cast<double>(tokens);
        first_ = std::min(first_, place);
        is_in_title_ = is_in_title_ || is_in_title;
        weight_ += mention.is_nominal ? 0.5 : 1.0;
    }

    void count_speech() { speech_ += 1; }

    std::uint8_t value() const {
        constexpr double headline = 35;
        constexpr double early = 30;
        constexpr double often = 35;
        constexpr double half_at = 3;  // So many mentions make half of what many would.
        constexpr double said = 10;
        constexpr double most = 100;
        const double sum = (is_in_title_ ? headline : 0) + early * (1 - first_) +
                           often * weight_ / (weight_ + half_at) + said * speech_ / (speech_ + 1);
        return static_cast<std::uint8_t>(std::min(sum, most));
    }

private:
    double first_ = 1;
    double weight_ = 0;
    double speech_ = 0;  // Quotes.
    bool is_in_title_ = false;
};

/// Collects the entities of one article.
class Collector {
public:
    Collector(const Gazetteer& gazetteer, std::size_t title_bytes, const ArticleWords& words)
        : gazetteer_(gazetteer), text_begin_(title_bytes + 1), words_(words) {}

    void add(const Mention& mention) {
        StoredMention stored{mention.end < text_begin_,
                             mention.begin,
                             mention.end,
                             mention.first_token,
                             mention.last_token,
                             0,
                             0};
        if (!stored.is_in_title) {
            if (mention.begin < text_begin_) return;  // Runs from the headline into the text.
            const auto bytes = static_cast<std::uint32_t>(text_begin_);
            const auto tokens = static_cast<std::uint32_t>(words_.title.size());
            stored.begin -= bytes;
            stored.end -= bytes;
            stored.first_token -= tokens;
            stored.last_token -= tokens;
        }
        stored.entity = entity_of(mention);
        stored.terms = set_of(mention_terms(mention, gazetteer_));
        relevance_[stored.entity].count(mention, stored.is_in_title,
                                        words_.title.size() + words_.text.size());
        result_.mentions.push_back(stored);
    }

    void add(const Quote& quote, const std::vector<Mention>& mentions, std::string_view whole) {
        StoredQuote stored{quote.end < text_begin_,
                           quote.begin,
                           quote.end,
                           quote.first_token,
                           quote.last_token,
                           std::string(name_of(quote.kind)),
                           StoredQuote::nobody,
                           StoredQuote::nobody,
                           {},
                           {}};
        if (!stored.is_in_title) {
            if (quote.begin < text_begin_) return;
            const auto bytes = static_cast<std::uint32_t>(text_begin_);
            const auto tokens = static_cast<std::uint32_t>(words_.title.size());
            stored.begin -= bytes;
            stored.end -= bytes;
            stored.first_token -= tokens;
            stored.last_token -= tokens;
        }
        stored.speaker_text =
            whole.substr(quote.speaker_begin, quote.speaker_end - quote.speaker_begin);
        stored.cue = whole.substr(quote.cue_begin, quote.cue_end - quote.cue_begin);
        if (quote.speaker != entities::none) {
            const Mention& speaker = mentions[quote.speaker];
            stored.speaker = entity_of(speaker);
            relevance_[stored.speaker].count_speech();
            stored.terms = set_of(speaker_terms(speaker, gazetteer_));
        }
        result_.quotes.push_back(std::move(stored));
    }

    StoredEntities collected() && {
        for (std::size_t i = 0; i < relevance_.size(); ++i)
            result_.entities[i].relevance = relevance_[i].value();
        add_subjects();
        sort_entities();
        std::ranges::sort(result_.mentions, {}, [](const StoredMention& mention) {
            return std::tuple(!mention.is_in_title, mention.begin, mention.end, mention.entity);
        });
        std::ranges::stable_sort(result_.quotes, {}, [](const StoredQuote& quote) {
            return std::tuple(!quote.is_in_title, quote.begin, ~quote.end);
        });
        return std::move(result_);
    }

private:
    /// A person who is an official anywhere in the article is one, and has the fullest name.
    std::uint32_t entity_of(const Mention& mention) {
        const bool is_organisation = mention.kind == MentionKind::organisation;
        const std::string id = mention.id.empty() ? unlisted_id(mention.name) : mention.id;
        const auto [known, is_new] = numbers_.try_emplace(
            {is_organisation, id}, static_cast<std::uint32_t>(result_.entities.size()));
        if (is_new) {
            result_.entities.push_back({kind_name(mention.kind), id, mention.name, 0});
            relevance_.emplace_back();
        }
        StoredEntity& entity = result_.entities[known->second];
        if (mention.kind == MentionKind::official) entity.kind = kind_name(mention.kind);
        if (mention.name.size() > entity.name.size()) entity.name = mention.name;
        return known->second;
    }

    std::uint32_t set_of(std::vector<std::string> terms) {
        const auto [known, is_new] =
            sets_.try_emplace(terms, static_cast<std::uint32_t>(result_.term_sets.size()));
        if (is_new) result_.term_sets.push_back(std::move(terms));
        return known->second;
    }

    /// What an article is about is known when all of it was seen. Mentions that are found by the
    /// same terms are of one entity.
    void add_subjects() {
        std::vector<bool> is_done(result_.term_sets.size());
        for (const StoredMention& mention : result_.mentions) {
            if (result_.entities[mention.entity].relevance < about_relevance) continue;
            if (is_done[mention.terms]) continue;
            is_done[mention.terms] = true;
            add_subject(result_.term_sets[mention.terms]);
        }
    }

    static void add_subject(std::vector<std::string>& terms) {
        std::vector<std::string> subjects;
        for (const std::string& term : terms)
            if (std::string subject = about_term(term); !subject.empty())
                subjects.push_back(std::move(subject));
        terms.insert(terms.end(), subjects.begin(), subjects.end());
        std::ranges::sort(terms);
    }

    void sort_entities() {
        std::vector<std::uint32_t> order(result_.entities.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
        std::ranges::stable_sort(order, std::greater{}, [&](std::uint32_t number) {
            return result_.entities[number].relevance;
        });
        std::vector<StoredEntity> sorted;
        std::vector<std::uint32_t> now(order.size());
        for (const std::uint32_t number : order) {
            now[number] = static_cast<std::uint32_t>(sorted.size());
            sorted.push_back(std::move(result_.entities[number]));
        }
        result_.entities = std::move(sorted);
        for (StoredMention& mention : result_.mentions) mention.entity = now[mention.entity];
        for (StoredQuote& quote : result_.quotes)
            if (quote.speaker != StoredQuote::nobody) quote.speaker = now[quote.speaker];
    }

    const Gazetteer& gazetteer_;
    std::size_t text_begin_;  // The headline and a line feed stand before the text.
    const ArticleWords& words_;
    StoredEntities result_;
    std::vector<Relevance> relevance_;  // By entity.
    std::map<std::pair<bool, std::string>, std::uint32_t> numbers_;
    std::map<std::vector<std::string>, std::uint32_t> sets_;
};

}  // namespace

std::optional<std::chrono::sys_days> day_of(const std::optional<archive::Published>& published) {
    if (!published || published->days.last - published->days.first >= unknown_span)
        return std::nullopt;
    return published->days.first;
}

Recogniser::Recogniser(const Gazetteer& gazetteer) : gazetteer_(gazetteer), analyzer_(gazetteer) {}

entities::Analysis Recogniser::analysis_of(const archive::Article& article, std::string_view text,
                                           const ArticleWords& words, const std::string& lang) {
    const std::string whole = with_headline(article, text);
    Tokens tokens;
    append(tokens, words.title, 0);
    append(tokens, words.text, article.title.size() + 1);
    return analyzer_.analysis(
        {whole, tokens, article.title.size(), day_of(article.published), lang});
}

StoredEntities Recogniser::entities_of(const archive::Article& article, std::string_view text,
                                       const ArticleWords& words, const std::string& lang) {
    return recognised_in(article, text, words, lang).named;
}

Recognised Recogniser::recognised_in(const archive::Article& article, std::string_view text,
                                     const ArticleWords& words, const std::string& lang) {
    const entities::Analysis analysis = analysis_of(article, text, words, lang);
    Collector collector(gazetteer_, article.title.size(), words);
    for (const Mention& mention : analysis.mentions) collector.add(mention);
    if (!analysis.quotes.empty()) {
        const std::string whole = with_headline(article, text);
        for (const Quote& quote : analysis.quotes) collector.add(quote, analysis.mentions, whole);
    }
    Recognised recognised{std::move(collector).collected(), {}};
    if (!article.published) recognised.terms = common_terms(analysis.mentions, gazetteer_);
    if (recognised.terms) recognised.terms = archive::days_of_writing(article, *recognised.terms);
    return recognised;
}

}  // namespace nutgraf::index
