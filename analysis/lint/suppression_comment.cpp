#include "analysis/lint/suppression_comment.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::lint {
namespace {

using syntax::equals_ignoring_case;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), at_(1) {}

  std::optional<SuppressionComment> read() {
    skip_blanks();
    const std::string_view tool = take_name();
    if (equals_ignoring_case(tool, "check")) return read_check();
    if (tool == "dockwright") {
      result_.dialect = SuppressionDialect::Dockwright;
    } else if (tool == "hadolint") {
      result_.dialect = SuppressionDialect::Hadolint;
    } else if (tool == "tally") {
      result_.dialect = SuppressionDialect::Tally;
    } else if (tool == "droast") {
      result_.dialect = SuppressionDialect::Droast;
    } else {
      return std::nullopt;
    }
    skip_blanks();
    std::string_view word = take_name();
    if (word == "global" || word == "file") {
      result_.reach = SuppressionReach::File;
    } else if (word == "stage") {
      result_.reach = SuppressionReach::Stage;
    }
    if (word != "ignore") {
      skip_blanks();
      word = take_name();
    }
    if (word != "ignore" || !take_equals()) return std::nullopt;
    read_rules();
    read_options();
    if (result_.rules.empty()) return std::nullopt;
    return std::move(result_);
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }
  std::string_view take_name() {
    const std::uint32_t begin = at_;
    while (syntax::is_alpha(peek())) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  bool take_equals() {
    skip_blanks();
    if (peek() != '=') return false;
    ++at_;
    skip_blanks();
    return true;
  }

  // NAME, NAME, ...; blanks around the commas are fine.
  void read_rules() {
    while (true) {
      skip_blanks();
      const std::uint32_t begin = at_;
      while (at_ < text_.size() && peek() != ',' && peek() != ' ' && peek() != '\t' && peek() != ';' && peek() != '\r') ++at_;
      if (at_ > begin) result_.rules.push_back({std::string(text_.substr(begin, at_ - begin)), {begin, at_}});
      const std::uint32_t end = at_;
      skip_blanks();
      if (peek() != ',') {
        at_ = end;
        return;
      }
      ++at_;
    }
  }

  void read_options() {
    skip_blanks();
    if (text_.substr(at_, 6) == "until=" || text_.substr(at_, 8) == "expires=") {
      at_ += peek() == 'u' ? 6 : 8;
      const std::uint32_t begin = at_;
      while (at_ < text_.size() && peek() != ' ' && peek() != '\t') ++at_;
      result_.until = text_.substr(begin, at_ - begin);
      result_.until_span = {begin, at_};
      skip_blanks();
    }
    const std::string_view rest = syntax::trim_space(text_.substr(at_));
    result_.has_reason = rest.size() > 2 && rest.substr(0, 2) == "--";
  }

  // `check=skip=A,B;error=true`, which BuildKit cuts at the first blank.
  std::optional<SuppressionComment> read_check() {
    if (!take_equals()) return std::nullopt;
    result_.dialect = SuppressionDialect::BuildKit;
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find_first_of("; \t\r", at_), text_.size());
      if (text_.substr(at_, 5) == "skip=") {
        at_ += 5;
        text_ = text_.substr(0, end);
        read_rules();
        break;
      }
      if (end == text_.size() || text_[end] != ';') break;
      at_ = static_cast<std::uint32_t>(end) + 1;
    }
    if (result_.rules.empty()) return std::nullopt;
    return std::move(result_);
  }

  std::string_view text_;
  std::uint32_t at_;
  SuppressionComment result_;
};

}  // namespace

std::optional<SuppressionComment> read_suppression_comment(std::string_view comment) { return Reader(comment).read(); }

}  // namespace dockwright::lint
