#include "indexer/analyse.h"

#include "analyzers/entities/analysis.h"
#include "analyzers/text/language.h"
#include "analyzers/text/tokenizer.h"
#include "base/date.h"
#include "base/error.h"
#include "base/exit_status.h"
#include "base/file.h"
#include "base/json.h"
#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/text_parts.h"
#include "indexer/index/recognised.h"
#include "indexer/ingest.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

using Day = std::optional<std::chrono::sys_days>;

std::chrono::sys_days day_of(std::string_view date, std::string_view where) {
    const auto days = parse_day_span(date);
    if (!days)
        throw Error(fmt::format("{}: \"{}\" is not a date like 2019, 2019-05 or 2019-05-10.", where,
                                visible(date)));
    return days->first;
}

/// The dates of a file of lines "name without extension<TAB>date".
std::map<std::string, std::chrono::sys_days> dates_from(const fs::path& path) {
    std::map<std::string, std::chrono::sys_days> dates;
    const std::string text = read_file(path);
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        const std::string where = fmt::format("{}:{}", visible(path.string()), number);
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos)
            throw Error(
                fmt::format("{}: The line has no tab; write a name, a tab and a date.", where));
        dates[line.substr(0, tab)] = day_of(line.substr(tab + 1), where);
    }
    return dates;
}

std::string whole_file(const fs::path& path) {
    const auto bytes = archive::open_bytes(path, {});
    constexpr std::size_t part_bytes = std::size_t{64} * 1024;
    std::array<char, part_bytes> part{};
    std::string content;
    while (const std::size_t count = bytes->read(part)) content.append(part.data(), count);
    return content;
}

using archive::TextParts;
using archive::TextRange;

/// The furniture of a text, without white space around it.
Json furniture_in(std::string_view text, const TextParts& parts) {
    Json furniture = Json::array();
    for (const archive::TextPart& part : parts.besides) {
        if (!archive::is_furniture(part.kind)) continue;
        const std::string_view words = archive::trimmed(archive::within(text, part.range));
        const auto begin = static_cast<std::size_t>(words.data() - text.data());
        furniture.push_back(
            {{"begin", begin}, {"end", begin + words.size()}, {"text", repaired_utf8(words)}});
    }
    return furniture;
}

/// What was taken out of an article, where it would stand in its text.
Json furniture_of(const archive::Article& article, std::size_t body_begin) {
    Json furniture = Json::array();
    std::size_t taken = 0;
    for (const archive::Piece& piece : article.removed) {
        const std::size_t place = body_begin + piece.begin - taken;
        taken += piece.text.size();
        if (archive::is_furniture(piece.kind))
            furniture.push_back(
                {{"begin", place}, {"end", place}, {"text", archive::trimmed(piece.text)}});
    }
    return furniture;
}

Json pairs_of(const std::vector<TextRange>& ranges, std::size_t shift) {
    Json pairs = Json::array();
    for (const TextRange& range : ranges) pairs.push_back({range.begin + shift, range.end + shift});
    return pairs;
}

/// The paragraphs of a text one below the other.
std::string joined(std::string_view text, const std::vector<TextRange>& paragraphs) {
    std::string whole;
    for (const TextRange& range : paragraphs)
        whole.append(archive::within(text, range)).append("\n");
    return whole;
}

std::string_view name_of(entities::MentionKind kind) {
    if (kind == entities::MentionKind::organisation) return "org";
    return kind == entities::MentionKind::official ? "official" : "person";
}

/// Analyses texts and prints what is found.
class AnalysisPrinter {
public:
    explicit AnalysisPrinter(const AnalyseRequest& request)
        : gazetteer_(request.gazetteer.empty() ? entities::default_gazetteer() : request.gazetteer),
          analyzer_(gazetteer_) {
        if (!request.published_from.empty()) dates_ = dates_from(request.published_from);
        if (!request.published.empty()) published_ = day_of(request.published, "--published");
    }

    /// The date that was given for the article of a file; empty when none was.
    Day date_for(const fs::path& path) const {
        const auto listed = dates_.find(path.stem().string());
        return listed != dates_.end() ? listed->second : published_;
    }

    void print(Json record, std::string_view text, const entities::AnalysisText& read) {
        if (!read.lang.empty()) record["lang"] = read.lang;
        if (read.published) record["published_on"] = iso_date(*read.published);
        Json mentions = Json::array();
        Json quotes = Json::array();
        const entities::Analysis analysis = analyzer_.analysis(read);
        for (const entities::Mention& mention : analysis.mentions)
            mentions.push_back(json_of(mention, text));
        for (const entities::Quote& quote : analysis.quotes)
            quotes.push_back(json_of(quote, analysis, text));
        record["mentions"] = std::move(mentions);
        record["quotes"] = std::move(quotes);
        fmt::print("{}\n", to_visible_text(record));
    }

private:
    Json json_of(const entities::Mention& mention, std::string_view text) const {
        Json record = {{"begin", mention.begin}, {"end", mention.end}};
        record["text"] = text.substr(mention.begin, mention.end - mention.begin);
        record["kind"] = name_of(mention.kind);
        record["id"] = mention.id.empty() ? Json() : Json(mention.id);
        record["name"] = mention.name;
        record["via"] = name_of(mention.via);
        const auto put = [&](const char* field, std::string_view value) {
            if (!value.empty()) record[field] = value;
        };
        put("role", mention.role);
        put("office", mention.office);
        put("party", letters_of(mention.party));
        put("state", mention.state);
        put("country", mention.country);
        if (mention.is_past) record["past"] = true;
        if (mention.is_nominal) record["nominal"] = true;
        record["confidence"] = rounded(mention.confidence);
        return record;
    }

