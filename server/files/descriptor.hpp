// A file descriptor of POSIX that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

namespace dockwright::server {

class Descriptor {
 public:
  // Takes over `number`; a negative one stands for none.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  // The number, no longer closed here.
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

}  // namespace dockwright::server
