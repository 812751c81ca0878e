#include "analysis/model/package_call.hpp"

#include <algorithm>
#include <array>

#include "analysis/syntax/characters.hpp"

namespace dockwright::model {
namespace {

struct Verb {
  std::string_view name;
  PackageAction action;
};

// What a manager's command line looks like (their manual pages, 2026).
struct Grammar {
  std::string_view program;
  PackageManager manager;
  std::span<const Verb> verbs;
  std::span<const std::string_view> options_with_value;  // the value is the next argument unless joined by `=`
};

using enum PackageAction;

constexpr std::array apt_verbs{Verb{"update", Update},        Verb{"upgrade", Upgrade},  Verb{"dist-upgrade", Upgrade},
                               Verb{"full-upgrade", Upgrade}, Verb{"install", Install},  Verb{"reinstall", Install},
                               Verb{"build-dep", Install},    Verb{"remove", Remove},    Verb{"purge", Remove},
                               Verb{"autoremove", Remove},    Verb{"autopurge", Remove}, Verb{"clean", Clean},
                               Verb{"autoclean", Clean},      Verb{"distclean", Clean},  Verb{"dist-clean", Clean}};
constexpr std::array apk_verbs{Verb{"update", Update}, Verb{"upgrade", Upgrade}, Verb{"add", Install},
                               Verb{"del", Remove}, Verb{"cache", Clean}};
constexpr std::array dnf_verbs{Verb{"makecache", Update},     Verb{"update", Upgrade},       Verb{"upgrade", Upgrade},
                               Verb{"distro-sync", Upgrade},  Verb{"install", Install},      Verb{"reinstall", Install},
                               Verb{"localinstall", Install}, Verb{"groupinstall", Install}, Verb{"builddep", Install},
                               Verb{"remove", Remove},        Verb{"erase", Remove},         Verb{"autoremove", Remove},
                               Verb{"groupremove", Remove},   Verb{"clean", Clean}};
constexpr std::array zypper_verbs{Verb{"refresh", Update}, Verb{"ref", Update},
                                  Verb{"update", Upgrade}, Verb{"up", Upgrade},
                                  Verb{"dup", Upgrade},    Verb{"dist-upgrade", Upgrade},
                                  Verb{"patch", Upgrade},  Verb{"install", Install},
                                  Verb{"in", Install},     Verb{"install-new-recommends", Install},
                                  Verb{"remove", Remove},  Verb{"rm", Remove},
                                  Verb{"clean", Clean},    Verb{"cc", Clean}};

constexpr std::array<std::string_view, 9> apt_values{
    "-o", "--option",           "-c", "--config-file", "-t", "--target-release", "--default-release",
    "-a", "--host-architecture"};
constexpr std::array<std::string_view, 15> apk_values{"-X",
                                                      "--repository",
                                                      "-p",
                                                      "--root",
                                                      "-t",
                                                      "--virtual",
                                                      "--arch",
                                                      "--keys-dir",
                                                      "--repositories-file",
                                                      "--wait",
                                                      "--cache-dir",
                                                      "--cache-max-age",
                                                      "--progress-fd",
                                                      "--timeout",
                                                      "--repository-config"};
constexpr std::array<std::string_view, 22> dnf_values{"-c",
                                                      "--config",
                                                      "-d",
                                                      "--debuglevel",
                                                      "-e",
                                                      "--errorlevel",
                                                      "-R",
                                                      "--randomwait",
                                                      "-x",
                                                      "--exclude",
                                                      "--excludepkgs",
                                                      "--installroot",
                                                      "--releasever",
                                                      "--repo",
                                                      "--repoid",
                                                      "--enablerepo",
                                                      "--disablerepo",
                                                      "--setopt",
                                                      "--forcearch",
                                                      "--comment",
                                                      "--repofrompath",
                                                      "--disableexcludes"};
constexpr std::array<std::string_view, 17> zypper_values{
    "-c",          "--config", "-R",           "--root", "--installroot", "--releasever",
    "-r",          "--repo",   "--from",       "-t",     "--type",        "-C",
    "--cache-dir", "-D",       "--reposd-dir", "-p",     "--plus-repo"};

constexpr std::array grammars{Grammar{"apt-get", PackageManager::Apt, apt_verbs, apt_values},
                              Grammar{"apt", PackageManager::Apt, apt_verbs, apt_values},
                              Grammar{"aptitude", PackageManager::Apt, apt_verbs, apt_values},
                              Grammar{"apk", PackageManager::Apk, apk_verbs, apk_values},
                              Grammar{"dnf", PackageManager::Dnf, dnf_verbs, dnf_values},
                              Grammar{"dnf5", PackageManager::Dnf, dnf_verbs, dnf_values},
                              Grammar{"tdnf", PackageManager::Dnf, dnf_verbs, dnf_values},
                              Grammar{"yum", PackageManager::Yum, dnf_verbs, dnf_values},
                              Grammar{"microdnf", PackageManager::Microdnf, dnf_verbs, dnf_values},
                              Grammar{"zypper", PackageManager::Zypper, zypper_verbs, zypper_values}};

template <class List>
bool contains(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

const Grammar* grammar_of(const shell::Command& command) {
  const auto found = std::find_if(grammars.begin(), grammars.end(),
                                  [&](const Grammar& entry) { return entry.program == command.name; });
  return found == grammars.end() ? nullptr : &*found;
}

PackageCall read_call(const shell::Command& command, const Grammar& grammar) {
  PackageCall call;
  call.manager = grammar.manager;
  bool has_verb = false, only_packages = false;
  const auto count = static_cast<std::uint32_t>(command.arguments.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto& value = command.arguments[i].value;
    const std::string_view text = value ? std::string_view(*value) : std::string_view();
    if (!value) call.has_unknown_arguments = true;
    if (!only_packages && text == "--") {
      only_packages = true;
    } else if (!only_packages && text.size() > 1 && text[0] == '-') {
      call.options.push_back(i);
      if (contains(grammar.options_with_value, text)) ++i;
    } else if (!has_verb) {
      has_verb = true;
      call.verb = i;
      const auto verb =
          std::find_if(grammar.verbs.begin(), grammar.verbs.end(), [&](const Verb& v) { return v.name == text; });
      if (verb != grammar.verbs.end()) call.action = verb->action;
    } else {
      call.packages.push_back(i);
    }
  }
  // Yum and dnf spell `group install`, `module install`.
  if (call.action == Other && has_verb && !call.packages.empty()) {
    const auto& verb = command.arguments[call.verb];
    const auto& next = command.arguments[call.packages[0]];
    if ((verb.is("group") || verb.is("module")) && next.is("install")) {
      call.action = Install;
      call.packages.erase(call.packages.begin());
    }
  }
  return call;
}

// What `-` and letters say up to the first letter that takes a value: the rest is that value.
bool cluster_has(std::string_view text, char letter, const Grammar& grammar) {
  for (std::size_t i = 1; i < text.size() && syntax::is_alpha(text[i]); ++i) {
    if (text[i] == letter) return true;
    const char option[] = {'-', text[i]};
    if (contains(grammar.options_with_value, std::string_view(option, 2))) return false;
  }
  return false;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return syntax::equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

}  // namespace

std::vector<PackageCall> package_calls(std::span<const shell::Command> commands) {
  std::vector<PackageCall> calls;
  for (std::uint32_t i = 0; i < commands.size(); ++i) {
    const Grammar* grammar = grammar_of(commands[i]);
    if (!grammar) continue;
    calls.push_back(read_call(commands[i], *grammar));
    calls.back().command = i;
  }
  return calls;
}

bool has_option(const PackageCall& call, const shell::Command& command, std::string_view name) {
  const Grammar* grammar = grammar_of(command);
  const bool letter = name.size() == 2 && name[1] != '-';
  return grammar && std::any_of(call.options.begin(), call.options.end(), [&](std::uint32_t index) {
           const auto& value = command.arguments[index].value;
           if (!value) return false;
           const std::string_view text = *value;
           if (letter) return text[1] != '-' && cluster_has(text, name[1], *grammar);
           return text.starts_with(name) && (text.size() == name.size() || text[name.size()] == '=');
         });
}

std::optional<std::string_view> option_value(const PackageCall& call, const shell::Command& command,
                                             std::string_view name) {
  const auto known = [](const std::optional<std::string>& value) {
    return value ? std::optional<std::string_view>(*value) : std::nullopt;
  };
  const bool letter = name.size() == 2 && name[1] != '-';
  for (const std::uint32_t index : call.options) {
    const auto& value = command.arguments[index].value;
    if (!value || !value->starts_with(name)) continue;
    const std::string_view joined = std::string_view(*value).substr(name.size());
    if (joined.empty())
      return index + 1 < command.arguments.size() ? known(command.arguments[index + 1].value) : std::nullopt;
    if (joined[0] == '=') return joined.substr(1);
    if (letter) return joined;
  }
  return std::nullopt;
}

bool sets_key(const PackageCall& call, const shell::Command& command, std::string_view key) {
  return std::any_of(call.options.begin(), call.options.end(), [&](std::uint32_t index) {
    const auto& value = command.arguments[index].value;
    if (!value) return false;
    std::string_view text = *value;
    for (const std::string_view name : {"-o", "--option", "--setopt"}) {
      if (!text.starts_with(name)) continue;
      text.remove_prefix(name.size());
      if (text.empty() && index + 1 < command.arguments.size() && command.arguments[index + 1].value) {
        text = *command.arguments[index + 1].value;
      }
      if (text.starts_with("=")) text.remove_prefix(1);
      return starts_with_ignoring_case(text, key);
    }
    return false;
  });
}

bool fetches_lists(const PackageCall& call, const shell::Command& command) {
  if (call.action == PackageAction::Update) return true;
  if (call.manager != PackageManager::Apk && call.manager != PackageManager::Apt) return false;
  return has_option(call, command, "--update") || has_option(call, command, "-U") ||
         has_option(call, command, "--update-cache");
}

std::string_view package_name(std::string_view argument) {
  const std::size_t end = argument.find_first_of("=/:<>~@", 1);
  return argument.substr(0, end);
}

}  // namespace dockwright::model
