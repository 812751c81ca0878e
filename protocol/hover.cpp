#include "protocol/hover.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template Result<HoverParams> decode(const Json&, std::string_view);
template Json encode(const std::optional<Hover>&);

}  // namespace dockwright::lsp
