#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nutgraf::index {

// Numbers and texts one behind the other, as records and values of the index are made of
// (docs/index-format.md): a number in groups of seven bits, the lowest first; a text behind the
// number of its bytes.

void put_number(std::string& bytes, std::uint64_t number);
void put_text(std::string& bytes, std::string_view text);

/// Takes them off the front again. Throws Error where the bytes are not of that form: the record is
/// damaged. Borrows the bytes, which must outlive it and the views it gives.
class RecordFields {
public:
    explicit RecordFields(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number();
    std::string_view text();

    /// A number that counts things of at least one byte each, which must be there.
    std::uint64_t count();

    bool empty() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

/// Throws the Error that says so.
[[noreturn]] void fail_damaged_record();

}  // namespace nutgraf::index
