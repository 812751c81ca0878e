// Something to run once, which may own what cannot be copied: std::move_only_function<void()> before C++23.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace dockwright::server {

class Task {
 public:
  Task() = default;
  template <class Function, class = std::enable_if_t<!std::is_same_v<std::decay_t<Function>, Task>>>
  Task(Function&& function) : body_(std::make_unique<Body<std::decay_t<Function>>>(std::forward<Function>(function))) {}

  explicit operator bool() const { return body_ != nullptr; }
  // Precondition: not empty.
  void operator()() { body_->run(); }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual void run() = 0;
  };
  template <class Function>
  struct Body final : Base {
    explicit Body(Function&& f) : function(std::move(f)) {}
    explicit Body(const Function& f) : function(f) {}
    void run() override { function(); }
    Function function;
  };

  std::unique_ptr<Base> body_;
};

}  // namespace dockwright::server
