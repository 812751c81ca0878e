// Where a command's result goes: standard output or a file, written in large pieces.
#pragma once

#include <string>
#include <string_view>

#include "protocol/result.hpp"
#include "server/files/descriptor.hpp"

namespace dockwright::server {

class Output {
 public:
  static Output standard();
  // Creates or empties the file; fails with a sentence for the user.
  static lsp::Result<Output> to_file(const std::string& path);

  bool is_terminal() const;
  // False once something could not be written; nothing more is tried then.
  bool write(std::string_view text);
  // Writes what is held back.
  bool flush();
  // Flushes and closes. Whether all of it arrived; if not, a message has been printed, except when the reader has gone
  // away
  // (`dockwright check | head`), which is no mistake of anybody.
  bool finish();

 private:
  Output(Descriptor descriptor, std::string name) : descriptor_(std::move(descriptor)), name_(std::move(name)) {}

  Descriptor descriptor_;
  std::string name_;
  std::string buffer_;
  int error_ = 0;  // the first errno of a failed write
};

}  // namespace dockwright::server
