#include "analysis/syntax/duration.hpp"

#include <array>

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

namespace {
struct Unit {
  std::string_view name;
  double nanoseconds;
};
// Longer names first where one is the beginning of another.
constexpr std::array<Unit, 8> units{Unit{"ns", 1},     Unit{"us", 1e3}, Unit{"\u00B5s", 1e3}, Unit{"\u03BCs", 1e3},
                                    Unit{"ms", 1e6},   Unit{"s", 1e9},  Unit{"m", 6e10},      Unit{"h", 3.6e12}};
}  // namespace

std::optional<double> parse_duration(std::string_view text) {
  double sign = 1;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    if (text[0] == '-') sign = -1;
    text.remove_prefix(1);
  }
  if (text == "0") return 0;
  if (text.empty()) return std::nullopt;
  double total = 0;
  while (!text.empty()) {
    double value = 0, scale = 1;
    std::size_t digits = 0;
    bool fraction = false;
    while (!text.empty() && (is_digit(text[0]) || (text[0] == '.' && !fraction))) {
      if (text[0] == '.') {
        fraction = true;
      } else {
        value = value * 10 + (text[0] - '0');
        if (fraction) scale *= 10;
        ++digits;
      }
      text.remove_prefix(1);
    }
    if (digits == 0) return std::nullopt;
    const Unit* unit = nullptr;
    for (const Unit& candidate : units) {
      if (text.substr(0, candidate.name.size()) == candidate.name) {
        unit = &candidate;
        break;
      }
    }
    if (!unit) return std::nullopt;
    text.remove_prefix(unit->name.size());
    total += value / scale * unit->nanoseconds;
  }
  return sign * total;
}

}  // namespace dockwright::syntax
