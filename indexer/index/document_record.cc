#include "indexer/index/document_record.h"

#include "base/error.h"
#include "indexer/index/published_record.h"

#include <zstd.h>

#include <array>

namespace nutgraf::index {

namespace {

constexpr char record_version = 4;
constexpr int compression_level = 3;
constexpr std::size_t max_record_bytes = std::size_t{256} * 1024 * 1024;

using archive::Article;

/// The text fields in the order in which they are written. Only ever append.
constexpr std::array<std::string Article::*, 11> text_members = {
    &Article::id,   &Article::url,     &Article::title,  &Article::standfirst,
    &Article::body, &Article::updated, &Article::source, &Article::section,
    &Article::lang, &Article::wire,    &Article::place};

void put_pieces(std::string& bytes, const std::vector<archive::Piece>& pieces) {
    put_number(bytes, pieces.size());
    for (const archive::Piece& piece : pieces) {
        put_number(bytes, piece.begin);
        put_number(bytes, static_cast<std::uint64_t>(piece.kind));
        put_text(bytes, piece.text);
    }
}

std::vector<archive::Piece> pieces_from(RecordFields& fields) {
    std::vector<archive::Piece> pieces;
    for (std::uint64_t left = fields.count(); left > 0; --left) {
        archive::Piece piece;
        piece.begin = fields.number();
        const std::uint64_t kind = fields.number();
        if (kind >= archive::piece_kinds) fail_damaged_record();
        piece.kind = static_cast<archive::PieceKind>(kind);
        piece.text = fields.text();
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::string fields_of(const StoredArticle& stored) {
    const Article& article = stored.article;
    std::string bytes;
    for (const auto member : text_members) put_text(bytes, article.*member);
    put_text(bytes, stored.lang);
    put_number(bytes, article.byline.size());
    for (const std::string& name : article.byline) put_text(bytes, name);
    put_published(bytes, article.published);
    put_text(bytes, article.extra.empty() ? "" : to_text(article.extra));
    put_pieces(bytes, article.removed);
    put_entities(bytes, stored.named);
    put_versions(bytes, stored.versions);
    return bytes;
}

StoredArticle stored_from(std::string_view bytes) {
    RecordFields fields(bytes);
    StoredArticle stored;
    Article& article = stored.article;
    for (const auto member : text_members) article.*member = fields.text();
    stored.lang = fields.text();
    for (std::uint64_t names = fields.number(); names > 0; --names)
        article.byline.emplace_back(fields.text());
    article.published = published_from(fields);
    if (const std::string_view extra = fields.text(); !extra.empty()) {
        const auto json = parse_json(extra);
        if (!json || !json->is_object()) fail_damaged_record();
        article.extra = *json;
    }
    article.removed = pieces_from(fields);
    if (!archive::fit(article.body, article.removed)) fail_damaged_record();
    stored.named = entities_from(fields);
    stored.versions = versions_from(fields);
    return stored;
}

}  // namespace

/// Zstandard's working memory, kept between articles.
struct RecordCodec::Contexts {
    ZSTD_CCtx* compress = ZSTD_createCCtx();
    ZSTD_DCtx* decompress = ZSTD_createDCtx();

    Contexts() {
        if (compress == nullptr || decompress == nullptr)
            throw Error("Zstandard could not be started.");
        ZSTD_CCtx_setParameter(compress, ZSTD_c_compressionLevel, compression_level);
        ZSTD_CCtx_setParameter(compress, ZSTD_c_checksumFlag, 1);  // Xapian's tables have none.
    }
    ~Contexts() {
        ZSTD_freeCCtx(compress);
        ZSTD_freeDCtx(decompress);
    }
    Contexts(const Contexts&) = delete;
    Contexts& operator=(const Contexts&) = delete;
};

RecordCodec::RecordCodec() : contexts_(std::make_unique<Contexts>()) {}
RecordCodec::~RecordCodec() = default;
RecordCodec::RecordCodec(RecordCodec&&) noexcept = default;

std::string RecordCodec::encoded(const StoredArticle& stored) {
    const std::string fields = fields_of(stored);
    std::string data(1 + ZSTD_compressBound(fields.size()), '\0');
    data[0] = record_version;
    const std::size_t size = ZSTD_compress2(contexts_->compress, data.data() + 1, data.size() - 1,
                                            fields.data(), fields.size());
    if (ZSTD_isError(size) != 0) throw Error("Zstandard could not compress an article.");
    data.resize(1 + size);
    return data;
}

StoredArticle RecordCodec::decoded(std::string_view data) {
    if (data.empty() || data.front() != record_version) fail_damaged_record();
    data.remove_prefix(1);
    const auto size = ZSTD_getFrameContentSize(data.data(), data.size());
    if (size > max_record_bytes)
        fail_damaged_record();  // The error values are the largest numbers.
    std::string fields(size, '\0');
    const std::size_t done = ZSTD_decompressDCtx(contexts_->decompress, fields.data(),
                                                 fields.size(), data.data(), data.size());
    if (ZSTD_isError(done) != 0 || done != fields.size()) fail_damaged_record();
    return stored_from(fields);
}

}  // namespace nutgraf::index
