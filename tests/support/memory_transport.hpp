// A Transport whose client is the test itself, on the same thread.
#pragma once

#include <string>

#include "server/event_loop.hpp"
#include "server/transport/transport.hpp"

namespace dockwright::test {

class MemoryTransport final : public server::Transport {
 public:
  explicit MemoryTransport(server::EventLoop& loop) : loop_(loop) {}

  // The client's side.
  void feed(std::string_view bytes);
  void end_input();
  // What the server wrote since the last call.
  std::string take_output() { return std::exchange(output_, {}); }
  // A client that does not read: writes stay open until it does.
  void set_stalled(bool stalled);
  // A client that is gone: writes fail.
  void break_output() { broken_ = true; }
  // Bytes that the server has not asked for yet.
  std::size_t unread() const { return input_.size() - taken_; }

  void read(ReadHandler handler) override;
  void write(std::string bytes, WriteHandler handler) override;

 private:
  void hand_over();

  server::EventLoop& loop_;
  std::string input_;
  std::size_t taken_ = 0;  // bytes of `input_` that the server has
  bool ended_ = false;
  ReadHandler reader_;
  std::string output_;
  bool stalled_ = false;
  bool broken_ = false;
  WriteHandler stalled_writer_;
};

}  // namespace dockwright::test
