#include "indexer/archive/wire/anpa_1312.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/date_words.h"
#include "indexer/archive/wire/control_characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::archive {

namespace {

/// What the two lines of a header say.
struct AnpaHeader {
    std::string number;  ///< With the letter of the service.
    std::string agency;
    std::string selector;
    std::string priority;
    std::string category;
    std::string keyword;
    std::string version;
    std::string words;
    bool is_table = false;
};

bool is_day_of_year(std::string_view word) {
    return word.find('-') != std::string_view::npos &&
           std::ranges::all_of(word, [](char c) { return c == '-' || is_ascii_digit(c); });
}

bool is_number(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, is_ascii_digit);
}

bool take_first_line(std::string_view line, AnpaHeader& header) {
    const auto separator = line.find(control::unit_separator);
    const std::string_view name = line.substr(0, separator);
    std::size_t digits = !name.empty() && is_ascii_letter(name[0]) ? 1 : 0;
    while (digits < name.size() && is_ascii_digit(name[digits])) ++digits;
    if (digits < 2) return false;
    header.number = name.substr(0, digits);
    header.agency = trimmed(name.substr(digits));
    if (separator != std::string_view::npos) header.selector = trimmed(line.substr(separator + 1));
    return true;
}

bool take_second_line(std::string_view line, AnpaHeader& header) {
    constexpr std::size_t codes = 3;  // "u a"
    if (line.size() <= codes || !is_ascii_letter(line[0]) || line[1] != ' ') return false;
    header.priority = line.substr(0, 1);
    header.category = line.substr(2, 1);
    const auto is_format = [](char c) {
        return c >= control::device_control_one && c <= control::device_control_four;
    };
    std::string_view rest = line.substr(codes);
    while (!rest.empty() && is_format(rest[0])) {
        header.is_table = header.is_table || rest[0] == control::device_control_two;
        rest.remove_prefix(1);
    }
    auto words = wire_words(rest);
    if (!words.empty() && is_number(words.back())) {
        header.words = words.back();
        words.pop_back();
    }
    if (!words.empty() && is_day_of_year(words.back())) words.pop_back();
    if (words.empty()) return true;
    header.keyword = words.front();
    header.version = fmt::format("{}", fmt::join(words.begin() + 1, words.end(), " "));
    return true;
}

std::optional<AnpaHeader> anpa_header(const std::vector<std::string>& lines) {
    AnpaHeader header;
    const bool is_told = !lines.empty() && std::ranges::any_of(lines, [](const std::string& line) {
        return line.find(control::unit_separator) != std::string::npos;
    });
    if (!is_told || !take_first_line(lines[0], header)) return std::nullopt;
    if (lines.size() > 1 && !take_second_line(lines[1], header)) return std::nullopt;
    return header;
}

void replace_all(std::string& text, std::string_view before, std::string_view after) {
    for (auto at = text.find(before); at != std::string::npos;
         at = text.find(before, at + after.size()))
        text.replace(at, before.size(), after);
}

/// As it is printed: agencies that send seven bits type quotation marks and dashes so.
std::string printed_text(std::string text) {
    replace_all(text, "``", "“");
    replace_all(text, "''", "”");
    replace_all(text, " _ ", " — ");
    return text;
}

/// Without the marks that end a line and say where it stands: "<" to the left, "=" in the middle.
std::string_view without_line_mark(std::string_view line) {
    line = trimmed(line);
    while (line.ends_with('<') || line.ends_with('=') || line.ends_with('@'))
        line = trimmed(line.substr(0, line.size() - 1));
    return line;
}

/// The lines of a text that begin with a caret: what is said of it before it begins.
class AnpaHead {
public:
    AnpaHead(const AnpaHeader& header, Json& fields) : header_(header), fields_(fields) {}

    void take(std::string_view line) {
        const std::string text = printed_text(std::string(line));
        ++lines_;
        if (lines_ == 1 && is_slug(text)) {
            take_slug(text);
        } else if (const auto author = behind(text, "By "); !author.empty()) {
            set_once(fields_, "byline", author);
            is_behind_author_ = true;
        } else if (is_behind_author_) {
            set_extra(fields_, "affiliation", text);
            is_behind_author_ = false;
        } else if (const auto title = behind(text, "HL:"); !title.empty()) {
            fields_["title"] = title;
        } else if (const auto note = behind(text, "Eds:"); !note.empty()) {
            set_extra(fields_, "edNote", note);
        } else if (is_note(text)) {
            notes_.push_back(text);
        } else if (!fields_.contains("title")) {
            fields_["title"] = text;
        } else {
            set_once(fields_, "standfirst", text);
        }
    }

    const Json& notes() const { return notes_; }
    const std::string& version() const { return version_; }

private:
    static std::string behind(std::string_view text, std::string_view opening) {
        if (!text.starts_with(opening)) return {};
        return std::string(trimmed(text.substr(opening.size())));
    }

    /// It says the keyword again, in full.
    bool is_slug(std::string_view text) const {
        constexpr std::size_t enough = 3;
        return header_.keyword.size() >= enough &&
               text.starts_with(std::string_view(header_.keyword).substr(0, enough));
    }

    /// "BC-Harbour Strike, 1st Ld-Writethru,416": keywords, version, number of words.
    void take_slug(std::string_view text) {
        const auto comma = std::min(text.find(','), text.size());
        set_extra(fields_, "slugline", std::string(trimmed(text.substr(0, comma))));
        std::string_view version = text.substr(comma);
        while (!version.empty() && (version.back() == ',' || is_ascii_digit(version.back())))
            version.remove_suffix(1);
        if (!version.empty()) version_ = trimmed(version.substr(1));
    }

