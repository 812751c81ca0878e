#include "server/cli/print.hpp"

#include "server/cli/color.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/output.hpp"

namespace dockwright::server {

static int print(Output out, std::string_view text) {
  out.write(text);
  return out.finish() ? exit_clean : exit_failure;
}

int print(std::string_view text) { return print(Output::standard(), text); }

int print(const std::function<std::string(bool color)>& make) {
  Output out = Output::standard();
  const std::string text = make(wants_color(ColorChoice::Auto, out));
  return print(std::move(out), text);
}

}  // namespace dockwright::server
