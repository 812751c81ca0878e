// The parser itself; parser.hpp is its public face. One method per rule of the POSIX grammar (2.10.2) and of bash's, in
// the files parse_*.cpp. There is no separate lexer: in the shell, what a byte means depends on the rule that reads it.
//
// Conventions. A method that reads a construct starts at its first byte and ends behind its last. `pos_` never passes
// `end_`. Every loop consumes at least one byte per turn, and everything that can nest counts itself in `depth_`: that
// is why any input ends, without a deep stack. Where only look-ahead tells two constructs apart (`((` and `( (`), the
// look-ahead is paid from `scan_budget_`, which keeps the whole parse linear.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/shell/characters.hpp"
#include "analysis/shell/parser.hpp"
#include "analysis/shell/script.hpp"
#include "analysis/shell/tree_builder.hpp"

namespace dockwright::shell {

// What stands at the place where a command may begin.
enum class Token : std::uint8_t {
  End,
  Newline,
  Word,
  OpenParen,
  CloseParen,
  Semicolon,
  Ampersand,
  AndIf,
  OrIf,
  Pipe,
  CaseEnd,  // ;; ;& ;;&
  If,
  Then,
  Elif,
  Else,
  Fi,
  For,
  Select,
  While,
  Until,
  Do,
  Done,
  Case,
  Esac,
  Function,
  Coproc,
  Time,
  In,
  Bang,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
};

class TokenSet {
 public:
  constexpr TokenSet(std::initializer_list<Token> tokens) {
    for (const Token token : tokens) bits_ |= bit(token);
  }
  constexpr bool has(Token token) const { return (bits_ & bit(token)) != 0; }
  friend constexpr TokenSet operator|(TokenSet left, TokenSet right) {
    left.bits_ |= right.bits_;
    return left;
  }

 private:
  static constexpr std::uint64_t bit(Token token) { return std::uint64_t{1} << static_cast<unsigned>(token); }
  std::uint64_t bits_ = 0;
};

class RecursiveDescent {
 public:
  RecursiveDescent(std::string_view text, Dialect dialect, Script& script);
  void run();

 private:
  template <class T>
  using Pending = TreeBuilder::Pending<T>;

  struct Lookahead {
    Token token;
    std::uint32_t length;  // of a keyword or operator; 0 for a word
  };

  // Which quotes mean something in the text that is being read.
  struct Quoting {
    bool single_quotes;
    bool double_quotes;
    bool in_double_quotes;  // somewhere around it
  };
  static constexpr Quoting unquoted{true, true, false};
  static constexpr Quoting double_quoted_text{false, false, true};
  static constexpr Quoting here_document_text{false, false, false};

  struct PendingHereDocument {
    HereDocument* node;
    std::string delimiter;
  };

  // The window on the text that is being read. `offsets` maps it to the text that was given to parse(); null: identity.
  struct Window {
    std::string_view text;
    std::uint32_t pos = 0;
    std::uint32_t end = 0;
    const std::uint32_t* offsets = nullptr;
  };

  class Nesting;
  class WordBuilder;

  // recursive_descent.cpp: cursor, tokens, errors
  bool at_end() const { return window_.pos >= window_.end; }
  char at(std::uint32_t pos) const { return pos < window_.end ? window_.text[pos] : '\0'; }
  char peek(std::uint32_t ahead = 0) const { return at(window_.pos + ahead); }
  bool line_break_at(std::uint32_t pos) const { return at(pos) == '\n' || (at(pos) == '\r' && at(pos + 1) == '\n'); }
  bool ends_word_at(std::uint32_t pos) const;
  bool at_keyword(std::string_view keyword) const;
  Lookahead peek_token() const;
  Token keyword_at_cursor(std::uint32_t length) const;
  bool time_is_keyword() const;
  LogicalSpan span(std::uint32_t begin, std::uint32_t end) const;
  LogicalSpan take(std::uint32_t length);
  void skip_blanks();
  void skip_newlines();
  void skip_escape();
  void newline();
  void comment();
  void error(LogicalSpan span, std::string message);
  void bashism(Bashism::Kind kind, LogicalSpan span);
  void unexpected(std::uint32_t length);
  void give_up();
  std::string_view source(LogicalSpan span) const { return source_.substr(span.begin, span.size()); }

  // parse_list.cpp
  List list(TokenSet closers);
  List required_list(TokenSet closers, LogicalSpan opener);
  ListItem list_item();
  AndOr and_or();
  Pipeline pipeline();
  CommandNode command();
  CommandNode empty_command();

  // parse_simple_command.cpp
  CommandNode simple_command();
  bool at_word() const;
  bool at_parentheses() const;
  std::uint32_t assignment_operator() const;
  std::uint32_t subscript_end(std::uint32_t open) const;
  Assignment assignment(std::uint32_t operation);
  Word declaration_word();
  WordPart array_literal();
  ArrayElement array_element();
  void note_braces(const Word& word);

