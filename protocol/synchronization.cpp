#include "protocol/synchronization.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template Result<DidOpenTextDocumentParams> decode(const Json&, std::string_view);
template Result<DidChangeTextDocumentParams> decode(const Json&, std::string_view);
template Result<DidSaveTextDocumentParams> decode(const Json&, std::string_view);
template Result<DidCloseTextDocumentParams> decode(const Json&, std::string_view);

}  // namespace dockwright::lsp
