#include "tests/support/metamodel_validator.hpp"

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>

namespace dockwright::test {

using nlohmann::json;

static constexpr const char* model_path = DOCKWRIGHT_SOURCE_DIR "/../shared/reference/lsp-metaModel.json";

const MetamodelValidator* MetamodelValidator::instance() {
  static const std::unique_ptr<MetamodelValidator> validator = []() -> std::unique_ptr<MetamodelValidator> {
    std::ifstream file(model_path);
    if (!file) {
      std::cerr << "note: " << model_path << " is missing; messages are not checked against the LSP meta model\n";
      return nullptr;
    }
    return std::make_unique<MetamodelValidator>(json::parse(file));
  }();
  return validator.get();
}

static std::map<std::string, json> by(const char* key, const json& list) {
  std::map<std::string, json> out;
  for (const json& item : list) out.emplace(item.at(key).get<std::string>(), item);
  return out;
}

MetamodelValidator::MetamodelValidator(const json& model)
    : requests_(by("method", model.at("requests"))),
      notifications_(by("method", model.at("notifications"))),
      structures_(by("name", model.at("structures"))),
      enumerations_(by("name", model.at("enumerations"))),
      aliases_(by("name", model.at("typeAliases"))) {}

// Checks one value and all below it.
class Checker {
 public:
  explicit Checker(const MetamodelValidator& model) : model_(model) {}

  std::vector<std::string> problems(const json& value, const json& type, const std::string& path) const {
    const std::string kind = type.at("kind");
    if (kind == "base") return base(value, type.at("name"), path);
    if (kind == "reference") return reference(value, type.at("name"), path);
    if (kind == "array") return array(value, type.at("element"), path);
    if (kind == "map") return map(value, type.at("value"), path);
    if (kind == "or") return either(value, type.at("items"), path);
    if (kind == "and") return all(value, type.at("items"), path);
    if (kind == "tuple") return tuple(value, type.at("items"), path);
    if (kind == "literal") return object(value, type.at("value").at("properties"), path);
    if (kind == "stringLiteral")
      return expect(value == type.at("value"), path, "must be " + type.at("value").dump(), value);
    return {path + ": the meta model has a new kind of type, " + kind};
  }

 private:
  using Problems = std::vector<std::string>;

  static Problems expect(bool holds, const std::string& path, const std::string& what, const json& value) {
    if (holds) return {};
    return {path + ": " + what + ", not " + value.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 200)};
  }

  static Problems base(const json& value, const std::string& name, const std::string& path) {
    const auto within = [&](std::int64_t low, std::int64_t high) {
      return value.is_number_integer() && value >= low && value <= high;
    };
    constexpr std::int64_t limit = std::int64_t{1} << 31;
    const bool holds = name == "integer"    ? within(-limit, limit - 1)
                       : name == "uinteger" ? within(0, limit - 1)
                       : name == "decimal"  ? value.is_number()
                       : name == "boolean"  ? value.is_boolean()
                       : name == "null"     ? value.is_null()
                                            : value.is_string();  // string, DocumentUri, URI, RegExp
    return expect(holds, path, "must be " + name, value);
  }

  Problems reference(const json& value, const std::string& name, const std::string& path) const {
    if (name == "LSPAny" || name == "LSPArray" || name == "LSPObject") return {};
    if (const auto alias = model_.aliases_.find(name); alias != model_.aliases_.end()) {
      return problems(value, alias->second.at("type"), path);
    }
    if (const auto found = model_.enumerations_.find(name); found != model_.enumerations_.end()) {
      const json& enumeration = found->second;
      if (enumeration.value("supportsCustomValues", false)) return problems(value, enumeration.at("type"), path);
      bool known = false;
      for (const json& entry : enumeration.at("values")) known = known || entry.at("value") == value;
      return expect(known, path, "must be a value of " + name, value);
    }
    return object(value, properties_of(name), path);
  }

  // Own, inherited and mixed in; the own ones first, as they may narrow the others.
  json properties_of(const std::string& name) const {
    const json& structure = model_.structures_.at(name);
    json out = structure.at("properties");
    for (const char* parents : {"extends", "mixins"}) {
      for (const json& parent : structure.value(parents, json::array())) {
        for (const json& property : properties_of(parent.at("name"))) out.push_back(property);
      }
    }
    return out;
  }

