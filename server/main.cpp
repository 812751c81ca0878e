#include "server/command_line.hpp"

int main(int argc, char** argv) { return dockwright::server::run(argc, argv); }
