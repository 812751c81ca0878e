#include "server/files/discovery.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <unordered_set>

#include "server/dockerfile_names.hpp"
#include "server/files/gitignore.hpp"
#include "server/files/read_file.hpp"
#include "server/system_error.hpp"

namespace dockwright::server {

namespace {

namespace fs = std::filesystem;

enum class EntryKind : std::uint8_t { Folder, File, Link, Other };

struct Entry {
  std::string name;
  EntryKind kind;
};

// The .gitignore of one folder, on the way from the root of the repository down.
struct IgnoreLevel {
  const IgnoreLevel* above = nullptr;
  GitIgnore patterns;
  std::size_t prefix = 0;  // bytes of the folder's absolute path, with the slash behind it
};

class Search {
 public:
  explicit Search(Discovery& out) : out_(out) {}

  void add_file(std::string path) {
    if (seen_.insert(path).second) out_.files.push_back(std::move(path));
  }
  void add_folder(const std::string& path);

 private:
  void walk(const std::string& shown, const std::string& absolute, const IgnoreLevel* ignored);
  bool leads_to_unseen_file(const std::string& link) const;

  Discovery& out_;
  std::unordered_set<std::string> seen_;
  std::string root_;  // absolute path of the folder that is searched, with a slash behind it
  bool found_ = false;
};

std::string with_slash(std::string path) {
  if (!path.empty() && path.back() != '/') path += '/';
  return path;
}

EntryKind kind_of(const std::string& path, unsigned char type) {
  if (type == DT_UNKNOWN) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return EntryKind::Other;
    type = IFTODT(status.st_mode);
  }
  if (type == DT_DIR) return EntryKind::Folder;
  if (type == DT_REG) return EntryKind::File;
  return type == DT_LNK ? EntryKind::Link : EntryKind::Other;
}

// Sorted by name; what is neither file, folder nor link is left out. False, with errno, if the folder cannot be read.
bool list_folder(const std::string& path, std::vector<Entry>& entries) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return false;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (!entry) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == ".." || name == ".git") continue;
    const EntryKind kind = kind_of(path + std::string(name), entry->d_type);
    if (kind != EntryKind::Other) entries.push_back({std::string(name), kind});
  }
  if (errno != 0) return false;
  std::sort(entries.begin(), entries.end(),
            [](const Entry& left, const Entry& right) { return left.name < right.name; });
  return true;
}

GitIgnore read_gitignore(const std::string& folder) {
  const auto text = read_regular_file(folder + ".gitignore");
  return text ? GitIgnore(*text) : GitIgnore();
}

bool is_ignored(const IgnoreLevel* level, std::string_view absolute, bool is_folder) {
  for (; level; level = level->above) {
    if (const auto decision = level->patterns.decide(absolute.substr(level->prefix), is_folder)) return *decision;
  }
  return false;
}

// The folders above `absolute` that belong to the same repository, outermost first; none outside a repository.
std::vector<std::string> folders_above(const std::string& absolute) {
  std::vector<std::string> folders;
  std::error_code ignored;
  for (fs::path folder = absolute;; folder = folder.parent_path()) {
    if (fs::exists(folder / ".git", ignored)) break;
    if (folder == folder.parent_path()) return {};
    folders.push_back(with_slash(folder.parent_path()));
  }
  std::reverse(folders.begin(), folders.end());
  return folders;
}

bool Search::leads_to_unseen_file(const std::string& link) const {
  std::error_code failed;
  const fs::path target = fs::canonical(link, failed);
  if (failed || !fs::is_regular_file(target, failed)) return false;
  return target.native().compare(0, root_.size(), root_) == 0 && !is_dockerfile_name(target.filename().native());
}

// Both paths end in a slash, unless `shown` is empty: the working directory. Links are not followed, so the depth is
// bounded by the longest path of the system.
void Search::walk(const std::string& shown, const std::string& absolute, const IgnoreLevel* above) {
  std::vector<Entry> entries;
  if (!list_folder(shown.empty() ? "./" : shown, entries)) {
    out_.problems.push_back({shown.empty() ? "." : shown, "cannot read the folder: " + system_error()});
    return;
  }
  IgnoreLevel own{above, {}, absolute.size()};
  const bool has_gitignore =
      std::any_of(entries.begin(), entries.end(), [](const Entry& entry) { return entry.name == ".gitignore"; });
  if (has_gitignore) own.patterns = read_gitignore(absolute);
  const IgnoreLevel* ignored = own.patterns.empty() ? above : &own;

  for (const Entry& entry : entries) {
    const bool is_folder = entry.kind == EntryKind::Folder;
    if (!is_folder && !is_dockerfile_name(entry.name)) continue;
    const std::string path = absolute + entry.name;
    if (is_ignored(ignored, path, is_folder)) continue;
    if (is_folder) {
      walk(shown + entry.name + "/", path + "/", ignored);
    } else if (entry.kind == EntryKind::File || leads_to_unseen_file(path)) {
      found_ = true;
      add_file(shown + entry.name);
    }
  }
}

void Search::add_folder(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> absolute(::realpath(path.c_str(), nullptr), std::free);
  if (!absolute) {
    out_.problems.push_back({path, system_error()});
    return;
  }
  root_ = with_slash(absolute.get());
  std::vector<std::unique_ptr<IgnoreLevel>> levels;
  for (const std::string& folder : folders_above(absolute.get())) {
    const IgnoreLevel* above = levels.empty() ? nullptr : levels.back().get();
    levels.push_back(std::make_unique<IgnoreLevel>());
    *levels.back() = {above, read_gitignore(folder), folder.size()};
  }
  const std::size_t problems = out_.problems.size();
  found_ = false;
  walk(path == "." ? "" : with_slash(path), root_, levels.empty() ? nullptr : levels.back().get());
  if (!found_ && out_.problems.size() == problems) {
    out_.problems.push_back({path, "there is no Dockerfile in this folder"});
  }
}

// `a//b/../c` becomes `a/c`, so that one file has one name.
std::string tidy(const std::string& path) {
  std::string result = fs::path(path).lexically_normal();
  while (result.size() > 1 && result.back() == '/') result.pop_back();
  return result;
}

}  // namespace

Discovery discover(const std::vector<std::string>& paths) {
  Discovery result;
  Search search(result);
  for (const std::string& path : paths) {
    struct stat status {};
    const bool is_folder = ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    // A `..` behind a symbolic link is not the folder before it: such a path stays as it is.
    const std::string name = path.find("..") == std::string::npos ? tidy(path) : path;
    is_folder ? search.add_folder(name) : search.add_file(name);
  }
  return result;
}

}  // namespace dockwright::server
