#include "tests/support/shell_spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>
#include <vector>

#include "analysis/shell/words.hpp"

namespace dockwright::test {

using namespace shell;

namespace {

class SpanCheck {
 public:
  explicit SpanCheck(std::string_view text) : text_(text) {}

  std::string run(const Script& script) {
    inside({0, static_cast<std::uint32_t>(text_.size())}, [&] { list(script.list); });
    for (const Comment& comment : script.comments) loose_leaf(comment.span);
    for (const SyntaxError& error : script.errors) bounds(error.span, "error");
    for (const Bashism& bashism : script.bashisms) bounds(bashism.span, "bashism");
    if (script.errors.empty()) coverage();
    return broken_;
  }

 private:
  void fail(std::string_view what, LogicalSpan span) {
    if (broken_.empty()) broken_ = fmt::format("{} at {}-{}", what, span.begin, span.end);
  }

  bool bounds(LogicalSpan span, std::string_view what) {
    if (span.begin <= span.end && span.end <= text_.size()) return true;
    fail(fmt::format("{} out of bounds", what), span);
    return false;
  }

  // A node: it must begin behind what came before it in the node around it, and end inside that node.
  void place(LogicalSpan span, std::string_view what) {
    if (!bounds(span, what)) return;
    if (span.begin < cursor_) fail(fmt::format("{} overlaps what came before it", what), span);
    if (span.end > limit_) fail(fmt::format("{} leaves the node around it", what), span);
    cursor_ = std::max(cursor_, span.end);
  }

  // Runs `children` with places limited to `span`.
  template <class Children>
  void inside(LogicalSpan span, Children children) {
    const std::uint32_t cursor = cursor_;
    const std::uint32_t limit = limit_;
    cursor_ = span.begin;
    limit_ = span.end;
    children();
    cursor_ = cursor;
    limit_ = limit;
  }

  template <class Children>
  void node(LogicalSpan span, std::string_view what, Children children) {
    place(span, what);
    inside(span, children);
  }

  void leaf_anywhere(LogicalSpan span) {
    if (!bounds(span, "leaf")) return;
    if (leaves_count_) leaves_.push_back(span);
  }

  // A comment or the lines of a here-document. What it belongs to may be a leaf as a whole, and hold it or not.
  void loose_leaf(LogicalSpan span) {
    if (bounds(span, "leaf") && !span.empty()) loose_leaves_.push_back(span);
  }

  void leaf(LogicalSpan span) {
    if (span.empty()) return;
    place(span, "leaf");
    leaf_anywhere(span);
  }

  // Children whose bytes the leaf around them has covered already.
  template <class Children>
  void covered(Children children) {
    const bool before = leaves_count_;
    leaves_count_ = false;
    children();
    leaves_count_ = before;
  }

  void list(const List& node_list) {
    if (node_list.items.empty()) return;
    node(node_list.span, "list", [&] {
      for (const ListItem& item : node_list.items) {
        and_or(item.and_or);
        if (item.terminator == ListItem::Terminator::Newline) continue;
        leaf(item.terminator_span);
      }
    });
  }

  void and_or(const AndOr& chain) {
    node(chain.span, "and-or list", [&] {
      if (chain.pipelines.size() != chain.operators.size() + 1) fail("and-or list without its operators", chain.span);
      for (std::size_t i = 0; i < chain.pipelines.size(); ++i) {
        if (i > 0) leaf(chain.operators[i - 1].span);
        pipeline(chain.pipelines[i]);
      }
    });
  }

  void pipeline(const Pipeline& line) {
    node(line.span, "pipeline", [&] {
      if (line.commands.size() != line.operators.size() + 1) fail("pipeline without its operators", line.span);
      // `! time`, `time !` and repetitions: the order between them is not recorded.
      const std::uint32_t first = line.commands.empty() ? line.span.end : line.commands.front().span.begin;
      leaf_anywhere({line.span.begin, std::max(first, line.span.begin)});
      for (std::size_t i = 0; i < line.commands.size(); ++i) {
        if (i > 0) leaf(line.operators[i - 1].span);
        command(line.commands[i]);
      }
    });
  }

  void command(const CommandNode& any) {
    node(any.span, "command", [&] {
      if (const auto* simple = std::get_if<const SimpleCommand*>(&any.body)) return simple_command(any, **simple);
      std::visit([&](const auto* body) { visit(*body); }, any.body);
      for (const Redirection& redirection : any.redirections) visit(redirection);
    });
  }

