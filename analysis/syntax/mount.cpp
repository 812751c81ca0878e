#include "analysis/syntax/mount.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/suggestion.hpp"

namespace dockwright::syntax {
namespace {

constexpr std::array<std::string_view, 5> types{"bind", "cache", "tmpfs", "secret", "ssh"};
constexpr std::array<std::string_view, 3> sharing_modes{"shared", "private", "locked"};
constexpr std::array<std::string_view, 19> keys{
    "type", "from", "source", "src",     "target",   "dst",  "destination", "readonly", "ro", "readwrite",
    "rw",   "id",   "sharing", "required", "mode", "uid",  "gid",         "size",     "env"};

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}
bool is_number(std::string_view text, char highest_digit) {
  return !text.empty() && text.size() <= 10 &&
         std::all_of(text.begin(), text.end(), [&](char c) { return c >= '0' && c <= highest_digit; });
}
bool is_boolean(std::string_view text) {
  return one_of(text, {"1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"});
}

class MountParser {
 public:
  MountParser(Instruction& instruction, const FlagWord& flag, std::size_t begin)
      : instruction_(instruction), flag_(flag), begin_(begin) {}

  Mount parse() {
    mount_.whole = word(begin_, flag_.value.size());
    for (std::size_t at = begin_;;) {
      const std::size_t end = field_end(at);
      add_option(at, end);
      if (end >= flag_.value.size()) break;
      at = end + 1;
    }
    check();
    return std::move(mount_);
  }

 private:
  // CSV: a comma inside a field that begins with a double quote does not end it.
  std::size_t field_end(std::size_t at) const {
    const std::string& value = flag_.value;
    if (at < value.size() && value[at] == '"') {
      for (++at; at < value.size(); ++at) {
        if (value[at] != '"') continue;
        if (at + 1 < value.size() && value[at + 1] == '"') {
          ++at;
          continue;
        }
        break;
      }
    }
    return std::min(value.find(',', at), value.size());
  }

  // [begin, end) of the unquoted value, as a place in the line.
  Word word(std::size_t begin, std::size_t end) const {
    const auto& offsets = flag_.offsets;
    if (begin >= end) {
      const std::uint32_t at = begin < offsets.size() ? offsets[begin] : flag_.span.end;
      return instruction_.word({at, at});
    }
    return instruction_.word({offsets[begin], offsets[end - 1] + 1});
  }

  void add_option(std::size_t begin, std::size_t end) {
    MountOption option;
    option.whole = word(begin, end);
    const std::string& value = flag_.value;
    const bool quoted = end - begin >= 2 && value[begin] == '"' && value[end - 1] == '"';
    if (quoted) {
      ++begin;
      --end;
    }
    const std::size_t equals = std::min(value.find('=', begin), end);
    option.has_value = equals < end;
    option.key = word(begin, equals);
    option.key_text = value.substr(begin, equals - begin);
    for (char& c : option.key_text) c = to_lower(c);
    option.value = word(std::min(equals + 1, end), end);
    if (option.has_value) option.value_text = value.substr(equals + 1, end - equals - 1);
    mount_.options.push_back(std::move(option));
  }

  void fail(const Word& where, std::string message) {
    instruction_.errors.push_back({ErrorKind::InvalidMount, where.empty() ? mount_.whole.span : where.span, std::move(message)});
  }

