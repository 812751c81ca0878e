#include "analysis/shell/commands.hpp"

#include <algorithm>
#include <utility>

#include "analysis/shell/assigned_names.hpp"
#include "analysis/shell/parser.hpp"
#include "analysis/shell/tree_walk.hpp"
#include "analysis/shell/variable_tracker.hpp"
#include "analysis/shell/wrappers.hpp"

namespace dockwright::shell {

namespace {

// How deep `sh -c 'sh -c …'` and `find -exec find -exec …` are followed, and how long a chain of wrappers.
constexpr int max_runners = 5;
constexpr std::size_t max_wrappers = 16;

class CommandCollector : public TreeWalk {
 public:
  CommandCollector(const Script& script, std::string_view text, const Variables& environment, int runners)
      : text_(text), variables_(script, text, environment), runners_(runners) {}

  std::vector<Command> result;

 private:
  void simple_command(const CommandNode& node, const SimpleCommand& simple, const Circumstances& where) override;
  void loop_variable(LogicalSpan, const Circumstances&) override {}
  void arithmetic(const Word&, const Circumstances&) override {}
  void enter(Scope scope) override { variables_.enter(scope); }
  void leave(Scope scope) override { variables_.leave(scope); }

  std::optional<std::string> value_of(const Word& word, FieldSplitting splitting) const {
    return known_value(word, text_, variables_.known(), splitting);
  }
  CommandAssignment assignment(const Assignment& node);
  CommandAssignment assignment(const Argument& word, std::string_view name) const;
  void unwrap(Command& command, std::vector<Argument>&& words, std::span<const Word> nodes);
  bool update_variables(const SimpleCommand& simple, const std::vector<Argument>& words);
  void found_files_commands(const Command& find, std::span<const Word> nodes);
  void nested_commands(const Command& runner, const NestedScript& script, std::span<const Word> words);

