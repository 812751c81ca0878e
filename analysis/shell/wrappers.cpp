#include "analysis/shell/wrappers.hpp"

#include <algorithm>

#include "analysis/shell/characters.hpp"

namespace dockwright::shell {

namespace {

// The command line of a wrapper: options, then `operands` words, then NAME=value if `assignments`, then the command.
struct Grammar {
  std::string_view name;
  std::string_view short_values;  // letters of the options that take a value
  std::string_view long_values;   // names of the options that take a value as the next word, each between blanks
  std::string_view other_uses;    // letters of the options with which it runs nothing
  std::size_t operands = 0;
  bool assignments = false;
};

// Sources: POSIX 2017; the manual pages of coreutils 9.1, util-linux 2.38, findutils 4.9, sudo 1.9.13, bash 5.2,
// gosu 1.14, tini 0.19, Xvfb 21.1.
constexpr Grammar grammars[] = {
    {"builtin", "", "", "", 0, false},
    {"busybox", "", "", "", 0, false},
    {"chroot", "", " userspec groups ", "", 1, false},
    {"command", "", "", "vV", 0, false},
    {"doas", "uC", "", "Ls", 0, false},
    {"dumb-init", "r", " rewrite ", "", 0, false},
    {"eatmydata", "", "", "", 0, false},
    {"env", "uC", " unset chdir ", "S", 0, true},
    {"exec", "a", "", "", 0, false},
    {"fakeroot", "lsib", " lib faked save-file load-file ", "", 0, false},
    {"gosu", "", "", "", 1, false},
    {"ionice", "cn", " class classdata ", "pPu", 0, false},
    {"nice", "n", " adjustment ", "", 0, false},
    {"nohup", "", "", "", 0, false},
    {"setpriv", "",
     " reuid regid ruid euid rgid egid groups inh-caps ambient-caps bounding-set securebits selinux-label "
     "apparmor-profile pdeathsig ",
     "d", 0, false},
    {"setsid", "", "", "", 0, false},
    {"stdbuf", "ioe", " input output error ", "", 0, false},
    {"su-exec", "", "", "", 1, false},
    {"sudo", "CDghpRrTtUu", " close-from chdir group host prompt chroot role command-timeout type other-user user ",
     "lvKe", 0, true},
    {"time", "fo", " format output ", "", 0, false},
    {"timeout", "ks", " kill-after signal ", "", 1, false},
    {"tini", "pe", "", "", 0, false},
    {"xargs", "adEILnPs", " arg-file delimiter max-args max-chars max-procs process-slot-var ", "", 0, false},
    {"xvfb-run", "efnpsw", " error-file auth-file server-num xauth-protocol server-args wait ", "", 0, false},
};

enum class OptionKind { None, Complete, WantsValue, OtherUse };

OptionKind classify(std::string_view word, const Grammar& grammar) {
  if (word.size() < 2 || word[0] != '-') return OptionKind::None;
  if (word[1] == '-') {
    if (word == "--split-string") return OptionKind::OtherUse;
    if (word.find('=') != std::string_view::npos) return OptionKind::Complete;
    const std::string name = ' ' + std::string(word.substr(2)) + ' ';
    return grammar.long_values.find(name) != std::string_view::npos ? OptionKind::WantsValue : OptionKind::Complete;
  }
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (grammar.other_uses.find(word[i]) != std::string_view::npos) return OptionKind::OtherUse;
    if (grammar.short_values.find(word[i]) != std::string_view::npos) {
      return i + 1 == word.size() ? OptionKind::WantsValue : OptionKind::Complete;
    }
  }
  return OptionKind::Complete;
}

std::optional<Dialect> shell_dialect(std::string_view name) {
  for (const std::string_view shell : {"sh", "dash", "ash"}) {
    if (name == shell) return Dialect::Posix;
  }
  for (const std::string_view shell : {"bash", "rbash", "ksh", "mksh", "zsh"}) {
    if (name == shell) return Dialect::Bash;
  }
  return std::nullopt;
}

// sh [-options] [-o option]… -c SCRIPT
std::optional<std::size_t> shell_script_index(std::span<const Argument> words) {
  bool wanted = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].value) return wanted ? std::optional(i) : std::nullopt;
    const std::string_view word = *words[i].value;
    const bool option = word.size() > 1 && (word[0] == '-' || word[0] == '+');
    if (!option) return wanted ? std::optional(i) : std::nullopt;
    if (word.starts_with("--")) {
      if (word == "--rcfile" || word == "--init-file") ++i;
      continue;
    }
    wanted = wanted || (word[0] == '-' && word.find('c') != std::string_view::npos);
    if (word.back() == 'o' || word.back() == 'O') ++i;
  }
  return std::nullopt;
}

