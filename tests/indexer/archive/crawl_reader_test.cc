#include "indexer/archive/crawl/arc_reader.h"
#include "indexer/archive/crawl/http_response.h"
#include "indexer/archive/crawl/warc_reader.h"
#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/compressed.h"
#include "tests/indexer/archive/records.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <set>

namespace nutgraf::tests::in_crawl_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

using Lines = std::vector<std::string>;

std::string http(const std::string& body, const std::string& fields = "Content-Type: text/html") {
    return "HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n" + body;
}

std::string page(int number) {
    return fmt::format("<title>Page {}</title><p>Words of page {}.", number, number);
}

std::string url_of(int number) {
    return fmt::format("http://c.example/{}", number);
}

std::string warc(const std::string& url, const std::string& content, std::ptrdiff_t lie = 0,
                 const std::string& type = "response") {
    return fmt::format(
        "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2019-05-10T01:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
        type, url, static_cast<std::ptrdiff_t>(content.size()) + lie, content);
}

std::string arc(const std::string& url, const std::string& content, std::ptrdiff_t lie = 0) {
    return fmt::format("{} 192.0.2.1 20190510010000 text/html {}\n{}\n", url,
                       static_cast<std::ptrdiff_t>(content.size()) + lie, content);
}

/// The id of each article, or "!" and the reason.
Lines ids(ArchiveReader& reader) {
    Lines lines;
    while (const auto record = reader.next()) {
        const auto* error = std::get_if<RecordError>(&record->outcome);
        lines.push_back(error != nullptr ? "! " + error->message
                                         : std::get<Article>(record->outcome).id);
    }
    return lines;
}

Lines warc_ids(const std::string& bytes, std::size_t piece = 4096) {
    return ids(*warc_reader(std::make_unique<TextSource>(bytes, piece)));
}

Lines arc_ids(const std::string& bytes) {
    return ids(*arc_reader(std::make_unique<TextSource>(bytes)));
}

/// A record with a piece of it altered, taken out, put in or claimed.
std::string damaged(std::string record, std::mt19937& random) {
    const std::size_t place = random() % record.size();
    const auto noise = [&] { return std::string(1 + random() % 20, static_cast<char>(random())); };
    const std::string length = std::to_string(random());
    switch (random() % 5) {
        case 0:
            record[place] = static_cast<char>(random());
            break;
        case 1:
            record[place] = static_cast<char>('0' + random() % 10);
            break;
        case 2:
            record.erase(place, 1 + random() % 20);
            break;
        case 3:
            record.insert(place, noise());
            break;
        default: {
            // A length wherever digits stand at the end of a line: it may be anything.
            const std::size_t end = record.find_first_of("\r\n", record.find("Length: ") + 1);
            const std::size_t begin = record.find_last_not_of("0123456789", end - 1) + 1;
            record.replace(begin, end - begin, length);
        }
    }
    return record;
}

}  // namespace

TEST_CASE("each page of a WARC is an article, and its address the id") {
    const std::string bytes =
        "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n" +
        warc(url_of(1), http(page(1))) + warc(url_of(1), "GET / HTTP/1.1", 0, "request") +
        warc("<" + url_of(2) + ">", http(page(2))) +
        warc(url_of(3), "HTTP/1.1 404 Not Found\r\n\r\n" + page(3)) +
        warc(url_of(4), http("\x89PNG", "Content-Type: image/png"));
    for (const std::size_t piece : {1, 100, 4096})
        CHECK(warc_ids(bytes, piece) == Lines{url_of(1), url_of(2)});
    const auto reader = warc_reader(std::make_unique<TextSource>(warc(url_of(1), http(page(1)))));
    CHECK(printed_records(*reader) ==
          Lines{R"(0: {"id":"http://c.example/1","url":"http://c.example/1","title":"Page 1",)"
                R"("body":"Words of page 1.","extra":{"fetched":"2019-05-10T01:00:00Z"}})"});
}

TEST_CASE("a damaged WARC costs the records that are damaged and no others") {
    const std::string one = warc(url_of(1), http(page(1)));
    const std::string three = warc(url_of(3), http(page(3)));
    const std::string content = http(page(2));
    struct Case {
        std::string between;
        Lines expected;
    };
    const std::string at = fmt::format("! Byte {}: ", one.size());
    const Case cases[] = {
        {"noise\r\n", {at + "7 bytes belong to no record."}},
        {warc(url_of(2), content, 50),
         {at + fmt::format("The record claims {} bytes, and the next one begins after {}.",
                           content.size() + 50, content.size() + 4)}},
        {"WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n",
         {at + "The record does not say how long it is."}},
        {"WARC/1.0\r\nContent-Length: -5\r\n\r\n\r\n\r\n",
         {at + "The record does not say how long it is."}},
        {"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n\r\n\r\n",
         {at + "The record does not say how long it is."}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.between);
        Lines expected = {url_of(1)};
        expected.insert(expected.end(), c.expected.begin(), c.expected.end());
        expected.push_back(url_of(3));
        CHECK(warc_ids(one + c.between + three) == expected);
    }
    const Lines cut = warc_ids(one + three.substr(0, three.size() - 20));
    REQUIRE(cut.size() == 2);
    CHECK(cut[1].find("The file ends inside the record") != std::string::npos);
    CHECK(warc_ids(one + warc(url_of(2), content, -10) + three).back() == url_of(3));
}

