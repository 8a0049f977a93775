#include "indexer/fetch.h"

#include "base/error.h"
#include "base/interrupt.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nutgraf::indexer {

namespace {

using Clock = std::chrono::steady_clock;

constexpr long ok = 200;
constexpr long not_modified = 304;
constexpr std::size_t longest_validator = 1024;

File memory_file() {
    const int descriptor = ::memfd_create("feed", MFD_CLOEXEC);
    if (descriptor == -1) throw Error(system_failure("made", "a file in memory"));
    return File::adopted("a file in memory", descriptor);
}

bool is_redirect(long status) {
    constexpr std::array<long, 5> redirects = {301, 302, 303, 307, 308};
    return std::ranges::find(redirects, status) != redirects.end();
}

bool is_permanent(long status) {
    constexpr long moved = 301;
    constexpr long moved_likewise = 308;
    return status == moved || status == moved_likewise;
}

/// What the commonest statuses mean to who wants a feed.
std::string_view meaning_of(long status) {
    constexpr std::array<std::pair<long, std::string_view>, 7> meanings = {{
        {401, " (a password is wanted)"},
        {403, " (forbidden)"},
        {404, " (not found)"},
        {410, " (gone for good)"},
        {429, " (asked too often)"},
        {500, " (the server has failed)"},
        {503, " (not available now)"},
    }};
    const auto* row =
        std::ranges::find(meanings, status, [](const auto& entry) { return entry.first; });
    return row == meanings.end() ? std::string_view() : row->second;
}

/// The value of a header line of that name, in any case; empty for other lines.
std::string header_value(std::string_view line, std::string_view name) {
    if (line.size() <= name.size() || line[name.size()] != ':') return {};
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    if (!std::equal(name.begin(), name.end(), line.begin(), same)) return {};
    std::string_view value = line.substr(name.size() + 1);
    constexpr std::string_view space = " \t\r\n";
    value.remove_prefix(std::min(value.find_first_not_of(space), value.size()));
    value = value.substr(0, value.find_last_not_of(space) + 1);
    const bool is_printable = std::ranges::all_of(value, [](char c) { return c >= ' '; });
    return is_printable && value.size() <= longest_validator ? std::string(value) : std::string();
}

}  // namespace

/// One handle of the library and what an answer brings.
class Fetcher::Transfer {
public:
    Transfer() : handle_(curl_easy_init(), &curl_easy_cleanup) {
        if (handle_ == nullptr) throw Error("libcurl could not be started.");
    }

    /// One question and its answer; an empty message when there is one.
    std::string ask(const std::string& url, const std::string& agent, const Validators& known,
                    const FetchLimits& limits, std::chrono::milliseconds time) {
        content = memory_file();
        validators = {};
        bytes_ = 0;
        most_bytes_ = limits.bytes;
        CURL* const curl = handle_.get();
        curl_easy_reset(curl);
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_USERAGENT, agent.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(time.count()));
        set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.bytes));
        set(CURLOPT_WRITEFUNCTION, &Transfer::take_content);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_HEADERFUNCTION, &Transfer::take_header);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &Transfer::should_stop);
        const auto headers = request_headers(known);
        set(CURLOPT_HTTPHEADER, headers.get());
        const CURLcode code = curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        return code == CURLE_OK ? std::string() : reason_of(code, limits);
    }

    std::string redirect() const {
        char* url = nullptr;
        curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &url);
        return url == nullptr ? std::string() : std::string(url);
    }

    long status = 0;
    Validators validators;
    File content = memory_file();

private:
    using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(handle_.get(), option, value);
    }

    static Headers request_headers(const Validators& known) {
        curl_slist* list = curl_slist_append(
            nullptr,
            "Accept: application/atom+xml, application/rss+xml, application/feed+json, "
            "application/xml;q=0.9, */*;q=0.5");
        if (!known.etag.empty())
            list = curl_slist_append(list, ("If-None-Match: " + known.etag).c_str());
        if (!known.modified.empty())
            list = curl_slist_append(list, ("If-Modified-Since: " + known.modified).c_str());
        return {list, &curl_slist_free_all};
    }

    static std::string reason_of(CURLcode code, const FetchLimits& limits) {
        constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;
        if (was_interrupted()) return "The fetching was interrupted.";
        if (code == CURLE_WRITE_ERROR || code == CURLE_FILESIZE_EXCEEDED)
            return fmt::format("The server sends more than {} MiB.", limits.bytes / mebibyte);
        if (code == CURLE_OPERATION_TIMEDOUT)
            return fmt::format("The server took longer than {:g} s.",
                               std::chrono::duration<double>(limits.time).count());
        if (code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING)
            return "The server broke off in the middle of its answer.";
        return fmt::format("The server could not be asked: {}.", curl_easy_strerror(code));
    }

    static std::size_t take_content(char* bytes, std::size_t size, std::size_t count,
                                    void* transfer) {
        auto& self = *static_cast<Transfer*>(transfer);
        const std::size_t more = size * count;
        if (more > self.most_bytes_ - self.bytes_) return 0;
        try {
            self.content.write_at(self.bytes_, {bytes, more});
        } catch (const Error&) {
            return 0;  // No exception may cross the library; it is told as too much, which it is.
        }
        self.bytes_ += more;
        return more;
    }

    static std::size_t take_header(char* bytes, std::size_t size, std::size_t count,
                                   void* transfer) {
        auto& self = *static_cast<Transfer*>(transfer);
        const std::string_view line(bytes, size * count);
        if (line.starts_with("HTTP/")) self.validators = {};
        if (auto etag = header_value(line, "ETag"); !etag.empty())
            self.validators.etag = std::move(etag);
        if (auto modified = header_value(line, "Last-Modified"); !modified.empty())
            self.validators.modified = std::move(modified);
        return size * count;
    }

    static int should_stop(void*, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return was_interrupted() ? 1 : 0;
    }

    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
    std::uint64_t bytes_ = 0;
    std::uint64_t most_bytes_ = 0;
};

Fetcher::Fetcher(std::string agent) : agent_(std::move(agent)) {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        throw Error("libcurl could not be started.");
    transfer_ = std::make_unique<Transfer>();
}

Fetcher::~Fetcher() {
    transfer_.reset();
    curl_global_cleanup();
}

Expected<Fetched, FetchError> Fetcher::fetch(const std::string& url, const Validators& validators,
                                             const FetchLimits& limits) {
    const auto end = Clock::now() + limits.time;
    std::string at = url;
    std::string moved_to = url;
    bool has_moved_for_good = true;
    for (int redirects = 0; redirects <= limits.redirects; ++redirects) {
        const auto left =
            std::max(std::chrono::milliseconds(1),
                     std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()));
        const std::string failure = transfer_->ask(at, agent_, validators, limits, left);
        if (!failure.empty()) return Unexpected{FetchError{failure}};
        const long status = transfer_->status;
        if (status == ok || status == not_modified)
            return Fetched{status == ok, moved_to, std::exchange(transfer_->validators, {}),
                           std::move(transfer_->content)};
        at = transfer_->redirect();
        if (!is_redirect(status) || at.empty())
            return Unexpected{
                FetchError{fmt::format("The server answered {}{}.", status, meaning_of(status))}};
        has_moved_for_good = has_moved_for_good && is_permanent(status);
        if (has_moved_for_good) moved_to = at;
    }
    return Unexpected{
        FetchError{fmt::format("The server redirects more than {} times.", limits.redirects)}};
}

}  // namespace nutgraf::indexer
