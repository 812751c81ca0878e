// The definitions behind codec.hpp, for the .cpp files of protocol/ that compile a message type.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "protocol/codec.hpp"

namespace dockwright::lsp {

namespace codec {

template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <template <class...> class Template, class... Args>
inline constexpr bool is_a<Template<Args...>, Template> = true;

// The place that is being read, innermost last, and the first failure.
class Reading {
 public:
  explicit Reading(std::string_view root) : root_(root) {}

  void enter(std::string_view name) { path_.emplace_back(name); }
  void enter(std::size_t index) { path_.emplace_back(index); }
  void leave() { path_.pop_back(); }

  bool fail(std::string_view problem);
  bool expected(std::string_view what, const Json& got);
  Failure failure() const { return {failure_}; }

 private:
  std::string_view root_;
  std::vector<std::variant<std::string_view, std::size_t>> path_;
  std::string failure_;
};

bool read(Reading& reading, const Json& value, bool& out);
bool read(Reading& reading, const Json& value, std::int32_t& out);
bool read(Reading& reading, const Json& value, std::uint32_t& out);
bool read(Reading& reading, const Json& value, std::string& out);
bool read(Reading& reading, const Json& value, Null& out);
bool read(Reading& reading, const Json& value, Any& out);

// Whether `value` has the JSON type that T is written as: enough to choose between the alternatives of an LSP union.
template <class T>
bool has_type_of(const Json& value) {
  if constexpr (std::is_same_v<T, Null>) {
    return value.is_null();
  } else if constexpr (std::is_same_v<T, bool>) {
    return value.is_boolean();
  } else if constexpr (std::is_same_v<T, std::string>) {
    return value.is_string();
  } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    return value.is_number();
  } else if constexpr (is_a<T, std::vector>) {
    return value.is_array();
  } else {
    return value.is_object();
  }
}

template <class T>
bool read(Reading& reading, const Json& value, T& out);

template <class Struct, class Value>
bool read_field(Reading& reading, const Json& object, Struct& out, const Field<Struct, Value>& field) {
  reading.enter(field.name);
  const auto found = object.find(field.name);
  bool ok = true;
  if constexpr (is_a<Value, std::optional>) {
    if (found != object.end() && !found->is_null()) {
      ok = read(reading, *found, (out.*field.member).emplace());
    }
  } else if (found != object.end()) {
    ok = read(reading, *found, out.*field.member);
  } else if constexpr (!std::is_same_v<Value, Any>) {
    ok = reading.fail("is missing");
  }
  reading.leave();
  return ok;
}

template <std::size_t index = 0, class Variant>
bool read_variant(Reading& reading, const Json& value, Variant& out) {
  if constexpr (index < std::variant_size_v<Variant>) {
    using Alternative = std::variant_alternative_t<index, Variant>;
    if (has_type_of<Alternative>(value)) return read(reading, value, out.template emplace<index>());
    return read_variant<index + 1>(reading, value, out);
  } else {
    return reading.expected("another type", value);
  }
}

template <class T>
bool read(Reading& reading, const Json& value, T& out) {
  if constexpr (std::is_enum_v<T>) {
    std::underlying_type_t<T> number = 0;
    if (!read(reading, value, number)) return false;
    out = static_cast<T>(number);
    return true;
  } else if constexpr (is_a<T, std::optional>) {
    return value.is_null() || read(reading, value, out.emplace());
  } else if constexpr (is_a<T, std::vector>) {
    if (!value.is_array()) return reading.expected("an array", value);
    out.reserve(value.size());
    for (const Json& element : value) {
      reading.enter(out.size());
      if (!read(reading, element, out.emplace_back())) return false;
      reading.leave();
    }
    return true;
  } else if constexpr (is_a<T, std::variant>) {
    return read_variant(reading, value, out);
  } else if constexpr (is_a<T, std::map>) {
    if (!value.is_object()) return reading.expected("an object", value);
    for (const auto& [key, element] : value.template get_ref<const Json::object_t&>()) {
      reading.enter(key);
      if (!read(reading, element, out[key])) return false;
      reading.leave();
    }
    return true;
  } else {
    if (!value.is_object()) return reading.expected("an object", value);
    return std::apply([&](const auto&... field) { return (read_field(reading, value, out, field) && ...); },
                      fields(static_cast<const T*>(nullptr)));
  }
}

template <class T>
Json write(const T& value) {
  if constexpr (std::is_same_v<T, Null>) {
    return nullptr;
  } else if constexpr (std::is_same_v<T, Any>) {
    return value ? *value : Json();
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<std::underlying_type_t<T>>(value);
  } else if constexpr (std::is_same_v<T, bool> || std::is_integral_v<T> || std::is_same_v<T, std::string>) {
    return value;
  } else if constexpr (is_a<T, std::optional>) {
    return value ? write(*value) : Json();
  } else if constexpr (is_a<T, std::variant>) {
    return std::visit([](const auto& alternative) { return write(alternative); }, value);
  } else if constexpr (is_a<T, std::vector>) {
    Json array = Json::array();
    array.get_ref<Json::array_t&>().reserve(value.size());
    for (const auto& element : value) array.push_back(write(element));
    return array;
  } else if constexpr (is_a<T, std::map>) {
    Json object = Json::object();
    for (const auto& [key, element] : value) object[key] = write(element);
    return object;
  } else {
    Json object = Json::object();
    const auto add = [&](const auto& field) {
      const auto& member = value.*field.member;
      using Value = std::decay_t<decltype(member)>;
      if constexpr (is_a<Value, std::optional> || std::is_same_v<Value, Any>) {
        if (!member) return;
      }
      object[std::string(field.name)] = write(member);
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, fields(static_cast<const T*>(nullptr)));
    return object;
  }
}

}  // namespace codec

template <class T>
Result<T> decode(const Json& value, std::string_view root) {
  codec::Reading reading(root);
  T out;
  if (!codec::read(reading, value, out)) return reading.failure();
  return out;
}

template <class T>
Json encode(const T& value) {
  return codec::write(value);
}

}  // namespace dockwright::lsp
