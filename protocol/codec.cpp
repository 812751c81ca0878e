#include "protocol/codec_impl.hpp"
#include "protocol/json_text.hpp"

namespace dockwright::lsp::codec {

bool Reading::fail(std::string_view problem) {
  failure_ = root_;
  for (const auto& step : path_) {
    if (const auto* name = std::get_if<std::string_view>(&step)) {
      failure_ += '.';
      failure_ += *name;
    } else {
      failure_ += '[' + std::to_string(std::get<std::size_t>(step)) + ']';
    }
  }
  failure_ += ' ';
  failure_ += problem;
  return false;
}

bool Reading::expected(std::string_view what, const Json& got) {
  std::string problem = "must be ";
  problem += what;
  problem += ", not ";
  // A number says more than its type; anything else could be long.
  problem += got.is_number() ? to_text(got) : got.type_name();
  return fail(problem);
}

bool read(Reading& reading, const Json& value, bool& out) {
  if (!value.is_boolean()) return reading.expected("a boolean", value);
  out = value.get<bool>();
  return true;
}

// The number if it is an integer that 64 bits hold.
static std::optional<std::int64_t> integer(const Json& value) {
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return std::nullopt;
  }
  return value.is_number_integer() ? std::optional(value.get<std::int64_t>()) : std::nullopt;
}

template <class Integer>
static bool read_integer(Reading& reading, const Json& value, std::string_view what, Integer& out) {
  const auto number = integer(value);
  if (!number || *number < std::numeric_limits<Integer>::min() || *number > std::numeric_limits<Integer>::max()) {
    return reading.expected(what, value);
  }
  out = static_cast<Integer>(*number);
  return true;
}

bool read(Reading& reading, const Json& value, std::int32_t& out) {
  return read_integer(reading, value, "a 32-bit integer", out);
}

// LSP stops at 2^31 - 1, but "the end of the line" is sent as 2^32 - 1 as well.
bool read(Reading& reading, const Json& value, std::uint32_t& out) {
  return read_integer(reading, value, "an unsigned 32-bit integer", out);
}

bool read(Reading& reading, const Json& value, std::string& out) {
  if (!value.is_string()) return reading.expected("a string", value);
  out = value.get_ref<const std::string&>();
  return true;
}

bool read(Reading& reading, const Json& value, Null&) { return value.is_null() || reading.expected("null", value); }

bool read(Reading&, const Json& value, Any& out) {
  out = std::make_shared<const Json>(value);
  return true;
}

}  // namespace dockwright::lsp::codec
