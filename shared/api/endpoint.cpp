#include "shared/api/endpoint.h"

#include "shared/api/change.h"
#include "shared/api/entity.h"
#include "shared/api/files.h"
#include "shared/api/notes.h"
#include "shared/api/record_changes.h"
#include "shared/cheque/allocation.h"
#include "shared/cheque/cheque_list.h"
#include "shared/cheque/exchange.h"
#include "shared/cheque/forecast.h"
#include "shared/cheque/outlook.h"
#include "shared/cheque/slip.h"
#include "shared/cheque_import/cheque_import_list.h"
#include "shared/core/kept_text.h"
#include "shared/credit/credit_list.h"
#include "shared/file/file.h"
#include "shared/message/notice.h"
#include "shared/note/note.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

namespace nextgen::api {

namespace {

using enum Method;
using enum Permission;
constexpr auto Public = Access::Public;
constexpr auto Member = Access::SignedIn;
constexpr auto NoBody = Body::None;
constexpr auto Json = Body::Json;
constexpr auto MaybeJson = Body::OptionalJson;
constexpr auto Once = Idempotency::Required;
constexpr auto Replayable = Idempotency::Accepted;
constexpr auto Plain = Idempotency::None;

// People type these; whoever calls more often guesses.
constexpr int provingsPerMinute = 20;
constexpr int revealsPerMinute = 60;

/// A move of a cheque: one line each, alike but for the name.
constexpr Endpoint move(std::string_view operation, std::string_view path, std::string_view summary,
                        std::string_view request = "cheque_move") {
    return {operation,  Post,    path,      Member,  ChequesMove, MaybeJson,
            Replayable, request, "cheques", nullptr, summary};
}

/// A secret of a record in full: one call for each kind of record that has any.
constexpr Endpoint revealOf(std::string_view operation, std::string_view path) {
    return Endpoint{operation,
                    Post,
                    path,
                    Member,
                    SecretsReveal,
                    Json,
                    Plain,
                    "reveal",
                    "revealed",
                    nullptr,
                    "A secret of it in full {field}; who read which is kept in the audit trail"}
        .marked(StepUp)
        .atMost(revealsPerMinute);
}

/// A move of a cheque that we issued.
constexpr Endpoint issuedMove(std::string_view operation, std::string_view path, std::string_view summary) {
    return {operation,  Post,          path, Member,  ChequesMove, MaybeJson,
            Replayable, "cheque_move", "",   nullptr, summary};
}

constexpr std::array<ListField, 1> searchParameters{{{"q", describe::Kind::Text, Equal}}};

/// A call about the caller's own way in.
constexpr Endpoint own(std::string_view operation, std::string_view path, Body body, std::string_view request,
                       std::string_view summary) {
    return Endpoint{operation, Post, path, Member, SignedIn, body, Plain, request, "", nullptr, summary}
        .atMost(provingsPerMinute);
}

constexpr auto table = std::to_array<Endpoint>({
    {"auth.login", Post, "/auth/login", Public, SignedIn, Json, Plain, "sign_in", "signed_in", nullptr,
     "Sign in. Of a person with a second factor: second_factor_required, then the same with totp or "
     "recovery_code. duty in the answer: what the session has to do before anything else (change_password or "
     "enroll_second_factor)"},
    own("auth.logout", "/auth/logout", MaybeJson, "", "End this session").marked(AlwaysOpen),
    Endpoint{"auth.me", Get, "/auth/me", Member, SignedIn, NoBody, Plain, "", "signed_in_user", nullptr,
             "Who is signed in, with roles and permissions"}
        .marked(AlwaysOpen),
    {"auth.sessions", Get, "/auth/sessions", Member, SignedIn, NoBody, Plain, "", "sessions", nullptr,
     "Where you are signed in"},
    {"auth.revoke_session", Delete, "/auth/sessions/{id}", Member, SignedIn, NoBody, Plain, "", "", nullptr,
     "End one of your sessions, at once"},
    {"auth.revoke_others", Delete, "/auth/sessions", Member, SignedIn, NoBody, Plain, "", "", nullptr,
     "End all of your sessions but this one, at once {ended}"},
    own("auth.step_up", "/auth/step_up", Json, "proof",
        "Prove again who you are, by password or code: for five minutes this session may do what needs it "
        "{fresh_until}")
        .marked(AlwaysOpen),
    own("auth.totp_enroll", "/auth/totp/enroll", MaybeJson, "",
        "A new secret for an authenticator app {secret, otpauth_uri}; it counts once it is confirmed")
        .marked(StepUp | WhileFactorIsDue),
    own("auth.totp_confirm", "/auth/totp/confirm", Json, "factor_code",
        "Turn the second factor on by a code of the app {totp}; your other sessions end. The answer's "
        "recovery_codes are shown this once")
        .marked(WhileFactorIsDue),
    own("auth.totp_disable", "/auth/totp/disable", Json, "factor_code",
        "Turn the second factor off by a code; your other sessions end"),
    own("auth.recovery_codes", "/auth/totp/recovery_codes", Json, "factor_code",
        "New recovery codes for a code {totp}, shown this once; those before are worth nothing any more"),

    own("auth.password", "/auth/password", Json, "password_change",
        "Change your password; your other sessions end. At least 12 characters, none of the passwords that "
        "are "
        "tried first")
        .marked(WhilePasswordIsDue),
    Endpoint{
        "auth.password_reset_request", Post, "/auth/password/reset_request", Public, SignedIn, Json, Plain,
        "password_reset_request", "", nullptr,
        "Somebody forgot a password: a token is sent to that person, if there is one. The answer is always "
        "202"}
        .atMost(provingsPerMinute),
    Endpoint{"auth.password_reset", Post, "/auth/password/reset", Public, SignedIn, Json, Plain,
             "password_reset", "", nullptr,
             "Set a password by such a token, once, within 30 minutes; all sessions of the person end"}
        .atMost(provingsPerMinute),
    {"users.sessions", Get, "/users/{id}/sessions", Member, UsersRead, NoBody, Plain, "", "sessions", nullptr,
     "Where a person is signed in"},
    {"users.revoke_sessions", Delete, "/users/{id}/sessions", Member, UsersWrite, NoBody, Plain, "", "",
     nullptr, "End all sessions of a person, at once {ended}; of one's own, all but this one"},
    {"users.revoke_session", Delete, "/users/{id}/sessions/{session}", Member, UsersWrite, NoBody, Plain, "",
     "", nullptr, "End one session of a person, at once"},
    {"users.unlock", Post, "/users/{id}/unlock", Member, UsersWrite, MaybeJson, Plain, "", "", nullptr,
     "Let a person sign in again who is locked after wrong passwords or codes; the person is told"},

    {"home", Get, "/home", Member, SignedIn, NoBody, Plain, "", "", nullptr,
     "The numbers of the caller's first page {as_of, figures: [{name, list, query, count, amount, code}], "
     "charts: "
     "[{name, list, query, as_of, code, bars: [{label, part, count, amount, list, query}]}]}: of those lists "
     "that "
     "the caller may read, under the caller's own rows. count is what GET /{list}?{query}&count=exact counts "
     "and "
     "amount what a field of these records adds up to; a number that took too long has a code instead. A few "
     "seconds old at most, or anew with Cache-Control: no-cache"},
    {"changes.list", Get, "/changes", Member, SignedIn, NoBody, Plain, "", "changes", nullptr,
     "Which records, of those that you may read, changed since the cursor of the answer before; without one, "
     "where "
     "to begin. is_complete false: everything may have changed, load again",
     changeParameters},
    {"search", Get, "/search", Member, SignedIn, NoBody, Plain, "", "", nullptr,
     "The words in every kind of record that the caller may read {groups: [{entity, items: [{id, title}], "
     "has_more, "
     "is_complete}]}: up to five of each, within about two seconds; is_complete is false for a kind that "
     "took too "
     "long",
     searchParameters},

    {"inbox.list", Get, "/inbox", Member, SignedIn, NoBody, Plain, "", "notices", &message::inboxList,
     "What the caller was told, newest first: code, what names the record (title), the record (source_kind, "
     "source_id) and body, as it was worded then. /changes tells when to ask, as entity inbox"},
    {"inbox.read", Post, "/inbox/read", Member, SignedIn, Json, Plain, "", "", nullptr,
     "These of the caller's notices were read: {ids: up to 200} or {until: the newest that was seen}"},

    {"credit.exposure", Get, "/dealers/{id}/exposure", Member, CreditRead, NoBody, Plain, "", "exposure",
     nullptr, "What the dealer owes or may come to owe, by parts"},
    {"credit.exposure_part", Get, "/dealers/{id}/exposure/{part}", Member, CreditRead, NoBody, Plain, "",
     "exposure_documents", &credit::documentListSpec, "The documents that make up a part of the exposure"},
    {"credit.ledger", Get, "/dealers/{id}/ledger", Member, CreditRead, NoBody, Plain, "", "ledger_lines",
     &credit::ledgerListSpec, "Double-entry lines, oldest first, with running balances"},
    {"credit.statement", Get, "/dealers/{id}/statement", Member, CreditRead, NoBody, Plain, "", "statement",
     nullptr, "Opening balance, lines and closing balance between two dates", credit::statementParameters},
    {"credit.aging", Get, "/dealers/{id}/aging", Member, CreditRead, NoBody, Plain, "", "aging", nullptr,
     "Open amounts by how long they are overdue"},

    {"cheques.list", Get, "/cheques", Member, ChequesRead, NoBody, Plain, "", "cheques", &cheque::listSpec,
     "Cheques"},
    {"cheques.create", Post, "/cheques", Member, ChequesWrite, Json, Once, "cheques", "cheques", nullptr,
     "Record a received cheque"},
    {"cheques.get", Get, "/cheques/{id}", Member, ChequesRead, NoBody, Plain, "", "cheques", nullptr,
     "One cheque with its allowed_moves and undoable_move, the last one if it can be taken back"},
    revealOf("cheques.reveal", "/cheques/{id}/reveal"),
    {"cheques.events", Get, "/cheques/{id}/events", Member, ChequesRead, NoBody, Plain, "", "cheque_events",
     nullptr, "The history of a cheque, oldest first"},
    {"cheques.bounces", Get, "/cheques/{id}/bounces", Member, ChequesRead, NoBody, Plain, "",
     "cheque_bounces", nullptr,
     "How often a bank refused the cheque, why, and the certificates of it, oldest first"},
    {"cheques.drawer", Get, "/cheques/{id}/drawer", Member, ChequesRead, NoBody, Plain, "", "drawers", nullptr,
     "What became of the drawer's cheques, the colour that these would have, and the one that the central bank told"},
    {"cheques.tell_colour", Post, "/cheques/{id}/drawer", Member, ChequesWrite, Json, Replayable, "drawer_colour",
     "drawers", nullptr, "What the central bank told about the cheque's drawer: colour and day"},
    {"cheques.allocations", Get, "/cheques/{id}/allocations", Member, ChequesRead, NoBody, Plain, "",
     "cheque_allocations", nullptr, "The invoices that a cheque is set against, and what is left of it as unallocated"},
    {"cheques.allocate", Post, "/cheques/{id}/allocations", Member, ChequesWrite, Json, Once, "",
     "cheque_allocations", nullptr,
     "Set a cheque, or parts of it, against open invoices of its dealer {allocations: [{invoice_id, amount}]}: all "
     "or none. They are paid when it clears and open again when it bounces or is given back"},
    {"cheques.take_back_allocation", Delete, "/cheques/{id}/allocations/{allocation}", Member, ChequesWrite,
     NoBody, Plain, "", "", nullptr, "A cheque that has not cleared is not for this invoice after all"},
    {"cheques.bulk", Post, "/cheques/bulk", Member, ChequesMove, Json, Replayable, "", "", nullptr,
     "One move for up to 10,000 cheques {move, ids, and what the move's own call takes}; a result for each. "
     "sayad_ids instead of ids names them by what was scanned or pasted, dates gives some a day of their own"},
    {"cheques.twins", Post, "/cheques/twins", Member, ChequesRead, Json, Plain, "", "", nullptr,
     "What may be the same paper as each of up to 200 cheques {cheques} {results: [{twins: [{place, cheque, by, "
     "is_certain}]}]}: place counts an earlier one of the list, cheque is one that is recorded. By Sayad id, leaf "
     "or account for certain; by dealer, amount and a due date within three days to be looked at"},
    move("cheques.deposit", "/cheques/{id}/deposit", "Hand the cheque to the bank for collection"),
    move("cheques.recall", "/cheques/{id}/recall", "Take the cheque back from the bank"),
    move("cheques.clear", "/cheques/{id}/clear", "The cheque was paid"),
    move("cheques.bounce", "/cheques/{id}/bounce", "The bank refused the cheque: its certificate, the bank's fee, the dealer's stop and the notices, "
         "all in one",
         "cheque_bounce_move"),
    move("cheques.redeposit", "/cheques/{id}/redeposit", "Hand a bounced cheque to the bank again, with its non-payment certificate",
         "cheque_redeposit_move"),
    move("cheques.settle", "/cheques/{id}/settle", "A bounced cheque was paid in another way"),
    move("cheques.return", "/cheques/{id}/return", "Give the cheque back to its drawer"),
    move("cheques.endorse", "/cheques/{id}/endorse", "Pass the cheque on to a creditor", "cheque_endorse_move"),
    move("cheques.recover", "/cheques/{id}/recover", "An endorsed cheque came back"),
    move("cheques.legal", "/cheques/{id}/legal", "Take legal action on a bounced cheque"),
    move("cheques.void", "/cheques/{id}/void", "The cheque was recorded by mistake"),
    move("cheques.undo", "/cheques/{id}/undo",
         "Take the last move back, with all that followed from it: an event and an entry of its own, nothing "
         "is erased"),

    {"cheques.to_deposit", Get, "/cheques/to_deposit", Member, ChequesRead, NoBody, Plain, "", "cheques",
     &cheque::worklistSpec,
     "Worklist: cheques on hand that a bank can pay today or on its next day, and that are on no slip"},
    {"cheques.unanswered", Get, "/cheques/unanswered", Member, ChequesRead, NoBody, Plain, "", "cheques",
     &cheque::worklistSpec, "Worklist: cheques at a bank that came due and of which it has said nothing"},
    {"cheques.to_follow", Get, "/cheques/to_follow", Member, ChequesRead, NoBody, Plain, "", "cheques",
     &cheque::worklistSpec, "Worklist: bounced cheques that nothing has been done about"},
    {"cheques.matured", Get, "/cheques/matured", Member, ChequesRead, NoBody, Plain, "", "cheques",
     &cheque::worklistSpec, "Worklist: cheques on hand that came due before today"},
    {"cheque_calendar", Get, "/cheque_calendar", Member, ChequesRead, NoBody, Plain, "", "", nullptr,
     "Cheques by the day they are due, up to 62 days {from, to, list, days: [{day, jalali, is_bank_day, "
     "holiday, effective_on, count, amount, statuses: [{status, count, amount}], expected: {count, amount}, "
     "query}]}: this Jalali month unless from and to say otherwise. expected: what banks may pay on that day, "
     "closed days before it counted in. GET /{list}?{query} lists the day",
     cheque::calendarParameters},
    {"cheque_forecast", Get, "/cheque_forecast", Member, ChequesRead, NoBody, Plain, "", "", nullptr,
     "What money is to come from today on {from, to, by, list, opening, opening_on, overdue: {on_hand, "
     "deposited}, steps: [{from, to, cheques, invoices, issued, payouts, high, likely, low, balance_high, "
     "balance_likely, balance_low, query}], risks}: 60 days day by day unless to and by say otherwise. high: "
     "every cheque is paid on its bank day; likely and low: as the drawers' own histories have it. risks: the "
     "five cheques that carry the most. Overdue and guarantee cheques are not in it",
     cheque::forecastParameters},

    {"cheque_invoices", Get, "/cheque_invoices", Member, InvoicesRead, NoBody, Plain, "", "cheque_invoices",
     &cheque::chequedInvoiceListSpec,
     "Worklist: open invoices of dealers, what cheques have paid of each, what waits for cheques to clear, and "
     "what neither covers"},
    {"guarantee_cheques.release", Post, "/guarantee_cheques/{id}/release", Member, ChequesMove, MaybeJson,
     Replayable, "cheque_move", "", nullptr, "Give a guarantee back {id, status, closed_on, cheque_id}"},
    {"guarantee_cheques.call", Post, "/guarantee_cheques/{id}/call", Member, ChequesMove, MaybeJson, Replayable,
     "guarantee_call", "", nullptr,
     "Call a guarantee: it becomes a cheque on hand {id, status, closed_on, cheque_id}, of the dealer and due date "
     "that it bears or that are told now"},
    {"issued_cheques.events", Get, "/issued_cheques/{id}/events", Member, ChequesRead, NoBody, Plain, "",
     "issued_cheque_events", nullptr, "The history of a cheque that we issued, oldest first"},
    issuedMove("issued_cheques.present", "/issued_cheques/{id}/present",
               "Our bank paid it {id, status, allowed_moves, undoable_move}, as its other moves answer"),
    issuedMove("issued_cheques.bounce", "/issued_cheques/{id}/bounce", "Our bank refused it"),
    issuedMove("issued_cheques.take_back", "/issued_cheques/{id}/take_back", "The payee gave it back to us"),
    issuedMove("issued_cheques.void", "/issued_cheques/{id}/void", "It was never given to anybody"),
    issuedMove("issued_cheques.settle", "/issued_cheques/{id}/settle", "After it bounced we paid in another way"),
    issuedMove("issued_cheques.restore", "/issued_cheques/{id}/restore",
               "After it bounced the payee gave it back to us"),
    issuedMove("issued_cheques.undo", "/issued_cheques/{id}/undo", "Take the last move back, by an event of its own"),
    {"cheque_exchanges.list", Get, "/cheque_exchanges", Member, ChequesRead, NoBody, Plain, "",
     "cheque_exchanges", &cheque::exchangeListSpec, "Exchanges of cheques, newest first"},
    {"cheque_exchanges.get", Get, "/cheque_exchanges/{id}", Member, ChequesRead, NoBody, Plain, "",
     "cheque_exchanges", nullptr,
     "One exchange with its cheques {out, in}, the difference of the amounts and ras_days, by how many days the "
     "mean due date moved"},
    {"cheque_exchanges.create", Post, "/cheque_exchanges", Member, ChequesMove, Json, Once, "",
     "cheque_exchanges", nullptr,
     "Give cheques of a dealer back and receive others for them, all or nothing {out: ids, in: cheques, "
     "occurred_on, note}: up to 100 on either side"},

    {"cheque_slips.list", Get, "/cheque_slips", Member, ChequesRead, NoBody, Plain, "", "cheque_slips",
     &cheque::slipListSpec, "Slips by which cheques are handed to a bank, newest first"},
    {"cheque_slips.get", Get, "/cheque_slips/{id}", Member, ChequesRead, NoBody, Plain, "", "cheque_slips",
     nullptr, "One slip, its total in Persian words as total_in_words"},
    {"cheque_slips.cheques", Get, "/cheque_slips/{id}/cheques", Member, ChequesRead, NoBody, Plain, "",
     "cheques", &cheque::slipChequeListSpec, "The cheques of a slip as they are printed, by due date"},
    {"cheque_slips.create", Post, "/cheque_slips", Member, ChequesMove, Json, Once, "cheque_slips",
     "cheque_slips", nullptr,
     "A draft for one of our accounts, with cheques {ids: up to 1,000}; results say which could not be put on "
     "it"},
    {"cheque_slips.change", Post, "/cheque_slips/{id}/cheques", Member, ChequesMove, Json, Replayable, "",
     "cheque_slips", nullptr, "Put cheques on a draft and take others off {add: ids, remove: ids}; a result for each"},
    {"cheque_slips.hand_over", Post, "/cheque_slips/{id}/hand_over", Member, ChequesMove, MaybeJson,
     Replayable, "cheque_move", "cheque_slips", nullptr,
     "Deposit the cheques of a draft as one: all of them, or none, with results that say why"},
    {"cheque_slips.close", Post, "/cheque_slips/{id}/close", Member, ChequesMove, MaybeJson, Replayable, "",
     "cheque_slips", nullptr,
     "The bank answered for every cheque of it: nothing of it is taken back from now on"},
    {"cheque_slips.cancel", Post, "/cheque_slips/{id}/cancel", Member, ChequesMove, MaybeJson, Replayable,
     "cheque_move", "cheque_slips", nullptr,
     "Let the cheques of a draft go, or take the deposits by a slip back as one while nothing else has "
     "happened to them"},

    {"cheque_imports.list", Get, "/cheque_imports", Member, ChequesImport, NoBody, Plain, "",
     "cheque_imports", &cheque_import::listSpec, "Imported workbooks"},
    {"cheque_imports.create", Post, "/cheque_imports", Member, ChequesImport, Body::Upload, Once, "",
     "cheque_imports", nullptr,
     "Stage a workbook (multipart: file, optional dealer_id, mapping, amount_unit); over 5,000 rows answers "
     "202"},
    {"cheque_imports.get", Get, "/cheque_imports/{id}", Member, ChequesImport, NoBody, Plain, "",
     "cheque_imports", nullptr, "One import"},
    {"cheque_imports.rows", Get, "/cheque_imports/{id}/rows", Member, ChequesImport, NoBody, Plain, "",
     "cheque_import_rows", &cheque_import::rowListSpec, "Its rows as understood, in the order of the sheet"},
    {"cheque_imports.row", Get, "/cheque_imports/{id}/rows/{row}", Member, ChequesImport, NoBody, Plain, "",
     "cheque_import_rows", nullptr, "One row"},
    {"cheque_imports.mend_row", Patch, "/cheque_imports/{id}/rows/{row}", Member, ChequesImport, Json, Plain,
     "", "cheque_import_rows", nullptr, "Mend one row {values: {column: what a person would type}}"},
    {"cheque_imports.fix", Post, "/cheque_imports/{id}/fix", Member, ChequesImport, Json, Replayable, "", "",
     nullptr, "Mend every row with the same fault {code, column, before, value}"},
    {"cheque_imports.commit", Post, "/cheque_imports/{id}/commit", Member, ChequesImport, Json, Once, "",
     "cheque_imports", nullptr, "Post the ready rows {rows: ready, control_count, control_amount}"},
    {"cheque_imports.undo", Post, "/cheque_imports/{id}/undo", Member, ChequesImport, MaybeJson, Replayable,
     "", "cheque_imports", nullptr, "Reverse what nobody has touched since, and say what was kept"},
    {"cheque_imports.errors", Get, "/cheque_imports/{id}/errors.xlsx", Member, ChequesImport, NoBody, Plain,
     "", "", nullptr, "The failed rows with a reason column, to mend and import again"},

    {"saved_views.list", Get, "/saved_views", Member, SignedIn, NoBody, Plain, "", "saved_views", nullptr,
     "Your saved views of lists and those that colleagues share, with how you use them"},
    {"saved_views.get", Get, "/saved_views/{id}", Member, SignedIn, NoBody, Plain, "", "saved_views", nullptr,
     "One saved view"},
    {"saved_views.create", Post, "/saved_views", Member, SignedIn, Json, Replayable, "saved_views",
     "saved_views", nullptr,
     "Save a view of a list: its filter as text and its layout; to share it needs views.share"},
    {"saved_views.edit", Patch, "/saved_views/{id}", Member, SignedIn, Json, Plain, "saved_views",
     "saved_views", nullptr, "Change a saved view; a shared one needs views.share"},
    {"saved_views.remove", Delete, "/saved_views/{id}", Member, SignedIn, NoBody, Plain, "", "", nullptr,
     "Remove a saved view, for everybody; a shared one needs views.share"},
    {"saved_views.use", Post, "/saved_views/{id}/use", Member, SignedIn, Json, Plain, "saved_view_use",
     "saved_views", nullptr, "How you use it: as the list's default, pinned, at which place"},
});

constexpr ListSpec historyList{{}, "-id", false};

/// The calls that every entity has, and those of its line.
void addEntity(std::vector<Endpoint>& lines, const Entity& entity) {
    const std::string name(entity.name);
    const std::string_view all = keptText('/' + name);
    const std::string_view one = keptText('/' + name + "/{id}");
    const std::string_view title = entity.title;
    const std::string_view singular = entity.singular;
    const unsigned writing = entity.can(Proven) ? StepUp : Unmarked;
    const auto add = [&](std::string_view verb, Method method, std::string_view path, Permission permission,
                         Body body, Idempotency idempotency, const ListSpec* list, std::string_view summary) {
        const Endpoint line{keptText(name + '.' + std::string(verb)),
                            method,
                            path,
                            Member,
                            permission,
                            body,
                            idempotency,
                            body == NoBody ? std::string_view() : entity.name,
                            verb == "history" ? std::string_view("audit_logs") : entity.name,
                            list,
                            summary};
        lines.push_back(line.marked(method == Get ? Unmarked : writing));
    };
    add("list", Get, all, entity.read, NoBody, Plain, &entity.list, title);
    add("get", Get, one, entity.read, NoBody, Plain, nullptr, singular);
    if (!entity.can(History)) {
        add("history", Get, keptText('/' + name + "/{id}/history"), AuditRead, NoBody, Plain, &historyList,
            "Who changed what of it and when, newest first");
    }
    if (entity.can(Create)) {
        add("create", Post, all, entity.write, Json, Replayable, nullptr,
            keptText("New: " + std::string(singular)));
    }
    if (entity.can(Edit)) {
        add("edit", Patch, one, entity.write, Json, Plain, nullptr,
            keptText("Change: " + std::string(singular)));
        lines.push_back(
            Endpoint{keptText(name + ".edit_many"), Patch, all, Member, entity.write, Json, Replayable,
                     recordChanges, recordResults, nullptr,
                     "Change several, each as its own PATCH would; one that is refused keeps none of the "
                     "others back, and its error is the problem that its PATCH would have answered"}
                .marked(writing));
    }
    if (hasNotes(entity)) {
        const std::string_view notes = keptText('/' + name + "/{id}/notes");
        const std::string_view note = describe::schemaName<note::Note>();
        lines.push_back({keptText(name + ".notes"), Get, notes, Member, entity.read, NoBody, Plain, "", note,
                         &historyList,
                         "What people wrote about it, newest first; of outsiders, each their own"});
        lines.push_back({keptText(name + ".add_note"), Post, notes, Member, entity.read, Json, Replayable,
                         note, note, nullptr, "Write a note about it {body}; it is never changed"});
        lines.push_back({keptText(name + ".take_back_note"), Delete,
                         keptText('/' + name + "/{id}/notes/{note}"), Member, entity.read, NoBody, Plain, "",
                         "", nullptr,
                         "Take a note of one's own back, within 15 minutes; the audit trail keeps it"});
    }
    if (entity.hasSecrets()) {
        lines.push_back(revealOf(keptText(name + ".reveal"), keptText('/' + name + "/{id}/reveal")));
    }
    if (entity.can(Deactivate)) {
        add("remove", Delete, one, entity.write, NoBody, Plain, nullptr,
            "Deactivate it: it stays where it is used and is offered no more");
    } else if (entity.can(Remove)) {
        add("remove", Delete, one, entity.write, NoBody, Plain, nullptr, "Remove it");
    }
}

/// The files of a kind of record.
void addFiles(std::vector<Endpoint>& lines, const FileOwner& owner) {
    const std::string name(owner.name);
    const std::string_view all = keptText('/' + name + "/{id}/files");
    const std::string_view one = keptText('/' + name + "/{id}/files/{file}");
    const std::string_view file = describe::schemaName<file::File>();
    const auto add = [&](const char* verb, Method method, std::string_view path, Body body,
                         Idempotency idempotency, std::string_view response, const ListSpec* list,
                         std::string_view summary) {
        lines.push_back({keptText(name + verb), method, path, Member, owner.read, body, idempotency, "",
                         response, list, summary});
    };
    add(".files", Get, all, NoBody, Plain, file, &historyList,
        "The files attached to it, newest first; of outsiders, each their own");
    add(".attach_file", Post, all, Body::Upload, Once, file, nullptr,
        "Attach a file (multipart: file). What kind of file it is goes by its content: PDF, pictures, "
        "documents "
        "without macros, plain text; its name is mended where a file system would stumble over it");
    add(".download_file", Get, one, NoBody, Plain, "", nullptr,
        "The bytes of a file, to keep; the audit trail notes who had them");
    add(".remove_file", Delete, one, NoBody, Plain, "", nullptr,
        "Remove a file: one's own, or with files.remove anybody's. It can be brought back for 30 days");
    add(".restore_file", Post, keptText(std::string(one) + "/restore"), MaybeJson, Plain, file, nullptr,
        "Bring a file back that was removed: by whoever may remove it");
}

const std::vector<Endpoint>& allLines() {
    static const std::vector<Endpoint> lines = [] {
        std::vector<Endpoint> all(table.begin(), table.end());
        for (const Entity& entity : entities()) {
            addEntity(all, entity);
        }
        for (const FileOwner& owner : fileOwners()) {
            addFiles(all, owner);
        }
        return all;
    }();
    return lines;
}

}  // namespace

std::string_view methodName(Method method) {
    switch (method) {
        case Get:
            return "GET";
        case Post:
            return "POST";
        case Patch:
            return "PATCH";
        case Delete:
            return "DELETE";
    }
    return {};
}

std::string_view dutyName(Duty duty) {
    switch (duty) {
        case Duty::None:
            break;
        case Duty::ChangePassword:
            return "change_password";
        case Duty::EnrollSecondFactor:
            return "enroll_second_factor";
    }
    return {};
}

Duty dutyByName(std::string_view name) {
    for (const Duty duty : {Duty::ChangePassword, Duty::EnrollSecondFactor}) {
        if (name == dutyName(duty)) {
            return duty;
        }
    }
    return Duty::None;
}

std::span<const Endpoint> endpoints() {
    return allLines();
}

const Endpoint& endpoint(std::string_view operation) {
    for (const Endpoint& line : allLines()) {
        if (line.operation == operation) {
            return line;
        }
    }
    throw std::out_of_range("no operation is named " + std::string(operation));
}

}  // namespace nextgen::api
