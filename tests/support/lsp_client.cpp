#include "tests/support/lsp_client.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "tests/support/metamodel_validator.hpp"

namespace dockwright::test {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

static constexpr std::chrono::seconds patience{20};

LspClient::LspClient(server::MessageLog* messages) : loop_(workers) {
  loop_.set_failure_handler(
      [](const std::string& what) { ADD_FAILURE() << "an exception reached the loop: " << what; });
  session_.emplace(loop_, transport_, log_, messages, [this](int status) { exit_status_ = status; });
  session_->start();
}

LspClient::~LspClient() {
  settle();
  if (abandoned_) return;
  for (const auto& [id, method] : methods_) {
    EXPECT_EQ(answered_[id], 1) << "answers to request " << id << ", " << method;
  }
}

static json message(json method_or_id) {
  json out = json::object();
  out["jsonrpc"] = "2.0";
  out.update(method_or_id);
  return out;
}

int LspClient::send_request(const std::string& method, json params) {
  const int id = next_id_++;
  json request = message({{"id", id}, {"method", method}});
  if (!params.is_null()) request["params"] = std::move(params);
  send(request);
  return id;
}

void LspClient::send(const json& message) {
  if (message.contains("id") && message.contains("method")) methods_[message["id"].dump()] = message["method"];
  send_text(message.dump());
}

void LspClient::notify(const std::string& method, json params) {
  json notification = message({{"method", method}});
  if (!params.is_null()) notification["params"] = std::move(params);
  send(notification);
}

void LspClient::send_text(std::string_view body) { transport_.feed(lsp::frame(body)); }

bool LspClient::run_until(const std::function<bool()>& done) {
  const auto deadline = steady_clock::now() + patience;
  while (!done()) {
    if (steady_clock::now() > deadline) return false;
    loop_.run_one(milliseconds(100));
    take_output();
  }
  return true;
}

void LspClient::settle() {
  do {
    drain();
    wait_for_workers();
  } while (drain());
}

// Runs what is ready; false if nothing was.
bool LspClient::drain() {
  bool any = false;
  while (loop_.run_one(milliseconds(1))) any = true;
  take_output();
  return any;
}

// When every worker has met the others here, none has an older Task left, and what those posted comes before `done`.
void LspClient::wait_for_workers() {
  const auto arrived = std::make_shared<std::atomic<unsigned>>(0);
  const auto done = std::make_shared<bool>(false);
  for (unsigned i = 0; i < workers; ++i) {
    loop_.submit([this, arrived, done] {
      if (++*arrived == workers) loop_.post([done] { *done = true; });
      while (*arrived < workers) std::this_thread::sleep_for(std::chrono::microseconds(50));
    });
  }
  EXPECT_TRUE(run_until([&] { return *done; })) << "the workers do not come to rest";
}

void LspClient::run_for(milliseconds duration) {
  const auto end = steady_clock::now() + duration;
  while (steady_clock::now() < end) {
    loop_.run_one(milliseconds(10));
    take_output();
  }
}

void LspClient::take_output() {
  decoder_.feed(transport_.take_output(), [this](lsp::Frame frame) {
    const auto* body = std::get_if<lsp::FrameBody>(&frame);
    ASSERT_NE(body, nullptr) << "the server broke the framing";
    on_message(json::parse(body->text));
  });
}

void LspClient::on_message(const json& message) {
  received_.push_back(message);
  const std::string id = message.contains("id") ? message["id"].dump() : "";
  const auto sent = methods_.find(id);
  if (const auto* validator = MetamodelValidator::instance()) {
    const std::string method = sent == methods_.end() ? "" : sent->second;
    for (const std::string& problem : validator->check_from_server(message, method)) {
      ADD_FAILURE() << problem << "\nin " << message.dump();
    }
  }
  if (!message.contains("method")) {
    if (sent != methods_.end()) ++answered_[id];
    responses_.push_back(message);
    return;
  }
  if (message["method"] == "window/logMessage") {
    const std::string text = message["params"]["message"];
    EXPECT_EQ(text.find("internal error"), std::string::npos) << text;
  }
  incoming_.push_back(message);
  if (!message.contains("id")) return;
  const auto answer = answers.find(message["method"]);
  const json params = message.value("params", json());
  json response = test::message({{"id", message["id"]}});
  response["result"] = answer == answers.end() ? json() : answer->second(params);
  send(response);
}

// Moves the first element that fits out of the list.
static std::optional<json> take(std::vector<json>& list, const std::function<bool(const json&)>& fits) {
  const auto found = std::find_if(list.begin(), list.end(), fits);
  if (found == list.end()) return std::nullopt;
  json out = std::move(*found);
  list.erase(found);
  return out;
}

json LspClient::response(const json& id) {
  std::optional<json> found;
  const auto fits = [&](const json& message) { return message["id"] == id; };
  EXPECT_TRUE(run_until([&] { return (found = take(responses_, fits)).has_value(); })) << "no answer to request " << id;
  return found.value_or(json::object());
}

json LspClient::next(const std::string& method) {
  std::optional<json> found;
  const auto fits = [&](const json& message) { return message["method"] == method; };
  EXPECT_TRUE(run_until([&] { return (found = take(incoming_, fits)).has_value(); })) << "no " << method;
  return found.value_or(json::object());
}

std::vector<json> LspClient::take_all(const std::string& method) {
  settle();
  std::vector<json> out;
  while (auto found = take(incoming_, [&](const json& message) { return message["method"] == method; })) {
    out.push_back(std::move(*found));
  }
  return out;
}

int LspClient::wait_for_exit() {
  EXPECT_TRUE(run_until([&] { return exit_status_.has_value(); })) << "the server does not end";
  return exit_status_.value_or(-1);
}

json LspClient::initialize(json capabilities, json more_params) {
  json params = {{"processId", nullptr}, {"rootUri", nullptr}};
  params["capabilities"] = std::move(capabilities);
  params.update(more_params);
  json response = request("initialize", std::move(params));
  EXPECT_TRUE(response.contains("result")) << response;
  notify("initialized", json::object());
  return response.value("result", json());
}

void LspClient::open(const std::string& uri, const std::string& text, int version) {
  json item = {{"uri", uri}, {"languageId", "dockerfile"}, {"version", version}, {"text", text}};
  notify("textDocument/didOpen", {{"textDocument", std::move(item)}});
}

void LspClient::change(const std::string& uri, int version, const json& range, const std::string& text) {
  json event = {{"text", text}};
  if (!range.is_null()) {
    event["range"] = {{"start", {{"line", range[0]}, {"character", range[1]}}},
                      {"end", {{"line", range[2]}, {"character", range[3]}}}};
  }
  notify("textDocument/didChange",
         {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", json::array({std::move(event)})}});
}

json LspClient::diagnostics(const std::string& uri) {
  std::optional<json> found;
  const auto fits = [&](const json& message) {
    return message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri;
  };
  EXPECT_TRUE(run_until([&] { return (found = take(incoming_, fits)).has_value(); })) << "no diagnostics for " << uri;
  return found ? (*found)["params"]["diagnostics"] : json::array();
}

}  // namespace dockwright::test