    static Json json_of(const entities::Quote& quote, const entities::Analysis& analysis,
                        std::string_view text) {
        Json record = {{"begin", quote.begin}, {"end", quote.end}};
        record["text"] = text.substr(quote.begin, quote.end - quote.begin);
        record["kind"] = entities::name_of(quote.kind);
        record["speaker"] = nullptr;
        if (quote.speaker != entities::none) {
            const entities::Mention& speaker = analysis.mentions[quote.speaker];
            if (!speaker.id.empty()) record["speaker"] = speaker.id;
            record["speaker_name"] = speaker.name;
        }
        record["speaker_text"] =
            text.substr(quote.speaker_begin, quote.speaker_end - quote.speaker_begin);
        record["cue"] = text.substr(quote.cue_begin, quote.cue_end - quote.cue_begin);
        record["confidence"] = rounded(quote.confidence);
        return record;
    }

    static double rounded(double confidence) {
        constexpr double decimals = 1000;
        return std::round(confidence * decimals) / decimals;
    }

    /// A party as attributions have it, "R"; its id where they have none.
    std::string_view letters_of(std::string_view party) const {
        const auto number = gazetteer_.number_of(entities::Table::entity, party);
        if (!number) return party;
        std::string_view letters = gazetteer_.entity(*number).letters;
        letters = letters.substr(0, letters.find('|'));
        while (letters.ends_with(' ')) letters.remove_suffix(1);
        return letters.empty() ? party : letters;
    }

    entities::Gazetteer gazetteer_;
    entities::Analyzer analyzer_;
    std::map<std::string, std::chrono::sys_days> dates_;
    Day published_;
};

int analyse_raw(const std::vector<archive::ArchiveFile>& files, AnalysisPrinter& printer) {
    for (const archive::ArchiveFile& file : files) {
        const std::string text = whole_file(file.path);
        const auto tokens = analyzers::tokenise(text);
        const TextParts parts = archive::parts_of(text, {});
        // Furniture may be in every language the site has.
        const std::string clean =
            repaired_utf8(parts.title + "\n" + joined(text, parts.paragraphs));
        const std::string lang = analyzers::detected_language(clean).value_or(std::string());
        Json record = {{"version", 1}, {"id", file.id}, {"path", file.path.string()}};
        record["paragraphs"] = pairs_of(parts.paragraphs, 0);
        record["furniture"] = furniture_in(text, parts);
        printer.print(std::move(record), text,
                      {.text = text,
                       .tokens = tokens,
                       .published = printer.date_for(file.path),
                       .lang = lang});
    }
    return files.empty() ? exit_nothing : exit_found;
}

void analyse_article(const archive::Article& article, const fs::path& path,
                     AnalysisPrinter& printer) {
    const std::string text = article.title + "\n" + archive::text_of(article);
    const auto tokens = analyzers::tokenise(text);
    std::string lang = article.lang;
    if (lang.empty()) lang = analyzers::detected_language(text).value_or(std::string());
    Day published = printer.date_for(path);
    if (article.published) published = index::day_of(article.published);
    Json record = {{"version", 1}, {"id", article.id}, {"path", path.string()}};
    const std::size_t text_begin = article.title.size() + 1;
    std::vector<TextRange> paragraphs;
    for (const archive::Block& block : archive::blocks_of(archive::text_of(article)))
        paragraphs.push_back(block.range);
    record["paragraphs"] = pairs_of(paragraphs, text_begin);
    record["furniture"] = furniture_of(article, text.size() - article.body.size());
    printer.print(std::move(record), text,
                  {.text = text,
                   .tokens = tokens,
                   .title_bytes = article.title.size(),
                   .published = published,
                   .lang = lang});
}

/// Reads the files one by one, so that each article is printed with the path of its own.
int analyse_articles(const AnalyseRequest& request, AnalysisPrinter& printer) {
    std::uint64_t read = 0;
    std::uint64_t refused = 0;
    IngestOptions options;
    if (!request.format.empty()) options.format = archive::format_named(request.format);
    IngestObserver observer;
    observer.refused = [](const Place& place, std::string_view reason) {
        fmt::print(stderr, "{}:{}: refused: {}\n", visible(place.file), place.line,
                   visible(reason));
    };
    for (const archive::ArchiveFile& file : archive::archive_files(request.paths)) {
        const Sink print = [&](const archive::Article& article) {
            analyse_article(article, file.path, printer);
            return index::AddOutcome::added;
        };
        const IngestTotals totals = ingest({file}, options, print, observer);
        read += totals.read;
        refused += totals.refused;
    }
    if (refused > 0) return exit_error;
    return read > 0 ? exit_found : exit_nothing;
}

}  // namespace

int analyse(const AnalyseRequest& request) {
    AnalysisPrinter printer(request);
    if (request.is_raw) return analyse_raw(archive::archive_files(request.paths), printer);
    return analyse_articles(request, printer);
}

}  // namespace nutgraf::indexer
