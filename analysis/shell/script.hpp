// The syntax tree of a POSIX sh or bash script, as `sh -c` would receive it from a RUN instruction.
//
// Units: every span is a LogicalSpan (bytes) into the text that was parsed, from the first to the last byte of the node
// without blanks around it. The tree holds spans only, never text: keep the text to read it (raw() in words.hpp).
// Grammar: POSIX.1-2017 "Shell Command Language" 2.10, and the bash reference manual for what goes beyond it.
//
// All nodes live in an arena that the Script owns. They are plain values and spans of plain values, immutable after
// parsing; moving the Script leaves them where they are. A node must not be used after its Script is gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright::shell {

enum class Dialect : std::uint8_t { Posix, Bash };

template <class T>
using Items = std::span<const T>;

struct ArrayLiteral;
struct List;
struct Parameter;
struct Word;

// ---- Words ----------------------------------------------------------------------------------------------------------

struct WordPart {
  enum class Kind : std::uint8_t {
    Literal,              // text with backslash escapes; which escapes count depends on the quotes around it
    SingleQuoted,         // '…'
    DoubleQuoted,         // "…": `word` is the content
    AnsiC,                // $'…'
    Localized,            // $"…": `word` is the content
    Parameter,            // $x ${x:-y}: `parameter`
    CommandSubstitution,  // $(…): `list`
    Backquoted,           // `…`: `list`
    Arithmetic,           // $((…)), in bash $[…]: `word` is the expression with the expansions in it
    ProcessSubstitution,  // <(…) >(…): `list`
    ExtendedGlob,         // @(a|b): `word` is what is between the parentheses
    Array,                // (a b) after `name=`: `array`
  };

  Kind kind = Kind::Literal;
  LogicalSpan span;  // with quotes, dollar signs and parentheses
  const Word* word = nullptr;
  const List* list = nullptr;
  const Parameter* parameter = nullptr;
  const ArrayLiteral* array = nullptr;
};

struct Word {
  LogicalSpan span;
  // False inside backquotes that hold backslash escapes: there the bytes at `span` are not what the shell reads.
  bool verbatim = true;
  Items<WordPart> parts;
};

// ${name}, ${#name}, ${!name}, ${name[subscript]op word}, ${name/pattern/replacement}, ${name:offset:length}
struct Parameter {
  LogicalSpan name;  // name, digits or one special character; empty in a bad substitution such as ${}
  bool braced = false;
  bool length = false;                // ${#name}
  bool indirect = false;              // ${!name}
  LogicalSpan operation;              // `:-`, `##`, `/`, `:`, `^^`, `@`, …; empty when there is none
  const Word* subscript = nullptr;    // between [ and ]
  const Word* word = nullptr;         // what follows the operator; null when there is no operator
  const Word* replacement = nullptr;  // after the second `/`, or the length after the second `:`
};

// One element of a=(x [key]=y).
struct ArrayElement {
  LogicalSpan span;
  const Word* subscript = nullptr;
  bool append = false;
  Word value;
};

struct ArrayLiteral {
  LogicalSpan open;
  Items<ArrayElement> elements;
  LogicalSpan close;  // empty when missing
};

// ---- Simple commands ------------------------------------------------------------------------------------------------

// <<EOF … EOF. `span` of the redirection does not include the body.
struct HereDocument {
  LogicalSpan body;        // whole lines, the last newline included; empty for an empty or missing body
  LogicalSpan terminator;  // the closing delimiter, without the tabs before it; empty when the text ends first
  bool quoted = false;     // any quote in the delimiter: nothing is expanded
  bool strip_tabs = false;
  Word content;  // the body with its expansions; no parts when quoted
};

struct Redirection {
  enum class Operator : std::uint8_t {
    Input,         // <
    Output,        // >
    Append,        // >>
    Clobber,       // >|
    ReadWrite,     // <>
    DuplicateIn,   // <&
    DuplicateOut,  // >&
    OutputBoth,    // &>
    AppendBoth,    // &>>
    HereDocument,  // << <<-
    HereString,    // <<<
  };

  LogicalSpan span;
  LogicalSpan fd;  // digits or {name}; empty when not written
  Operator operation = Operator::Input;
  LogicalSpan operation_span;
  Word target;  // file, descriptor or here-document delimiter; empty after an error
  const HereDocument* here_document = nullptr;
};

// name=value, name+=value, name[subscript]=value
struct Assignment {
  LogicalSpan span;
  LogicalSpan name;
  const Word* subscript = nullptr;
  bool append = false;
  Word value;  // no parts and an empty span behind the `=` when nothing follows
};

struct SimpleCommand {
  Items<Assignment> assignments;
  Items<Word> words;  // the command name first; empty when there are only assignments or redirections
};

// ---- Lists ----------------------------------------------------------------------------------------------------------

struct ArithmeticCommand;
struct ArithmeticFor;
struct BraceGroup;
struct Case;
struct Conditional;
struct Coprocess;
struct For;
struct FunctionDefinition;
struct If;
struct Loop;
struct Subshell;

// POSIX `command`: one simple command, compound command or function definition.
struct CommandNode {
  using Body = std::variant<const SimpleCommand*, const Subshell*, const BraceGroup*, const If*, const Loop*,
                            const For*, const ArithmeticFor*, const Case*, const FunctionDefinition*,
                            const Conditional*, const ArithmeticCommand*, const Coprocess*>;

  LogicalSpan span;
  Body body;
  Items<Redirection> redirections;  // in order; those of a compound command follow it
};

struct PipeOperator {
  LogicalSpan span;
  bool both = false;  // |&
};

