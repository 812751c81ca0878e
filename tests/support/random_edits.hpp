// Edits as a person or an adversary makes them: insertions of telling fragments, deletions, moved lines.
#pragma once

#include <random>
#include <string>

#include "analysis/text/text.hpp"

namespace dockwright::test {

struct RandomEdit {
  ByteRange replaced;
  std::string inserted;
};

RandomEdit random_edit(const Text& text, std::mt19937& random);

}  // namespace dockwright::test
