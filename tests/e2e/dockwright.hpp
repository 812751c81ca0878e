// The program under test.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/process.hpp"

namespace dockwright::test {

inline ProcessResult dockwright(std::vector<std::string> arguments, const ProcessOptions& options = {}) {
  arguments.insert(arguments.begin(), DOCKWRIGHT_BINARY);
  ProcessResult result = run_process(arguments, options);
  EXPECT_FALSE(result.timed_out) << "it hangs";
  return result;
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace dockwright::test
