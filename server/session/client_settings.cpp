#include "server/session/client_settings.hpp"

#include <map>
#include <optional>

#include "protocol/codec_impl.hpp"

namespace dockwright::server {

namespace {

struct ClientSettings {
  std::optional<std::string> profile;
  std::optional<std::vector<std::string>> select;
  std::optional<std::vector<std::string>> ignore;
  std::optional<std::map<std::string, std::string>> severities;
  std::optional<std::vector<std::string>> targets;
  std::optional<std::map<std::string, std::string>> build_args;
};

constexpr auto fields(const ClientSettings*) {
  using lsp::field;
  return std::make_tuple(field("profile", &ClientSettings::profile), field("select", &ClientSettings::select),
                         field("ignore", &ClientSettings::ignore), field("severities", &ClientSettings::severities),
                         field("targets", &ClientSettings::targets), field("buildArgs", &ClientSettings::build_args));
}

}  // namespace

static std::optional<rules::Severity> to_severity(std::string_view name) {
  if (name == "error") return rules::Severity::Error;
  if (name == "warning") return rules::Severity::Warning;
  if (name == "info") return rules::Severity::Information;
  if (name == "hint") return rules::Severity::Hint;
  return std::nullopt;
}

static lsp::Failure wrong_value(const std::string& property, const std::string& value, const std::string& choices) {
  return {std::string(settings_section) + '.' + property + " must be " + choices + ", not \"" + value + '"'};
}

lsp::Result<lint::Settings> read_client_settings(const lsp::Json& section) {
  if (section.is_null()) return lint::Settings{};
  auto read = lsp::decode<ClientSettings>(section, settings_section);
  if (!read) return lsp::Failure{read.error()};

  lint::Settings out;
  const std::string profile = read->profile.value_or("default");
  if (profile != "default" && profile != "strict") return wrong_value("profile", profile, "default or strict");
  if (profile == "strict") out.profile = rules::Profile::Strict;
  out.select = read->select.value_or(std::vector<std::string>());
  out.ignore = read->ignore.value_or(std::vector<std::string>());
  for (const auto& [rule, name] : read->severities.value_or(std::map<std::string, std::string>())) {
    const auto severity = to_severity(name);
    if (!severity) return wrong_value("severities." + rule, name, "error, warning, info or hint");
    out.severities.emplace(rule, *severity);
  }
  out.build.targets = read->targets.value_or(std::vector<std::string>());
  if (read->build_args) out.build.build_args.insert(read->build_args->begin(), read->build_args->end());
  return out;
}

}  // namespace dockwright::server
