#include "indexer/archive/formats.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/charset.h"
#include "indexer/archive/crawl/arc_reader.h"
#include "indexer/archive/crawl/warc_reader.h"
#include "indexer/archive/csv_reader.h"
#include "indexer/archive/feed/feed_reader.h"
#include "indexer/archive/html/html_reader.h"
#include "indexer/archive/json_file_reader.h"
#include "indexer/archive/json_lines_reader.h"
#include "indexer/archive/mail/mail_reader.h"
#include "indexer/archive/packed/packed_reader.h"
#include "indexer/archive/sitemap_reader.h"
#include "indexer/archive/text_reader.h"
#include "indexer/archive/wire/agency_wire_reader.h"
#include "indexer/archive/wire/sgml_reader.h"
#include "indexer/archive/wire/xml_news_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>

namespace nutgraf::archive {

namespace {

bool has_root(const Beginning& beginning, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, beginning.root.name) != names.end();
}

bool is_named_json_lines(const Beginning& beginning) {
    return beginning.extension == ".jsonl" || beginning.extension == ".ndjson";
}

/// Whether the first line leaves its record open, so that the file is one value of many lines.
bool is_json_file(const Beginning& beginning) {
    if (is_named_json_lines(beginning)) return false;
    const std::string_view text = trimmed(beginning.text);
    if (text.starts_with('[') && beginning.extension == ".json") return true;
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    return line.starts_with('{') && line.size() < text.size() &&
           (line.ends_with('{') || line.ends_with('[') || line.ends_with(','));
}

bool is_json_lines(const Beginning& beginning) {
    return is_named_json_lines(beginning) || trimmed(beginning.text).starts_with('{');
}

bool is_feed(const Beginning& beginning) {
    return has_root(beginning, {"rss", "rdf", "feed", "channel"});
}

bool is_nitf(const Beginning& beginning) {
    return has_root(beginning, {"nitf"});
}

bool is_newsml(const Beginning& beginning) {
    return has_root(beginning, {"newsmessage", "newsitem", "newsml", "packageitem", "conceptitem",
                                "knowledgeitem", "planningitem", "catalogitem"});
}

bool is_packed(const Beginning& beginning) {
    constexpr std::size_t place_in_tar = 257;
    const std::string_view bytes = beginning.bytes;
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
           (bytes.size() > place_in_tar && bytes.substr(place_in_tar).starts_with("ustar"));
}

bool is_warc(const Beginning& beginning) {
    return beginning.bytes.starts_with("WARC/");
}

bool is_arc(const Beginning& beginning) {
    return beginning.bytes.starts_with("filedesc://");
}

bool is_html(const Beginning& beginning) {
    return has_root(beginning, {"html"}) || beginning.root.doctype == "html";
}

bool is_sgml(const Beginning& beginning) {
    return has_root(beginning, {"reuters"});
}

bool is_wire(const Beginning& beginning) {
    return is_agency_wire(beginning.bytes);
}

bool is_text(const Beginning& beginning) {
    return beginning.bytes.find('\0') == std::string_view::npos;
}

/// Whether a line is "Name: value".
bool is_header_line(std::string_view line) {
    const std::string_view name = line.substr(0, line.find(':'));
    return !name.empty() && name.size() < line.size() && std::ranges::all_of(name, [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '>';
    });
}

/// A mailbox, or one mail saved to a file; not an article that begins "From Berlin to Prague".
bool is_mail(const Beginning& beginning) {
    if (beginning.extension == ".eml") return true;
    const auto line_end = beginning.bytes.find('\n');
    return beginning.bytes.starts_with("From ") && line_end != std::string_view::npos &&
           is_header_line(beginning.bytes.substr(line_end + 1));
}

bool is_csv(const Beginning& beginning) {
    const bool is_named = beginning.extension == ".csv" || beginning.extension == ".tsv";
    // "Text, lies and tapes" may be a headline.
    const std::size_t wanted = is_named ? 1 : 2;
    return is_text(beginning) && known_columns(beginning.text) >= wanted;
}

template <std::unique_ptr<ArchiveReader> (*reader)(std::unique_ptr<ByteSource>)>
// A row's function takes the id by value, as most keep it.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
std::unique_ptr<ArchiveReader> without_id(std::unique_ptr<ByteSource> bytes, std::string) {
    return reader(std::move(bytes));
}

constexpr std::array rows = {
    FormatRow{Format::packed, "packed", "tar and zip files of any of these", is_packed,
              packed_reader},
    FormatRow{Format::feed, "feed", "RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF", is_feed,
              feed_reader},
    FormatRow{Format::nitf, "nitf", "NITF 3", is_nitf, nitf_reader},
    FormatRow{Format::newsml, "newsml", "NewsML-G2 and NewsML 1.x", is_newsml, newsml_reader},
    FormatRow{Format::warc, "warc", "crawls: WARC 1.0 and 1.1", is_warc, without_id<warc_reader>},
    FormatRow{Format::arc, "arc", "older crawls: ARC 1 and 2", is_arc, without_id<arc_reader>},
    FormatRow{Format::html, "html", "an HTML page", is_html, html_reader},
    FormatRow{Format::sgml, "sgml", "SGML like Reuters-21578", is_sgml, without_id<sgml_reader>},
    FormatRow{Format::wire, "wire", "wires of agencies: IPTC 7901 and ANPA 1312", is_wire,
              without_id<agency_wire_reader>},
    FormatRow{Format::mail, "mail", "mails: mbox, or one .eml file", is_mail,
              without_id<mail_reader>},
    FormatRow{Format::json_file, "json", "one JSON value: an article, ninjs, JSON Feed, a list",
              is_json_file, json_file_reader},
    FormatRow{Format::json_lines, "jsonl", "one JSON record a line, ninjs too", is_json_lines,
              without_id<json_lines_reader>},
    FormatRow{Format::csv, "csv", "a table with a header, by commas, semicolons or tabs", is_csv,
              without_id<csv_reader>},
    FormatRow{Format::text, "text", "plain text, one article a file", is_text, text_reader},
};

Unexpected<RecordError> refuse_format(std::string message) {
    return Unexpected{RecordError{std::move(message)}};
}

/// What is known to be no text, whatever else it may be.
std::optional<std::string> refusal_of(const Beginning& beginning) {
    if (is_sitemap_root(beginning.root.name))
        return "A sitemap holds no articles; \"--sitemap\" takes dates from it for the pages it "
               "lists.";
    if (beginning.root.is_declared && beginning.root.name.empty())
        return "The XML has no root element.";
    if (beginning.root.is_declared)
        return fmt::format(
            "The XML has the root element \"{}\", which belongs to no format that is read.",
            beginning.root.name);
    return std::nullopt;
}

}  // namespace

