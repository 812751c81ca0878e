#include "analysis/model/created_files.hpp"

#include <algorithm>
#include <optional>

#include "analysis/shell/words.hpp"

namespace dockwright::model {

using shell::Argument;
using shell::Command;

std::string file_name(const ShellScript& script, const Argument& argument) {
  if (argument.value) return *argument.value;
  std::string raw(shell::raw(script.text.text(), argument.span));
  raw.erase(std::remove(raw.begin(), raw.end(), '"'), raw.end());
  return raw;
}

namespace {

// How a program names the file it writes.
struct Grammar {
  std::string_view file_letters;       // -o FILE
  std::string_view file_option;        // --output FILE, --output=FILE
  std::string_view directory_letters;  // -P DIRECTORY
  std::string_view directory_option;
  std::string_view values;  // letters of other options that take a value
};

// The manual pages of curl 8.5 and wget 1.21.
constexpr Grammar curl{"o", "--output", "", "--output-dir", "AbcCdDeEFhHKmPQrtTuUwxXyYz"};
constexpr Grammar wget{"O", "--output-document", "P", "--directory-prefix", "aoeitTwQlARDIXUB"};

// What a command line says about the files of a download.
struct Download {
  std::optional<CreatedFile> file;
  std::optional<std::string> directory;
  std::vector<CreatedFile> urls;  // by the last part of their path
  bool remote_name = false;       // curl -O
};

CreatedFile named_by(const std::string& url, LogicalSpan place) {
  const std::string path = url.substr(0, url.find_first_of("?#"));
  return {path.substr(path.find_last_of('/') + 1), place};
}

Download read_download(const ShellScript& script, const Command& command, const Grammar& grammar) {
  Download result;
  const auto& arguments = command.arguments;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string word = file_name(script, arguments[i]);
    const bool has_next = i + 1 < arguments.size();
    if (word.starts_with("--")) {
      const std::size_t equals = word.find('=');
      const std::string_view name = std::string_view(word).substr(0, equals);
      const bool is_file = name == grammar.file_option, is_directory = name == grammar.directory_option;
      if (name.starts_with("--remote-name")) result.remote_name = true;
      if (!is_file && !is_directory) continue;
      if (equals == std::string::npos && !has_next) continue;
      const Argument& named = equals == std::string::npos ? arguments[++i] : arguments[i];
      const std::string value = equals == std::string::npos ? file_name(script, named) : word.substr(equals + 1);
      if (is_file) result.file = CreatedFile{value, named.span};
      if (is_directory) result.directory = value;
    } else if (word.size() > 1 && word[0] == '-') {
      for (std::size_t at = 1; at < word.size(); ++at) {
        const char letter = word[at];
        const bool is_file = grammar.file_letters.find(letter) != std::string_view::npos;
        const bool is_directory = grammar.directory_letters.find(letter) != std::string_view::npos;
        if (letter == 'O' && !is_file) result.remote_name = true;
        if (!is_file && !is_directory && grammar.values.find(letter) == std::string_view::npos) continue;
        const bool joined = at + 1 < word.size();
        if (!joined && !has_next) break;
        const Argument& named = joined ? arguments[i] : arguments[++i];
        const std::string value = joined ? word.substr(at + 1) : file_name(script, named);
        if (is_file) result.file = CreatedFile{value, named.span};
        if (is_directory) result.directory = value;
        break;
      }
    } else if (word.find('/') != std::string::npos) {
      result.urls.push_back(named_by(word, arguments[i].span));
    }
  }
  return result;
}

void add_download(const ShellScript& script, const Command& command, std::vector<CreatedFile>& files) {
  const bool is_curl = command.name == "curl";
  Download download = read_download(script, command, is_curl ? curl : wget);
  if (download.file) {
    files.push_back(std::move(*download.file));
  } else if (!is_curl || download.remote_name) {
    for (CreatedFile& file : download.urls) {
      if (file.path.empty()) continue;
      if (download.directory) file.path = *download.directory + "/" + file.path;
      files.push_back(std::move(file));
    }
  }
}

// git clone [options] URL [DIRECTORY]
void add_clone(const ShellScript& script, const Command& command, std::vector<CreatedFile>& files) {
  constexpr std::string_view with_value[] = {"-b", "--branch", "--depth", "-o",    "--origin",
                                             "-c", "--config", "-j",      "--jobs"};
  if (command.arguments.empty() || !command.arguments[0].is("clone")) return;
  std::vector<CreatedFile> operands;
  for (std::size_t i = 1; i < command.arguments.size(); ++i) {
    const std::string word = file_name(script, command.arguments[i]);
    if (!word.starts_with('-')) {
      operands.push_back({word, command.arguments[i].span});
    } else if (std::find(std::begin(with_value), std::end(with_value), word) != std::end(with_value)) {
      ++i;
    }
  }
  if (operands.empty()) return;
  CreatedFile directory = operands.size() > 1 ? operands[1] : named_by(operands[0].path, operands[0].place);
  if (operands.size() == 1 && directory.path.ends_with(".git")) directory.path.resize(directory.path.size() - 4);
  if (!directory.path.empty()) files.push_back(std::move(directory));
}

}  // namespace

std::vector<CreatedFile> created_files(const ShellScript& script, const Command& command) {
  using Operator = shell::Redirection::Operator;
  std::vector<CreatedFile> files;
  if (command.name == "curl" || command.name == "wget") add_download(script, command, files);
  if (command.name == "git") add_clone(script, command, files);
  for (const shell::CommandRedirection& redirection : command.redirections) {
    if (redirection.operation != Operator::Output && redirection.operation != Operator::Clobber) continue;
    files.push_back({file_name(script, redirection.target), redirection.target.span});
  }
  files.erase(std::remove_if(files.begin(), files.end(),
                             [](const CreatedFile& file) {
                               return file.path.empty() || file.path == "-" || file.path.starts_with("/dev/");
                             }),
              files.end());
  return files;
}

}  // namespace dockwright::model
