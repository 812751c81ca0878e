#include "server/lsp_command.hpp"

#include <signal.h>

#include <CLI/CLI.hpp>
#include <optional>

#include "server/cli/help.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/print.hpp"
#include "server/session/session.hpp"
#include "server/system_error.hpp"
#include "server/termination_signals.hpp"
#include "server/transport/streams.hpp"

namespace dockwright::server {

// One analyses while the other answers; more would only cost memory.
static constexpr unsigned worker_threads = 2;

namespace {

struct Options {
  std::optional<std::uint16_t> port;
  std::string log_file;
  LogLevel log_level = LogLevel::warning;
  std::string message_file;
};

}  // namespace

static int fail(const std::string& what) {
  print_error(what);
  return exit_failure;
}

// The exit status when the program should end here: for --help and for mistakes.
static std::optional<int> parse(int argc, char** argv, Options& out) {
  CLI::App app{"Be a language server for Dockerfiles.", "dockwright lsp"};
  app.set_help_flag("-h,--help", "Show this help");
  bool stdio = false;
  std::string level = "warning";
  app.add_flag("--stdio", stdio, "Talk on stdin and stdout (the default)");
  app.add_option("--socket", out.port, "Wait on this port of 127.0.0.1 for one client instead")
      ->excludes("--stdio")
      ->type_name("PORT");
  app.add_option("--log-file", out.log_file, "Write the log to this file instead of stderr")->type_name("FILE");
  app.add_option("--log-level", level, "error, warning (default), info or debug")->type_name("LEVEL");
  app.add_option("--log-messages", out.message_file, "Record all messages in this file, one JSON object a line")
      ->type_name("FILE");
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return print(help_of(app));
  } catch (const CLI::ParseError& error) {
    return fail(std::string(error.what()) + "; see 'dockwright lsp --help'");
  }
  const auto log_level = to_log_level(level);
  if (!log_level) return fail(no_such("log level", level, {}, "there are error, warning, info and debug"));
  out.log_level = *log_level;
  return std::nullopt;
}

static std::string cannot_write(const std::string& path) { return "cannot write " + path + ": " + system_error(); }

// Runs one session from start to end. `connect` calls its argument with the transport, or with null when there is none.
static int serve(EventLoop& loop, Log& log, MessageLog* messages,
                 const std::function<void(std::function<void(std::unique_ptr<Transport>)>)>& connect) {
  int status = 0;
  std::unique_ptr<Transport> transport;
  std::optional<Session> session;
  const auto end = [&](int code) {
    status = code;
    loop.stop();
  };
  connect([&](std::unique_ptr<Transport> connected) {
    if (!connected) return end(fail("no client came"));
    transport = std::move(connected);
    session.emplace(loop, *transport, log, messages, end);
    session->start();
  });
  const auto signals = on_termination(loop, [&] { session ? session->terminate() : end(0); });
  loop.run();
  return status;
}

int run_lsp(int argc, char** argv) {
  Options options;
  if (const auto status = parse(argc, argv, options)) return *status;

  std::optional<Log> log =
      options.log_file.empty() ? Log(options.log_level) : Log::to_file(options.log_file, options.log_level);
  if (!log) return fail(cannot_write(options.log_file));
  std::unique_ptr<MessageLog> messages;
  if (!options.message_file.empty()) {
    messages = MessageLog::create(options.message_file);
    if (!messages) return fail(cannot_write(options.message_file));
  }

  // A client that goes away is a failed write, not the end of the process.
  ::signal(SIGPIPE, SIG_IGN);
  try {
    EventLoop loop(worker_threads);
    loop.set_failure_handler(
        [&log](const std::string& what) { log->write(LogLevel::error, "internal error: " + what); });
    if (!options.port) {
      return serve(loop, *log, messages.get(), [&](const auto& use) { use(make_stdio_transport(loop)); });
    }
    std::string error;
    const auto listener = listen_on_loopback(loop, *options.port, error);
    if (!listener) return fail("cannot listen on port " + std::to_string(*options.port) + ": " + error);
    // A program that starts the server with port 0 reads this line.
    std::fprintf(stderr, "listening on 127.0.0.1:%u\n", static_cast<unsigned>(listener->port()));
    return serve(loop, *log, messages.get(), [&](auto use) { listener->accept(std::move(use)); });
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace dockwright::server