  void simple_command(const CommandNode& any, const SimpleCommand& simple) {
    // Redirections may stand between the words.
    auto redirection = any.redirections.begin();
    const auto redirections_before = [&](std::uint32_t begin) {
      for (; redirection != any.redirections.end() && redirection->span.begin < begin; ++redirection)
        visit(*redirection);
    };
    for (const Assignment& assignment : simple.assignments) {
      redirections_before(assignment.span.begin);
      visit(assignment);
    }
    for (const Word& argument : simple.words) {
      redirections_before(argument.span.begin);
      word(argument);
    }
    redirections_before(static_cast<std::uint32_t>(text_.size()) + 1);
  }

  void visit(const SimpleCommand&) {}

  void visit(const Assignment& assignment) {
    node(assignment.span, "assignment", [&] {
      leaf_anywhere({assignment.span.begin, assignment.value.span.begin});
      place(assignment.name, "variable name");
      covered([&] { optional(assignment.subscript); });
      word(assignment.value);
    });
  }

  void visit(const Redirection& redirection) {
    node(redirection.span, "redirection", [&] {
      leaf(redirection.fd);
      leaf(redirection.operation_span);
      word(redirection.target);
    });
    if (!redirection.here_document) return;
    const HereDocument& document = *redirection.here_document;
    loose_leaf(document.body);
    loose_leaf(document.terminator);
    if (document.terminator.begin < document.body.end) fail("terminator in the body", document.terminator);
    inside(document.body, [&] { covered([&] { word(document.content); }); });
  }

  void optional(const Word* maybe) {
    if (maybe) word(*maybe);
  }

  void word(const Word& any) {
    node(any.span, "word", [&] {
      std::uint32_t end = any.span.begin;
      for (const WordPart& piece : any.parts) {
        if (piece.span.begin != end && any.parts.front().kind != WordPart::Kind::Array &&
            any.parts.back().kind != WordPart::Kind::Array) {
          fail("gap between the parts of a word", piece.span);
        }
        end = piece.span.end;
        node(piece.span, "part of a word", [&] { part(piece); });
      }
      if (!any.parts.empty() && end != any.span.end) fail("word that ends behind its parts", any.span);
    });
  }

  void part(const WordPart& piece) {
    using Kind = WordPart::Kind;
    const std::uint32_t begin = piece.span.begin;
    const std::uint32_t end = piece.span.end;
    switch (piece.kind) {
      case Kind::CommandSubstitution:
      case Kind::ProcessSubstitution:
        leaf({begin, begin + 2});
        list(*piece.list);
        if (text_[end - 1] == ')') leaf_anywhere({end - 1, end});
        return;
      case Kind::Backquoted:
        leaf_anywhere(piece.span);
        return covered([&] { list(*piece.list); });
      case Kind::Array:
        leaf(piece.array->open);
        for (const ArrayElement& element : piece.array->elements) visit(element);
        return leaf(piece.array->close);
      case Kind::Parameter:
        leaf_anywhere(piece.span);
        return covered([&] { visit(*piece.parameter); });
      default:
        break;
    }
    leaf_anywhere(piece.span);
    covered([&] { optional(piece.word); });
  }

  void visit(const ArrayElement& element) {
    node(element.span, "array element", [&] {
      leaf_anywhere({element.span.begin, element.value.span.begin});
      covered([&] { optional(element.subscript); });
      word(element.value);
    });
  }

  void visit(const Parameter& parameter) {
    place(parameter.name, "parameter name");
    optional(parameter.subscript);
    if (!parameter.operation.empty()) place(parameter.operation, "parameter operator");
    optional(parameter.word);
    optional(parameter.replacement);
  }

  void visit(const Subshell& group) {
    leaf(group.open);
    list(group.body);
    leaf(group.close);
  }

  void visit(const BraceGroup& group) {
    leaf(group.open);
    list(group.body);
    leaf(group.close);
  }

  void visit(const If& choice) {
    for (const IfBranch& branch : choice.branches) {
      leaf(branch.keyword);
      list(branch.condition);
      leaf(branch.then_keyword);
      list(branch.body);
    }
    leaf(choice.else_keyword);
    list(choice.else_body);
    leaf(choice.fi_keyword);
  }

  void visit(const DoGroup& group) {
    leaf(group.do_keyword);
    list(group.body);
    leaf(group.done_keyword);
  }