    /// Of pictures, "AP Photo X101", and what has a name in capitals: "INDEX: Economy".
    static bool is_note(std::string_view text) {
        const std::string_view name = text.substr(0, text.find(':'));
        const bool is_named = name.size() < text.size() && std::ranges::all_of(name, [](char c) {
                                  return c >= 'A' && c <= 'Z';
                              });
        const auto words = wire_words(text);
        return is_named || (words.size() > 2 && (words[1] == "Photo" || words[1] == "Photos"));
    }

    const AnpaHeader& header_;
    Json& fields_;
    Json notes_ = Json::array();
    std::string version_;
    int lines_ = 0;
    bool is_behind_author_ = false;
};

/// The letters before the date in "MW-XX-05-10-19"; empty in "31-10-19".
std::string agency_before_date(std::string_view word) {
    const std::string_view agency = word.substr(0, word.find('-'));
    return is_number(agency) ? std::string() : std::string(agency);
}

/// The day that such a word ends in, as "2019-05-10"; empty for another word. Behind an agency the
/// month is first, as the standard has it; elsewhere only a number over 12 tells, and else the year
/// is all that is known.
std::string day_behind(std::string_view word) {
    constexpr std::size_t size = std::string_view("05-10-19").size();
    const std::string_view date = word.substr(word.size() - std::min(word.size(), size));
    if (date.size() != size || date[2] != '-' || date[5] != '-' || !is_day_of_year(date)) return {};
    const std::string first(date.substr(0, 2));
    const std::string second(date.substr(3, 2));
    const std::string year(date.substr(6));
    constexpr std::string_view first_of_last_century = "70";
    std::string whole_year = (year < first_of_last_century ? "20" : "19") + year;
    constexpr std::string_view last_month = "12";
    if (first > last_month) return fmt::format("{}-{}-{}", whole_year, second, first);
    const bool is_sure = second > last_month || first == second;
    if (!is_sure && agency_before_date(word).empty()) return whole_year;
    return fmt::format("{}-{}-{}", whole_year, first, second);
}

/// The time in "1559GMT", "17:40ET"; empty where its zone is not known.
std::string time_with_zone(std::string_view word) {
    const auto letters = std::ranges::find_if(word, is_ascii_letter) - word.begin();
    const std::string_view zone = word.substr(static_cast<std::size_t>(letters));
    std::string time(word.substr(0, static_cast<std::size_t>(letters)));
    std::erase(time, ':');
    constexpr std::size_t hours_and_minutes = 4;
    if (time.size() != hours_and_minutes || !is_number(time) || !zone_of_word(zone)) return {};
    return fmt::format("{}:{} {}", time.substr(0, 2), time.substr(2), zone);
}

/// "MW-XX-05-10-19 1559GMT<" or "17:40ET 31-10-19<": who sent it, and when.
struct AnpaTrailer {
    std::string agency;
    std::string sent;
};

AnpaTrailer anpa_trailer(std::string_view line) {
    AnpaTrailer trailer;
    std::string time;
    for (const std::string& word : wire_words(without_line_mark(line))) {
        if (const std::string day = day_behind(word); !day.empty()) {
            trailer.sent = day;
            trailer.agency = agency_before_date(word);
        } else if (const std::string told = time_with_zone(word); !told.empty()) {
            time = told;
        }
    }
    constexpr std::size_t whole_date = std::string_view("2019-05-10").size();
    if (trailer.sent.size() == whole_date && !time.empty()) trailer.sent += " " + time;
    return trailer;
}

void take_anpa_text(const WireLines& lines, AnpaHead& head, bool is_table, Json& fields) {
    std::vector<std::string> body;
    for (const std::string& line : lines.text) {
        const std::string_view words = without_line_mark(line);
        if (trimmed(line).starts_with('^')) {
            const std::string_view told = trimmed(words.substr(1));
            // A table has a caret before each of its lines.
            if (is_table && !body.empty()) {
                body.emplace_back(told);
            } else if (!told.empty()) {
                head.take(told);
            }
            continue;
        }
        body.push_back(line.substr(0, line.find_first_not_of(" \t")) + std::string(words));
        if (trimmed(line).ends_with('<')) body.emplace_back();  // The end of a paragraph.
    }
    set_once(fields, "body", printed_text(wire_paragraphs(body)));
}

}  // namespace

std::optional<Json> anpa_1312_fields(const WireLines& lines) {
    const auto header = anpa_header(lines.header);
    if (!header) return std::nullopt;
    Json fields = Json::object();
    const AnpaTrailer trailer = anpa_trailer(lines.trailer);
    set_published(fields, trailer.sent);
    set_once(fields, "source", trailer.agency);
    set_once(fields, "source", header->agency);
    set_id_of_day(fields, fields.value("source", std::string("anpa")) + "-" + header->number);
    set_once(fields, "section", lower_ascii(header->category));
    AnpaHead head(*header, fields);
    take_anpa_text(lines, head, header->is_table, fields);
    const std::string version = head.version().empty() ? header->version : head.version();
    set_extra(fields, "slugline", header->keyword);
    set_extra(fields, "version", version);
    set_extra(fields, "number", header->number);
    set_extra(fields, "selector", header->selector);
    set_extra(fields, "urgency", header->priority);
    set_extra(fields, "words", header->words);
    set_extra(fields, "notes", head.notes());
    auto labels = labels_among_keywords(header->keyword);
    labels.push_back(version);
    set_extra(fields, "status", wire_status(labels));
    return fields;
}

}  // namespace nutgraf::archive
