#include "analysis/shell/words.hpp"

#include <algorithm>

namespace dockwright::shell {

namespace {

class PlainValue {
 public:
  explicit PlainValue(std::string& value) : value_(value) {}
  void put(std::string_view characters, LogicalSpan) { value_.append(characters); }
  void copy(std::string_view characters, std::uint32_t) { value_.append(characters); }

 private:
  std::string& value_;
};

class ValueWithSources {
 public:
  explicit ValueWithSources(MappedValue& result) : result_(result) {}
  // All of `characters` stand for `source`.
  void put(std::string_view characters, LogicalSpan source) {
    result_.value.append(characters);
    result_.sources.insert(result_.sources.end(), characters.size(), source);
  }
  // Each of `characters` stands for itself.
  void copy(std::string_view characters, std::uint32_t begin) {
    result_.value.append(characters);
    for (std::uint32_t pos = begin; pos < begin + characters.size(); ++pos) result_.sources.push_back({pos, pos + 1});
  }

 private:
  MappedValue& result_;
};

// Removes quotes, and replaces known variables. Every method that returns bool says whether the value is certain.
template <class Sink>
class Evaluator {
 public:
  Evaluator(std::string_view text, Sink sink, const Variables* variables, FieldSplitting splitting)
      : text_(text), sink_(sink), variables_(variables), splitting_(splitting) {}

  bool word(const Word& word, bool in_double_quotes = false) {
    if (!word.verbatim) return false;
    return std::all_of(word.parts.begin(), word.parts.end(),
                       [&](const WordPart& node) { return part(node, in_double_quotes); });
  }

 private:
  bool part(const WordPart& part, bool in_double_quotes) {
    const auto [begin, end] = part.span;
    using Kind = WordPart::Kind;
    switch (part.kind) {
      case Kind::Literal:
        literal(begin, end, in_double_quotes);
        return true;
      case Kind::SingleQuoted:
        copy(begin + 1, closed(part, 1) ? end - 1 : end);
        return true;
      case Kind::DoubleQuoted:
      case Kind::Localized:
        return word(*part.word, true);
      case Kind::AnsiC:
        ansi_c(begin + 2, closed(part, 2) ? end - 1 : end);
        return true;
      case Kind::ExtendedGlob:
        copy(begin, part.word->span.begin);
        if (!word(*part.word)) return false;
        copy(part.word->span.end, end);
        return true;
      case Kind::Parameter:
        return parameter(part, in_double_quotes);
      default:
        return false;
    }
  }

  bool closed(const WordPart& part, std::uint32_t opening) const {
    return part.span.size() > opening && text_[part.span.end - 1] == '\'';
  }

  void copy(std::uint32_t begin, std::uint32_t end) { sink_.copy(text_.substr(begin, end - begin), begin); }

  bool parameter(const WordPart& part, bool in_double_quotes) {
    const Parameter& node = *part.parameter;
    if (!variables_ || node.length || node.indirect || node.subscript || node.replacement) return false;
    const std::string_view operation = raw(text_, node.operation);
    if (!operation.empty() && operation != "-" && operation != ":-" && operation != "?" && operation != ":?")
      return false;
    const auto found = variables_->find(raw(text_, node.name));
    if (found == variables_->end()) return false;
    const std::string& value = found->second;
    if (value.empty() && operation.starts_with(':')) return false;
    const bool splits = splitting_ == FieldSplitting::Yes && !in_double_quotes;
    if (splits && (value.empty() || value.find_first_of(" \t\n*?[") != std::string::npos)) return false;
    sink_.put(value, part.span);
    return true;
  }

  void literal(std::uint32_t begin, std::uint32_t end, bool in_double_quotes) {
    while (begin < end) {
      const std::size_t found = text_.substr(0, end).find('\\', begin);
      const std::uint32_t escape = found == std::string_view::npos ? end : static_cast<std::uint32_t>(found);
      copy(begin, escape);
      begin = escape == end ? end : after_escape(escape, end, in_double_quotes);
    }
  }

  std::uint32_t after_escape(std::uint32_t escape, std::uint32_t end, bool in_double_quotes) {
    const std::string_view rest = text_.substr(escape + 1, end - escape - 1);
    if (rest.starts_with("\n")) return escape + 2;
    if (rest.starts_with("\r\n")) return escape + 3;
    const std::size_t length = std::min<std::size_t>(rest.size(), 1);
    const std::uint32_t next = escape + 1 + static_cast<std::uint32_t>(length);
    if (rest.empty() || (in_double_quotes && std::string_view("$`\"\\").find(rest.front()) == std::string_view::npos)) {
      copy(escape, next);
    } else {
      sink_.put(rest.substr(0, length), {escape, next});
    }
    return next;
  }

