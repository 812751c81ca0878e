#include "protocol/code_action.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template Result<CodeActionParams> decode(const Json&, std::string_view);
template Result<CodeAction> decode(const Json&, std::string_view);
template Json encode(const std::vector<CodeAction>&);
template Json encode(const CodeAction&);

}  // namespace dockwright::lsp
