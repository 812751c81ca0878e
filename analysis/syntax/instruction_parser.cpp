#include "analysis/syntax/instruction_parser.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/duration.hpp"
#include "analysis/syntax/flag_table.hpp"
#include "analysis/syntax/heredoc.hpp"
#include "analysis/syntax/json_array.hpp"
#include "analysis/syntax/lexer.hpp"
#include "analysis/syntax/mount.hpp"
#include "analysis/syntax/port.hpp"
#include "analysis/syntax/signals.hpp"
#include "analysis/syntax/suggestion.hpp"
#include "analysis/syntax/words.hpp"

namespace dockwright::syntax {
namespace {

std::string or_nearest(std::string message, std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view guess = nearest(word, candidates);
  return guess.empty() ? message : fmt::format("{}; did you mean '{}'?", message, guess);
}

bool is_stage_name(std::string_view name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && letter(to_lower(name[0])) && std::all_of(name.begin(), name.end(), [&](char c) {
    return letter(to_lower(c)) || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

// The first colon outside `${...}`, or the size of the text.
std::uint32_t first_colon(std::string_view text) {
  int braces = 0;
  std::uint32_t at = 0;
  for (; at < text.size(); ++at) {
    if (text.substr(at, 2) == "${") ++braces;
    if (text[at] == '}' && braces > 0) --braces;
    if (text[at] == ':' && braces == 0) break;
  }
  return at;
}

class InstructionParser {
 public:
  explicit InstructionParser(Instruction& instruction) : out_(instruction), line_(out_.line.text()) {}

  void parse() {
    read_keyword();
    read_flags();
    parse_arguments();
    check_flags();
  }

 private:
  Word word(LogicalSpan span) const { return out_.word(span); }
  std::string_view text(LogicalSpan span) const { return line_.substr(span.begin, span.size()); }
  LogicalSpan arguments() const { return out_.arguments.logical; }

  void fail(ErrorKind kind, LogicalSpan where, std::string message) { fail(kind, word(where).span, std::move(message)); }
  void fail(ErrorKind kind, Span where, std::string message) { out_.errors.push_back({kind, where, std::move(message)}); }
  void fail_instruction(std::string message) {
    fail(ErrorKind::ArgumentCount, out_.keyword_word.logical, std::move(message));
  }

  void read_keyword() {
    const LogicalSpan all = trim_space(line_, {0, out_.line.size()});
    std::uint32_t end = all.begin;
    while (end < all.end && !is_blank(line_[end])) ++end;
    out_.keyword_word = word({all.begin, end});
    out_.keyword = keyword_of(text({all.begin, end}));
    if (out_.keyword == Keyword::Unknown) {
      fail(ErrorKind::UnknownInstruction, out_.keyword_word.logical,
           or_nearest(fmt::format("unknown instruction '{}'", text({all.begin, end})), text({all.begin, end}), keyword_names));
    }
    end_ = all.end;
  }

  void read_flags() {
    const std::string_view line = line_.substr(0, end_);
    FlagSplit split = split_flags(line, out_.keyword_word.logical.end);
    for (FlagWord& found : split.flags) {
      Flag flag;
      flag.whole = word(found.span);
      const std::string_view raw = text(found.span);
      const std::size_t equals = raw.find('=');
      flag.has_value = equals != std::string_view::npos;
      const std::uint32_t name_end = flag.has_value ? found.span.begin + static_cast<std::uint32_t>(equals) : found.span.end;
      flag.name = word({std::min(found.span.begin + 2, name_end), name_end});
      flag.value = word({flag.has_value ? name_end + 1 : name_end, found.span.end});
      const std::size_t value_begin = found.value.find('=');
      if (value_begin != std::string::npos) flag.value_text = found.value.substr(value_begin + 1);
      out_.flags.push_back(std::move(flag));
    }
    flag_words_ = std::move(split.flags);
    out_.arguments = word(trim_space(line_, {std::min(split.rest, end_), end_}));
  }

  void check_flags() {
    const bool none = out_.as<HealthcheckView>() && out_.as<HealthcheckView>()->none;
    if (!checks_flags(out_.keyword) || none) return;
    const auto known = flags_of(out_.keyword);
    for (std::size_t i = 0; i < out_.flags.size(); ++i) {
      const Flag& flag = out_.flags[i];
      const std::string_view name = out_.text(flag.name);
      const auto definition =
          std::find_if(known.begin(), known.end(), [&](const FlagDefinition& entry) { return entry.name == name; });
      if (definition == known.end()) {
        std::vector<std::string_view> names;
        for (const FlagDefinition& entry : known) names.push_back(entry.name);
        fail(ErrorKind::UnknownFlag, flag.whole.span,
             or_nearest(fmt::format("{} has no flag '--{}'", name_of(out_.keyword), name), name, names));
        continue;
      }
      const bool repeated = std::any_of(out_.flags.begin(), out_.flags.begin() + static_cast<std::ptrdiff_t>(i),
                                        [&](const Flag& other) { return out_.text(other.name) == name; });
      if (repeated && definition->type != FlagType::Repeatable) {
        fail(ErrorKind::InvalidFlag, flag.whole.span, fmt::format("--{} is given twice", name));
      }
      check_flag_value(flag, *definition);
    }
  }

  void check_flag_value(const Flag& flag, const FlagDefinition& definition) {
    if (definition.type == FlagType::Boolean) {
      if (!flag.has_value) return;
      if (!equals_ignoring_case(flag.value_text, "true") && !equals_ignoring_case(flag.value_text, "false")) {
        fail(ErrorKind::InvalidFlag, flag.whole.span, fmt::format("--{} is either true or false", definition.name));
      }
      return;
    }
    if (!flag.has_value) {
      fail(ErrorKind::InvalidFlag, flag.whole.span, fmt::format("--{} needs a value", definition.name));
      return;
    }
    const std::string_view value = flag.value_text;
    const bool variable = value.find('$') != std::string_view::npos;
    const auto one_of = [&](std::initializer_list<std::string_view> list) {
      if (variable || std::find(list.begin(), list.end(), value) != list.end()) return;
      fail(ErrorKind::InvalidFlag, flag.value.span, fmt::format("--{} cannot be '{}'", definition.name, value));
    };
    if (definition.name == "network") one_of({"default", "none", "host"});
    if (definition.name == "security") one_of({"sandbox", "insecure"});
    if (definition.name == "from" && variable) {
      fail(ErrorKind::InvalidFlag, flag.value.span, "--from takes no variables; define a stage with that image and name it here");
    }
    if (out_.keyword == Keyword::From || definition.name == "chown" || definition.name == "chmod" ||
        definition.name == "checksum") {
      check_variables(flag.value.logical);
    }
  }

  // BuildKit expands variables here; what it cannot expand is an error.
  void check_variables(LogicalSpan part) {
    if (part.empty()) return;
    const std::string_view value = text(part);
    if (value.find_first_of("$'\"") == std::string_view::npos) return;
    LexerOptions options;
    options.escape = out_.escape;
    const Expansion lexed = scan_references(value, options);
    if (lexed.error.empty()) return;
    const std::uint32_t at = part.begin + lexed.error_at;
    fail(ErrorKind::InvalidVariable, LogicalSpan{std::min(at, part.end - 1), part.end}, lexed.error);
  }

  void parse_arguments() {
    switch (out_.keyword) {
      case Keyword::From: return parse_from();
      case Keyword::Run: return parse_run();
      case Keyword::Cmd:
      case Keyword::Entrypoint: read_form(arguments()); return;
      case Keyword::Shell: return parse_shell();
      case Keyword::Copy:
      case Keyword::Add: return parse_copy();
      case Keyword::Env:
      case Keyword::Label: return parse_key_values();
      case Keyword::Arg: return parse_arg();
      case Keyword::Expose: return parse_expose();
      case Keyword::Healthcheck: return parse_healthcheck();
      case Keyword::Volume: return parse_volume();
      case Keyword::User:
      case Keyword::Workdir:
      case Keyword::Stopsignal:
      case Keyword::Maintainer: return parse_value();
      case Keyword::Onbuild: return parse_onbuild();
      case Keyword::Unknown: return;
    }
  }

  // Exec form if `part` is a JSON array of strings, else shell form; fills `form`, `exec` and `broken_json`.
  void read_form(LogicalSpan part) {
    if (part.empty()) return;
    out_.form = Form::Shell;
    if (line_[part.begin] != '[') return;
    auto array = parse_json_array(line_, part);
    if (!array) {
      out_.broken_json = true;
      return;
    }
    out_.form = Form::Exec;
    for (JsonArray::String& string : array->strings) out_.exec.push_back({word(string.span), std::move(string.value)});
    if (array->not_a_string) {
      fail(ErrorKind::InvalidExecForm, *array->not_a_string, "a JSON array here holds strings only");
    }
  }

  void parse_from() {
    FromView view;
    const auto words = split_plain_words(line_, arguments());
    if (!words.empty()) {
      view.image = word(words[0]);
      view.name = split_image_name(text(words[0]));
      check_variables(words[0]);
    }
    const bool as = words.size() == 3 && equals_ignoring_case(text(words[1]), "as");
    if (words.size() >= 2 && equals_ignoring_case(text(words[1]), "as")) view.as = word(words[1]);
    if (as) {
      view.alias = word(words[2]);
      if (!is_stage_name(text(words[2]))) {
        fail(ErrorKind::InvalidStageName, words[2],
             fmt::format("'{}' is no stage name: a letter, then letters, digits, '-', '_' and '.'", text(words[2])));
      }
    } else if (words.empty()) {
      fail_instruction("FROM needs an image");
    } else if (words.size() != 1) {
      fail(ErrorKind::ArgumentCount, LogicalSpan{words[1].begin, words.back().end}, "FROM takes an image, or an image, AS and a name");
    }
    out_.view = std::move(view);
  }

  void parse_run() {
    RunView view;
    for (std::size_t i = 0; i < out_.flags.size(); ++i) {
      const Flag& flag = out_.flags[i];
      if (out_.text(flag.name) != "mount" || !flag.has_value) continue;
      view.mounts.push_back(parse_mount(out_, flag_words_[i], flag_words_[i].value.find('=') + 1));
    }
    out_.view = std::move(view);
    read_form(arguments());
  }

  void parse_shell() {
    read_form(arguments());
    if (arguments().empty()) {
      fail_instruction("SHELL needs a JSON array");
    } else if (out_.form != Form::Exec) {
      fail(ErrorKind::InvalidExecForm, arguments(), "SHELL takes a JSON array of strings only");
    } else if (out_.exec.empty() && out_.errors.empty()) {
      fail(ErrorKind::ArgumentCount, arguments(), "SHELL needs at least one string");
    }
  }

  void parse_copy() {
    CopyView view;
    read_form(arguments());
    std::vector<Word> words;
    std::vector<std::string> texts;
    if (out_.form == Form::Exec) {
      for (const JsonString& string : out_.exec) {
        words.push_back(string.whole);
        texts.push_back(string.value);
      }
    } else {
      out_.form = Form::None;
      for (const LogicalSpan span : split_plain_words(line_, arguments())) {
        words.push_back(word(span));
        texts.emplace_back(text(span));
        if (!heredoc_operator(texts.back())) check_variables(span);
      }
    }
    if (words.size() < 2) {
      const std::string message = fmt::format("{} needs a source and a destination", name_of(out_.keyword));
      if (words.empty()) {
        fail_instruction(message);
      } else {
        fail(ErrorKind::ArgumentCount, words[0].span, message);
      }
    }
    if (!words.empty() && words.size() >= 2) {
      view.destination = words.back();
      view.destination_text = std::move(texts.back());
      words.pop_back();
      texts.pop_back();
      if (heredoc_operator(view.destination_text)) {
        fail(ErrorKind::InvalidHeredoc, view.destination.span, "a heredoc cannot be the destination");
      }
    }
    view.sources = std::move(words);
    view.source_texts = std::move(texts);
    out_.view = std::move(view);
  }

  KeyValue key_value(LogicalSpan span) {
    KeyValue pair;
    pair.whole = word(span);
    const std::size_t equals = text(span).find('=');
    pair.has_value = equals != std::string_view::npos;
    const std::uint32_t middle = pair.has_value ? span.begin + static_cast<std::uint32_t>(equals) : span.end;
    pair.key = word({span.begin, middle});
    pair.value = word({pair.has_value ? middle + 1 : middle, span.end});
    return pair;
  }

  void parse_key_values() {
    KeyValuesView view;
    const std::string_view name = name_of(out_.keyword);
    const auto words = split_quoted_words(line_, arguments(), out_.escape);
    if (words.empty()) {
      fail_instruction(fmt::format("{} needs a key and a value", name));
    } else if (text(words[0]).find('=') == std::string_view::npos) {
      parse_legacy(view);
    } else {
      for (const LogicalSpan span : words) {
        const KeyValue& pair = view.pairs.emplace_back(key_value(span));
        if (!pair.has_value) {
          fail(ErrorKind::InvalidKeyValue, span, fmt::format("'{}' has no '='; write key=value", text(span)));
        } else if (pair.key.empty()) {
          fail(ErrorKind::InvalidKeyValue, span, fmt::format("{} names cannot be blank", name));
        }
        check_variables(span);
      }
    }
    out_.view = std::move(view);
  }

  // `ENV key everything else`; the value keeps its inner blanks.
  void parse_legacy(KeyValuesView& view) {
    const LogicalSpan part = arguments();
    std::uint32_t key_end = part.begin;
    while (key_end < part.end && !is_blank(line_[key_end])) ++key_end;
    std::uint32_t value_begin = key_end;
    while (value_begin < part.end && is_blank(line_[value_begin])) ++value_begin;
    view.legacy = true;
    KeyValue pair;
    pair.whole = word(part);
    pair.key = word({part.begin, key_end});
    pair.value = word({value_begin, part.end});
    pair.has_value = value_begin < part.end;
    if (!pair.has_value) {
      fail(ErrorKind::InvalidKeyValue, part, fmt::format("{} needs a key and a value", name_of(out_.keyword)));
    }
    view.pairs.push_back(pair);
    check_variables(part);
  }

  void parse_arg() {
    KeyValuesView view;
    const auto words = split_quoted_words(line_, arguments(), out_.escape);
    if (words.empty()) fail_instruction("ARG needs a name");
    for (const LogicalSpan span : words) {
      const KeyValue& pair = view.pairs.emplace_back(key_value(span));
      if (pair.key.empty()) fail(ErrorKind::InvalidKeyValue, span, "ARG names cannot be blank");
      check_variables(pair.value.logical);
    }
    out_.view = std::move(view);
  }

  void parse_expose() {
    ExposeView view;
    for (const LogicalSpan span : split_plain_words(line_, arguments())) {
      const std::string_view whole = text(span);
      check_variables(span);
      const bool variable = whole.find('$') != std::string_view::npos;
      const std::size_t slash = variable ? std::string_view::npos : whole.rfind('/');
      const std::uint32_t end = slash == std::string_view::npos ? span.end : span.begin + static_cast<std::uint32_t>(slash);
      PortView port{word(span), word({span.begin, end}), word({std::min(end + 1, span.end), span.end})};
      if (!variable) {
        const std::string_view problem = port_problem(text({span.begin, end}));
        if (!problem.empty()) fail(ErrorKind::InvalidPort, port.port.span, fmt::format("'{}' {}", text({span.begin, end}), problem));
        if (slash != std::string_view::npos && !is_protocol(out_.text(port.protocol))) {
          fail(ErrorKind::InvalidPort, span, fmt::format("'{}' is none of tcp, udp and sctp", out_.text(port.protocol)));
        }
      }
      view.ports.push_back(port);
    }
    if (view.ports.empty()) fail_instruction("EXPOSE needs a port");
    out_.view = std::move(view);
  }

  void parse_healthcheck() {
    HealthcheckView view;
    const LogicalSpan part = arguments();
    std::uint32_t end = part.begin;
    while (end < part.end && !is_space_byte(line_[end])) ++end;
    std::uint32_t next = end;
    while (next < part.end && is_space_byte(line_[next])) ++next;
    const LogicalSpan command{next, part.end};
    view.type = word({part.begin, end});
    view.command = word(command);
    view.none = equals_ignoring_case(text({part.begin, end}), "NONE");
    if (part.empty()) {
      fail_instruction("HEALTHCHECK needs CMD or NONE");
    } else if (view.none) {
      if (!command.empty()) fail(ErrorKind::InvalidHealthcheck, command, "HEALTHCHECK NONE takes no arguments");
    } else if (!equals_ignoring_case(text({part.begin, end}), "CMD")) {
      fail(ErrorKind::InvalidHealthcheck, view.type.logical, "HEALTHCHECK takes CMD or NONE");
    } else {
      read_form(command);
      if (command.empty() || (out_.form == Form::Exec && out_.exec.empty() && out_.errors.empty())) {
        fail(ErrorKind::InvalidHealthcheck, view.type.logical, "HEALTHCHECK CMD needs a command");
      }
      check_healthcheck_flags();
    }
    out_.view = view;
  }

  void check_healthcheck_flags() {
    for (const Flag& flag : out_.flags) {
      if (!flag.has_value || flag.value_text.empty()) continue;
      const std::string_view name = out_.text(flag.name), value = flag.value_text;
      if (name == "retries") {
        const std::string_view digits = value.substr(value[0] == '+' || value[0] == '-' ? 1 : 0);
        const bool number = !digits.empty() && digits.size() < 10 && std::all_of(digits.begin(), digits.end(), is_digit);
        if (!number || (value[0] == '-' && digits.find_first_not_of('0') != std::string_view::npos)) {
          fail(ErrorKind::InvalidHealthcheck, flag.value.span, fmt::format("'{}' is not a number of retries", value));
        }
      } else if (name == "interval" || name == "timeout" || name == "start-period" || name == "start-interval") {
        const auto duration = parse_duration(value);
        if (!duration) {
          fail(ErrorKind::InvalidHealthcheck, flag.value.span, fmt::format("'{}' is not a duration such as 30s or 1m30s", value));
        } else if (*duration != 0 && *duration < 1e6) {
          fail(ErrorKind::InvalidHealthcheck, flag.value.span, fmt::format("--{} cannot be under 1ms", name));
        }
      }
    }
  }

  void parse_volume() {
    VolumeView view;
    read_form(arguments());
    if (out_.form == Form::Exec) {
      for (const JsonString& string : out_.exec) {
        view.paths.push_back(string.whole);
        if (syntax::trim_space(string.value).empty()) {
          fail(ErrorKind::ArgumentCount, string.whole.span, "a VOLUME path cannot be empty");
        }
      }
    } else {
      out_.form = Form::None;
      for (const LogicalSpan span : split_plain_words(line_, arguments())) {
        view.paths.push_back(word(span));
        check_variables(span);
      }
    }
    if (view.paths.empty() && out_.errors.empty()) fail_instruction("VOLUME needs a path");
    out_.view = std::move(view);
  }

  void parse_value() {
    ValueView view;
    const LogicalSpan part = arguments();
    view.value = out_.arguments;
    if (part.empty()) fail_instruction(fmt::format("{} needs a value", name_of(out_.keyword)));
    if (out_.keyword != Keyword::Maintainer) check_variables(part);
    if (out_.keyword == Keyword::User) {
      const std::uint32_t colon = part.begin + first_colon(text(part));
      view.user = word({part.begin, colon});
      view.group = word({std::min(colon + 1, part.end), part.end});
    }
    if (out_.keyword == Keyword::Stopsignal && !part.empty() && text(part).find('$') == std::string_view::npos &&
        !is_signal(text(part))) {
      fail(ErrorKind::InvalidSignal, part, fmt::format("'{}' is not a signal", text(part)));
    }
    out_.view = view;
  }

  void parse_onbuild() {
    OnbuildView view;
    if (arguments().empty()) {
      fail_instruction("ONBUILD needs an instruction");
      return;
    }
    view.trigger = parse_trigger(arguments());
    const Keyword inner = view.trigger->keyword;
    if (inner == Keyword::Onbuild || inner == Keyword::From || inner == Keyword::Maintainer) {
      fail(ErrorKind::InvalidOnbuild, view.trigger->keyword_word.span,
           fmt::format("ONBUILD cannot trigger {}", name_of(inner)));
    }
    // BuildKit cuts the trigger into words now but checks them only when an image is built on top of this one.
    for (const SyntaxError& error : view.trigger->errors) {
      const bool now = error.kind == ErrorKind::InvalidKeyValue ||
                       (error.kind == ErrorKind::InvalidExecForm && view.trigger->form == Form::Exec);
      if (now) out_.errors.push_back(error);
    }
    out_.view = std::move(view);
  }

  std::unique_ptr<Instruction> parse_trigger(LogicalSpan part) const {
    MappedText line = out_.line.slice(part);
    // ONBUILD ONBUILD ... is refused anyway; reading it as one instruction keeps the depth at one.
    const bool chained = is_onbuild(line.text());
    if (!chained) return parse_instruction(std::move(line), out_.escape);
    auto trigger = std::make_unique<Instruction>();
    trigger->escape = out_.escape;
    trigger->keyword = Keyword::Onbuild;
    trigger->line = std::move(line);
    trigger->keyword_word = trigger->word({0, static_cast<std::uint32_t>(name_of(Keyword::Onbuild).size())});
    return trigger;
  }
  static bool is_onbuild(std::string_view line) {
    const std::string_view name = name_of(Keyword::Onbuild);
    return equals_ignoring_case(line.substr(0, name.size()), name) && (line.size() == name.size() || is_blank(line[name.size()]));
  }

  Instruction& out_;
  std::string_view line_;
  std::uint32_t end_ = 0;
  std::vector<FlagWord> flag_words_;
};

}  // namespace

std::unique_ptr<Instruction> parse_instruction(MappedText line, char escape) {
  auto instruction = std::make_unique<Instruction>();
  instruction->line = std::move(line);
  instruction->escape = escape;
  InstructionParser(*instruction).parse();
  return instruction;
}

}  // namespace dockwright::syntax
