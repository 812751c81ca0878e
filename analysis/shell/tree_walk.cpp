#include "analysis/shell/tree_walk.hpp"

#include <variant>

namespace dockwright::shell {

void TreeWalk::walk(const Script& script) { items(script.list, {}, true); }

void TreeWalk::items(const List& list, Circumstances where, bool top_level) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const ListItem& item = list.items[i];
    if (top_level) where.top_level = i;
    if (i > 0) where.connector = Connector::Sequence;
    Circumstances here = where;
    if (item.terminator != ListItem::Terminator::Background) {
      and_or(item.and_or, here);
      continue;
    }
    here.background = true;
    enter(Scope::Isolated);
    and_or(item.and_or, here);
    leave(Scope::Isolated);
  }
}

void TreeWalk::list_in(Scope scope, const List& node, const Circumstances& where) {
  enter(scope);
  list(node, where);
  leave(scope);
}

// What follows && or || may not run; and behind `x || y` nobody knows which of the two did.
void TreeWalk::and_or(const AndOr& node, Circumstances where) {
  for (std::size_t i = 0; i < node.pipelines.size(); ++i) {
    if (i == 1) enter(Scope::Uncertain);
    if (i > 0) {
      const bool is_or = node.operators[i - 1].is_or;
      if (i > 1 && (is_or || node.operators[i - 2].is_or)) {
        leave(Scope::Uncertain);
        enter(Scope::Uncertain);
      }
      where.connector = is_or ? Connector::Or : Connector::And;
    }
    pipeline(node.pipelines[i], where);
  }
  if (node.pipelines.size() > 1) leave(Scope::Uncertain);
}

void TreeWalk::pipeline(const Pipeline& node, Circumstances where) {
  where.negated = node.negated;
  if (node.commands.size() == 1) return command(node.commands.front(), where);
  where.in_pipeline = true;
  for (const CommandNode& part : node.commands) {
    enter(Scope::Isolated);
    command(part, where);
    leave(Scope::Isolated);
    where.connector = Connector::Pipe;
  }
}

void TreeWalk::command(const CommandNode& node, Circumstances where) {
  if (const auto* simple_node = std::get_if<const SimpleCommand*>(&node.body))
    return simple(node, **simple_node, where);
  where.negated = false;
  std::visit(
      [&](const auto* body) {
        if constexpr (!std::is_same_v<decltype(body), const SimpleCommand*>) visit(*body, where);
      },
      node.body);
  for (const Redirection& redirection : node.redirections) {
    substitutions(redirection.target, where);
    if (redirection.here_document) substitutions(redirection.here_document->content, where);
  }
}

void TreeWalk::simple(const CommandNode& node, const SimpleCommand& command, const Circumstances& where) {
  simple_command(node, command, where);
  for (const Assignment& assignment : command.assignments) {
    substitutions(assignment.subscript, where);
    substitutions(assignment.value, where);
  }
  for (const Word& word : command.words) substitutions(word, where);
  for (const Redirection& redirection : node.redirections) {
    substitutions(redirection.target, where);
    if (redirection.here_document) substitutions(redirection.here_document->content, where);
  }
}

void TreeWalk::substitutions(const Word* word, const Circumstances& where) {
  if (word) substitutions(*word, where);
}

void TreeWalk::substitutions(const Word& word, const Circumstances& where) {
  for (const WordPart& part : word.parts) {
    if (part.kind != WordPart::Kind::Literal && part.kind != WordPart::Kind::SingleQuoted) substitutions(part, where);
  }
}

void TreeWalk::substitutions(const WordPart& part, const Circumstances& where) {
  if (part.kind == WordPart::Kind::Arithmetic) arithmetic(*part.word, where);
  substitutions(part.word, where);
  if (part.list) {
    Circumstances inner = where;
    inner.connector = Connector::Start;
    inner.in_subshell = inner.in_substitution = true;
    inner.negated = false;
    list_in(Scope::Isolated, *part.list, inner);
  }
  if (part.parameter) {
    substitutions(part.parameter->subscript, where);
    substitutions(part.parameter->word, where);
    substitutions(part.parameter->replacement, where);
  }
  if (part.array) {
    for (const ArrayElement& element : part.array->elements) {
      substitutions(element.subscript, where);
      substitutions(element.value, where);
    }
  }
}

void TreeWalk::visit(const Subshell& node, Circumstances where) {
  where.in_subshell = true;
  list_in(Scope::Isolated, node.body, where);
}

void TreeWalk::visit(const BraceGroup& node, const Circumstances& where) { list(node.body, where); }

void TreeWalk::visit(const If& node, Circumstances where) {
  Circumstances condition = where;
  condition.in_condition = true;
  where.in_branch = true;
  where.connector = Connector::Start;
  for (const IfBranch& branch : node.branches) {
    // Only the first condition is certain to be looked at.
    if (&branch == &node.branches.front()) {
      list(branch.condition, condition);
      condition.in_branch = true;
      condition.connector = Connector::Start;
    } else {
      list_in(Scope::Uncertain, branch.condition, condition);
    }
    list_in(Scope::Uncertain, branch.body, where);
  }
  list_in(Scope::Uncertain, node.else_body, where);
}

void TreeWalk::visit(const Loop& node, Circumstances where) {
  where.in_loop = true;
  Circumstances condition = where;
  condition.in_condition = true;
  list_in(Scope::Uncertain, node.condition, condition);
  where.connector = Connector::Start;
  list_in(Scope::Uncertain, node.body.body, where);
}

void TreeWalk::visit(const For& node, Circumstances where) {
  for (const Word& word : node.words) substitutions(word, where);
  where.in_loop = true;
  where.connector = Connector::Start;
  loop_variable(node.name, where);
  list_in(Scope::Uncertain, node.body.body, where);
}

void TreeWalk::visit(const ArithmeticFor& node, Circumstances where) {
  where.in_loop = true;
  where.connector = Connector::Start;
  arithmetic(node.expressions, where);
  substitutions(node.expressions, where);
  list_in(Scope::Uncertain, node.body.body, where);
}

void TreeWalk::visit(const Case& node, Circumstances where) {
  substitutions(node.subject, where);
  where.in_branch = true;
  where.connector = Connector::Start;
  for (const CaseItem& item : node.items) {
    for (const Word& pattern : item.patterns) substitutions(pattern, where);
    list_in(Scope::Uncertain, item.body, where);
  }
}

void TreeWalk::visit(const FunctionDefinition& node, Circumstances where) {
  if (!node.body) return;
  where.in_function = true;
  where.connector = Connector::Start;
  enter(Scope::Function);
  command(*node.body, where);
  leave(Scope::Function);
}

void TreeWalk::visit(const Conditional& node, const Circumstances& where) {
  for (const ConditionalToken& token : node.tokens) substitutions(token.word, where);
}

void TreeWalk::visit(const ArithmeticCommand& node, const Circumstances& where) {
  arithmetic(node.expression, where);
  substitutions(node.expression, where);
}

void TreeWalk::visit(const Coprocess& node, Circumstances where) {
  if (!node.body) return;
  where.in_subshell = where.background = true;
  enter(Scope::Isolated);
  command(*node.body, where);
  leave(Scope::Isolated);
}

}  // namespace dockwright::shell
