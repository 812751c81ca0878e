// Work-done progress: tells the user that something takes long. Belongs to the loop's thread.
#pragma once

#include <memory>
#include <string>

#include "server/event_loop.hpp"
#include "server/rpc/connection.hpp"

namespace dockwright::server {

// Shows `title` from one second after it is made until it is destroyed; what is done sooner is not worth a flicker.
// Only for clients with window.workDoneProgress.
class Progress {
 public:
  Progress(EventLoop& loop, std::shared_ptr<Connection> client, std::string title);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  struct Shown {
    std::string token;
    bool begun = false;  // the client has agreed to the token
    bool ended = false;
  };

  void begin(const std::string& title);

  std::shared_ptr<Connection> client_;
  std::shared_ptr<Shown> shown_ = std::make_shared<Shown>();
  std::unique_ptr<Timer> timer_;
};

}  // namespace dockwright::server
