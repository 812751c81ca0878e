// A plain main for a fuzz target: runs every seed, then a fixed series of mutations of them. The ordinary test run thus
// exercises each target under any compiler and sanitizer, and fails or passes the same way every time.
//
//   X_fuzz SEED-FOLDER DICTIONARY    seeds and mutations; the dictionary is in libFuzzer's format
//   X_fuzz FILE                      this input alone, to reproduce a crash
//
// The input at hand is always on disk, in X_fuzz.input beside the program: whatever ends the process leaves it there.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

constexpr std::size_t mutations = 4000;
constexpr std::size_t max_input_bytes = 16384;

// splitmix64: the standard's distributions differ between libraries, and the series must not.
class Random {
 public:
  std::uint64_t operator()() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  // In [0, bound). Precondition: bound > 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>((*this)() % bound); }
  const std::string& one_of(const Strings& strings) { return strings[below(strings.size())]; }

 private:
  std::uint64_t state_ = 0;
};

}  // namespace

static void mutate_once(std::string& input, const Strings& seeds, const Strings& tokens, Random& random) {
  const auto at = random.below(input.size() + 1);
  const auto length = random.below(std::min<std::size_t>(input.size() - at, 64) + 1);
  switch (random.below(7)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(random());
      break;
    case 1:
      input.insert(at, random.one_of(tokens));
      break;
    case 2:
      input.erase(at, length);
      break;
    case 3:
      input.insert(random.below(input.size() + 1), input.substr(at, length));
      break;
    case 4:
      input.resize(at);
      break;
    case 5:
      input.replace(at, length, random.one_of(tokens));
      break;
    case 6: {
      const auto& other = random.one_of(seeds);
      input.replace(at, length, other, random.below(other.size() + 1), random.below(512));
      break;
    }
  }
}

static std::string mutation(std::string input, const Strings& seeds, const Strings& tokens, Random& random) {
  for (auto steps = 1 + random.below(8); steps > 0; --steps) mutate_once(input, seeds, tokens, random);
  if (input.size() > max_input_bytes) input.resize(max_input_bytes);
  return input;
}

static std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Ordered by name: the file system's order differs between machines.
static Strings read_folder(const fs::path& folder) {
  std::vector<fs::path> paths(fs::directory_iterator(folder), {});
  std::sort(paths.begin(), paths.end());
  Strings contents(paths.size());
  std::transform(paths.begin(), paths.end(), contents.begin(), read);
  return contents;
}

// The text of `"…"` lines, with the escapes \\ \" \xHH.
static Strings read_dictionary(const fs::path& path) {
  Strings tokens;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') continue;
    auto& token = tokens.emplace_back();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      const bool escaped = line[i] == '\\';
      if (escaped) ++i;
      if (escaped && line[i] == 'x') {
        token += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
        i += 2;
      } else {
        token += line[i];
      }
    }
  }
  return tokens;
}

static void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

static void run_kept(const std::string& input, const fs::path& at_hand) {
  std::ofstream(at_hand, std::ios::binary) << input;
  run(input);
}

int main(int argc, char** argv) {
  if (argc == 2) {
    run(read(argv[1]));
    return 0;
  }
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s SEED-FOLDER DICTIONARY | FILE\n", argv[0]);
    return 2;
  }
  const auto seeds = read_folder(argv[1]);
  const auto tokens = read_dictionary(argv[2]);
  if (seeds.empty() || tokens.empty()) {
    std::fprintf(stderr, "%s: no seeds in %s, or no tokens in %s\n", argv[0], argv[1], argv[2]);
    return 2;
  }
  const fs::path at_hand = std::string(argv[0]) + ".input";
  std::printf("%zu seeds, %zu mutations; the input at hand is %s\n", seeds.size(), mutations, at_hand.c_str());
  std::fflush(stdout);
  for (const auto& seed : seeds) run_kept(seed, at_hand);
  Random random;
  for (std::size_t i = 0; i < mutations; ++i) {
    run_kept(mutation(seeds[i % seeds.size()], seeds, tokens, random), at_hand);
  }
  fs::remove(at_hand);
  return 0;
}
