#pragma once

#include <utility>
#include <variant>

namespace nutgraf {

/// The failure half of an Expected: `return Unexpected{QueryError{…}};`
template <class E>
struct Unexpected {
    E error;
};
template <class E>
Unexpected(E) -> Unexpected<E>;

/// A value, or the reason there is none.
///
/// A subset of C++23's std::expected under the same names, to be replaced by it
/// when the compilers allow. Reading the half that is not there throws
/// std::bad_variant_access. T and E must differ.
template <class T, class E>
class [[nodiscard]] Expected {
public:
    Expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Expected(Unexpected<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

    explicit operator bool() const noexcept { return state_.index() == 0; }

    const T& operator*() const& { return std::get<0>(state_); }
    T& operator*() & { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    const T* operator->() const { return &std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }
    const E& error() const { return std::get<1>(state_); }

private:
    std::variant<T, E> state_;
};

}  // namespace nutgraf
