#include "tests/support/memory_transport.hpp"

namespace dockwright::test {

// As much as a pipe hands over at once.
static constexpr std::size_t piece_bytes = std::size_t{64} << 10;

void MemoryTransport::feed(std::string_view bytes) {
  input_ += bytes;
  hand_over();
}

void MemoryTransport::end_input() {
  ended_ = true;
  hand_over();
}

void MemoryTransport::read(ReadHandler handler) {
  reader_ = std::move(handler);
  hand_over();
}

void MemoryTransport::hand_over() {
  if (!reader_ || (unread() == 0 && !ended_)) return;
  std::string piece = input_.substr(taken_, piece_bytes);
  taken_ += piece.size();
  if (unread() == 0) {
    input_.clear();
    taken_ = 0;
  }
  loop_.post([reader = std::exchange(reader_, nullptr), piece = std::move(piece)] { reader(piece); });
}

void MemoryTransport::write(std::string bytes, WriteHandler handler) {
  if (!broken_) output_ += bytes;
  if (stalled_) {
    stalled_writer_ = std::move(handler);
    return;
  }
  loop_.post([handler = std::move(handler), ok = !broken_] { handler(ok); });
}

void MemoryTransport::set_stalled(bool stalled) {
  stalled_ = stalled;
  if (stalled || !stalled_writer_) return;
  loop_.post([handler = std::exchange(stalled_writer_, nullptr)] { handler(true); });
}

}  // namespace dockwright::test
