#include "analysis/knowledge/package_classes.hpp"

#include <algorithm>
#include <array>

namespace dockwright::knowledge {

namespace {

struct Row {
  std::string_view name;  // # is a version: digits and dots, as in openjdk-17-jdk, java-1.8.0-openjdk-devel
  PackageClass package_class;
};

using enum PackageClass;

constexpr std::array rows{
    Row{"@development", Toolchain},
    Row{"@development-tools", Toolchain},
    Row{"@Development Tools", Toolchain},
    Row{"Development Tools", Toolchain},
    Row{"alpine-sdk", Toolchain},
    Row{"base-devel", Toolchain},
    Row{"build-base", Toolchain},
    Row{"build-essential", Toolchain},
    Row{"cargo", Toolchain},
    Row{"cargo-#", Toolchain},
    Row{"clang", Toolchain},
    Row{"clang#", Toolchain},
    Row{"clang-#", Toolchain},
    Row{"cuda-compiler-#", Toolchain},
    Row{"cuda-nvcc-#", Toolchain},
    Row{"cuda-toolkit-#", Toolchain},
    Row{"default-jdk", Toolchain},
    Row{"default-jdk-headless", Toolchain},
    Row{"devel_basis", Toolchain},
    Row{"devtoolset-#", Toolchain},
    Row{"devtoolset-#-gcc", Toolchain},
    Row{"devtoolset-#-gcc-c++", Toolchain},
    Row{"dotnet-sdk-#", Toolchain},
    Row{"g++", Toolchain},
    Row{"g++-#", Toolchain},
    Row{"gcc", Toolchain},
    Row{"gcc#", Toolchain},
    Row{"gcc#-c++", Toolchain},
    Row{"gcc-#", Toolchain},
    Row{"gcc-c++", Toolchain},
    Row{"gcc-gfortran", Toolchain},
    Row{"gcc-toolset-#", Toolchain},
    Row{"gcc-toolset-#-gcc", Toolchain},
    Row{"gcc-toolset-#-gcc-c++", Toolchain},
    Row{"gfortran", Toolchain},
    Row{"gfortran-#", Toolchain},
    Row{"ghc", Toolchain},
    Row{"go", Toolchain},
    Row{"golang", Toolchain},
    Row{"golang-#", Toolchain},
    Row{"golang-#-go", Toolchain},
    Row{"golang-go", Toolchain},
    Row{"java-#-amazon-corretto-devel", Toolchain},
    Row{"java-#-openjdk-devel", Toolchain},
    Row{"nasm", Toolchain},
    Row{"openjdk#", Toolchain},
    Row{"openjdk#-jdk", Toolchain},
    Row{"openjdk-#-jdk", Toolchain},
    Row{"openjdk-#-jdk-headless", Toolchain},
    Row{"rust", Toolchain},
    Row{"rustc", Toolchain},
    Row{"rustc-#", Toolchain},
    Row{"rustup", Toolchain},
    Row{"yasm", Toolchain},

    Row{"ant", BuildTool},
    Row{"autoconf", BuildTool},
    Row{"automake", BuildTool},
    Row{"bazel", BuildTool},
    Row{"bison", BuildTool},
    Row{"cmake", BuildTool},
    Row{"debhelper", BuildTool},
    Row{"devscripts", BuildTool},
    Row{"dpkg-dev", BuildTool},
    Row{"flex", BuildTool},
    Row{"gradle", BuildTool},
    Row{"libtool", BuildTool},
    Row{"make", BuildTool},
    Row{"maven", BuildTool},
    Row{"meson", BuildTool},
    Row{"ninja", BuildTool},
    Row{"ninja-build", BuildTool},
    Row{"rpm-build", BuildTool},
    Row{"samurai", BuildTool},
    Row{"sbt", BuildTool},
    Row{"scons", BuildTool},

    Row{"bpftrace", DebugTool},
    Row{"emacs", DebugTool},
    Row{"emacs-nox", DebugTool},
    Row{"gdb", DebugTool},
    Row{"gdb-multiarch", DebugTool},
    Row{"gdbserver", DebugTool},
    Row{"htop", DebugTool},
    Row{"iftop", DebugTool},
    Row{"inetutils-telnet", DebugTool},
    Row{"iotop", DebugTool},
    Row{"iperf", DebugTool},
    Row{"iperf3", DebugTool},
    Row{"linux-tools-generic", DebugTool},
    Row{"lldb", DebugTool},
    Row{"lldb-#", DebugTool},
    Row{"ltrace", DebugTool},
    Row{"mtr", DebugTool},
    Row{"mtr-tiny", DebugTool},
    Row{"nano", DebugTool},
    Row{"nc", DebugTool},
    Row{"ncat", DebugTool},
    Row{"netcat", DebugTool},
    Row{"netcat-openbsd", DebugTool},
    Row{"netcat-traditional", DebugTool},
    Row{"nmap", DebugTool},
    Row{"nmap-ncat", DebugTool},
    Row{"perf", DebugTool},
    Row{"strace", DebugTool},
    Row{"sysdig", DebugTool},
    Row{"tcpdump", DebugTool},
    Row{"telnet", DebugTool},
    Row{"traceroute", DebugTool},
    Row{"tshark", DebugTool},
    Row{"valgrind", DebugTool},
    Row{"vim", DebugTool},
    Row{"vim-enhanced", DebugTool},
    Row{"vim-minimal", DebugTool},
    Row{"vim-nox", DebugTool},
    Row{"vim-tiny", DebugTool},
    Row{"wireshark", DebugTool},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A digit, then digits and dots.
std::size_t version_length(std::string_view text) {
  if (text.empty() || !is_digit(text[0])) return 0;
  return std::min(text.find_first_not_of("0123456789."), text.size());
}

bool matches(std::string_view name, std::string_view row) {
  const std::size_t hash = row.find('#');
  if (hash == std::string_view::npos) return name == row;
  if (!name.starts_with(row.substr(0, hash))) return false;
  const std::string_view rest = name.substr(hash);
  const std::size_t version = version_length(rest);
  return version > 0 && rest.substr(version) == row.substr(hash + 1);
}

}  // namespace

PackageClass package_class(std::string_view name) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& entry) { return matches(name, entry.name); });
  return row == rows.end() ? None : row->package_class;
}

}  // namespace dockwright::knowledge