  std::string_view text_;
  VariableTracker variables_;
  int runners_;
};

void CommandCollector::simple_command(const CommandNode& node, const SimpleCommand& simple,
                                      const Circumstances& where) {
  Command command;
  static_cast<Circumstances&>(command) = where;
  command.span = node.span;
  std::vector<Argument> words;
  words.reserve(simple.words.size());
  for (const Word& word : simple.words) words.push_back({word.span, value_of(word, FieldSplitting::Yes)});
  for (const Redirection& redirection : node.redirections) {
    command.redirections.push_back({redirection.span,
                                    redirection.operation,
                                    std::string(raw(text_, redirection.fd)),
                                    {redirection.target.span, value_of(redirection.target, FieldSplitting::No)}});
  }
  // Later assignments of one command see the earlier ones; when a program follows they end with it.
  const bool lasting = simple.words.empty();
  if (!lasting) variables_.enter(Scope::Isolated);
  for (const Assignment& assigned : simple.assignments) command.assignments.push_back(assignment(assigned));
  if (!lasting) variables_.leave(Scope::Isolated);
  const bool runs_unseen_code = update_variables(simple, words);
  unwrap(command, std::move(words), simple.words);
  if (runs_unseen_code) variables_.stop();
}

CommandAssignment CommandCollector::assignment(const Assignment& node) {
  CommandAssignment assigned;
  assigned.span = node.span;
  assigned.name = raw(text_, node.name);
  assigned.append = node.append;
  assigned.value = {node.value.span, value_of(node.value, FieldSplitting::No)};
  if (node.subscript || !assigned.value.value) {
    variables_.assign(assigned.name, std::nullopt);
  } else if (!node.append) {
    variables_.assign(assigned.name, assigned.value.value);
  } else if (const auto before = variables_.known().find(assigned.name); before != variables_.known().end()) {
    variables_.assign(assigned.name, before->second + *assigned.value.value);
  }
  return assigned;
}

// NAME=value among the words of env or sudo.
CommandAssignment CommandCollector::assignment(const Argument& word, std::string_view name) const {
  CommandAssignment assigned;
  assigned.span = word.span;
  assigned.name = name;
  assigned.value.span = {word.span.begin + static_cast<std::uint32_t>(raw(text_, word.span).find('=')) + 1,
                         word.span.end};
  if (word.value) assigned.value.value = word.value->substr(name.size() + 1);
  return assigned;
}

// What the command does to the variables of the shell; true if that cannot be known. Assignments without a command are
// done already.
bool CommandCollector::update_variables(const SimpleCommand& simple, const std::vector<Argument>& words) {
  if (words.empty()) return false;
  const AssignedNames assigned = assigned_names(simple, text_);
  for (const std::string_view name : assigned.names) variables_.assign(name, std::nullopt);
  if (!words.front().value || !is_declaration_builtin(*words.front().value)) return assigned.any;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::optional<std::string>& value = words[i].value;
    if (!value) continue;
    if (const auto name = assigned_name(words[i], text_)) variables_.assign(*name, value->substr(name->size() + 1));
  }
  return assigned.any;
}

// Takes wrappers off the front of `words` until the program is found that does the work.
void CommandCollector::unwrap(Command& command, std::vector<Argument>&& words, std::span<const Word> nodes) {
  std::size_t first = 0;
  const auto rest = [&] { return std::span<const Argument>(words).subspan(first); };
  while (first < words.size()) {
    command.name = program_name(words[first], text_);
    if (command.wrappers.size() == max_wrappers) break;
    const std::optional<WrappedCommand> wrapped = wrapped_command(command.name, rest(), text_);
    if (!wrapped) break;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    command.wrappers.push_back(
        {command.name, begin->span, {begin + 1, begin + static_cast<std::ptrdiff_t>(wrapped->assignments)}});
    for (std::size_t i = first + wrapped->assignments; i < first + wrapped->command; ++i) {
      command.assignments.push_back(assignment(words[i], *assigned_name(words[i], text_)));
    }
    first += wrapped->command;
  }
  const std::optional<NestedScript> script = nested_script(command.name, rest());
  if (first < words.size()) {
    command.name_word = std::move(words[first]);
    command.arguments.assign(std::make_move_iterator(words.begin() + static_cast<std::ptrdiff_t>(first) + 1),
                             std::make_move_iterator(words.end()));
  } else {
    command.name_word.span = {command.span.end, command.span.end};
  }
  result.push_back(std::move(command));
  if (!script && result.back().name != "find") return;
  const Command runner = result.back();
  if (script) {
    nested_commands(runner, *script, nodes.subspan(first));
  } else {
    found_files_commands(runner, nodes.subspan(first));
  }
}

// find … -exec COMMAND … ;
void CommandCollector::found_files_commands(const Command& find, std::span<const Word> nodes) {
  if (runners_ >= max_runners) return;
  ++runners_;
  for (const auto& [begin, end] : find_exec_commands(find.arguments)) {
    Command command;
    static_cast<Circumstances&>(command) = find;
    command.span = {find.arguments[begin].span.begin, find.arguments[end - 1].span.end};
    command.wrappers = find.wrappers;
    command.wrappers.push_back({find.name, find.name_word.span, {}});
    unwrap(command,
           {find.arguments.begin() + static_cast<std::ptrdiff_t>(begin),
            find.arguments.begin() + static_cast<std::ptrdiff_t>(end)},
           nodes.subspan(begin + 1, end - begin));
  }
  --runners_;
}

// The words as one text, each of its bytes mapped to its place; nothing unless all of them are known.
static std::optional<MappedValue> joined_value(std::span<const Word> words, std::string_view text,
                                               const Variables& variables) {
  MappedValue joined;
  for (const Word& word : words) {
    const std::optional<MappedValue> value = mapped_value(word, text, variables);
    if (!value) return std::nullopt;
    if (!joined.value.empty()) {
      joined.value.push_back(' ');
      joined.sources.push_back({joined.word.end, word.span.begin});
    }
    joined.value += value->value;
    joined.sources.insert(joined.sources.end(), value->sources.begin(), value->sources.end());
    joined.word = {words.front().span.begin, word.span.end};
  }
  return joined;
}

static void map_spans(Command& command, const MappedValue& value) {
  const auto map = [&value](LogicalSpan& span) { span = value.source(span); };
  map(command.span);
  map(command.name_word.span);
  for (Argument& argument : command.arguments) map(argument.span);
  for (Wrapper& wrapper : command.wrappers) {
    map(wrapper.span);
    for (Argument& argument : wrapper.arguments) map(argument.span);
  }
  for (CommandAssignment& assignment : command.assignments) {
    map(assignment.span);
    map(assignment.value.span);
  }
  for (CommandRedirection& redirection : command.redirections) {
    map(redirection.span);
    map(redirection.target.span);
  }
}

void CommandCollector::nested_commands(const Command& runner, const NestedScript& nested, std::span<const Word> words) {
  if (runners_ >= max_runners) return;
  const std::optional<MappedValue> value =
      joined_value(words.subspan(nested.first, nested.last - nested.first), text_, variables_.known());
  if (!value) return;
  const Script script = parse(value->value, nested.dialect);
  Variables environment = variables_.constant();
  for (const CommandAssignment& assigned : runner.assignments) {
    environment.erase(assigned.name);
    if (assigned.value.value && !assigned.append) environment.emplace(assigned.name, *assigned.value.value);
  }
  CommandCollector collector(script, value->value, environment, runners_ + 1);
  collector.walk(script);
  // Without their arguments: a script of many commands would multiply them.
  std::vector<Wrapper> wrappers;
  for (const Wrapper& outer : runner.wrappers) wrappers.push_back({outer.name, outer.span, {}});
  wrappers.push_back({runner.name, runner.name_word.span, {}});
  for (Command& command : collector.result) {
    map_spans(command, *value);
    command.wrappers.insert(command.wrappers.begin(), wrappers.begin(), wrappers.end());
    if (&command == &collector.result.front()) command.connector = runner.connector;
    command.top_level = runner.top_level;
    command.in_pipeline |= runner.in_pipeline;
    command.in_subshell = true;
    command.in_substitution |= runner.in_substitution;
    command.in_condition |= runner.in_condition;
    command.in_branch |= runner.in_branch;
    command.in_loop |= runner.in_loop;
    command.in_function |= runner.in_function;
    command.background |= runner.background;
    result.push_back(std::move(command));
  }
}

}  // namespace

const Argument* Command::argument(std::string_view value) const {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [value](const Argument& argument) { return argument.is(value); });
  return found == arguments.end() ? nullptr : &*found;
}

bool Command::runs_under(std::string_view wrapper) const {
  return std::any_of(wrappers.begin(), wrappers.end(),
                     [wrapper](const Wrapper& outer) { return outer.name == wrapper; });
}

std::vector<Command> commands(const Script& script, std::string_view text, const Variables& environment) {
  CommandCollector collector(script, text, environment, 0);
  collector.walk(script);
  return std::move(collector.result);
}

}  // namespace dockwright::shell
