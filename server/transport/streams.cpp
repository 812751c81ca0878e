#include "server/transport/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/write.hpp>

namespace dockwright::server {

void fill_standard_descriptors() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    // open() takes the lowest free number, which is this one: those below are open by now.
    // Reading from it or writing to it goes on failing, so that nobody takes a lost report for a written one.
    if (::fcntl(descriptor, F_GETFD) == -1) (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

namespace {

constexpr std::size_t read_bytes = std::size_t{64} << 10;

// `Input` and `Output` are asio streams; for a socket both are references to the same one.
template <class Input, class Output>
class StreamTransport : public Transport {
 public:
  StreamTransport(Input input, Output output)
      : input_(std::forward<Input>(input)), output_(std::forward<Output>(output)) {}

  void read(ReadHandler handler) override {
    input_.async_read_some(asio::buffer(*buffer_),
                           [this, handler = std::move(handler)](std::error_code error, std::size_t size) {
                             if (error == asio::error::operation_aborted) return;
                             handler(error ? std::string_view() : std::string_view(buffer_->data(), size));
                           });
  }

  void write(std::string bytes, WriteHandler handler) override {
    output_bytes_ = std::move(bytes);
    asio::async_write(output_, asio::buffer(output_bytes_),
                      [this, handler = std::move(handler)](std::error_code error, std::size_t) {
                        if (error == asio::error::operation_aborted) return;
                        output_bytes_ = {};
                        handler(!error);
                      });
  }

 private:
  Input input_;
  Output output_;
  std::unique_ptr<std::array<char, read_bytes>> buffer_ = std::make_unique<std::array<char, read_bytes>>();
  std::string output_bytes_;
};

// O_NONBLOCK belongs to the open file, which a terminal shares with the shell: put it back.
class StatusFlags {
 public:
  explicit StatusFlags(int descriptor) : descriptor_(descriptor), flags_(::fcntl(descriptor, F_GETFL)) {}
  ~StatusFlags() {
    if (flags_ != -1) ::fcntl(descriptor_, F_SETFL, flags_);
  }
  StatusFlags(const StatusFlags&) = delete;
  StatusFlags& operator=(const StatusFlags&) = delete;

 private:
  int descriptor_;
  int flags_;
};

using Descriptor = asio::posix::stream_descriptor;

class StdioTransport final : public StreamTransport<Descriptor, Descriptor> {
 public:
  StdioTransport(asio::io_context& context, int input, int output)
      : StreamTransport(Descriptor(context, input), Descriptor(context, output)),
        input_flags_(input),
        output_flags_(output) {}

 private:
  StatusFlags input_flags_;
  StatusFlags output_flags_;
};

class SocketTransport final : public Transport {
 public:
  explicit SocketTransport(asio::ip::tcp::socket socket) : socket_(std::move(socket)), stream_(socket_, socket_) {}

  void read(ReadHandler handler) override { stream_.read(std::move(handler)); }
  void write(std::string bytes, WriteHandler handler) override { stream_.write(std::move(bytes), std::move(handler)); }

 private:
  asio::ip::tcp::socket socket_;
  StreamTransport<asio::ip::tcp::socket&, asio::ip::tcp::socket&> stream_;
};

class LoopbackListener final : public Listener {
 public:
  LoopbackListener(asio::io_context& context, std::uint16_t port)
      : acceptor_(context, {asio::ip::address_v4::loopback(), port}) {}

  std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

  void accept(std::function<void(std::unique_ptr<Transport>)> handler) override {
    acceptor_.async_accept([this, handler = std::move(handler)](std::error_code error, asio::ip::tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      acceptor_.close();
      if (error) return handler(nullptr);
      std::error_code ignored;
      // Messages are small and answers are waited for.
      (void)socket.set_option(asio::ip::tcp::no_delay(true), ignored);
      handler(std::make_unique<SocketTransport>(std::move(socket)));
    });
  }

 private:
  asio::ip::tcp::acceptor acceptor_;
};

}  // namespace

std::unique_ptr<Transport> make_stdio_transport(EventLoop& loop) {
  const int input = ::dup(STDIN_FILENO);
  const int output = ::dup(STDOUT_FILENO);
  auto transport = std::make_unique<StdioTransport>(loop.context(), input, output);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  return transport;
}

std::unique_ptr<Listener> listen_on_loopback(EventLoop& loop, std::uint16_t port, std::string& error) {
  try {
    return std::make_unique<LoopbackListener>(loop.context(), port);
  } catch (const std::system_error& failure) {
    error = failure.code().message();
    return nullptr;
  }
}

}  // namespace dockwright::server
