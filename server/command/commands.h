#pragma once

#include "server/settings/settings.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The subcommands, one function each; what they answer is the exit status.
namespace nextgen::command {

struct ServeChoices {
    bool isDemo = false;        ///< load the demo tenant, and accept its well-known passwords
    bool isFirstAdmin = false;  ///< make the first tenant and administrator if there is none
};

int serve(const Settings& settings, const ServeChoices& choices);
int migrate(const Settings& settings);
int seedDemo(const Settings& settings);

struct GeneratorChoices {
    double scale = 0;
    std::uint64_t seed = 1;
    int tenants = 50;
    int months = 36;
    std::string until;  ///< YYYY-MM, the month after the last; empty: this month
    bool isBesideOthers = false;
};
/// Generated tenants, for seeing the program with much data.
int seedGenerated(const Settings& settings, const GeneratorChoices& choices);
int doctor(const SettingSources& sources);

/// psql as nextgen_owner, nextgen_server or nextgen_reader; its exit status.
int psql(const Settings& settings, const std::string& role, const std::vector<std::string>& arguments);
/// Prints the reference of the database, sql/REFERENCE.md.
int describeSchema(const Settings& settings);
/// Into a new folder: the database and the uploads.
int backup(const Settings& settings, const std::filesystem::path& target);
/// The private database and the uploads from such a folder; what was there is kept beside it.
int restore(const Settings& settings, const std::filesystem::path& source);

struct KeysChoices {
    std::string tenant;  ///< its slug; empty: all
    bool isIndex = false;
};
/// Which keys there are and in what state; no key is shown.
int keysStatus(const Settings& settings);
int rotateKeys(const Settings& settings, const KeysChoices& choices);
int rewrapKeys(const Settings& settings);

struct AuditChoices {
    std::string tenant;             ///< its slug; empty: all
    std::filesystem::path anchors;  ///< a copy of the anchors' file; empty: the file itself
};
/// Compares the audit trail with its chain and its anchors; 1 when anything is not as it was written.
int verifyAudit(const Settings& settings, const AuditChoices& choices);
/// Seals what waits and notes how long each chain is, in the database and in the file.
int anchorAudit(const Settings& settings);

int createTenant(const Settings& settings, const std::string& slug, const std::string& name);

struct NewUser {
    std::string tenant;  ///< its slug
    std::string email;
    std::string displayName;
    std::string role;
    std::string dealerCode;           ///< of a DEALER: whose people the user is one of
    bool mustChangePassword = false;  ///< at the first sign-in
};
/// The password comes from NEXTGEN_ADMIN_PASSWORD or is asked for.
int createUser(const Settings& settings, const NewUser& user);

/// Of somebody who has lost both the app and the recovery codes: the second factor is off, all sessions end.
int resetSecondFactor(const Settings& settings, const std::string& tenant, const std::string& email);

/// Prints a token by which the person sets a new password.
int resetPassword(const Settings& settings, const std::string& tenant, const std::string& email);

}  // namespace nextgen::command
