#include "indexer/archive/mail/mail_message.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/base64.h"
#include "indexer/archive/charset.h"
#include "indexer/archive/header_fields.h"
#include "indexer/archive/html/html_text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace nutgraf::archive {

namespace {

constexpr int max_parts_inside_parts = 8;

/// "=C3=B6" undone; with `is_word`, an underscore is a space (RFC 2047).
std::string quoted_printable_decoded(std::string_view text, bool is_word) {
    constexpr int hexadecimal_base = 16;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && is_word) {
            bytes.push_back(' ');
        } else if (text[i] != '=') {
            bytes.push_back(text[i]);
        } else if (text.substr(i + 1).starts_with("\r\n")) {
            i += 2;
        } else if (text.substr(i + 1).starts_with('\n')) {
            ++i;
        } else {
            unsigned value = 0;
            const std::string_view digits = text.substr(i + 1, 2);
            const char* end = digits.data() + digits.size();
            const auto [stop, error] = std::from_chars(digits.data(), end, value, hexadecimal_base);
            const bool is_code = digits.size() == 2 && error == std::errc{} && stop == end;
            bytes.push_back(is_code ? static_cast<char>(value) : '=');
            if (is_code) i += 2;
        }
    }
    return bytes;
}

/// A header's words with "=?utf-8?q?K=C3=B6ln?=" undone.
std::string decoded_words(std::string_view text) {
    std::string words;
    while (true) {
        const auto begin = text.find("=?");
        const auto first = begin == std::string_view::npos ? begin : text.find('?', begin + 2);
        const auto end = first == std::string_view::npos ? first : text.find("?=", first + 3);
        if (end == std::string_view::npos || text.substr(first + 2, 1) != "?") break;
        const std::string_view before = text.substr(0, begin);
        // White space between two coded words is none of the text.
        if (words.empty() || !trimmed(before).empty()) words += before;
        const std::string charset(text.substr(begin + 2, first - begin - 2));
        const std::string_view inside = text.substr(first + 3, end - first - 3);
        const bool is_base64 = same_but_case(text.substr(first + 1, 1), "b");
        const std::string bytes =
            is_base64 ? base64_decoded(inside) : quoted_printable_decoded(inside, true);
        words += utf8_of(bytes, charset_of(bytes, charset));
        text.remove_prefix(end + 2);
    }
    words += text;
    return on_one_line(utf8_of(words, charset_of(words, "")));
}

std::string parameter_of(std::string_view field, std::string_view name) {
    const auto at = lower_ascii(field).find(std::string(name) + "=");
    if (at == std::string::npos) return {};
    std::string_view value = field.substr(at + name.size() + 1);
    if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
    return std::string(value.substr(0, value.find_first_of("; \t")));
}

struct MailPart {
    HeaderFields fields;
    std::string_view body;
};

MailPart part_of(std::string_view message) {
    const auto crlf = message.find("\r\n\r\n");
    const auto line_feeds = message.find("\n\n");
    const auto end = std::min(crlf, line_feeds);
    if (end == std::string_view::npos) return {header_fields(message), {}};
    return {header_fields(message.substr(0, end)), message.substr(end + (end == crlf ? 4 : 2))};
}

/// The texts of a mail's parts.
struct MailTexts {
    std::string plain;
    std::string html;
};

std::string decoded_body(const MailPart& part) {
    const std::string coding =
        lower_ascii(trimmed(field_value(part.fields, "content-transfer-encoding")));
    std::string bytes = coding == "base64"             ? base64_decoded(part.body)
                        : coding == "quoted-printable" ? quoted_printable_decoded(part.body, false)
                                                       : std::string(part.body);
    const std::string charset = parameter_of(field_value(part.fields, "content-type"), "charset");
    return utf8_of(bytes, charset_of(bytes, charset));
}

void collect_texts(const MailPart& part, int depth, MailTexts& texts);

void collect_parts(std::string_view body, const std::string& boundary, int depth,
                   MailTexts& texts) {
    const std::string line = "--" + boundary;
    auto at = body.find(line);
    while (at != std::string_view::npos) {
        const auto begin = body.find('\n', at);
        if (body.substr(at + line.size()).starts_with("--") || begin == std::string_view::npos)
            return;
        at = body.find("\n" + line, begin);
        const auto end = std::min(at, body.size());
        collect_texts(part_of(body.substr(begin + 1, end - std::min(end, begin + 1))), depth,
                      texts);
        if (at != std::string_view::npos) ++at;
    }
}

void collect_texts(const MailPart& part, int depth, MailTexts& texts) {
    const std::string_view field = field_value(part.fields, "content-type");
    const std::string type = lower_ascii(field);
    const std::string boundary = parameter_of(field, "boundary");
    if (type.starts_with("multipart/")) {
        if (depth > 0 && !boundary.empty()) collect_parts(part.body, boundary, depth - 1, texts);
        return;
    }
    const bool is_attached =
        lower_ascii(field_value(part.fields, "content-disposition")).starts_with("attachment");
    if (is_attached) return;
    if (type.starts_with("text/html")) {
        if (texts.html.empty()) texts.html = html_text(decoded_body(part));
    } else if ((type.empty() || type.starts_with("text/plain")) && texts.plain.empty()) {
        texts.plain = trimmed(decoded_body(part));
    }
}

/// "Ann Field" of "Ann Field <ann@c.example>"; the address where there is no name.
std::string sender_name(const std::string& from) {
    const auto angle = from.find('<');
    std::string name(trimmed(from.substr(0, angle)));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    return name.empty() ? from : name;
}

}  // namespace

Json mail_fields(std::string_view message) {
    const MailPart mail = part_of(message);
    MailTexts texts;
    collect_texts(mail, max_parts_inside_parts, texts);
    Json fields = Json::object();
    std::string_view id = trimmed(field_value(mail.fields, "message-id"));
    if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
    set_once(fields, "id", std::string(id));
    set_once(fields, "title", decoded_words(field_value(mail.fields, "subject")));
    set_once(fields, "body", texts.plain.empty() ? texts.html : texts.plain);
    set_published(fields, std::string(field_value(mail.fields, "date")));
    const std::string from = decoded_words(field_value(mail.fields, "from"));
    if (!from.empty()) fields["byline"] = sender_name(from);
    set_once(fields, "lang", std::string(trimmed(field_value(mail.fields, "content-language"))));
    set_extra(fields, "list", decoded_words(field_value(mail.fields, "list-id")));
    return fields;
}

}  // namespace nutgraf::archive
