#pragma once

#include "base/date.h"
#include "base/digest.h"
#include "base/expected.h"
#include "base/json.h"
#include "indexer/archive/piece.h"

#include <optional>
#include <string>
#include <vector>

namespace nutgraf::archive {

/// When an article was published, and how that is known.
struct Published {
    DaySpan days;                    ///< One day, or the month or year that is all that is known.
    std::string basis = "metadata";  ///< What says so: metadata, url, dateline, text, office.

    bool operator==(const Published&) const = default;
};

/// One article, as its archive gives it or cleaned. Every text is valid UTF-8 in NFC; empty when
/// absent.
struct Article {
    std::string id;  ///< The archive's; never empty once read.
    std::string url;
    std::string title;  ///< One line.
    std::string standfirst;
    std::string body;     ///< Paragraphs, with line feeds between them.
    std::string updated;  ///< As the archive writes it.
    std::string source;
    std::string section;
    std::string lang;  ///< ISO 639 code, as declared.
    std::string wire;
    std::string place;
    std::vector<std::string> byline;
    std::optional<Published> published;
    Json extra = Json::object();  ///< Everything else the archive says, kept as it stands.
    /// What cleaning took out of the body, which it fits; by it the body can be put together again.
    std::vector<Piece> removed = {};

    bool operator==(const Article&) const = default;
};

/// What a reader sees under the title: the standfirst, when there is one, as the first paragraph,
/// then the body. Word positions, marks and paragraph numbers of the index refer to this text.
std::string text_of(const Article& article);

/// The same as the archive gave it: a standfirst that it declares, then the body with all that was
/// taken out of it.
std::string raw_text_of(const Article& article);

/// The furniture of an article, a line for each piece.
std::string furniture_of(const Article& article);

/// The article as a JSON record under the names of the import fields; absent rather than empty.
Json to_json(const Article& article);

/// Back from that record, exactly. Throws Error when it is not one.
Article article_from_stored(const Json& record);

/// Why a record is no article: a whole sentence.
struct RecordError {
    std::string message;
};

/// An article, and what had to be mended or set aside to read it, as whole sentences.
struct ReadArticle {
    Article article;
    std::vector<std::string> warnings;
};

/// Reads a record under the import fields' names and their aliases (contract: import fields).
///
/// Texts are normalised. A member that is null counts as absent, a number where a text is wanted as
/// its digits; members with other names go to `extra`. A date that cannot be read leaves the
/// article undated, with a warning, and stays in `extra` as "published". What was removed from the
/// body is read as `to_json` has it, and is an extra where it does not fit. The id may come out
/// empty.
/// Refused: a value that is not a record, a member of the wrong type or one for `extra` that is
/// nested deeper than 24 levels, neither title nor body.
Expected<ReadArticle, RecordError> article_from_json(const Json& record);

/// About how much memory an article takes: the bytes of everything it says.
std::size_t size_of(const Article& article);

/// The digest of everything an article says: equal digests, the same article.
Digest digest_of(const Article& article);

/// The first 16 hexadecimal digits of the SHA-256 of an id: the article's key in addresses.
std::string key_of(std::string_view id);

}  // namespace nutgraf::archive
