#include "analysis/syntax/lexer.hpp"

#include <algorithm>
#include <utility>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/pattern.hpp"

namespace dockwright::syntax {
namespace {

// Words of the text so far; white space ends a word unless it was quoted or escaped.
struct WordList {
  LexedWord word;
  std::vector<LexedWord> words;
  bool in_word = false;

  void add(std::string_view bytes, char32_t rune, LogicalSpan source) {
    if (!is_space(rune)) {
      add_raw(bytes, source);
    } else if (in_word && !word.value.empty()) {
      finish();
    }
  }
  void add_raw(std::string_view bytes, LogicalSpan source) {
    if (!in_word) word.span.begin = source.begin;
    word.span.end = source.end;
    word.value += bytes;
    in_word = true;
  }
  void add_split(std::string_view text, LogicalSpan source) {
    for (std::size_t at = 0; at < text.size();) {
      const Rune rune = decode_rune(text, at);
      add(text.substr(at, rune.width), rune.value, source);
      at += rune.width;
    }
  }
  void finish() {
    if (!word.value.empty()) words.push_back(std::move(word));
    word = {};
    in_word = false;
  }
};

class Lexer {
 public:
  Lexer(std::string_view text, const Lookup& lookup, const LexerOptions& options)
      : text_(text), lookup_(lookup), options_(options), raw_escapes_(options.raw_escapes) {}

  Expansion run() {
    WordList words;
    out_.value = until('\0', raw_escapes_, &words);
    words.finish();
    out_.words = std::move(words.words);
    std::sort(out_.unset.begin(), out_.unset.end());
    return std::move(out_);
  }

 private:
  static constexpr int max_depth = 100;

  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool failed() const { return !out_.error.empty(); }
  std::string fail(std::string_view message, std::size_t at) {
    if (!failed()) {
      out_.error = message;
      out_.error_at = static_cast<std::uint32_t>(std::min(at, text_.size()));
    }
    return {};
  }
  std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }

  // Reads up to `stop` (which is consumed), or to the end when it is NUL. Nested words are read without splitting.
  std::string until(char stop, bool raw_escapes, WordList* words) {
    const std::size_t begin = at_;
    const bool outer_raw_escapes = std::exchange(raw_escapes_, raw_escapes);
    std::string result;
    bool stopped = false;
    while (!at_end() && !failed()) {
      const char c = peek();
      if (stop != '\0' && c == stop) {
        ++at_;
        stopped = true;
        break;
      }
      if (result.size() > max_expanded_bytes) fail("the expanded value is too long", begin);
      step(c, result, words);
    }
    raw_escapes_ = outer_raw_escapes;
    if (stop != '\0' && !stopped && !failed()) missing_stop_ = true;
    return result;
  }

  void step(char c, std::string& result, WordList* words) {
    const std::uint32_t begin = here();
    const auto add_raw = [&](std::string_view bytes) {
      result += bytes;
      if (words) words->add_raw(bytes, {begin, here()});
    };
    const bool quotes = !options_.ignore_quotes;
    if (c == '$') {
      const std::string value = dollar();
      result += value;
      if (words) words->add_split(value, {begin, here()});
    } else if (c == '\'' && quotes) {
      add_raw(single_quoted());
    } else if (c == '"' && quotes) {
      add_raw(double_quoted());
    } else if (c == '<') {
      // Blanks between `<<` and a heredoc's name belong to the word.
      ++at_;
      if (peek() == '<') {
        ++at_;
        while (peek() == ' ' || peek() == '\t') ++at_;
      }
      add_raw(text_.substr(begin, at_ - begin));
    } else if (c == options_.escape) {
      ++at_;
      if (raw_escapes_) add_raw(text_.substr(begin, 1));
      if (at_end()) return;
      const Rune rune = decode_rune(text_, at_);
      at_ += rune.width;
      add_raw(text_.substr(begin + 1, rune.width));
    } else {
      const Rune rune = decode_rune(text_, at_);
      const std::string_view bytes = text_.substr(at_, rune.width);
      at_ += rune.width;
      result += bytes;
      if (words) words->add(bytes, rune.value, {begin, here()});
    }
  }

