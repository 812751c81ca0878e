#include "server/session/documents.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dockwright::server {

// Every change copies the text. A message that would copy more than this in all (a second's work) is refused.
static constexpr std::uint64_t max_copied_bytes = std::uint64_t{4} << 30;
// So that a client that never opens what it changes does not fill the memory with names.
static constexpr std::size_t max_left_out = 1000;

namespace {

// What several changes, one after the other, did to a text: all between a common beginning and a common end.
class ChangedPart {
 public:
  explicit ChangedPart(std::uint32_t size) : old_size_(size), prefix_(size), suffix_(0) {}

  // `replaced` lies in a text of `size` bytes.
  void add(ByteRange replaced, std::uint32_t size) {
    const std::uint32_t behind = size - replaced.end.value;
    prefix_ = std::min(prefix_, replaced.begin.value);
    suffix_ = changed_ ? std::min(suffix_, behind) : behind;
    changed_ = true;
  }
  ByteRange replaced() const { return {{prefix_}, {old_size_ - suffix_}}; }
  std::uint32_t inserted(std::uint32_t new_size) const { return new_size - suffix_ - prefix_; }

 private:
  std::uint32_t old_size_;
  std::uint32_t prefix_;
  std::uint32_t suffix_;
  bool changed_ = false;
};

}  // namespace

void Documents::leave_out(const lsp::DocumentUri& uri) {
  open_.erase(uri);
  if (left_out_.size() >= max_left_out) left_out_.clear();
  left_out_.insert(uri);
}

lsp::Failure Documents::fail(const lsp::DocumentUri& uri, const std::string& why) {
  leave_out(uri);
  return {fmt::format("{}: {}. It is not analysed until it is opened again", uri, why)};
}

static std::string too_large(std::size_t bytes) {
  return fmt::format("{} bytes are more than the {} MiB that are read", bytes, max_text_bytes >> 20U);
}

lsp::Result<SnapshotPointer> Documents::open(lsp::TextDocumentItem item, SettingsPointer settings) {
  if (item.text.size() > max_text_bytes) return fail(item.uri, too_large(item.text.size()));
  left_out_.erase(item.uri);
  auto snapshot = std::make_shared<const DocumentSnapshot>(
      item.uri, item.version, syntax::Tree::parse(Text(std::move(item.text))), std::move(settings), nullptr);
  open_[item.uri] = snapshot;
  return SnapshotPointer(std::move(snapshot));
}

lsp::Result<SnapshotPointer> Documents::change(const lsp::DidChangeTextDocumentParams& params) {
  const lsp::DocumentUri& uri = params.text_document.uri;
  const auto found = open_.find(uri);
  if (found == open_.end()) return fail(uri, "a change came for a document that is not open");
  const DocumentSnapshot& before = *found->second;
  const std::int32_t version = params.text_document.version;
  if (version < before.version()) {
    return fail(uri, fmt::format("its version went back from {} to {}", before.version(), version));
  }

  Text text = before.text();
  ChangedPart part(text.size());
  std::uint64_t copied_bytes = 0;
  for (const auto& change : params.content_changes) {
    ByteRange replaced{{0}, {text.size()}};
    if (change.range) {
      const auto range = PositionMap(text, encoding_).edit_range(*change.range);
      if (!range) {
        return fail(uri, fmt::format("an edit from {}:{} to {}:{} does not fit its text of {} lines",
                                     change.range->start.line, change.range->start.character, change.range->end.line,
                                     change.range->end.character, text.lines().lines()));
      }
      replaced = *range;
    }
    const std::size_t size = text.size() - replaced.size() + change.text.size();
    if (size > max_text_bytes) return fail(uri, too_large(size));
    copied_bytes += size;
    if (copied_bytes > max_copied_bytes) return fail(uri, "a message with too many edits came for it");
    part.add(replaced, text.size());
    text = text.replace(replaced, change.text);
  }
  const std::uint32_t inserted = part.inserted(text.size());
  auto snapshot = std::make_shared<const DocumentSnapshot>(
      uri, version, before.tree().edit(std::move(text), part.replaced(), inserted), before.settings(),
      before.latest_model());
  found->second = snapshot;
  return SnapshotPointer(std::move(snapshot));
}

void Documents::close(const lsp::DocumentUri& uri) {
  open_.erase(uri);
  left_out_.erase(uri);
}

SnapshotPointer Documents::find(const lsp::DocumentUri& uri) const {
  const auto found = open_.find(uri);
  return found == open_.end() ? nullptr : found->second;
}

std::vector<SnapshotPointer> Documents::apply_settings(
    const std::function<SettingsPointer(const lsp::DocumentUri&)>& settings_of) {
  std::vector<SnapshotPointer> changed;
  for (auto& [uri, snapshot] : open_) {
    SettingsPointer settings = settings_of(uri);
    if (settings == snapshot->settings()) continue;
    snapshot = std::make_shared<const DocumentSnapshot>(uri, snapshot->version(), snapshot->tree(), std::move(settings),
                                                        snapshot->latest_model());
    changed.push_back(snapshot);
  }
  return changed;
}

}  // namespace dockwright::server
