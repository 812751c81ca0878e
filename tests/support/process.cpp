#include "tests/support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "server/files/descriptor.hpp"

namespace dockwright::test {

using server::Descriptor;
using Clock = std::chrono::steady_clock;

namespace {

struct Pipe {
  Descriptor read_end{-1}, write_end{-1};
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// In the child. Only calls that are safe between fork and exec; memory was prepared before.
[[noreturn]] void become(const std::vector<char*>& arguments, const std::vector<char*>& environment, const char* folder,
                         const std::vector<int>& closed, const std::array<int, 3>& standard) {
  for (int i = 0; i < 3; ++i) ::dup2(standard[static_cast<std::size_t>(i)], i);
  for (const int descriptor : closed) ::close(descriptor);
  if (*folder && ::chdir(folder) != 0) ::_exit(127);
  ::execve(arguments[0], arguments.data(), environment.data());
  ::_exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& added) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view text = *entry;
    if (added.count(std::string(text.substr(0, text.find('=')))) == 0) result.emplace_back(text);
  }
  for (const auto& [name, value] : added) result.push_back(name + "=" + value);
  return result;
}

// Feeds, reads and watches one child until it has closed its ends, or the deadline.
class Conversation {
 public:
  Conversation(pid_t child, const ProcessOptions& options, Clock::time_point deadline, ProcessResult& result)
      : child_(child), options_(options), deadline_(deadline), result_(result) {}

  void run(Descriptor input, Descriptor output, Descriptor error) {
    std::string_view rest = options_.input;
    bool waiting = true;
    while (output || error) {
      if (waiting && result_.output.find(options_.wait_for) != std::string::npos) {
        waiting = false;
        if (options_.signal != 0) ::kill(child_, options_.signal);
      }
      if (input && rest.empty() && !waiting && !options_.keep_input_open) input = Descriptor(-1);
      const bool feeds = input && !rest.empty();
      std::array<pollfd, 3> events{
          {{feeds ? input.number() : -1, POLLOUT, 0}, {output.number(), POLLIN, 0}, {error.number(), POLLIN, 0}}};
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
      if (left.count() <= 0 || ::poll(events.data(), events.size(), static_cast<int>(left.count())) == 0) return;
      if (events[0].revents != 0) feed(input, rest);
      if (events[1].revents != 0) read(output, result_.output);
      if (events[2].revents != 0) read(error, result_.error);
    }
  }

 private:
  void feed(Descriptor& input, std::string_view& rest) {
    const ssize_t written = ::write(input.number(), rest.data(), std::min<std::size_t>(rest.size(), PIPE_BUF));
    if (written < 0) {
      rest = {};
      input = Descriptor(-1);
    } else {
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void read(Descriptor& from, std::string& into) {
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(from.number(), buffer.data(), buffer.size());
    if (size <= 0) {
      from = Descriptor(-1);
      return;
    }
    into.append(buffer.data(), static_cast<std::size_t>(size));
  }

  pid_t child_;
  const ProcessOptions& options_;
  Clock::time_point deadline_;
  ProcessResult& result_;
};

// The wait status. A child that is there at the deadline is killed.
int wait_for(pid_t child, Clock::time_point deadline, ProcessResult& result) {
  for (;;) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, result.timed_out ? 0 : WNOHANG);
    if (ended == child) return status;
    if (Clock::now() < deadline) {
      ::usleep(1000);
    } else {
      result.timed_out = true;
      ::kill(child, SIGKILL);
    }
  }
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
  // A child that does not read its input must not end the test.
  ::signal(SIGPIPE, SIG_IGN);
  Pipe input = make_pipe(), output = make_pipe(), error = make_pipe();
  const Descriptor file(options.output_path.empty() ? -1 : ::open(options.output_path.c_str(), O_WRONLY | O_CLOEXEC));
  std::vector<std::string> words = command, variables = environment_with(options.environment);
  const auto arguments = pointers(words), environment = pointers(variables);
  const std::string folder = options.folder.native();

  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    ::signal(SIGPIPE, SIG_DFL);
    become(arguments, environment, folder.c_str(), options.closed,
           {input.read_end.number(), file ? file.number() : output.write_end.number(), error.write_end.number()});
  }
  input.read_end = Descriptor(-1);
  output.write_end = Descriptor(-1);
  error.write_end = Descriptor(-1);
  if (options.close_output_early) output.read_end = Descriptor(-1);

  ProcessResult result;
  const Clock::time_point deadline = Clock::now() + options.limit;
  Conversation(child, options, deadline, result)
      .run(std::move(input.write_end), std::move(output.read_end), std::move(error.read_end));
  const int status = wait_for(child, deadline, result);
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

}  // namespace dockwright::test