  std::string single_quoted() {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find('\'', at_);
    if (end == std::string_view::npos) return fail("a single quote is not closed", begin);
    at_ = end + 1;
    return std::string(options_.raw_quotes ? text_.substr(begin, end + 1 - begin)
                                           : text_.substr(begin + 1, end - begin - 1));
  }

  std::string double_quoted() {
    const std::size_t begin = at_++;
    std::string result;
    if (options_.raw_quotes) result += '"';
    while (!failed()) {
      if (at_end()) return fail("a double quote is not closed", begin);
      const char c = peek();
      if (c == '"') {
        ++at_;
        if (options_.raw_quotes) result += '"';
        return result;
      }
      if (c == '$') {
        result += dollar();
        continue;
      }
      ++at_;
      if (c == options_.escape) {
        if (raw_escapes_) result += c;
        if (at_end()) continue;
        const char next = peek();
        if (next == '"' || next == '$' || next == options_.escape) {
          result += next;
          ++at_;
          continue;
        }
      }
      result += c;
    }
    return result;
  }

  std::string dollar() {
    const std::uint32_t begin = here();
    ++at_;
    if (peek() != '{') {
      const LogicalSpan name = read_name();
      if (name.empty()) return "$";
      const std::size_t reference = add_reference(begin, name);
      const auto value = look_up(reference);
      if (!value && options_.keep_unset) return std::string(text_.substr(begin, at_ - begin));
      return std::string(value.value_or(""));
    }
    if (++depth_ > max_depth) {
      --depth_;
      return fail("variables are nested too deeply", begin);
    }
    std::string result = braced(begin);
    --depth_;
    return result;
  }

  std::string braced(std::uint32_t begin) {
    ++at_;
    if (at_end()) return fail("`${` has no closing brace", begin);
    if (peek() == '{' || peek() == '}' || peek() == ':') return fail("a variable name must follow `${`", begin);
    const LogicalSpan name = read_name();
    const std::size_t reference = add_reference(begin, name);
    if (at_end()) return fail("`${` has no closing brace", begin);
    const std::uint32_t operation = here();
    char c = text_[at_++];
    if (c == '}') {
      finish_reference(reference, {operation, operation}, {operation, operation});
      const auto value = look_up(reference);
      if (!value && options_.keep_unset) return std::string(text_.substr(begin, at_ - begin));
      return std::string(value.value_or(""));
    }
    const bool colon = c == ':';
    if (colon) c = at_end() ? '\0' : text_[at_++];
    if (c == '/' && !colon) return replace(begin, reference, operation);
    if (c != '+' && c != '-' && c != '?' && c != '#' && c != '%') return unsupported(operation);
    if (colon && (c == '#' || c == '%')) return unsupported(operation);
    const bool doubled = (c == '#' || c == '%') && peek() == c;
    const std::uint32_t operand = here() + (doubled ? 1 : 0);
    std::string word = until('}', c == '#' || c == '%', nullptr);
    if (take_missing_stop()) return fail("`${` has no closing brace", begin);
    if (failed()) return {};
    finish_reference(reference, {operation, operand}, {operand, here() - 1});
    const auto value = look_up(reference);
    if (!value && options_.keep_unset) return std::string(text_.substr(begin, at_ - begin));
    return substitute(begin, c, colon, std::move(word), value);
  }

  std::string substitute(std::uint32_t begin, char operation, bool colon, std::string word,
                         std::optional<std::string_view> value) {
    const bool unset = !value || (colon && value->empty());
    switch (operation) {
      case '-':
        return unset ? word : std::string(*value);
      case '+':
        return unset ? std::string() : word;
      case '?':
        if (unset && !collecting()) return fail("a required variable is not set", begin);
        return std::string(value.value_or(""));
      default: {
        const bool greedy = !word.empty() && word[0] == operation;
        const Pattern pattern(std::string_view(word).substr(greedy ? 1 : 0));
        if (!pattern.valid()) return fail("the pattern has an invalid escape", begin);
        const std::string_view subject = value.value_or("");
        if (!pattern.affordable(subject)) return fail("the pattern is too expensive to evaluate", begin);
        return std::string(operation == '#' ? pattern.without_prefix(subject, greedy)
                                            : pattern.without_suffix(subject, greedy));
      }
    }
  }

