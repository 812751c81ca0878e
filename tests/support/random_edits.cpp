#include "tests/support/random_edits.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dockwright::test {

using namespace std::string_view_literals;

// What changes the lexer's mind: escapes, heredocs, directives, comments, line ends, quotes, byte order mark, junk.
static constexpr std::array fragments{
    "\\"sv, "\\\n"sv, "`\n"sv, "\n"sv, "\r\n"sv, "\r"sv, " "sv, "\t"sv, "#"sv, "# escape=`\n"sv, "# syntax=a/b\n"sv,
    "# escape=\\\n"sv, "<<EOF"sv, "<<-EOF"sv, "EOF\n"sv, "\nEOF\n"sv, "RUN cat <<A <<B\n"sv, "\nA\n"sv, "B\n"sv, "FROM x\n"sv, "FROM"sv,
    "ONBUILD "sv, "COPY <<'E' /x\n"sv, "E\n"sv, "RUN [\"a\"]\n"sv, "ENV a=b\n"sv, "\""sv, "'"sv, "$"sv, "${"sv, "}"sv, "="sv,
    "--mount=type=cache,target=/x "sv, "\xEF\xBB\xBF"sv, "\xC2\xA0"sv, "\xFF"sv, "\0"sv, "x"sv, "RUN a && \\\n # c\n b\n"sv};

RandomEdit random_edit(const Text& text, std::mt19937& random) {
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const auto& lines = text.lines();
  RandomEdit edit;
  std::uint32_t at = below(text.size() + 1);
  if (below(4) == 0) at = lines.start(below(lines.lines())).value;  // line starts are where the grammar decides
  if (below(16) == 0) at = below(std::min(text.size(), 64u) + 1);   // so is the top of the file
  std::uint32_t length = 0;
  switch (below(4)) {
    case 0: length = below(3); break;
    case 1: length = below(40); break;
    case 2: length = below(8) == 0 ? below(400) : 0; break;
    default: break;
  }
  edit.replaced = {{at}, {std::min(at + length, text.size())}};
  switch (below(5)) {
    case 0: break;
    case 1: {  // a piece of the text itself
      const std::uint32_t from = below(text.size() + 1);
      edit.inserted = text.bytes().substr(from, below(60));
      break;
    }
    default:
      for (std::uint32_t n = 1 + below(2); n > 0; --n) edit.inserted += fragments[below(fragments.size())];
  }
  return edit;
}

}  // namespace dockwright::test
