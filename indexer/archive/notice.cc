#include "indexer/archive/notice.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/notice_text.h"
#include "indexer/archive/notice_time.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::array<std::pair<std::string_view, NoticeKind>, 4> notice_names = {
    {{"kill", NoticeKind::kill},
     {"withhold", NoticeKind::withhold},
     {"embargo", NoticeKind::embargo},
     {"correction", NoticeKind::correction}}};

/// What an item says under a name that no import field has; empty when nothing.
std::string stated(const Article& article, const char* name) {
    const auto found = article.extra.find(name);
    if (found == article.extra.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    return found->is_number() ? to_text(*found) : std::string();
}

std::string editors_note(const Article& article) {
    for (const char* name : {"ednote", "edNote", "notepad"})
        if (std::string text = on_one_line(stated(article, name)); !text.empty()) return text;
    return {};
}

/// What the status of IPTC's formats says; other archives' words for states of theirs say nothing.
std::optional<NoticeKind> kind_of_status(const Article& article) {
    const std::string status = lower_ascii(stated(article, "status"));
    if (status == "canceled") return NoticeKind::kill;
    if (status == "withheld") return NoticeKind::withhold;
    if (status == "embargoed") return NoticeKind::embargo;
    return std::nullopt;
}

bool has_correction_signal(const Article& article) {
    // Agencies' wires say so where others have a signal.
    return lower_ascii(stated(article, "signal")) == "correction" ||
           lower_ascii(stated(article, "status")) == "corrected";
}

bool has_digits_alone(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

/// The kind of what a status, a time of release and a signal say together.
std::optional<NoticeKind> declared_kind(const Article& article, bool is_to_be_released) {
    const auto status = kind_of_status(article);
    if (status && *status != NoticeKind::embargo) return status;
    // One without a time holds until it is lifted.
    if (is_to_be_released || (status && stated(article, "embargoed").empty()))
        return NoticeKind::embargo;
    if (has_correction_signal(article)) return NoticeKind::correction;
    return std::nullopt;
}

std::optional<Notice> declared_notice(const Article& article, std::chrono::sys_seconds now) {
    Notice notice;
    notice.version = version_of(article);
    notice.reason = editors_note(article);
    notice.until_text = stated(article, "embargoed");
    notice.until = instant_of(notice.until_text);
    const auto kind = declared_kind(article, notice.until && *notice.until > now);
    if (!kind) return std::nullopt;
    notice.kind = *kind;
    return notice;
}

}  // namespace

std::string_view name_of(NoticeKind kind) {
    return notice_names.at(static_cast<std::size_t>(kind)).first;
}

std::optional<NoticeKind> notice_kind_named(std::string_view name) {
    const auto* found =
        std::ranges::find(notice_names, name, [](const auto& row) { return row.first; });
    if (found == notice_names.end()) return std::nullopt;
    return found->second;
}

std::optional<Notice> notice_of(const Article& article, std::chrono::sys_seconds now) {
    if (auto declared = declared_notice(article, now)) return declared;
    auto written = notice_in_text(article);
    if (written && written->kind == NoticeKind::embargo && *written->until <= now)
        return std::nullopt;
    if (written) written->version = version_of(article);
    return written;
}

bool withdraws_article(const Article& article) {
    const auto kind = kind_of_status(article);
    return kind == NoticeKind::kill || kind == NoticeKind::withhold;
}

bool is_later_word(const Article& article) {
    return withdraws_article(article) || has_correction_signal(article);
}

std::string version_of(const Article& article) {
    if (std::string number = stated(article, "version"); has_digits_alone(number)) return number;
    if (!article.updated.empty()) return article.updated;
    return stated(article, "published_at");
}

bool is_later_version(std::string_view version, std::string_view than) {
    if (version.empty() || than.empty()) return false;
    if (has_digits_alone(version) && has_digits_alone(than))
        return std::pair(version.size(), version) > std::pair(than.size(), than);
    const auto instant = instant_of(version);
    const auto other = instant_of(than);
    return instant && other && *instant > *other;
}

}  // namespace nutgraf::archive
