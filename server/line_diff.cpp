#include "server/line_diff.hpp"

#include <algorithm>
#include <vector>

namespace dockwright::server {

// The search remembers this many rounds of up to twice as many numbers: 2 MiB.
static constexpr int max_distance = 500;

using Lines = std::vector<std::string_view>;

// Each line with its newline; concatenated they are the text.
static Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

namespace {

// before[before_begin, before_end) became after[after_begin, after_end); line numbers.
struct Change {
  int before_begin, before_end, after_begin, after_end;
};

// The furthest line of `a` reached on each diagonal after some number of steps.
class Frontier {
 public:
  int& at(int diagonal) { return furthest_[static_cast<std::size_t>(diagonal + max_distance + 1)]; }
  int at(int diagonal) const { return furthest_[static_cast<std::size_t>(diagonal + max_distance + 1)]; }
  // Whether the best way to diagonal k with one more step is to insert a line; otherwise one is deleted.
  bool inserts(int distance, int k) const { return k == -distance || (k != distance && at(k - 1) < at(k + 1)); }

 private:
  std::vector<int> furthest_ = std::vector<int>(2 * max_distance + 3, 0);
};

}  // namespace

// Changes in reverse order; empty when the texts differ in too many lines.
static std::vector<Change> find_changes(const Lines& a, const Lines& b) {
  const int rows = static_cast<int>(a.size());
  const int columns = static_cast<int>(b.size());
  const auto equal = [&](int x, int y) { return a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)]; };
  Frontier frontier;
  std::vector<Frontier> rounds;  // before each step
  bool found = false;
  for (int distance = 0; distance <= max_distance && !found; ++distance) {
    rounds.push_back(frontier);
    for (int k = -distance; k <= distance && !found; k += 2) {
      const Frontier& last = rounds.back();
      int x = last.inserts(distance, k) ? last.at(k + 1) : last.at(k - 1) + 1;
      while (x < rows && x - k < columns && equal(x, x - k)) ++x;
      frontier.at(k) = x;
      found = x >= rows && x - k >= columns;
    }
  }
  if (!found) return {};

  std::vector<Change> changes;
  int k = rows - columns;
  for (int distance = static_cast<int>(rounds.size()) - 1; distance > 0; --distance) {
    const Frontier& last = rounds[static_cast<std::size_t>(distance)];
    const bool inserts = last.inserts(distance, k);
    k = inserts ? k + 1 : k - 1;
    const int x = last.at(k);
    const Change change{x, inserts ? x : x + 1, x - k, inserts ? x - k + 1 : x - k};
    const bool joins = !changes.empty() && changes.back().before_begin == change.before_end &&
                       changes.back().after_begin == change.after_end;
    if (joins) {
      changes.back().before_begin = change.before_begin;
      changes.back().after_begin = change.after_begin;
    } else {
      changes.push_back(change);
    }
  }
  return changes;
}

TextEdits line_diff(std::string_view before, std::string_view after) {
  Lines a = split(before);
  Lines b = split(after);
  const auto [a_differs, b_differs] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto equal_front = a_differs - a.begin();
  auto equal_back = std::mismatch(a.rbegin(), std::make_reverse_iterator(a_differs), b.rbegin(),
                                  std::make_reverse_iterator(b_differs))
                        .first -
                    a.rbegin();
  const auto offset = [](std::string_view text, const Lines& lines, std::ptrdiff_t line) {
    const bool at_end = line == static_cast<std::ptrdiff_t>(lines.size());
    return at_end ? text.size() : static_cast<std::size_t>(lines[static_cast<std::size_t>(line)].data() - text.data());
  };
  const Lines a_middle(a.begin() + equal_front, a.end() - equal_back);
  const Lines b_middle(b.begin() + equal_front, b.end() - equal_back);
  if (a_middle.empty() && b_middle.empty()) return {};

  std::vector<Change> changes = find_changes(a_middle, b_middle);
  if (changes.empty()) changes.push_back({0, static_cast<int>(a_middle.size()), 0, static_cast<int>(b_middle.size())});
  TextEdits edits;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const std::size_t begin = offset(before, a, equal_front + change->before_begin);
    const std::size_t end = offset(before, a, equal_front + change->before_end);
    const std::size_t new_begin = offset(after, b, equal_front + change->after_begin);
    const std::size_t new_end = offset(after, b, equal_front + change->after_end);
    edits.push_back({{{static_cast<std::uint32_t>(begin)}, {static_cast<std::uint32_t>(end)}},
                     std::string(after.substr(new_begin, new_end - new_begin))});
  }
  return edits;
}

}  // namespace dockwright::server