  void check() {
    std::string_view type = "bind";
    bool known_type = true;
    for (const MountOption& option : mount_.options) {
      const std::string_view key = option.key_text;
      const std::string_view value = option.value_text;
      const bool variable = value.find('$') != std::string_view::npos;
      if (!option.has_value && !one_of(key, {"readonly", "ro", "readwrite", "rw", "required"})) {
        fail(option.whole, fmt::format("mount option '{}' needs a value", instruction_.text(option.whole)));
      } else if (key == "type" && !variable) {
        std::string lower(value);
        for (char& c : lower) c = to_lower(c);
        const auto found = std::find(types.begin(), types.end(), lower);
        known_type = found != types.end();
        if (known_type) {
          type = *found;
        } else {
          fail(option.value, unknown("mount type", value, types));
        }
      } else if (key == "type") {
        known_type = false;
      } else if (key == "from" && variable) {
        fail(option.value, "'from' takes no variables; define a stage with that image and name it here");
      } else if (key == "required") {
        if (known_type && type != "secret" && type != "ssh") {
          fail(option.key, fmt::format("'required' does not apply to mounts of type {}", type));
        }
      } else if (key == "size") {
        if (known_type && type != "tmpfs") fail(option.key, fmt::format("'size' does not apply to mounts of type {}", type));
      } else if (key == "sharing") {
        std::string lower(value);
        for (char& c : lower) c = to_lower(c);
        if (!variable && std::find(sharing_modes.begin(), sharing_modes.end(), lower) == sharing_modes.end()) {
          fail(option.value, unknown("sharing mode", value, sharing_modes));
        }
      } else if (key == "mode") {
        if (!variable && !is_number(value, '7')) fail(option.value, fmt::format("mode '{}' is not an octal number", value));
      } else if (key == "uid" || key == "gid") {
        // BuildKit rejects an empty or non-numeric id only when it builds, so a variable is fine here.
        if (!variable && !is_number(value, '9')) fail(option.value, fmt::format("{} '{}' is not a number", key, value));
      } else if (one_of(key, {"readonly", "ro", "readwrite", "rw"})) {
        if (option.has_value && !variable && !is_boolean(value)) {
          fail(option.value, fmt::format("'{}' is neither true nor false", value));
        }
      } else if (!one_of(key, {"type", "from", "source", "src", "target", "dst", "destination", "id", "env"})) {
        fail(option.key, unknown("mount option", option.key_text, keys));
      }
    }
    if (known_type) check_type(type);
  }

  template <std::size_t n>
  static std::string unknown(std::string_view what, std::string_view value, const std::array<std::string_view, n>& list) {
    const std::string_view guess = nearest(value, list);
    return guess.empty() ? fmt::format("unknown {} '{}'", what, value)
                         : fmt::format("unknown {} '{}'; did you mean '{}'?", what, value, guess);
  }

  void check_type(std::string_view type) {
    const auto refuse = [&](std::initializer_list<std::string_view> names) {
      if (const MountOption* option = mount_.option(names)) {
        fail(option->key, fmt::format("'{}' does not apply to mounts of type {}", option->key_text, type));
      }
    };
    if (type == "bind" || type == "tmpfs") {
      refuse({"mode"});
      refuse({"uid"});
      refuse({"gid"});
    }
    if (type != "cache") refuse({"sharing"});
    if (type != "secret") refuse({"env"});
    if (type == "secret" || type == "ssh") refuse({"from"});
    if (type == "ssh") refuse({"source", "src"});
    const bool has_source = mount_.option({"source", "src"}) != nullptr;
    const bool has_id = mount_.option({"id"}) != nullptr;
    const bool has_target = mount_.option({"target", "dst", "destination"}) != nullptr;
    if (type == "secret" && !has_source && !has_id && !has_target) {
      fail(mount_.whole, "a secret mount needs an id, a source or a target");
    }
    if (type == "secret" && has_source && has_id) fail(mount_.whole, "a secret mount takes a source or an id, not both");
    if ((type == "cache" || type == "tmpfs" || type == "bind") && (!has_target || mount_.target() == "/")) {
      // Without a target a mount goes to WORKDIR, which is "/" unless set: only a written one is certainly wrong.
      if (has_target) fail(mount_.whole, "a mount cannot have the target '/'");
    }
  }

  Instruction& instruction_;
  const FlagWord& flag_;
  std::size_t begin_;
  Mount mount_;
};

}  // namespace

Mount parse_mount(Instruction& instruction, const FlagWord& flag, std::size_t value_begin) {
  return MountParser(instruction, flag, value_begin).parse();
}

}  // namespace dockwright::syntax