std::span<const FormatRow> formats() {
    return rows;
}

const FormatRow& row_of(Format format) {
    return *std::ranges::find(rows, format, &FormatRow::format);
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    names.reserve(rows.size());
    for (const FormatRow& row : rows) names.push_back(row.name);
    return names;
}

std::optional<Format> format_named(std::string_view name) {
    const auto* row = std::ranges::find(rows, name, &FormatRow::name);
    return row == rows.end() ? std::nullopt : std::optional(row->format);
}

Beginning beginning_of(std::string_view name, std::string_view bytes) {
    constexpr std::size_t looked_at = 4096;
    Beginning beginning;
    beginning.extension =
        lower_ascii(without_compression_suffix(std::filesystem::path(name)).extension().string());
    beginning.bytes = bytes.substr(0, looked_at);
    beginning.text = utf8_of(bytes, charset_of(bytes, declared_charset(bytes)));
    beginning.root = xml_root(beginning.text);
    return beginning;
}

Expected<Format, RecordError> format_by_looking(const Beginning& beginning) {
    for (const FormatRow& row : rows) {
        // Text is the last resort, and markup is none.
        if (row.format == Format::text)
            if (const auto refusal = refusal_of(beginning)) return refuse_format(*refusal);
        if (row.fits(beginning)) return row.format;
    }
    return refuse_format("The file holds NUL bytes; it is neither text nor JSON lines.");
}

}  // namespace nutgraf::archive
