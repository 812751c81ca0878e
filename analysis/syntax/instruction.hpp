// One parsed instruction: the joined line and typed views of it, each with its exact place.
//
// A `Word` names its place twice: in the joined line (`logical`, what BuildKit reads; see mapped_text.hpp) and in the slot
// (`span`, what the user sees; it runs through continuations). Views are filled as far as the line can be read: an erroneous
// instruction has errors and whatever views make sense.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/syntax/heredoc.hpp"
#include "analysis/syntax/image_name.hpp"
#include "analysis/syntax/keyword.hpp"
#include "analysis/syntax/syntax_error.hpp"
#include "analysis/text/mapped_text.hpp"

namespace dockwright::syntax {

struct Word {
  LogicalSpan logical;
  Span span;

  bool empty() const { return logical.empty(); }
};

// `--name[=value]`. `value_text` has its quotes and escapes taken out, as BuildKit does before it looks at the value.
struct Flag {
  Word whole;
  Word name;  // without the dashes
  Word value;
  bool has_value = false;
  std::string value_text;
};

// One `key=value` or bare `key` of a --mount, with the spans of both halves.
struct MountOption {
  Word whole;
  Word key;
  Word value;
  bool has_value = false;
  std::string key_text;  // lower case
  std::string value_text;
};

struct Mount {
  Word whole;  // the flag's value
  std::vector<MountOption> options;

  const MountOption* option(std::initializer_list<std::string_view> names) const;
  std::string_view type() const;  // lower case, "bind" unless set
  std::string_view target() const;
  std::string_view from() const;
};

enum class Form : std::uint8_t { None, Shell, Exec };

struct JsonString {
  Word whole;  // with its quotes
  std::string value;
};

struct KeyValue {
  Word whole;
  Word key;
  Word value;  // as written: quotes and escapes are still there
  bool has_value = false;
};

struct FromView {
  Word image;  // empty when missing
  ImageName name;  // parts of `image`, as offsets into its text
  Word as;
  Word alias;
};
struct RunView {
  std::vector<Mount> mounts;
};
struct CopyView {  // COPY and ADD
  std::vector<Word> sources;
  std::vector<std::string> source_texts;  // JSON strings unescaped, other words as written
  Word destination;
  std::string destination_text;
};
struct KeyValuesView {  // ENV, LABEL, ARG
  std::vector<KeyValue> pairs;
  bool legacy = false;  // `ENV key rest of line`
};
struct PortView {
  Word whole;
  Word port;  // `80` or `80-90`, with a host part if there is one
  Word protocol;
};
struct ExposeView {
  std::vector<PortView> ports;
};
struct HealthcheckView {
  Word type;     // NONE or CMD
  Word command;  // what follows CMD; exec strings are in Instruction::exec
  bool none = false;
};
struct VolumeView {
  std::vector<Word> paths;
};
struct ValueView {  // USER, WORKDIR, STOPSIGNAL, MAINTAINER: the rest of the line
  Word value;
  Word user;   // USER only: before the colon
  Word group;  // USER only: behind it
};
struct Instruction;
struct OnbuildView {
  std::unique_ptr<Instruction> trigger;  // its spans are of the same slot, its logical line is its own
};

using View = std::variant<std::monostate, FromView, RunView, CopyView, KeyValuesView, ExposeView, HealthcheckView, VolumeView,
                          ValueView, OnbuildView>;

struct Instruction {
  Keyword keyword = Keyword::Unknown;
  char escape = '\\';
  Word keyword_word;
  Span span;             // from the keyword to the last byte that is not a newline, heredocs included
  MappedText line;       // the joined line; all LogicalSpans below are into it
  std::vector<Flag> flags;
  Word arguments;        // what follows the flags, without blanks at the ends
  Form form = Form::None;  // RUN, CMD, ENTRYPOINT, SHELL, HEALTHCHECK CMD, and the JSON form of COPY, ADD, VOLUME
  bool broken_json = false;  // starts with `[` but is no JSON array, so it silently is shell form (or plain words)
  std::vector<JsonString> exec;
  std::vector<Heredoc> heredocs;
  std::vector<Span> comments;     // comment lines between continued lines, without their newline
  std::vector<Span> blank_lines;  // blank lines there, newline included (BuildKit: NoEmptyContinuation)
  View view;
  std::vector<SyntaxError> errors;

  std::string_view text(const Word& word) const { return line.text(word.logical); }
  std::string_view text(LogicalSpan span_in_line) const { return line.text(span_in_line); }
  Word word(LogicalSpan logical) const { return {logical, line.source(logical)}; }
  // The instruction that does the work: what ONBUILD triggers, else this one.
  const Instruction& innermost() const;
  // The first flag of that name (case-sensitive, as BuildKit), or null.
  const Flag* flag(std::string_view name) const;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&view);
  }
};

}  // namespace dockwright::syntax
