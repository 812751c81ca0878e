#include "server/files/read_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "analysis/text/text.hpp"
#include "server/files/descriptor.hpp"
#include "server/system_error.hpp"

namespace dockwright::server {

static constexpr std::string_view too_large = "the file is larger than 16 MiB, which no Dockerfile is";
static_assert(max_text_bytes == std::size_t{16} << 20);

// Why a file of this kind is not read; empty for a regular file.
static std::string_view refused_kind(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "it is a directory";
  if (S_ISFIFO(mode)) return "it is a pipe, not a regular file; '-' reads standard input";
  if (S_ISSOCK(mode)) return "it is a socket, not a regular file";
  return "it is a device, not a regular file";
}

// Reads until the end; `expected` bytes are likely to come.
static Result<std::string> read_all(int descriptor, std::size_t expected) {
  std::string bytes;
  std::size_t size = 0;
  // One byte more than expected: a short read ends a regular file without growing the string.
  for (std::size_t room = expected + 1;; room = std::max<std::size_t>(size, 4096)) {
    bytes.resize(std::min(size + room, max_text_bytes + 1));
    const ssize_t got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Failure{system_error()};
    size += static_cast<std::size_t>(got);
    if (size > max_text_bytes) return Failure{std::string(too_large)};
    if (got == 0) break;
  }
  bytes.resize(size);
  return bytes;
}

Result<std::string> read_regular_file(const std::string& path) {
  // Asked before opening, because opening alone can set a device to work; and again after, because the file may have
  // changed.
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return Failure{system_error()};
  if (const auto refused = refused_kind(status.st_mode); !refused.empty()) return Failure{std::string(refused)};
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (!file || ::fstat(file.number(), &status) != 0) return Failure{system_error()};
  if (const auto refused = refused_kind(status.st_mode); !refused.empty()) return Failure{std::string(refused)};
  if (status.st_size > static_cast<off_t>(max_text_bytes)) return Failure{std::string(too_large)};
  return read_all(file.number(), static_cast<std::size_t>(status.st_size));
}

Result<std::string> read_descriptor(int descriptor) { return read_all(descriptor, std::size_t{64} << 10); }

std::string_view reason_not_text(std::string_view bytes) {
  constexpr std::size_t looked_at = 8000;
  const std::string_view mark = bytes.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return "it is UTF-16, while Dockerfiles are UTF-8";
  if (bytes.substr(0, looked_at).find('\0') != std::string_view::npos) return "it is a binary file";
  return {};
}

}  // namespace dockwright::server
