// Programs run to their end, with everything that a shell could do to them.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dockwright::test {

struct ProcessOptions {
  std::string input;                               // standard input
  std::filesystem::path folder;                    // working folder; empty: the test's own
  std::map<std::string, std::string> environment;  // added to the test's own
  std::vector<int> closed;                         // descriptors that are closed from the start
  std::string output_path;                         // standard output is this file instead of a pipe
  bool keep_input_open = false;                    // the end of input never comes
  bool close_output_early = false;                 // nobody reads standard output
  int signal = 0;                                  // sent to it, once `wait_for` has come
  std::string wait_for;                            // standard input stays open until this is on standard output
  std::chrono::seconds limit{60};                  // it is killed then, and `timed_out` set
};

struct ProcessResult {
  int status = -1;  // exit status, or -1 if a signal ended it
  int signal = 0;   // that signal
  bool timed_out = false;
  std::string output, error;
};

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options = {});

}  // namespace dockwright::test
