#include "server/cli/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "server/cli/messages.hpp"
#include "server/system_error.hpp"

namespace dockwright::server {

static constexpr std::size_t buffer_bytes = std::size_t{64} << 10;

Output Output::standard() { return Output(Descriptor(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)), "standard output"); }

lsp::Result<Output> Output::to_file(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666));
  if (!file) return lsp::Failure{system_error()};
  return Output(std::move(file), path);
}

bool Output::is_terminal() const { return ::isatty(descriptor_.number()) != 0; }

bool Output::write(std::string_view text) {
  if (error_ != 0) return false;
  buffer_ += text;
  return buffer_.size() < buffer_bytes || flush();
}

bool Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(descriptor_.number(), rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
  return error_ == 0;
}

bool Output::finish() {
  flush();
  // Some file systems report a full disk only here.
  if (error_ == 0 && ::close(descriptor_.release()) != 0) error_ = errno;
  if (error_ != 0 && error_ != EPIPE) print_error("cannot write " + name_ + ": " + system_error(error_));
  return error_ == 0;
}

}  // namespace dockwright::server
