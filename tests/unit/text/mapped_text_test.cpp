#include "analysis/text/mapped_text.hpp"

#include <gtest/gtest.h>

namespace dockwright {
namespace {

// Source: `ab\` LF `cd`, read as `abcd`.
MappedText joined() {
  MappedText text;
  text.append("ab", 0);
  text.append("cd", 4);
  return text;
}

TEST(MappedText, MapsThroughASeam) {
  const MappedText text = joined();
  EXPECT_EQ(text.text(), "abcd");
  EXPECT_EQ(text.source({0, 2}), (Span{0, 2})) << "what ends at a continuation leaves it out";
  EXPECT_EQ(text.source({1, 3}), (Span{1, 5})) << "what runs through a continuation includes it";
  EXPECT_EQ(text.source({2, 4}), (Span{4, 6}));
  EXPECT_EQ(text.source({2, 2}), (Span{2, 2}));
  EXPECT_EQ(text.logical_of(3), 2u) << "a byte that was left out maps to the next one that was not";
  EXPECT_EQ(text.logical_of(5), 3u);
}

TEST(MappedText, SlicesKeepTheirSource) {
  const MappedText slice = joined().slice({1, 4});
  EXPECT_EQ(slice.text(), "bcd");
  EXPECT_EQ(slice.source({0, 1}), (Span{1, 2}));
  EXPECT_EQ(slice.source({1, 3}), (Span{4, 6}));
}

TEST(MappedText, AdjoiningPiecesAreOne) {
  MappedText text;
  text.append("a", 7);
  text.append("b", 8);
  EXPECT_EQ(text.source({0, 2}), (Span{7, 9}));
}

TEST(MappedText, EmptyTextMapsToNothing) { EXPECT_EQ(MappedText().source({0, 0}), (Span{0, 0})); }

}  // namespace
}  // namespace dockwright
