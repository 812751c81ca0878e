#include "protocol/lifecycle.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template <>
Result<NoParams> decode(const Json&, std::string_view) {
  return NoParams{};
}

template Result<InitializeParams> decode(const Json&, std::string_view);
template Result<CancelParams> decode(const Json&, std::string_view);
template Result<SetTraceParams> decode(const Json&, std::string_view);
template Json encode(const InitializeResult&);
template Json encode(const LogTraceParams&);
template Json encode(const Null&);

}  // namespace dockwright::lsp
