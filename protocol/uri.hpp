// file: URIs (RFC 8089) as LSP clients write them, and the paths they mean.
//
// A document is known by the exact URI string its client uses; only a file: URI has a path. untitled:, git:,
// vscode-remote: and all others stay opaque.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dockwright::lsp {

// The path of a file: URI: percent escapes decoded, a Windows drive as "c:/dir/file" (drive in lower case, as clients
// disagree), a UNC share as "//server/share/file". None for other schemes, a relative path, a bad escape or an escaped
// NUL.
std::optional<std::string> file_path(std::string_view uri);

// The file: URI of an absolute path; bytes other than RFC 3986's unreserved characters and '/' are escaped.
std::string file_uri(std::string_view path);

// The last segment of the URI's path, decoded; empty if there is none. Works for every scheme: "untitled:Dockerfile"
// too.
std::string uri_file_name(std::string_view uri);

}  // namespace dockwright::lsp
