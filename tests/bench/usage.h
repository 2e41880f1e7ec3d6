#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

/// What a process has used, read from /proc.
namespace nextgen::bench {

/// Processor time in seconds of a process, of its children that run, and of those it has reaped.
double cpuSeconds(pid_t pid);

/// The process of that name (its first 15 bytes) that this one has started; std::runtime_error when there is
/// none.
pid_t childNamed(const std::string& name);

/// The most memory that a process has held at once (VmHWM), in MiB; nullopt when it has ended.
std::optional<double> peakMemory(pid_t pid);

}  // namespace nextgen::bench
