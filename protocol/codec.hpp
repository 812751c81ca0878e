// The one way between LSP structures and JSON.
//
// A structure names its properties once, in `fields(const T*)`; reading and writing both follow that list:
//
//     std::optional<T>             `prop?: T`      absent and null read as none; none is left out
//     std::variant<Null, T>        `prop: T | null` written as null
//     std::variant<A, B>           `prop: A | B`   told apart by JSON type
//     std::vector<T>, std::map     T[], { [key: string]: T }
//     Any                          LSPAny, kept as it is
//     enum class : std::int32_t    an integer; values of later versions of the protocol pass through
//
// Reading is strict: 1.5, true and "1" are no integers, a required property must be there. Unknown properties are
// ignored. Nothing converts silently, and a failure names its place: "params.position.line must be an unsigned 32-bit
// integer, not -1".
//
// decode and encode are compiled once per message type, in the .cpp file beside the structure.
#pragma once

#include <memory>
#include <string_view>
#include <tuple>
#include <variant>

#include "protocol/json.hpp"
#include "protocol/result.hpp"

namespace dockwright::lsp {

using Null = std::monostate;
using Any = std::shared_ptr<const Json>;

template <class Struct, class Value>
struct Field {
  std::string_view name;
  Value Struct::*member;
};

template <class Struct, class Value>
constexpr Field<Struct, Value> field(std::string_view name, Value Struct::*member) {
  return {name, member};
}

// `root` is what a failure calls the whole value.
template <class T>
Result<T> decode(const Json& value, std::string_view root = "params");

template <class T>
Json encode(const T& value);

}  // namespace dockwright::lsp
