// How the command lines of package managers are cut up.
#include "analysis/model/package_call.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analysis/shell/parser.hpp"

namespace dockwright::model {
namespace {

constexpr const char* action_names[] = {"update", "upgrade", "install", "remove", "clean", "other"};

struct Read {
  explicit Read(std::string_view text) : source(text), script(shell::parse(source, shell::Dialect::Posix)) {
    commands = shell::commands(script, source);
    calls = package_calls(commands);
  }
  std::string source;
  shell::Script script;
  std::vector<shell::Command> commands;
  std::vector<PackageCall> calls;
};

// `action[options|packages]`, an unknown word as `?`, for each call.
std::string describe(std::string_view text) {
  const Read read(text);
  std::string out;
  for (const PackageCall& call : read.calls) {
    const auto words = [&](const std::vector<std::uint32_t>& indexes) {
      std::string joined;
      for (const auto index : indexes)
        joined += (joined.empty() ? "" : " ") + read.commands[call.command].arguments[index].value.value_or("?");
      return joined;
    };
    out += fmt::format("{}{}[{}|{}]", out.empty() ? "" : " ", action_names[static_cast<int>(call.action)],
                       words(call.options), words(call.packages));
  }
  return out;
}

struct Case {
  const char* source;
  const char* expected;
};
class Calls : public testing::TestWithParam<Case> {};
TEST_P(Calls, AreCutUp) { EXPECT_EQ(describe(GetParam().source), GetParam().expected) << GetParam().source; }
INSTANTIATE_TEST_SUITE_P(
    All, Calls,
    testing::Values(Case{"apt-get update && apt-get install -y curl git", "update[|] install[-y|curl git]"},
                    Case{"apt-get -qq -t stable install -o A::B=c curl=1.*", "install[-qq -t -o|curl=1.*]"},
                    Case{"apt-get install -y $packages", "install[-y|?]"},
                    Case{"apt-get install -- -x", "install[|-x]"},
                    Case{"sudo -E /usr/bin/apt-get dist-upgrade", "upgrade[|]"},
                    Case{"apt-get dist-clean; apt-get purge a; apt list", "clean[|] remove[|a] other[|]"},
                    Case{"apk --update add -t .build gcc; apk del .build", "install[--update -t|gcc] remove[|.build]"},
                    Case{"dnf -y --setopt a=b install x; yum group install 'Development Tools'",
                         "install[-y --setopt|x] install[|Development Tools]"},
                    Case{"microdnf clean all; tdnf makecache; dnf update", "clean[|all] update[|] upgrade[|]"},
                    Case{"zypper -n in -t pattern x; zypper ref", "install[-n -t|x] update[|]"},
                    Case{"sh -c 'apt-get install a'", "install[|a]"},
                    Case{"apt-get; echo apt-get install x; apt-mark auto x", "other[|]"}));

struct OptionCase {
  const char* source;
  const char* name;
  bool expected;
};
class Options : public testing::TestWithParam<OptionCase> {};
TEST_P(Options, AreFound) {
  const Read read(GetParam().source);
  ASSERT_EQ(read.calls.size(), 1u);
  EXPECT_EQ(has_option(read.calls[0], read.commands[0], GetParam().name), GetParam().expected)
      << GetParam().source << GetParam().name;
}
INSTANTIATE_TEST_SUITE_P(All, Options,
                         testing::Values(OptionCase{"apt-get install -y a", "-y", true},
                                         OptionCase{"apt-get install -qqy a", "-y", true},
                                         OptionCase{"apt-get install -yq=1 a", "-y", true},
                                         OptionCase{"apt-get install -oDpkg::y=z a", "-y", false},
                                         OptionCase{"apt-get install -tyes a", "-y", false},
                                         OptionCase{"apt-get install a -t -y", "-y", false},
                                         OptionCase{"apt-get install --yes a", "-y", false},
                                         OptionCase{"apt-get install --yes=true a", "--yes", true},
                                         OptionCase{"apt-get install --yesterday a", "--yes", false},
                                         OptionCase{"apt-get install -- -y", "-y", false},
                                         OptionCase{"apt-get install $x", "-y", false}));

struct ValueCase {
  const char* source;
  const char* name;
  const char* expected;
};
class OptionValues : public testing::TestWithParam<ValueCase> {};
TEST_P(OptionValues, AreFound) {
  const Read read(GetParam().source);
  ASSERT_EQ(read.calls.size(), 1u);
  EXPECT_EQ(option_value(read.calls[0], read.commands[0], GetParam().name).value_or("none"), GetParam().expected)
      << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(All, OptionValues,
                         testing::Values(ValueCase{"apk add --virtual .b gcc", "--virtual", ".b"},
                                         ValueCase{"apk add --virtual=.b gcc", "--virtual", ".b"},
                                         ValueCase{"apk add -t .b gcc", "-t", ".b"},
                                         ValueCase{"apk add -t.b gcc", "-t", ".b"},
                                         ValueCase{"apk add -t $x gcc", "-t", "none"},
                                         ValueCase{"apk add -t", "-t", "none"},
                                         ValueCase{"apk add gcc", "-t", "none"}));

TEST(PackageCall, SetsKeysOfItsConfiguration) {
  for (const char* text :
       {"apt-get install -o APT::Get::Assume-Yes=1 a", "apt-get -oAPT::get::assume-yes=1 install a",
        "apt-get install --option=APT::Get::Assume-Yes=1 a", "apt-get install -o=APT::Get::Assume-Yes=1 a"}) {
    const Read read(text);
    EXPECT_TRUE(sets_key(read.calls[0], read.commands[0], "APT::Get::Assume-Yes")) << text;
    EXPECT_FALSE(sets_key(read.calls[0], read.commands[0], "APT::Install-Recommends")) << text;
  }
}

TEST(PackageCall, FetchesLists) {
  const auto fetches = [](const char* text) {
    const Read read(text);
    return fetches_lists(read.calls[0], read.commands[0]);
  };
  EXPECT_TRUE(fetches("apt-get update"));
  EXPECT_TRUE(fetches("apt-get install --update a"));
  EXPECT_TRUE(fetches("apk add -U a"));
  EXPECT_TRUE(fetches("apk --update add a"));
  EXPECT_FALSE(fetches("apt-get install -y a"));
  EXPECT_FALSE(fetches("dnf update"));
}

TEST(PackageCall, NamesPackages) {
  EXPECT_EQ(package_name("curl=8.5.0-2"), "curl");
  EXPECT_EQ(package_name("curl/stable"), "curl");
  EXPECT_EQ(package_name("curl:amd64"), "curl");
  EXPECT_EQ(package_name("curl~=8.5"), "curl");
  EXPECT_EQ(package_name("curl@edge"), "curl");
  EXPECT_EQ(package_name("@development-tools"), "@development-tools");
  EXPECT_EQ(package_name("gcc-c++"), "gcc-c++");
  EXPECT_EQ(package_name(""), "");
}

}  // namespace
}  // namespace dockwright::model
