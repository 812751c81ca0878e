#include "server/files/read_file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "analysis/text/text.hpp"
#include "server/files/descriptor.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dockwright::server {
namespace {

TEST(ReadFile, GivesEveryByte) {
  const test::TemporaryFolder folder;
  std::string every;
  for (int i = 0; i < 100000; ++i) every += static_cast<char>(i);
  for (const std::string& bytes : {std::string(), std::string("FROM a"), every, std::string(max_text_bytes, '\n')}) {
    folder.write("file", bytes);
    const auto read = read_regular_file((folder / "file").native());
    ASSERT_TRUE(read) << read.error();
    EXPECT_TRUE(*read == bytes) << bytes.size();
  }
  folder.write("file", std::string(max_text_bytes + 1, '\n'));
  EXPECT_FALSE(read_regular_file((folder / "file").native()));
  // Files of the kernel have contents but no size.
  const auto version = read_regular_file("/proc/version");
  ASSERT_TRUE(version);
  EXPECT_NE(version->find("Linux"), std::string::npos);
}

TEST(ReadFile, ReadsAPipeToItsEnd) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const Descriptor from(ends[0]);
  const std::string text(300000, 'x');
  std::thread writer([&] {
    const Descriptor to(ends[1]);
    for (std::size_t at = 0; at < text.size(); at += 1000) {
      EXPECT_EQ(::write(to.number(), text.data() + at, 1000), 1000);
    }
  });
  const auto read = read_descriptor(from.number());
  writer.join();
  ASSERT_TRUE(read);
  EXPECT_TRUE(*read == text);
  EXPECT_FALSE(read_descriptor(-1));
}

TEST(ReadFile, TellsWhatIsNoText) {
  const std::pair<std::string, bool> cases[] = {
      {"", true},
      {"FROM a\n", true},
      {"\xFF\x80 no UTF-8", true},
      {std::string("FROM a\0", 7), false},
      {std::string("\x7F"
                   "ELF\0",
                   5),
       false},
      {"\xFF\xFE"
       "F",
       false},
      {"\xFE\xFF"
       "F",
       false},
      {std::string(9000, 'a') + std::string(1, '\0'), true},
  };
  for (const auto& [bytes, is_text] : cases) EXPECT_EQ(reason_not_text(bytes).empty(), is_text) << bytes.substr(0, 20);
}

}  // namespace
}  // namespace dockwright::server