  // parse_redirection.cpp
  bool at_redirection() const;
  std::uint32_t descriptor_end() const;
  Redirection redirection();
  void here_document(Redirection& node, bool strip_tabs);
  void read_here_documents();
  void read_here_document(const PendingHereDocument& pending);

  // parse_compound.cpp
  CommandNode::Body subshell();
  CommandNode::Body brace_group();
  CommandNode::Body if_command();
  CommandNode::Body loop(bool until);
  CommandNode::Body for_command(bool select);
  CommandNode::Body arithmetic_for(LogicalSpan keyword);
  CommandNode::Body case_command();
  CaseItem case_item();
  CommandNode::Body function_definition(LogicalSpan name);
  CommandNode::Body function_with_keyword();
  CommandNode::Body coprocess();
  const CommandNode* function_body(LogicalSpan name);
  DoGroup do_group(LogicalSpan opener);
  DoGroup for_body(LogicalSpan opener);
  LogicalSpan separator();
  LogicalSpan close(Token token, LogicalSpan opener, std::string_view closer);

  // parse_conditional.cpp
  CommandNode::Body conditional();
  bool conditional_operand(Pending<ConditionalToken>& tokens);

  // parse_word.cpp
  Word word();
  template <class Stop>
  Word text_until(Stop stop, Quoting quoting);
  Word text_up_to(std::uint32_t end, Quoting quoting);
  Word text_up_to_any(std::string_view stops, Quoting quoting);
  Word parenthesized_text();
  Word regular_expression();
  void quote_or_expansion(WordBuilder& word, Quoting quoting);
  WordPart single_quoted();
  WordPart ansi_c_quoted();
  WordPart double_quoted(WordPart::Kind kind);
  WordPart extended_glob();

  // parse_expansion.cpp
  bool expansion(WordBuilder& word, Quoting quoting);
  WordPart simple_parameter();
  WordPart braced_parameter(Quoting quoting);
  bool parameter_name(Parameter& node);
  bool parameter_operation(Parameter& node, Quoting quoting);
  WordPart command_substitution();
  WordPart process_substitution();
  WordPart backquoted(Quoting quoting);
  const List* substituted_list(TokenSet closers);
  bool backquote_escape_at(std::uint32_t pos, bool in_double_quotes) const;
  const List* unescaped_list(std::uint32_t end, bool in_double_quotes);
  std::uint32_t arithmetic_end(std::uint32_t begin) const;
  std::uint32_t find_closing(std::uint32_t begin, char closing) const;
  WordPart arithmetic(std::uint32_t begin, std::uint32_t end, std::uint32_t closing_length);
  CommandNode::Body arithmetic_command(std::uint32_t end);

  const std::string_view source_;
  const Dialect dialect_;
  Script& script_;
  TreeBuilder builder_;
  Window window_;
  std::uint32_t token_end_ = 0;  // behind the last byte that was not blank
  TokenSet closers_{};           // what would end one of the open lists
  int depth_ = 0;
  bool gave_up_ = false;
  mutable std::uint64_t scan_budget_;
  std::vector<PendingHereDocument> here_documents_;
};

// Counts one level of nesting. False beyond the limit: then the rest of the text has been skipped.
class RecursiveDescent::Nesting {
 public:
  explicit Nesting(RecursiveDescent& parser) : parser_(parser) {
    if (++parser_.depth_ > max_nesting) parser_.give_up();
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  ~Nesting() { --parser_.depth_; }

  explicit operator bool() const { return parser_.depth_ <= max_nesting; }

 private:
  RecursiveDescent& parser_;
};

// A word under construction: text that no other part takes becomes literal.
class RecursiveDescent::WordBuilder {
 public:
  explicit WordBuilder(RecursiveDescent& parser)
      : parser_(parser), parts_(parser.builder_), begin_(parser.window_.pos), literal_(begin_) {}

  // Adds a part that began at `begin` and ends at the cursor.
  void add(std::uint32_t begin, const WordPart& part) {
    add_literal(begin);
    parts_.push(part);
    literal_ = parser_.window_.pos;
  }
  std::uint32_t literal_begin() const { return literal_; }
  // The word from where the builder was made to the cursor.
  Word finish() {
    add_literal(parser_.window_.pos);
    Word word;
    word.span = parser_.span(begin_, parser_.window_.pos);
    word.verbatim = parser_.window_.offsets == nullptr;
    word.parts = parts_.finish();
    return word;
  }

 private:
  void add_literal(std::uint32_t end) {
    if (literal_ == end) return;
    WordPart part;
    part.span = parser_.span(literal_, end);
    parts_.push(part);
  }

  RecursiveDescent& parser_;
  Pending<WordPart> parts_;
  std::uint32_t begin_;
  std::uint32_t literal_;
};

}  // namespace dockwright::shell
