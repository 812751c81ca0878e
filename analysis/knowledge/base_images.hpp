// What a base image is like before a Dockerfile changes it: its distribution, user, package manager.
//
// The facts stand in base_images.tsv, each with its source and date. What is not in there is not known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dockwright::knowledge {

// Families that do the same things in the same way; Debian includes Ubuntu, Red Hat includes Fedora, CentOS, Amazon
// Linux.
enum class Family : std::uint8_t { Unknown, Debian, RedHat, Suse, Arch, Alpine, Wolfi, BusyBox, Windows, None };

// A system to build on, a language's interpreter or tools, or something that does its work as it is.
enum class ImageKind : std::uint8_t { System, Runtime, Service };

struct Account {
  std::string_view name, uid, gid;  // numbers are empty when not known
};

struct BaseImage {
  std::string_view repository;
  Family family = Family::Unknown;
  ImageKind kind = ImageKind::System;
  std::string_view package_manager;  // `apt`, `apk`, …; empty if there is none or it is not known
  std::string_view user;             // of the image's configuration; root if it sets none; empty when not known
  bool drops_privileges = false;     // started as root, it gives up what it does not need, or needs it all
  std::vector<Account> accounts;     // unprivileged users that exist
  std::string_view source, date;

  bool runs_as_root() const { return user == "root" || user == "0"; }
};

// The image of that repository and tag; nothing if it is not in the table. Mirrors of Docker's official images and
// their names with an architecture in front (`arm64v8/alpine`) count as these. Without a tag (named by its digest
// alone) only a repository whose images are all alike is found.
std::optional<BaseImage> find_base_image(std::string_view repository, std::optional<std::string_view> tag);

}  // namespace dockwright::knowledge
