// Visits every simple command of a tree in the order of the text, and says in which circumstances it runs.
//
// A simple command comes before the commands in its substitutions. Depth of recursion is that of the tree, which the
// parser limits.
#pragma once

#include <cstdint>

#include "analysis/shell/commands.hpp"
#include "analysis/shell/script.hpp"

namespace dockwright::shell {

// What happens in a scope of this kind …
enum class Scope : std::uint8_t {
  Isolated,   // … runs in a process of its own
  Uncertain,  // … may not happen at all
  Function,   // … happens at some other time
};

class TreeWalk {
 public:
  virtual ~TreeWalk() = default;

  void walk(const Script& script);

 protected:
  virtual void simple_command(const CommandNode& node, const SimpleCommand& command, const Circumstances& where) = 0;
  virtual void loop_variable(LogicalSpan name, const Circumstances& where) = 0;
  // An expression that may assign variables.
  virtual void arithmetic(const Word& expression, const Circumstances& where) = 0;
  virtual void enter(Scope scope) = 0;
  virtual void leave(Scope scope) = 0;

 private:
  void items(const List& list, Circumstances where, bool top_level);
  void list(const List& list, const Circumstances& where) { items(list, where, false); }
  void list_in(Scope scope, const List& list, const Circumstances& where);
  void and_or(const AndOr& node, Circumstances where);
  void pipeline(const Pipeline& node, Circumstances where);
  void command(const CommandNode& node, Circumstances where);
  void simple(const CommandNode& node, const SimpleCommand& command, const Circumstances& where);
  void substitutions(const Word& word, const Circumstances& where);
  void substitutions(const WordPart& part, const Circumstances& where);
  void substitutions(const Word* word, const Circumstances& where);

  void visit(const Subshell& node, Circumstances where);
  void visit(const BraceGroup& node, const Circumstances& where);
  void visit(const If& node, Circumstances where);
  void visit(const Loop& node, Circumstances where);
  void visit(const For& node, Circumstances where);
  void visit(const ArithmeticFor& node, Circumstances where);
  void visit(const Case& node, Circumstances where);
  void visit(const FunctionDefinition& node, Circumstances where);
  void visit(const Conditional& node, const Circumstances& where);
  void visit(const ArithmeticCommand& node, const Circumstances& where);
  void visit(const Coprocess& node, Circumstances where);
};

}  // namespace dockwright::shell
