#include <algorithm>

#include "analysis/model/base_image.hpp"
#include "analysis/model/start_command.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

using knowledge::ImageKind;

template <std::size_t n>
static bool is_one_of(std::string_view name, const std::string_view (&names)[n]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

static constexpr std::string_view droppers[] = {"gosu",         "su-exec",   "setpriv", "runuser",
                                                "s6-setuidgid", "setuidgid", "chpst",   "fixuid"};
static constexpr std::string_view switchers[] = {"su", "sudo", "doas"};
// Started as root, these go on as somebody else, or need to be root.
static constexpr std::string_view self_dropping[] = {
    "nginx",     "httpd",    "apache2", "apache2ctl", "apachectl", "httpd-foreground", "apache2-foreground",
    "sshd",      "cron",     "crond",   "dropbear",   "init",      "systemd",          "supervisord",
    "s6-svscan", "runsvdir", "my_init", "named",      "unbound",   "dnsmasq",          "squid",
    "postfix",   "dovecot",  "exim",    "vsftpd",     "proftpd",   "openvpn",          "dockerd",
    "rsyslogd",  "ntpd",     "chronyd", "dbus-daemon"};
static constexpr std::string_view shells[] = {"sh",   "ash", "bash", "dash",       "zsh",
                                              "fish", "ksh", "pwsh", "powershell", "cmd"};
static constexpr std::string_view interpreters[] = {"python", "python2", "python3", "node", "irb", "jshell", "ghci",
                                                    "erl",    "iex",     "julia",   "R",    "lua", "php"};

static bool drops_privileges(const Step& step) {
  const std::vector<std::string> words = model::words_of(step);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    const std::string_view name = model::base_name(word);
    return is_one_of(name, droppers) || is_one_of(name, switchers) || is_one_of(name, self_dropping) ||
           name.substr(0, 7) == "php-fpm";
  });
}

static bool is_word_character(char c) { return syntax::is_alpha(c) || syntax::is_digit(c) || c == '_'; }

// A program that drops privileges is named anywhere: installed, copied, or called by a script that the file writes.
static bool names_dropper(std::string_view text) {
  return std::any_of(std::begin(droppers), std::end(droppers), [&](std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      if ((at == 0 || !is_word_character(text[at - 1])) && (end == text.size() || !is_word_character(text[end])))
        return true;
    }
    return false;
  });
}

// A bare shell or interpreter is there for people to use, or for images built on top.
static bool is_interactive(const Step& step) {
  const std::vector<std::string> words = model::words_of(step);
  const std::string_view name = words.empty() ? std::string_view() : model::base_name(words[0]);
  if (is_one_of(name, interpreters))
    return words.size() == 1 || (words.size() == 2 && (words[1] == "-a" || words[1] == "-i"));
  return is_one_of(name, shells) && std::all_of(words.begin() + 1, words.end(), [](const std::string& word) {
           return word.size() > 1 && word[0] == '-' && (word[1] == '-' || word.find('c') == std::string::npos);
         });
}

static bool starts_as_root(const Stage& stage, const knowledge::BaseImage& image) {
  const auto [entrypoint, command] = model::start_command(stage);
  const bool service = image.kind == ImageKind::Service && !image.drops_privileges;
  if (!entrypoint && !command) return service;
  // An entry point of the base image that drops privileges gets the new CMD.
  if (!entrypoint && image.drops_privileges) return false;
  if (entrypoint && drops_privileges(*entrypoint)) return false;
  if (command && drops_privileges(*command)) return false;
  const bool takes_arguments = !entrypoint || entrypoint->syntax->form == syntax::Form::Exec;
  return service || !command || !takes_arguments || !is_interactive(*command);
}

static void check(const Stage& stage, Findings& findings) {
  if (stage.find_inherited(Keyword::User)) return;
  const auto image = model::base_image(stage);
  if (!image || !image->runs_as_root() || !starts_as_root(stage, *image)) return;
  for (const Stage* at = &stage; at; at = at->parent_stage()) {
    for (const Step& step : at->steps()) {
      if (names_dropper(stage.model->tree().slot(step.slot).bytes)) return;
    }
  }
  const Step& from = *stage.from();
  findings.report(from.range(from.syntax->as<syntax::FromView>()->image),
                  "the image runs as root, as '{}' does; add a USER", stage.root().image);
}

extern constinit const Rule missing_user = on_exported_stage(check);

}  // namespace dockwright::rules
