#include "server/report/rule_page.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"
#include "server/report/printable.hpp"
#include "server/report/style.hpp"

namespace dockwright::server {

namespace {

constexpr std::string_view open_marker = "⟦", close_marker = "⟧", indent = "    ";

class PageRenderer {
 public:
  explicit PageRenderer(bool color) : color_(color) {}

  void add_line(std::string_view line);
  std::string finish();

 private:
  void add_code(std::string_view line);

  bool color_;
  std::string out_;
  bool in_case_ = false;
  bool in_code_ = false;
  bool marked_ = false;  // between two markers, which may stand on different lines
};

// A line of code; a marked part that ends on a later line is marked on each.
void PageRenderer::add_code(std::string_view line) {
  out_ += indent;
  std::string under(indent);
  const auto add_part = [&](std::string_view part) {
    std::string shown;
    unsigned columns = 0;
    for (std::size_t at = 0; at < part.size();) {
      const syntax::Rune rune = syntax::decode_rune(part, at);
      columns += append_printable(shown, part.substr(at), rune);
      at += rune.width;
    }
    out_ += marked_ ? paint(color_, Ink::Red, shown) : shown;
    under.append(columns, marked_ ? '^' : ' ');
  };
  bool has_marks = marked_ && !line.empty();
  while (!line.empty()) {
    const std::string_view next = marked_ ? close_marker : open_marker;
    const std::size_t end = std::min(line.find(next), line.size());
    add_part(line.substr(0, end));
    if (end == line.size()) break;
    // Nothing between two markers stands for a place: show it as one column.
    if (marked_ && under.find('^') == std::string::npos) under += '^';
    marked_ = !marked_;
    has_marks = true;
    line.remove_prefix(end + next.size());
  }
  out_ += '\n';
  if (has_marks && !color_) out_ += under.substr(0, under.find_last_of('^') + 1) + '\n';
}

void PageRenderer::add_line(std::string_view line) {
  const bool fence = line.substr(0, 3) == "```";
  if (!in_code_ && line.substr(0, 3) == "## ") in_case_ = line.substr(3, 5) == "Case:";
  if (fence) in_code_ = !in_code_;
  if (in_case_) return;
  if (fence) {
    // What a fix makes of the block before.
    if (in_code_ && line.find(" fixed") != std::string_view::npos) out_ += "\nFixed:\n\n";
  } else if (in_code_) {
    add_code(line);
  } else if (line.substr(0, 2) == "# " || line.substr(0, 3) == "## ") {
    out_ += paint(color_, Ink::Bold, line.substr(line.find(' ') + 1)) + "\n";
  } else {
    out_ += line;
    out_ += '\n';
  }
}

std::string PageRenderer::finish() {
  out_.erase(out_.find_last_not_of('\n') + 1);
  return out_ + "\n";
}

}  // namespace

std::string render_page(std::string_view page, bool color) {
  PageRenderer renderer(color);
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    renderer.add_line(page.substr(0, end));
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  return renderer.finish();
}

}  // namespace dockwright::server
