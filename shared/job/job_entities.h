#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::job {

using describe::Choice;
using describe::Tone;

inline constexpr auto queueJobStatuses = std::to_array<Choice>({
    {0, "ready", QT_TRANSLATE_NOOP("Choice", "Ready"), Tone::Open},
    {1, "running", QT_TRANSLATE_NOOP("Choice", "Running"), Tone::Open},
    {2, "done", QT_TRANSLATE_NOOP("Choice", "Done"), Tone::Good},
    {3, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto queueJobFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("kind", QT_TRANSLATE_NOOP("Field", "Kind")).with(Title | Code).upTo(80),
        text("queue", QT_TRANSLATE_NOOP("Field", "Queue")).with(Code | Equal),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), queueJobStatuses),
        integer("priority", QT_TRANSLATE_NOOP("Field", "Priority")),
        instant("run_at", QT_TRANSLATE_NOOP("Field", "Runs at")),
        integer("attempts", QT_TRANSLATE_NOOP("Field", "Attempts")),
        integer("max_attempts", QT_TRANSLATE_NOOP("Field", "Attempts at most")),
        text("last_error", QT_TRANSLATE_NOOP("Field", "Last error")).upTo(4000),
        optional(instant("started_at", QT_TRANSLATE_NOOP("Field", "Started"))),
        optional(instant("finished_at", QT_TRANSLATE_NOOP("Field", "Finished"))),
        optional(reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users")),
    });
}();

inline constexpr auto failedJobFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("kind", QT_TRANSLATE_NOOP("Field", "Kind")).with(Title | Code),
        text("queue", QT_TRANSLATE_NOOP("Field", "Queue")).with(Code | Equal),
        integer("attempts", QT_TRANSLATE_NOOP("Field", "Attempts")),
        text("error_code", QT_TRANSLATE_NOOP("Field", "Error code")).with(Code).upTo(60),
        text("error", QT_TRANSLATE_NOOP("Field", "Error")).upTo(4000),
        instant("failed_at", QT_TRANSLATE_NOOP("Field", "Failed")),
        optional(instant("retried_at", QT_TRANSLATE_NOOP("Field", "Tried again"))),
        text("note", QT_TRANSLATE_NOOP("Field", "Note")).upTo(1000),
    });
}();

}  // namespace nextgen::job
