#include "analysis/model/layer_files.hpp"

#include <algorithm>

#include "analysis/model/created_files.hpp"
#include "analysis/model/deletions.hpp"
#include "analysis/model/paths.hpp"

namespace dockwright::model {

// How many files are compared with one pattern: enough for real stages, and a bound for the others.
static constexpr int max_candidates = 64;

std::string LayerFiles::resolve(std::string_view path) const {
  std::string full = path.starts_with('/') ? std::string() : directory_ + "/";
  full += path;
  std::string result;
  for (std::size_t begin = 0; begin < full.size();) {
    const std::size_t end = std::min(full.find('/', begin), full.size());
    const std::string_view component = std::string_view(full).substr(begin, end - begin);
    if (!component.empty() && component != ".") result.append("/").append(component);
    begin = end + 1;
  }
  return result;
}

void LayerFiles::change_directory(const Step& step) {
  const auto* view = step.syntax->as<syntax::ValueView>();
  const std::string_view value = view ? step.text(view->value) : std::string_view();
  const bool known = !value.empty() && value.find_first_of("$\"'\\`") == std::string_view::npos;
  directory_ = known ? resolve(value) : "/?" + std::to_string(++unknown_directories_);
}

void LayerFiles::copy(const Step& step) {
  const auto* view = step.syntax->as<syntax::CopyView>();
  if (!view || view->destination_text.empty()) return;
  const std::string& destination = view->destination_text;
  const bool into_directory = destination.ends_with('/') || destination == "." || view->sources.size() > 1;
  for (std::size_t i = 0; i < view->sources.size(); ++i) {
    std::string path = destination;
    const std::string_view source = view->source_texts[i];
    if (into_directory) {
      const std::size_t last = source.find_last_not_of('/');
      const std::size_t slash = source.find_last_of('/', last);
      const std::string_view name = source.substr(slash + 1, last - slash);
      if (source.ends_with('/') || name.find_first_of("*?[$") != std::string_view::npos) continue;
      if (name != "." && name != "..") path += "/" + std::string(name);
    }
    files_[resolve(path)] = {step.range(view->sources[i]), &step};
  }
}

// The first file that the pattern names or that is below it, taken out of the files.
std::optional<LayerFile> LayerFiles::take(const std::string& pattern, const Step*& created_by) {
  const std::string_view literal = std::string_view(pattern).substr(0, pattern.find_first_of("*?"));
  int candidates = 0;
  for (auto at = files_.lower_bound(std::string(literal)); at != files_.end() && candidates < max_candidates;
       ++at, ++candidates) {
    if (!at->first.starts_with(literal)) break;
    if (!covers(pattern, at->first)) continue;
    LayerFile file{at->first, at->second.place};
    created_by = at->second.step;
    files_.erase(at);
    return file;
  }
  return std::nullopt;
}

static bool changes_directory(const shell::Command& command) {
  return command.name == "cd" || command.name == "pushd" || command.name == "popd";
}

std::vector<LayerFiles::Deletion> LayerFiles::run(const Step& step) {
  std::vector<Deletion> deletions;
  if (!step.script) return deletions;
  const ShellScript& script = *step.script;
  const bool moves = std::any_of(script.commands.begin(), script.commands.end(), changes_directory);
  const auto usable = [&](std::string_view path) {
    return !path.empty() && (path[0] == '/' || (!moves && path[0] != '~'));
  };
  LayerFiles own;  // what this step makes may be gone at its end
  own.directory_ = directory_;
  for (const shell::Command& command : script.commands) {
    for (const CreatedFile& file : created_files(script, command)) {
      if (usable(file.path)) own.files_[resolve(file.path)] = {step.script_range(file.place), &step};
    }
    for (const shell::Argument* argument : deleted_paths(script, command)) {
      for (const std::string& word : expand_braces(file_name(script, *argument))) {
        if (!usable(word)) continue;
        const std::string path = resolve(word);
        if (path.empty()) continue;
        const Step* creator = nullptr;
        while (own.take(path, creator)) {
        }
        while (auto file = take(path, creator)) deletions.push_back({&command, argument, std::move(*file), creator});
      }
    }
  }
  for (auto& [path, entry] : own.files_) files_[path] = entry;
  return deletions;
}

std::vector<LayerFiles::Deletion> LayerFiles::enter(const Step& step) {
  switch (step.keyword()) {
    case Keyword::Workdir:
      change_directory(step);
      break;
    case Keyword::Copy:
    case Keyword::Add:
      copy(step);
      break;
    case Keyword::Run:
      return run(step);
    default:
      break;
  }
  return {};
}

}  // namespace dockwright::model
