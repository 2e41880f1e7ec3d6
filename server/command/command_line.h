#pragma once

namespace nextgen::command {

/// The program: reads the command line, does what it says and answers the exit status: 0 done, 1 failed, 2
/// the settings need mending, above 100 the command line does.
int run(int argc, char** argv);

}  // namespace nextgen::command
