#include "analyzers/entities/gazetteer_file.h"

#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/reference_check.h"
#include "analyzers/entities/section_writer.h"
#include "tests/analyzers/entities/compiled.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <cstring>

namespace nutgraf::tests::in_gazetteer_file_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::failure;
using nutgraf::tests::ScratchFolder;

namespace {

constexpr std::string_view remedy = " Build it again with \"./run build\", or reinstall Nutgraf.";

std::string small_file() {
    return tests::compiled_bytes(
        {{"a.ent",
          "@country gb\nname: Britain\nadjective: British\n@body army\nname: army\n"
          "kind: military\n@role pm\nname: prime minister\n@org lab\nname: Labour\nkind: party\n"
          "letters: Lab\n"
          "@person x\nname: Amy Bell\nsurname: Bell\nparty: lab 2001..\nrole: pm/GB 2010..\n"
          "@office gb-pm\nname: Prime Minister\nrole: pm\ncountry: GB\norg: gb-army\n"
          "holder: x 2015..\n"}});
}

/// What is said of a file of some bytes, without its path; empty when it is taken.
std::string refusal(const ScratchFolder& folder, std::string_view bytes) {
    const auto path = folder.write("entities.bin", bytes);
    std::string message = failure([&] { const Gazetteer gazetteer(path); });
    const std::string quoted = "\"" + path.string() + "\"";
    if (const auto at = message.find(quoted); at != std::string::npos)
        message.replace(at, quoted.size(), "It");
    return message;
}

/// The file with its checksum made right again, as somebody who means ill would.
std::string with_checksum(std::string bytes) {
    const Digest digest = sha256(std::string_view(bytes).substr(format::first_digested_byte));
    std::memcpy(bytes.data() + offsetof(format::Header, digest), digest.data(), digest.size());
    return bytes;
}

}  // namespace

TEST_CASE("a file that is no gazetteer, or of another version, is refused with the remedy") {
    const ScratchFolder folder;
    const std::string bytes = small_file();
    std::string newer = bytes;
    newer[offsetof(format::Header, version)] = 9;
    std::string other = bytes;
    other[0] = 'X';
    CHECK(refusal(folder, bytes) == "");
    CHECK(refusal(folder, "") == "It is too short to be a gazetteer." + std::string(remedy));
    CHECK(refusal(folder, other) == "It is not a gazetteer." + std::string(remedy));
    CHECK(refusal(folder, newer) ==
          "It is of format 9, and this program reads format 4." + std::string(remedy));
    CHECK(failure([&] { const Gazetteer gazetteer(folder.path() / "none.bin"); }) ==
          "There is no \"" + (folder.path() / "none.bin").string() +
              "\", which holds the organisations and officials to be recognised." +
              std::string(remedy));
}

TEST_CASE("a file cut at any byte is refused") {
    const ScratchFolder folder;
    const std::string bytes = small_file();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK(refusal(folder, bytes.substr(0, size)) != "");
    }
    CHECK(refusal(folder, bytes.substr(0, bytes.size() - 1)) ==
          "It is damaged: it has " + std::to_string(bytes.size() - 1) + " of its " +
              std::to_string(bytes.size()) + " bytes." + std::string(remedy));
    CHECK(refusal(folder, bytes + "x") ==
          "It is damaged: its checksum is wrong." + std::string(remedy));
}

TEST_CASE("a file with any byte changed is refused") {
    const ScratchFolder folder;
    const std::string bytes = small_file();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(~damaged[at]);
        CHECK(refusal(folder, damaged) != "");
    }
}

TEST_CASE("a file with any byte changed and its checksum made right is refused or can be read") {
    const ScratchFolder folder;
    const std::string bytes = small_file();
    for (std::size_t at = format::first_digested_byte; at < bytes.size(); ++at) {
        CAPTURE(at);
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(~damaged[at]);
        const auto path = folder.write("entities.bin", with_checksum(damaged));
        // Under the sanitizers this finds reads beyond the file.
        const std::string message = failure([&] {
            const Gazetteer gazetteer(path);
            for (std::uint32_t i = 0; i < gazetteer.size(Table::entity); ++i) {
                const Entity entity = gazetteer.entity(i);
                CHECK(entity.names.size() + entity.roles.size() < 1000);
                CHECK(std::string(entity.id).size() < bytes.size());
            }
            for (std::uint32_t i = 0; i < gazetteer.size(Table::role); ++i)
                gazetteer.is_kind_of(i, none - 1);
            for (const std::string_view name : {"British army", "prime minister", "Amy Bell"}) {
                CHECK(gazetteer.senses_of(name).size() < 1000);
                CHECK(gazetteer.senses_begun_with(name, 50).size() <= 50);
            }
        });
        if (!message.empty()) CHECK(message.ends_with(remedy));
    }
}

TEST_CASE("the sections of a file are read as they were written") {
    const ScratchFolder folder;
    const GazetteerFile file(folder.write("entities.bin", small_file()));
    const auto entities = file.rows<format::EntityRow>(format::Section::entities);
    CHECK(file.size(format::Section::entities) == 3);
    REQUIRE(entities.size() == 3);
    CHECK(file.text(entities[0].id) == "gb-army");
    CHECK(file.text({}) == "");
    CHECK(has_sound_references(file));
}

TEST_CASE("a text is stored once") {
    SectionWriter out;
    const format::TextRef first = out.text("Acme");
    const format::TextRef again = out.text("Acme");
    CHECK(first.begin == again.begin);
    CHECK(first.size == 4);
    CHECK(out.text("Acne").begin == 4);
    CHECK(out.text("").size == 0);
}

TEST_CASE("a mapped file outlives its name") {
    const ScratchFolder folder;
    const auto path = folder.write("x", "some bytes");
    MappedFile first(path);
    std::filesystem::remove(path);
    MappedFile second(std::move(first));
    CHECK(second.bytes() == "some bytes");
    CHECK(first.bytes().empty());  // NOLINT(bugprone-use-after-move): that is the promise.
    CHECK(MappedFile(folder.write("empty", "")).bytes().empty());
    CHECK(failure([&] { const MappedFile file(path); }).find("could not be opened") !=
          std::string::npos);
}

}  // namespace nutgraf::tests::in_gazetteer_file_test
