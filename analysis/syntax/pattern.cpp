#include "analysis/syntax/pattern.hpp"

namespace dockwright::syntax {

Pattern::Pattern(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '*') {
      if (items_.empty() || items_.back().kind != Item::AnyMany) items_.push_back({Item::AnyMany});
    } else if (c == '?') {
      items_.push_back({Item::AnyOne});
    } else if (c == '\\') {
      const char next = at + 1 < text.size() ? text[at + 1] : '\0';
      if (next == '}' || next == '/') continue;  // the escape only kept the lexer from ending there
      if (next != '*' && next != '?' && next != '\\') {
        valid_ = false;
        return;
      }
      items_.push_back({Item::Character, next});
      ++at;
    } else {
      items_.push_back({Item::Character, c});
    }
  }
}

bool Pattern::affordable(std::string_view subject) const {
  constexpr std::size_t max_steps = 10'000'000;
  const std::size_t starts = subject.size() + 1;
  return starts <= 4096 && starts * starts * (items_.size() + 1) <= max_steps;
}

std::vector<bool> Pattern::match_lengths(std::string_view subject, bool forward) const {
  // reachable[n]: the items so far can match exactly n characters.
  std::vector<bool> reachable(subject.size() + 1, false);
  reachable[0] = true;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[forward ? i : items_.size() - 1 - i];
    if (item.kind == Item::AnyMany) {
      for (std::size_t n = 1; n < reachable.size(); ++n) reachable[n] = reachable[n] || reachable[n - 1];
      continue;
    }
    for (std::size_t n = reachable.size() - 1; n > 0; --n) {
      const char c = forward ? subject[n - 1] : subject[subject.size() - n];
      reachable[n] = reachable[n - 1] && (item.kind == Item::AnyOne || c == item.character);
    }
    reachable[0] = false;
  }
  return reachable;
}

// The shortest or the longest length that is set, or no_match.
static std::size_t pick(const std::vector<bool>& lengths, bool longest) {
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const std::size_t n = longest ? lengths.size() - 1 - i : i;
    if (lengths[n]) return n;
  }
  return static_cast<std::size_t>(-1);
}

std::string_view Pattern::without_prefix(std::string_view subject, bool greedy) const {
  const std::size_t length = pick(match_lengths(subject, true), greedy);
  return length == no_match ? subject : subject.substr(length);
}

std::string_view Pattern::without_suffix(std::string_view subject, bool greedy) const {
  const std::size_t length = pick(match_lengths(subject, false), greedy);
  return length == no_match ? subject : subject.substr(0, subject.size() - length);
}

std::string Pattern::replaced(std::string_view subject, std::string_view replacement, bool all) const {
  std::string result;
  std::size_t at = 0;
  while (at <= subject.size()) {
    const std::size_t length = pick(match_lengths(subject.substr(at), true), true);
    if (length != no_match) {
      result += replacement;
      at += length;
      if (!all) break;
    }
    if (length == no_match || length == 0) {
      if (at < subject.size()) result += subject[at];
      ++at;
    }
  }
  if (at < subject.size()) result += subject.substr(at);
  return result;
}

}  // namespace dockwright::syntax