// env [options] -S SCRIPT [word…]
std::optional<std::size_t> split_string_index(std::span<const Argument> words) {
  for (std::size_t i = 1; i + 1 < words.size() && words[i].value && words[i].value->starts_with('-'); ++i) {
    if (words[i].is("-S") || words[i].is("--split-string")) return i + 1;
  }
  return std::nullopt;
}

// su [options] [-] [user] -c SCRIPT
std::optional<std::size_t> user_script_index(std::span<const Argument> words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (!words[i].value) continue;
    const std::string_view word = *words[i].value;
    if (word == "--") return std::nullopt;
    const bool cluster = word.size() > 1 && word[0] == '-' && word[1] != '-' && word.back() == 'c';
    if (cluster || word == "--command") return i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> assigned_name(const Argument& word, std::string_view text) {
  std::string_view written = word.value ? std::string_view(*word.value) : raw(text, word.span);
  if (!word.value && written.starts_with('"')) written.remove_prefix(1);
  const std::size_t end = written.find('=');
  if (end == std::string_view::npos || !is_name(written.substr(0, end))) return std::nullopt;
  return written.substr(0, end);
}

std::optional<WrappedCommand> wrapped_command(std::string_view name, std::span<const Argument> words,
                                              std::string_view text) {
  const auto* grammar = std::find_if(std::begin(grammars), std::end(grammars),
                                     [name](const Grammar& candidate) { return candidate.name == name; });
  if (grammar == std::end(grammars)) return std::nullopt;
  std::size_t next = 1;
  for (; next < words.size() && words[next].value; ++next) {
    const std::string_view word = *words[next].value;
    if (word == "--") {
      ++next;
      break;
    }
    if (word == "-" && grammar->assignments) continue;
    const OptionKind option = classify(word, *grammar);
    if (option == OptionKind::OtherUse) return std::nullopt;
    if (option == OptionKind::None) break;
    if (option == OptionKind::WantsValue) ++next;
  }
  next += grammar->operands;
  // gosu and tini may be told with -- where the command begins, behind the operands.
  if (grammar->operands > 0 && next < words.size() && words[next].is("--")) ++next;
  WrappedCommand result;
  result.assignments = next;
  if (grammar->assignments) {
    while (next < words.size() && assigned_name(words[next], text)) ++next;
  }
  if (next >= words.size()) return std::nullopt;
  result.command = next;
  return result;
}

std::optional<NestedScript> nested_script(std::string_view name, std::span<const Argument> words) {
  if (name == "eval" && words.size() > 1) return NestedScript{1, words.size(), Dialect::Posix};
  if (name == "env") {
    const std::optional<std::size_t> index = split_string_index(words);
    return index ? std::optional(NestedScript{*index, words.size(), Dialect::Posix}) : std::nullopt;
  }
  std::optional<std::size_t> index;
  std::optional<Dialect> dialect = shell_dialect(name);
  if (dialect) index = shell_script_index(words);
  if (name == "su" || name == "runuser") index = user_script_index(words);
  if (!index) return std::nullopt;
  return NestedScript{*index, *index + 1, dialect.value_or(Dialect::Posix)};
}

std::vector<std::pair<std::size_t, std::size_t>> find_exec_commands(std::span<const Argument> arguments) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool runs =
        arguments[i].is("-exec") || arguments[i].is("-execdir") || arguments[i].is("-ok") || arguments[i].is("-okdir");
    if (!runs) continue;
    const std::size_t begin = ++i;
    while (i < arguments.size() && !arguments[i].is(";") && !(arguments[i].is("+") && arguments[i - 1].is("{}"))) ++i;
    if (i > begin) result.emplace_back(begin, i);
  }
  return result;
}

std::string program_name(const Argument& word, std::string_view text) {
  if (word.value) return word.value->substr(word.value->rfind('/') + 1);
  std::string_view written = raw(text, word.span);
  if (written.ends_with('"')) written.remove_suffix(1);
  const std::size_t slash = written.rfind('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view name = written.substr(slash + 1);
  const bool plain = std::all_of(name.begin(), name.end(), [](char character) {
    return is(character, kNameCharacter) || character == '-' || character == '.' || character == '+';
  });
  return plain ? std::string(name) : std::string();
}

}  // namespace dockwright::shell
