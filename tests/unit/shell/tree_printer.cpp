#include "tests/unit/shell/tree_printer.hpp"

#include <fmt/format.h>

#include <variant>

#include "analysis/shell/words.hpp"

namespace dockwright::shell {

namespace {

class TreePrinter {
 public:
  explicit TreePrinter(std::string_view text) : text_(text) {}

  std::string list(const List& node) const {
    std::string line;
    for (const ListItem& item : node.items) {
      if (!line.empty()) line += ' ';
      line += and_or(item.and_or);
      const auto terminator = item.terminator;
      line += terminator == ListItem::Terminator::Semicolon    ? ";"
              : terminator == ListItem::Terminator::Background ? "&"
              : terminator == ListItem::Terminator::Newline    ? "↵"
                                                               : "";
    }
    return line;
  }

 private:
  std::string at(LogicalSpan span) const { return std::string(raw(text_, span)); }

  std::string and_or(const AndOr& node) const {
    std::string line = pipeline(node.pipelines.front());
    for (std::size_t i = 0; i < node.operators.size(); ++i) {
      line += fmt::format(" {} {}", node.operators[i].is_or ? "||" : "&&", pipeline(node.pipelines[i + 1]));
    }
    return line;
  }

  std::string pipeline(const Pipeline& node) const {
    std::string line;
    if (!node.time.empty()) line += at(node.time) + ' ';
    if (node.negated) line += "! ";
    line += command(node.commands.front());
    for (std::size_t i = 0; i < node.operators.size(); ++i) {
      line += fmt::format(" {} {}", node.operators[i].both ? "|&" : "|", command(node.commands[i + 1]));
    }
    return line;
  }

  std::string command(const CommandNode& node) const {
    std::string line = std::visit([this](const auto* body) { return print(*body); }, node.body);
    const bool simple = std::holds_alternative<const SimpleCommand*>(node.body);
    if (simple) line.pop_back();
    for (const Redirection& redirection : node.redirections) {
      if (line != "[") line += ' ';
      line += print(redirection);
    }
    return simple ? line + ']' : line;
  }

  std::string print(const SimpleCommand& node) const {
    std::string line;
    for (const Assignment& assignment : node.assignments) {
      const std::string subscript = assignment.subscript ? '[' + word(*assignment.subscript) + ']' : "";
      line += fmt::format("{}{}{}={} ", at(assignment.name), subscript, assignment.append ? "+" : "",
                          word(assignment.value));
    }
    for (const Word& argument : node.words) line += word(argument) + ' ';
    if (!line.empty()) line.pop_back();
    return '[' + line + ']';
  }

  std::string print(const Redirection& node) const {
    std::string line = fmt::format("{{{}{} {}", at(node.fd), at(node.operation_span), word(node.target));
    if (node.here_document) {
      const HereDocument& document = *node.here_document;
      line += fmt::format(" {}'{}'{}", document.quoted ? "quoted " : "",
                          document.quoted ? at(document.body) : word(document.content),
                          document.terminator.empty() ? " open" : "");
    }
    return line + '}';
  }

  std::string word(const Word& node) const {
    std::string line;
    for (const WordPart& piece : node.parts) line += part(piece);
    return line;
  }

  std::string part(const WordPart& node) const {
    using Kind = WordPart::Kind;
    switch (node.kind) {
      case Kind::Literal:
      case Kind::SingleQuoted:
      case Kind::AnsiC:
        return at(node.span);
      case Kind::DoubleQuoted:
        return '"' + word(*node.word) + '"';
      case Kind::Localized:
        return "$\"" + word(*node.word) + '"';
      case Kind::Parameter:
        return print(*node.parameter);
      case Kind::CommandSubstitution:
        return "$(" + list(*node.list) + ')';
      case Kind::Backquoted:
        return '`' + list(*node.list) + '`';
      case Kind::Arithmetic:
        return "$((" + word(*node.word) + "))";
      case Kind::ProcessSubstitution:
        return at({node.span.begin, node.span.begin + 1}) + '(' + list(*node.list) + ')';
      case Kind::ExtendedGlob:
        return at({node.span.begin, node.span.begin + 1}) + "glob(" + word(*node.word) + ')';
      case Kind::Array:
        return print(*node.array);
    }
    return {};
  }

  std::string print(const Parameter& node) const {
    std::string line = node.braced ? "${" : "$";
    if (node.length) line += "length ";
    if (node.indirect) line += "indirect ";
    line += at(node.name);
    if (node.subscript) line += '[' + word(*node.subscript) + ']';
    if (node.word) line += '|' + at(node.operation) + '|' + word(*node.word);
    if (node.replacement) line += '|' + word(*node.replacement);
    return node.braced ? line + '}' : line;
  }

  std::string print(const ArrayLiteral& node) const {
    std::string line = "array(";
    for (const ArrayElement& element : node.elements) {
      if (line.back() != '(') line += ' ';
      if (element.subscript) line += '[' + word(*element.subscript) + (element.append ? "]+=" : "]=");
      line += word(element.value);
    }
    return line + ')';
  }

  std::string print(const Subshell& node) const { return '(' + list(node.body) + ')'; }
  std::string print(const BraceGroup& node) const { return '{' + list(node.body) + '}'; }

  std::string print(const If& node) const {
    std::string line;
    for (const IfBranch& branch : node.branches) {
      line += fmt::format("{}{} then {}", line.empty() ? "if(" : " elif ", list(branch.condition), list(branch.body));
    }
    if (!node.else_keyword.empty()) line += " else " + list(node.else_body);
    return line + ')';
  }

  std::string body(const DoGroup& node) const { return " do " + list(node.body) + ')'; }

  std::string print(const Loop& node) const {
    return (node.until ? "until(" : "while(") + list(node.condition) + body(node.body);
  }

  std::string print(const For& node) const {
    std::string line = (node.select ? "select(" : "for(") + at(node.name);
    if (!node.in_keyword.empty()) line += " in";
    for (const Word& element : node.words) line += ' ' + word(element);
    return line + body(node.body);
  }

  std::string print(const ArithmeticFor& node) const {
    return "for((" + word(node.expressions) + "))" + body(node.body);
  }

  std::string print(const Case& node) const {
    std::string line = "case(" + word(node.subject) + " in";
    for (const CaseItem& item : node.items) {
      line += ' ';
      for (std::size_t i = 0; i < item.patterns.size(); ++i) line += (i > 0 ? "|" : "") + word(item.patterns[i]);
      line += ") " + list(item.body) + at(item.terminator_span);
    }
    return line + ')';
  }

  std::string print(const FunctionDefinition& node) const {
    return fmt::format("function({} {})", at(node.name), node.body ? command(*node.body) : "nothing");
  }

  std::string print(const Conditional& node) const {
    std::string line = "[[";
    for (const ConditionalToken& token : node.tokens) {
      line += ' ' + (token.is_operator ? '<' + at(token.word.span) + '>' : word(token.word));
    }
    return line + " ]]";
  }

  std::string print(const ArithmeticCommand& node) const { return "((" + word(node.expression) + "))"; }

  std::string print(const Coprocess& node) const {
    return fmt::format("coproc({} {})", at(node.name), node.body ? command(*node.body) : "nothing");
  }

  std::string_view text_;
};

}  // namespace

std::string print(const Script& script, std::string_view text) { return TreePrinter(text).list(script.list); }

}  // namespace dockwright::shell
