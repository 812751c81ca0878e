// A value, or why there is none. For input that may be wrong: no exception leaves protocol/.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace dockwright::lsp {

struct Failure {
  std::string message;  // one sentence for the user, no final period
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  explicit operator bool() const { return state_.index() == 0; }
  // Precondition of the first three: it holds a value; of error(): it does not.
  T& operator*() { return *std::get_if<0>(&state_); }
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  const std::string& error() const { return std::get_if<1>(&state_)->message; }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace dockwright::lsp
