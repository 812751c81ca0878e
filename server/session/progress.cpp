#include "server/session/progress.hpp"

#include <fmt/format.h>

#include "protocol/window.hpp"

namespace dockwright::server {

static constexpr std::chrono::seconds delay{1};

static void report(Connection& client, const std::string& token, lsp::WorkDoneProgress value) {
  client.notify("$/progress", lsp::encode(lsp::ProgressParams{token, std::move(value)}));
}

Progress::Progress(EventLoop& loop, std::shared_ptr<Connection> client, std::string title)
    : client_(std::move(client)) {
  timer_ = loop.after(delay, [this, title = std::move(title)] { begin(title); });
}

void Progress::begin(const std::string& title) {
  shown_->token = fmt::format("dockwright-{}", static_cast<const void*>(shown_.get()));
  client_->request("window/workDoneProgress/create", lsp::encode(lsp::WorkDoneProgressCreateParams{shown_->token}),
                   [client = std::weak_ptr(client_), shown = shown_, title](const lsp::Response& response) {
                     const auto alive = client.lock();
                     if (!alive || shown->ended || !std::holds_alternative<lsp::Json>(response.outcome)) return;
                     shown->begun = true;
                     report(*alive, shown->token, {std::string(lsp::work_done_progress_kind::begin), title});
                   });
}

Progress::~Progress() {
  shown_->ended = true;
  if (shown_->begun) report(*client_, shown_->token, {std::string(lsp::work_done_progress_kind::end), std::nullopt});
}

}  // namespace dockwright::server