struct Pipeline {
  LogicalSpan span;
  LogicalSpan time;  // bash keyword `time` with its -p; empty when absent
  LogicalSpan bang;  // the (last) `!`; empty when absent
  bool negated = false;
  Items<CommandNode> commands;
  Items<PipeOperator> operators;  // one fewer than commands
};

struct AndOrOperator {
  LogicalSpan span;
  bool is_or = false;  // `||`, otherwise `&&`
};

struct AndOr {
  LogicalSpan span;
  Items<Pipeline> pipelines;
  Items<AndOrOperator> operators;  // one fewer than pipelines
};

struct ListItem {
  enum class Terminator : std::uint8_t { None, Semicolon, Background, Newline };

  AndOr and_or;
  Terminator terminator = Terminator::None;
  LogicalSpan terminator_span;
};

struct List {
  LogicalSpan span;  // without the last terminator when that is a newline; empty for an empty list
  Items<ListItem> items;
};

// ---- Compound commands; a keyword span is empty when the keyword is missing
// -------------------------------------------

struct Subshell {
  LogicalSpan open;
  List body;
  LogicalSpan close;
};

struct BraceGroup {
  LogicalSpan open;
  List body;
  LogicalSpan close;
};

struct IfBranch {
  LogicalSpan keyword;  // if, elif
  List condition;
  LogicalSpan then_keyword;
  List body;
};

struct If {
  Items<IfBranch> branches;
  LogicalSpan else_keyword;
  List else_body;
  LogicalSpan fi_keyword;
};

struct DoGroup {
  LogicalSpan do_keyword;  // do, or { where bash allows it
  List body;
  LogicalSpan done_keyword;
};

struct Loop {
  bool until = false;
  LogicalSpan keyword;
  List condition;
  DoGroup body;
};

// for and select
struct For {
  bool select = false;
  LogicalSpan keyword;
  LogicalSpan name;
  LogicalSpan in_keyword;  // empty: the positional parameters
  Items<Word> words;
  LogicalSpan separator;  // the `;` before do; empty for a newline
  DoGroup body;
};

// for ((start; condition; step))
struct ArithmeticFor {
  LogicalSpan keyword;
  LogicalSpan open;
  Word expressions;  // all three with the semicolons
  LogicalSpan close;
  LogicalSpan separator;
  DoGroup body;
};

struct CaseItem {
  enum class Terminator : std::uint8_t { None, Break, FallThrough, Continue };  // ;; ;& ;;&

  LogicalSpan span;
  LogicalSpan open;  // the optional (
  Items<Word> patterns;
  Items<LogicalSpan> bars;  // the | between the patterns
  LogicalSpan close;
  List body;
  Terminator terminator = Terminator::None;
  LogicalSpan terminator_span;
};

struct Case {
  LogicalSpan keyword;
  Word subject;
  LogicalSpan in_keyword;
  Items<CaseItem> items;
  LogicalSpan esac_keyword;
};

struct FunctionDefinition {
  LogicalSpan keyword;  // function; empty in name()
  LogicalSpan name;
  LogicalSpan parentheses;            // from ( to ); empty when not written
  const CommandNode* body = nullptr;  // null after an error
};

// What stands between [[ and ]], in order.
struct ConditionalToken {
  bool is_operator = false;  // ! && || ( ) < >; -f, == and the like are words, as in test
  Word word;                 // for an operator only the span is set
};

struct Conditional {
  LogicalSpan open;
  Items<ConditionalToken> tokens;
  LogicalSpan close;
};

struct ArithmeticCommand {
  LogicalSpan open;
  Word expression;
  LogicalSpan close;
};

struct Coprocess {
  LogicalSpan keyword;
  LogicalSpan name;                   // empty when not written
  const CommandNode* body = nullptr;  // null after an error
};

// ---- The script -----------------------------------------------------------------------------------------------------

// From the # to the end of the line.
struct Comment {
  LogicalSpan span;
};

struct SyntaxError {
  LogicalSpan span;
  std::string message;
};

// A construct that bash knows and POSIX sh (dash) does not, met in Posix mode and read as bash would.
struct Bashism {
  enum class Kind : std::uint8_t {
    AnsiCQuote,            // $'…'
    AppendAssignment,      // x+=y
    ArithmeticCommand,     // ((…))
    ArithmeticFor,         // for ((…))
    Array,                 // a=(…) a[0]=x ${a[0]}
    BraceExpansion,        // {a,b} {1..3}
    CaseFallThrough,       // ;& ;;&
    Conditional,           // [[ … ]]
    Coprocess,             // coproc
    ExtendedGlob,          // @(a|b)
    FunctionKeyword,       // function f
    FunctionName,          // a-b()
    HereString,            // <<<
    LocalizedQuote,        // $"…"
    NamedDescriptor,       // {fd}>file
    ParameterIndirection,  // ${!x}
    ParameterOperator,     // ${x/a/b} ${x:0:1} ${x^^} ${x@Q}
    PipeBoth,              // |&
    ProcessSubstitution,   // <(…)
    RedirectBoth,          // &>file &>>file >&file
    Select,                // select
    Time,                  // time in front of a compound command or a pipeline with !
  };

  Kind kind;
  LogicalSpan span;
};

// The tree and what was noticed on the way; each of the vectors is in the order of the text.
// Invariant: parsing never fails. After errors the tree holds what could be read.
struct Script {
  List list;
  std::vector<Comment> comments;
  std::vector<SyntaxError> errors;
  std::vector<Bashism> bashisms;  // Dialect::Posix only
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena;
};

}  // namespace dockwright::shell
