#include "protocol/window.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template Json encode(const ShowMessageParams&);
template Json encode(const WorkDoneProgressCreateParams&);
template Json encode(const ProgressParams&);

}  // namespace dockwright::lsp
