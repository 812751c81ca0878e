// A rule's page as text for a terminal: what `dockwright explain` prints.
#pragma once

#include <string>
#include <string_view>

namespace dockwright::server {

// `page`: Markdown as in RuleInfo::page. Headings lose their signs, code is indented, and what its markers ⟦ ⟧ enclose
// is coloured, or underlined with `^^^` on a line of its own without colour. Case sections are left out: they are
// tests.
std::string render_page(std::string_view page, bool color);

}  // namespace dockwright::server