  // The escapes of $'…' (bash manual, "ANSI-C Quoting").
  void ansi_c(std::uint32_t begin, std::uint32_t end) {
    static constexpr std::string_view letters = "abeEfnrtv\\'\"?";
    static constexpr std::string_view meanings = "\a\b\033\033\f\n\r\t\v\\'\"?";
    for (std::uint32_t pos = begin; pos < end;) {
      const std::uint32_t start = pos;
      if (text_[pos++] != '\\' || pos == end) {
        copy(start, pos);
        continue;
      }
      const char escape = text_[pos++];
      std::string value;
      if (const std::size_t index = letters.find(escape); index != std::string_view::npos) {
        value = meanings[index];
      } else if (escape == 'x') {
        value = static_cast<char>(number(pos, end, 16, 2));
      } else if (escape == 'u' || escape == 'U') {
        value = utf8(number(pos, end, 16, escape == 'u' ? 4 : 8));
      } else if (escape >= '0' && escape <= '7') {
        value = static_cast<char>(number(--pos, end, 8, 3));
      } else if (escape == 'c' && pos < end) {
        value = static_cast<char>(text_[pos++] & 0x1F);
      } else {
        value = text_.substr(start, 2);
      }
      sink_.put(value, {start, pos});
    }
  }

  // Reads up to `digits` digits at `pos`.
  std::uint32_t number(std::uint32_t& pos, std::uint32_t end, std::uint32_t base, int digits) const {
    static constexpr std::string_view all_digits = "0123456789abcdef";
    std::uint32_t value = 0;
    for (; digits > 0 && pos < end; --digits, ++pos) {
      const char lower = text_[pos] >= 'A' && text_[pos] <= 'F' ? static_cast<char>(text_[pos] | 0x20) : text_[pos];
      const std::size_t digit = all_digits.find(lower);
      if (digit >= base) break;
      value = value * base + static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  static std::string utf8(std::uint32_t code_point) {
    if (code_point < 0x80) return {static_cast<char>(code_point)};
    int continuation = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
    std::string bytes(1, static_cast<char>((0xFF00U >> (continuation + 1)) | (code_point >> (6 * continuation))));
    while (continuation-- > 0) bytes.push_back(static_cast<char>(0x80U | ((code_point >> (6 * continuation)) & 0x3FU)));
    return bytes;
  }

  std::string_view text_;
  Sink sink_;
  const Variables* variables_;
  FieldSplitting splitting_;
};

}  // namespace

bool is_static(const Word& word) {
  return std::all_of(word.parts.begin(), word.parts.end(), [](const WordPart& part) {
    using Kind = WordPart::Kind;
    switch (part.kind) {
      case Kind::Literal:
      case Kind::SingleQuoted:
      case Kind::AnsiC:
        return true;
      case Kind::DoubleQuoted:
      case Kind::Localized:
      case Kind::ExtendedGlob:
        return is_static(*part.word);
      default:
        return false;
    }
  });
}

std::optional<std::string> literal_value(const Word& word, std::string_view text) {
  std::string value;
  if (!Evaluator(text, PlainValue(value), nullptr, FieldSplitting::No).word(word)) return std::nullopt;
  return value;
}

std::optional<std::string> known_value(const Word& word, std::string_view text, const Variables& variables,
                                       FieldSplitting splitting) {
  std::string value;
  if (!Evaluator(text, PlainValue(value), &variables, splitting).word(word)) return std::nullopt;
  return value;
}

std::optional<MappedValue> mapped_value(const Word& word, std::string_view text, const Variables& variables) {
  MappedValue result;
  result.word = word.span;
  if (!Evaluator(text, ValueWithSources(result), &variables, FieldSplitting::Yes).word(word)) return std::nullopt;
  return result;
}

LogicalSpan MappedValue::source(LogicalSpan span) const {
  if (!span.empty()) return {sources[span.begin].begin, sources[span.end - 1].end};
  const std::uint32_t place = span.begin < sources.size() ? sources[span.begin].begin : word.end;
  return {place, place};
}

bool has_glob(const Word& word, std::string_view text) {
  return std::any_of(word.parts.begin(), word.parts.end(), [text](const WordPart& part) {
    if (part.kind == WordPart::Kind::ExtendedGlob) return true;
    if (part.kind != WordPart::Kind::Literal) return false;
    const std::string_view literal = raw(text, part.span);
    for (std::size_t i = 0; i < literal.size(); ++i) {
      if (literal[i] == '\\') {
        ++i;
      } else if (literal[i] == '*' || literal[i] == '?' || literal[i] == '[') {
        return true;
      }
    }
    return false;
  });
}

}  // namespace dockwright::shell