  std::string replace(std::uint32_t begin, std::size_t reference, std::uint32_t operation) {
    const bool all = peek() == '/';
    if (all) ++at_;
    const std::uint32_t operand = here();
    const std::string pattern_text = until('/', true, nullptr);
    if (take_missing_stop()) return fail("`${name/pattern/text}` lacks its second slash", begin);
    const std::string replacement = failed() ? std::string() : until('}', true, nullptr);
    if (take_missing_stop()) return fail("`${` has no closing brace", begin);
    if (failed()) return {};
    finish_reference(reference, {operation, operand}, {operand, here() - 1});
    const auto value = look_up(reference);
    if (!value && options_.keep_unset) return std::string(text_.substr(begin, at_ - begin));
    const Pattern pattern(pattern_text);
    if (!pattern.valid()) return fail("the pattern has an invalid escape", begin);
    const std::string_view subject = value.value_or("");
    if (!pattern.affordable(subject)) return fail("the pattern is too expensive to evaluate", begin);
    return pattern.replaced(subject, replacement, all);
  }

  std::string unsupported(std::uint32_t at) { return fail("this modifier is not supported in a Dockerfile", at); }

  LogicalSpan read_name() {
    const std::uint32_t begin = here();
    if (at_end()) return {begin, begin};
    const char first = peek();
    if (is_digit(first)) {
      while (is_digit(peek())) ++at_;
    } else if (std::string_view("@*#?-$!").find(first) != std::string_view::npos) {
      ++at_;
    } else {
      // Other letters of Unicode are accepted in names; what is no letter there is so rare that it is let pass.
      while (!at_end() && (is_alpha(peek()) || is_digit(peek()) || peek() == '_' || is_other_letter())) {
        at_ += decode_rune(text_, at_).width;
      }
    }
    return {begin, here()};
  }
  bool is_other_letter() const {
    const Rune rune = decode_rune(text_, at_);
    return rune.value >= 0xAA && rune.value != 0xFFFD && !is_space(rune.value) &&
           !(rune.value >= 0x2000 && rune.value <= 0x2BFF) && !(rune.value >= 0x3000 && rune.value <= 0x303F);
  }

  std::size_t add_reference(std::uint32_t begin, LogicalSpan name) {
    out_.references.push_back({{begin, here()}, name, {}, {here(), here()}});
    return out_.references.size() - 1;
  }
  void finish_reference(std::size_t reference, LogicalSpan operation, LogicalSpan operand) {
    VariableReference& entry = out_.references[reference];
    entry.span.end = here();
    entry.operation = text_.substr(operation.begin, operation.size());
    entry.operand = operand;
  }

  bool collecting() const { return !lookup_; }
  std::optional<std::string_view> look_up(std::size_t reference) {
    if (collecting()) return std::nullopt;
    const LogicalSpan name = out_.references[reference].name;
    const auto value = lookup_(text_.substr(name.begin, name.size()));
    if (!value) out_.unset.push_back(reference);
    return value;
  }
  bool take_missing_stop() { return std::exchange(missing_stop_, false); }

  std::string_view text_;
  const Lookup& lookup_;
  const LexerOptions& options_;
  Expansion out_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool raw_escapes_;
  bool missing_stop_ = false;
};

}  // namespace

Expansion expand(std::string_view text, const Lookup& lookup, const LexerOptions& options) {
  return Lexer(text, lookup, options).run();
}

Expansion scan_references(std::string_view text, const LexerOptions& options) {
  const Lookup none;
  return Lexer(text, none, options).run();
}

}  // namespace dockwright::syntax