TEST_CASE("of a thousand records damaged here and there, the intact ones are read") {
    struct Case {
        std::string name;
        std::string (*record)(const std::string& url, const std::string& content);
        Lines (*read)(const std::string& bytes);
    };
    const Case cases[] = {
        {"warc", [](const auto& url, const auto& content) { return warc(url, content); },
         [](const std::string& bytes) { return warc_ids(bytes); }},
        {"arc", [](const auto& url, const auto& content) { return arc(url, content); },
         [](const std::string& bytes) { return arc_ids(bytes); }},
    };
    for (const Case& c : cases) {
        for (unsigned seed = 20190510; seed < 20190520; ++seed) {
            CAPTURE(c.name);
            CAPTURE(seed);
            std::mt19937 random(seed);
            std::string bytes;
            std::set<std::string> intact;
            for (int i = 0; i < 1000; ++i) {
                const std::string record = c.record(url_of(i), http(page(i)));
                const bool is_damaged = random() % 16 == 0;
                bytes += is_damaged ? damaged(record, random) : record;
                if (!is_damaged) intact.insert(url_of(i));
            }
            for (const std::string& id : c.read(bytes)) intact.erase(id);
            CHECK(intact.size() * 100 <= 1000);
        }
    }
}

TEST_CASE("a record that claims to be larger than is read does not hide the ones behind it") {
    constexpr std::ptrdiff_t lie = std::ptrdiff_t{5} << 30U;
    const std::string content = http(page(2));
    const auto claims = [&](std::size_t offset, std::size_t next) {
        return fmt::format(
            "! Byte {}: The record claims {} bytes, and the next one begins after {}.", offset,
            static_cast<std::ptrdiff_t>(content.size()) + lie, next);
    };
    const std::string one = warc(url_of(1), http(page(1)));
    const std::string three = warc(url_of(3), http(page(3)));
    for (const std::size_t piece : {1, 100, 4096})
        CHECK(warc_ids(one + warc(url_of(2), content, lie) + three, piece) ==
              Lines{url_of(1), claims(one.size(), content.size() + 4), url_of(3)});
    const std::string first = arc(url_of(1), http(page(1)));
    CHECK(arc_ids(first + arc(url_of(2), content, lie) + arc(url_of(3), http(page(3)))) ==
          Lines{url_of(1), claims(first.size(), content.size() + 1), url_of(3)});
    const std::string large = http(std::string(std::size_t{40} << 20U, 'x'));
    CHECK(warc_ids(one + warc(url_of(2), large) + three) ==
          Lines{url_of(1), fmt::format("! Byte {}: The record is larger than 32 MiB.", one.size()),
                url_of(3)});
}

TEST_CASE("each page of an ARC is an article, also behind damage") {
    const std::string head =
        "filedesc://x.arc 0.0.0.0 20190510010000 text/plain 76\n1 0 Crawl\n"
        "URL IP-address Archive-date Content-type Archive-length\n1234567890\n\n";
    const std::string one = arc(url_of(1), http(page(1)));
    CHECK(arc_ids(head + one + arc("http://c.example/a b", http(page(2)))) ==
          Lines{url_of(1), "http://c.example/a b"});
    const Lines damaged = arc_ids(head + "noise\n" + one + arc(url_of(2), http(page(2)), 5000));
    REQUIRE(damaged.size() == 3);
    CHECK(damaged[0].find("Here a record should begin, and does not.") != std::string::npos);
    CHECK(damaged[1] == url_of(1));
    CHECK(damaged[2].find("the file ends after") != std::string::npos);
}

TEST_CASE("an answer of HTTP is read as the crawler kept it") {
    struct Case {
        std::string fields, body, expected;
    };
    const std::string text = "<p>Words.";
    const Case cases[] = {
        {"X: y", text, text},
        {"Transfer-Encoding: chunked", "4\r\n<p>W\r\n5;x=y\r\nords.\r\n0\r\n\r\n", text},
        {"Transfer-Encoding: chunked", text, text},  // The crawler undid it and kept the header.
        {"Transfer-Encoding: chunked", "fff\r\n<p>Words.", "fff\r\n<p>Words."},
        {"Content-Encoding: gzip", gzipped(text), text},
        {"Content-Encoding: gzip", text, text},
        {"content-encoding: GZIP\r\nTransfer-Encoding: chunked",
         fmt::format("{:x}\r\n", gzipped(text).size()) + gzipped(text) + "\r\n0\r\n\r\n", text},
    };
    for (const Case& c : cases) {
        CAPTURE(c.fields);
        CAPTURE(c.body);
        const auto response = http_response(http(c.body, c.fields));
        REQUIRE(response);
        CHECK(response->status == 200);
        CHECK(response->body == c.expected);
    }
    CHECK_FALSE(http_response("no answer"));
    CHECK_FALSE(http_response(http("\x01\x02", "Content-Encoding: br")));
    const std::string bomb = gzipped(std::string(std::size_t{40} << 20U, 'a'));
    CHECK_FALSE(http_response(http(bomb, "Content-Encoding: gzip")));
}

}  // namespace nutgraf::tests::in_crawl_reader_test
