// Redirections and here-documents.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "analysis/shell/recursive_descent.hpp"
#include "analysis/shell/words.hpp"

namespace dockwright::shell {

namespace {

struct RedirectionOperator {
  std::string_view text;
  Redirection::Operator operation;
};

// Longer operators first.
constexpr RedirectionOperator operators[] = {
    {"<<<", Redirection::Operator::HereString}, {"<<-", Redirection::Operator::HereDocument},
    {"&>>", Redirection::Operator::AppendBoth}, {"<<", Redirection::Operator::HereDocument},
    {"<&", Redirection::Operator::DuplicateIn}, {"<>", Redirection::Operator::ReadWrite},
    {">>", Redirection::Operator::Append},      {">&", Redirection::Operator::DuplicateOut},
    {">|", Redirection::Operator::Clobber},     {"&>", Redirection::Operator::OutputBoth},
    {"<", Redirection::Operator::Input},        {">", Redirection::Operator::Output},
};

}  // namespace

// Behind the digits or {name} in front of a redirection operator; the cursor itself if there are none.
std::uint32_t RecursiveDescent::descriptor_end() const {
  std::uint32_t pos = window_.pos;
  if (at(pos) == '{' && is(at(pos + 1), kNameStart)) {
    ++pos;
    while (is(at(pos), kNameCharacter)) ++pos;
    return at(pos) == '}' ? pos + 1 : window_.pos;
  }
  while (is(at(pos), kDigit)) ++pos;
  return pos;
}

bool RecursiveDescent::at_redirection() const {
  const char first = peek();
  if (first == '&') return peek(1) == '>';
  if (first == '<' || first == '>') return peek(1) != '(';
  if (first != '{' && !is(first, kDigit)) return false;
  const char character = at(descriptor_end());
  return character == '<' || character == '>';
}

Redirection RecursiveDescent::redirection() {
  const std::uint32_t begin = window_.pos;
  Redirection node;
  if (const std::uint32_t length = descriptor_end() - begin; length > 0) {
    node.fd = take(length);
    if (source(node.fd).starts_with('{')) bashism(Bashism::Kind::NamedDescriptor, node.fd);
  }
  const std::string_view rest = window_.text.substr(window_.pos, window_.end - window_.pos);
  const auto* const found =
      std::find_if(std::begin(operators), std::end(operators),
                   [rest](const RedirectionOperator& candidate) { return rest.starts_with(candidate.text); });
  node.operation = found->operation;
  node.operation_span = take(static_cast<std::uint32_t>(found->text.size()));
  skip_blanks();
  if (at_word()) {
    node.target = word();
  } else {
    node.target.span = span(token_end_, token_end_);
    error(node.operation_span, fmt::format("nothing to redirect to after '{}'", found->text));
  }
  node.span = span(begin, token_end_);
  using Operator = Redirection::Operator;
  if (node.operation == Operator::HereDocument) {
    if (!node.target.span.empty()) here_document(node, found->text == "<<-");
  } else if (node.operation == Operator::HereString) {
    bashism(Bashism::Kind::HereString, node.operation_span);
  } else if (node.operation == Operator::OutputBoth || node.operation == Operator::AppendBoth) {
    bashism(Bashism::Kind::RedirectBoth, node.operation_span);
  } else if (node.operation == Operator::DuplicateOut && node.fd.empty() && is_static(node.target) &&
             source(node.target.span).find_first_not_of("0123456789-") != std::string_view::npos) {
    bashism(Bashism::Kind::RedirectBoth, node.operation_span);
  }
  return node;
}

// The body begins behind the next newline: remember that it is wanted.
void RecursiveDescent::here_document(Redirection& node, bool strip_tabs) {
  HereDocument document;
  document.strip_tabs = strip_tabs;
  const std::string_view written = source(node.target.span);
  document.quoted = written.find_first_of("'\"\\") != std::string_view::npos;
  document.body = document.terminator = document.content.span = {node.span.end, node.span.end};
  HereDocument* const made = builder_.make(document);
  node.here_document = made;
  std::optional<std::string> delimiter = literal_value(node.target, source_);
  here_documents_.push_back({made, delimiter ? *std::move(delimiter) : std::string(written)});
}

void RecursiveDescent::read_here_documents() {
  // A body may hold substitutions with here-documents of their own.
  const std::vector<PendingHereDocument> wanted = std::exchange(here_documents_, {});
  for (const PendingHereDocument& pending : wanted) read_here_document(pending);
}

void RecursiveDescent::read_here_document(const PendingHereDocument& pending) {
  HereDocument& node = *pending.node;
  const std::uint32_t begin = window_.pos;
  std::uint32_t body_end = window_.end;
  std::uint32_t next = window_.end;
  bool joined = false;  // the line before ended in a backslash: this one is no terminator
  for (std::uint32_t line = begin; line < window_.end;) {
    const void* const found = std::memchr(window_.text.data() + line, '\n', window_.end - line);
    const std::uint32_t line_end =
        found ? static_cast<std::uint32_t>(static_cast<const char*>(found) - window_.text.data()) : window_.end;
    std::string_view text = window_.text.substr(line, line_end - line);
    if (text.ends_with('\r')) text.remove_suffix(1);
    const std::string_view whole = text;
    if (node.strip_tabs) text.remove_prefix(std::min(text.find_first_not_of('\t'), text.size()));
    if (!joined && text == pending.delimiter) {
      const auto text_begin = static_cast<std::uint32_t>(text.data() - window_.text.data());
      node.terminator = span(text_begin, text_begin + static_cast<std::uint32_t>(text.size()));
      body_end = line;
      next = found ? line_end + 1 : line_end;
      break;
    }
    const std::size_t backslashes = whole.size() - std::min(whole.find_last_not_of('\\') + 1, whole.size());
    joined = !node.quoted && backslashes % 2 == 1;
    line = found ? line_end + 1 : line_end;
  }
  node.body = span(begin, body_end);
  if (node.terminator.empty()) node.terminator = span(body_end, body_end);
  if (node.quoted) {
    node.content.span = node.body;
  } else {
    node.content = text_up_to(body_end, here_document_text);
  }
  window_.pos = next;
}

}  // namespace dockwright::shell
