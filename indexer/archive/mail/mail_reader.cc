#include "indexer/archive/mail/mail_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/line_reader.h"
#include "indexer/archive/mail/mail_message.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_mail_bytes = 8 * max_article_bytes;
constexpr std::string_view mail_separator = "From ";

class MailReader final : public ArchiveReader {
public:
    explicit MailReader(std::unique_ptr<ByteSource> bytes)
        : lines_(std::move(bytes), max_mail_bytes) {}

    std::optional<Record> next() override {
        std::string mail;
        std::uint64_t begin = next_begin_;
        bool is_after_blank = true;
        while (auto line = lines_.next()) {
            if (is_after_blank && line->bytes.starts_with(mail_separator)) {
                next_begin_ = line->number;
                if (!mail.empty()) return record(begin, mail);
                begin = line->number;
                continue;
            }
            is_after_blank = line->bytes.empty();
            // Mailers write ">From " where a line of the mail itself begins so.
            const bool is_quoted = line->bytes.starts_with(">From ");
            if (mail.size() <= max_mail_bytes) mail += line->bytes.substr(is_quoted ? 1 : 0) + "\n";
        }
        if (mail.find_first_not_of('\n') == std::string::npos) return std::nullopt;
        return record(begin, mail);
    }

private:
    static Record record(std::uint64_t line, const std::string& mail) {
        if (mail.size() > max_mail_bytes)
            return refused_record(
                line, fmt::format("The mail is larger than {} MiB.", max_mail_bytes >> 20U));
        return article_record(line, mail_fields(mail));
    }

    LineReader lines_;
    std::uint64_t next_begin_ = 1;
};

}  // namespace

std::unique_ptr<ArchiveReader> mail_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<MailReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
