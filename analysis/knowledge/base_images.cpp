#include "analysis/knowledge/base_images.hpp"

#include <algorithm>

#include "analysis/knowledge/tables.hpp"

namespace dockwright::knowledge {
namespace {

using BaseImageRow = Row<10>;
enum Column { Repository, Tags, FamilyName, PackageManager, Kind, User, Drops, Accounts, Source, Date };

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// As the table writes it.
std::string_view normalised(std::string_view repository) {
  for (const std::string_view registry : {"docker.io/", "index.docker.io/", "registry-1.docker.io/",
                                          "registry.hub.docker.com/", "public.ecr.aws/docker/", "mirror.gcr.io/"}) {
    if (take_prefix(repository, registry)) break;
  }
  for (const std::string_view owner : {"library/", "amd64/", "arm32v5/", "arm32v6/", "arm32v7/", "arm64v8/", "i386/",
                                       "mips64le/", "ppc64le/", "riscv64/", "s390x/"}) {
    if (take_prefix(repository, owner)) break;
  }
  return repository;
}

// `*` stands for any text.
bool fits(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (text.substr(0, star) != pattern.substr(0, star)) return false;
  text.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  // The text between two stars matches best where it stands first; only the end is fixed.
  for (std::size_t next = pattern.find('*'); next != std::string_view::npos; next = pattern.find('*')) {
    const std::size_t found = text.find(pattern.substr(0, next));
    if (found == std::string_view::npos) return false;
    text.remove_prefix(found + next);
    pattern.remove_prefix(next + 1);
  }
  return text.size() >= pattern.size() && text.substr(text.size() - pattern.size()) == pattern;
}

Family family_of(std::string_view name) {
  static constexpr std::pair<std::string_view, Family> families[] = {
      {"debian", Family::Debian}, {"redhat", Family::RedHat},   {"suse", Family::Suse},
      {"arch", Family::Arch},     {"alpine", Family::Alpine},   {"wolfi", Family::Wolfi},
      {"none", Family::None},     {"busybox", Family::BusyBox}, {"windows", Family::Windows}};
  const auto* found =
      std::find_if(std::begin(families), std::end(families), [&](const auto& entry) { return entry.first == name; });
  return found == std::end(families) ? Family::Unknown : found->second;
}

std::string_view cell(std::string_view text) { return text == "-" || text == "none" ? std::string_view() : text; }

std::string_view take_until(std::string_view& text, char separator) {
  const std::string_view part = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

std::vector<Account> accounts_of(std::string_view list) {
  std::vector<Account> accounts;
  for (list = cell(list); !list.empty();) {
    std::string_view entry = take_until(list, ',');
    const std::string_view name = take_until(entry, ':'), uid = take_until(entry, ':');
    accounts.push_back({name, cell(uid), cell(entry)});
  }
  return accounts;
}

BaseImage base_image(const BaseImageRow& row) {
  BaseImage image;
  image.repository = row[Repository];
  image.family = family_of(row[FamilyName]);
  image.kind = row[Kind] == "os" ? ImageKind::System : row[Kind] == "runtime" ? ImageKind::Runtime : ImageKind::Service;
  image.package_manager = cell(row[PackageManager]);
  image.user = cell(row[User]);
  image.drops_privileges = row[Drops] == "yes";
  image.accounts = accounts_of(row[Accounts]);
  image.source = row[Source];
  image.date = row[Date];
  return image;
}

}  // namespace

std::optional<BaseImage> find_base_image(std::string_view written, std::optional<std::string_view> tag) {
  const std::string_view repository = normalised(written);
  const auto first =
      std::lower_bound(base_images.begin(), base_images.end(), repository,
                       [](const BaseImageRow& row, std::string_view key) { return row[Repository] < key; });
  const auto last =
      std::find_if(first, base_images.end(), [&](const BaseImageRow& row) { return row[Repository] != repository; });
  if (!tag && last - first != 1) return std::nullopt;
  const auto row = std::find_if(first, last, [&](const BaseImageRow& each) { return !tag || fits(each[Tags], *tag); });
  if (row == last) return std::nullopt;
  return base_image(*row);
}

}  // namespace dockwright::knowledge