  void visit(const Loop& loop) {
    leaf(loop.keyword);
    list(loop.condition);
    visit(loop.body);
  }

  void visit(const For& loop) {
    leaf(loop.keyword);
    leaf(loop.name);
    leaf(loop.in_keyword);
    for (const Word& element : loop.words) word(element);
    leaf(loop.separator);
    visit(loop.body);
  }

  void visit(const ArithmeticFor& loop) {
    leaf(loop.keyword);
    leaf(loop.open);
    expression(loop.expressions);
    leaf(loop.close);
    leaf(loop.separator);
    visit(loop.body);
  }

  void visit(const Case& choice) {
    leaf(choice.keyword);
    word(choice.subject);
    leaf(choice.in_keyword);
    for (const CaseItem& item : choice.items) {
      node(item.span, "case item", [&] {
        leaf(item.open);
        for (std::size_t i = 0; i < item.patterns.size(); ++i) {
          word(item.patterns[i]);
          if (i < item.bars.size()) leaf(item.bars[i]);
        }
        leaf(item.close);
        list(item.body);
        leaf(item.terminator_span);
      });
    }
    leaf(choice.esac_keyword);
  }

  void visit(const FunctionDefinition& function) {
    leaf(function.keyword);
    leaf(function.name);
    leaf(function.parentheses);
    if (function.body) command(*function.body);
  }

  void visit(const Conditional& condition) {
    leaf(condition.open);
    for (const ConditionalToken& token : condition.tokens) {
      if (token.is_operator) {
        leaf(token.word.span);
      } else {
        word(token.word);
      }
    }
    leaf(condition.close);
  }

  void visit(const ArithmeticCommand& arithmetic) {
    leaf(arithmetic.open);
    expression(arithmetic.expression);
    leaf(arithmetic.close);
  }

  void visit(const Coprocess& coprocess) {
    leaf(coprocess.keyword);
    leaf(coprocess.name);
    if (coprocess.body) command(*coprocess.body);
  }

  void expression(const Word& any) {
    leaf_anywhere(any.span);
    covered([&] { word(any); });
  }

  // Between the leaves there may be nothing but blanks, line ends and continuations.
  void coverage() {
    std::sort(leaves_.begin(), leaves_.end());
    std::sort(loose_leaves_.begin(), loose_leaves_.end(), [](LogicalSpan left, LogicalSpan right) {
      return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    std::vector<LogicalSpan> uncovered;
    for (const LogicalSpan leaf : loose_leaves_) {
      if (!uncovered.empty() && uncovered.back().end >= leaf.end) continue;
      const auto next = std::upper_bound(leaves_.begin(), leaves_.end(), leaf);
      if (next == leaves_.begin() || std::prev(next)->end < leaf.end) uncovered.push_back(leaf);
    }
    leaves_.insert(leaves_.end(), uncovered.begin(), uncovered.end());
    std::sort(leaves_.begin(), leaves_.end());
    std::uint32_t end = 0;
    for (const LogicalSpan leaf : leaves_) {
      if (leaf.empty()) continue;
      if (leaf.begin < end) return fail("two leaves overlap", leaf);
      blank({end, leaf.begin});
      end = leaf.end;
    }
    blank({end, static_cast<std::uint32_t>(text_.size())});
  }

  void blank(LogicalSpan gap) {
    std::string_view between = raw(text_, gap);
    while (!between.empty()) {
      const bool continuation = between.starts_with("\\\n") || between.starts_with("\\\r\n");
      // A carriage return behind the delimiter of a here-document may end the text.
      const bool line_end = between.starts_with("\r\n") || (between == "\r" && gap.end == text_.size());
      if (!continuation && !line_end && std::string_view(" \t\n").find(between.front()) == std::string_view::npos) {
        return fail("text that is in no node", gap);
      }
      between.remove_prefix(std::min<std::size_t>(continuation || line_end ? 2 : 1, between.size()));
    }
  }

  std::string_view text_;
  std::string broken_;
  std::uint32_t cursor_ = 0;
  std::uint32_t limit_ = 0;
  bool leaves_count_ = true;
  std::vector<LogicalSpan> leaves_;
  std::vector<LogicalSpan> loose_leaves_;
};

}  // namespace

std::string broken_promise(const Script& script, std::string_view text) { return SpanCheck(text).run(script); }

}  // namespace dockwright::test