  Problems object(const json& value, const json& properties, const std::string& path) const {
    if (!value.is_object()) return expect(false, path, "must be an object", value);
    Problems out;
    std::set<std::string> known;
    for (const json& property : properties) {
      const std::string name = property.at("name");
      if (!known.insert(name).second) continue;
      if (value.contains(name)) {
        append(out, problems(value.at(name), property.at("type"), path + "." + name));
      } else if (!property.value("optional", false)) {
        out.push_back(path + "." + name + ": is missing");
      }
    }
    for (const auto& [name, ignored] : value.items()) {
      if (known.count(name) == 0) out.push_back(path + "." + name + ": is no property here");
    }
    return out;
  }

  Problems array(const json& value, const json& element, const std::string& path) const {
    if (!value.is_array()) return expect(false, path, "must be an array", value);
    Problems out;
    for (std::size_t i = 0; i < value.size(); ++i) {
      append(out, problems(value[i], element, path + "[" + std::to_string(i) + "]"));
    }
    return out;
  }

  Problems map(const json& value, const json& element, const std::string& path) const {
    if (!value.is_object()) return expect(false, path, "must be an object", value);
    Problems out;
    for (const auto& [key, item] : value.items()) append(out, problems(item, element, path + "[" + key + "]"));
    return out;
  }

  // The alternative that comes nearest says what is wrong.
  Problems either(const json& value, const json& items, const std::string& path) const {
    Problems best{path + ": fits no alternative"};
    bool first = true;
    for (const json& item : items) {
      Problems found = problems(value, item, path);
      if (first || found.size() < best.size()) best = std::move(found);
      first = false;
      if (best.empty()) return {};
    }
    return best;
  }

  Problems all(const json& value, const json& items, const std::string& path) const {
    Problems out;
    for (const json& item : items) append(out, problems(value, item, path));
    return out;
  }

  Problems tuple(const json& value, const json& items, const std::string& path) const {
    if (!value.is_array() || value.size() != items.size()) return expect(false, path, "must be a tuple", value);
    Problems out;
    for (std::size_t i = 0; i < items.size(); ++i) {
      append(out, problems(value[i], items[i], path + "[" + std::to_string(i) + "]"));
    }
    return out;
  }

  static void append(Problems& out, Problems more) {
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  const MetamodelValidator& model_;
};

static bool may_be_sent_by_server(const json& definition) {
  return definition.at("messageDirection") != "clientToServer";
}

std::vector<std::string> MetamodelValidator::check_from_server(const json& message,
                                                               const std::string& request_method) const {
  const Checker checker(*this);
  if (message.value("jsonrpc", "") != "2.0") return {"jsonrpc must be \"2.0\""};

  if (message.contains("method")) {
    const std::string method = message.at("method");
    const auto& known = message.contains("id") ? requests_ : notifications_;
    const auto found = known.find(method);
    if (found == known.end()) return {method + ": is not in the meta model"};
    if (!may_be_sent_by_server(found->second)) return {method + ": is not for the server to send"};
    if (!found->second.contains("params")) {
      return message.contains("params") ? std::vector<std::string>{method + ": has no params"}
                                        : std::vector<std::string>{};
    }
    return checker.problems(message.value("params", json()), found->second.at("params"), method);
  }

  if (message.contains("result") == message.contains("error")) return {"a response has a result or an error"};
  if (!message.contains("id")) return {"a response needs an id"};
  if (message.contains("error")) {
    const json& error = message.at("error");
    const bool whole = error.is_object() && error.contains("code") && error.at("code").is_number_integer() &&
                       error.contains("message") && error.at("message").is_string();
    if (!whole) return {"an error needs a code and a message"};
    const auto found = requests_.find(request_method);
    if (!error.contains("data") || found == requests_.end() || !found->second.contains("errorData")) return {};
    return checker.problems(error.at("data"), found->second.at("errorData"), request_method + " error data");
  }
  const auto found = requests_.find(request_method);
  if (found == requests_.end()) return {request_method + ": a result for an unknown request"};
  return checker.problems(message.at("result"), found->second.at("result"), request_method + " result");
}

}  // namespace dockwright::test
