#include "server/command/command_line.h"

int main(int argc, char** argv) {
    return nextgen::command::run(argc, argv);
}
