#include "protocol/workspace.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template Result<DidChangeWorkspaceFoldersParams> decode(const Json&, std::string_view);
template Result<DidChangeConfigurationParams> decode(const Json&, std::string_view);
template Result<DidChangeWatchedFilesParams> decode(const Json&, std::string_view);
template Json encode(const ConfigurationParams&);
template Json encode(const RegistrationParams&);

}  // namespace dockwright::lsp
