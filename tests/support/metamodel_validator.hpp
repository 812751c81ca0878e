// Checks messages against the LSP meta model (lsp-metaModel.json, protocol 3.18): is the method known and sent in the
// right direction, are all required properties there, no unknown ones, every value of the right type.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace dockwright::test {

class MetamodelValidator {
 public:
  // Null when the model is not on this machine, which is said once on stderr.
  static const MetamodelValidator* instance();

  explicit MetamodelValidator(const nlohmann::json& model);

  // Problems of a message from the server; each names its place. `request_method`: of the request that a response
  // answers.
  std::vector<std::string> check_from_server(const nlohmann::json& message, const std::string& request_method) const;

 private:
  friend class Checker;

  std::map<std::string, nlohmann::json> requests_, notifications_, structures_, enumerations_, aliases_;
};

}  // namespace dockwright::test
