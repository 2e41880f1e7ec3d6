#include "shared/cheque/cheque_status.h"
#include "shared/cheque/issued.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <map>
#include <set>

using namespace nextgen;
using cheque::Move;
using cheque::Status;

namespace {

/// What a cheque of a status stands for on each account, per rial of its amount, after a way of moves.
using Position = std::map<credit::Account, int>;

Position after(Position position, const cheque::Transition& transition) {
    for (const auto& posting : transition.postings) {
        if (posting) {
            position[posting->debit] += 1;
            position[posting->credit] -= 1;
        }
    }
    std::erase_if(position, [](const auto& line) { return line.second == 0; });
    return position;
}

}  // namespace

class ChequeStatusTest : public QObject {
    Q_OBJECT

  private slots:
    void everyStatusCanBeReached() {
        std::set<Status> reached;
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& transition : cheque::transitions()) {
                if (!transition.from || reached.contains(*transition.from)) {
                    grew |= reached.insert(transition.to).second;
                }
            }
        }
        QCOMPARE(reached.size(), cheque::statuses.size());
    }

    void aStatusAndAMoveLeadToOnePlace() {
        std::set<std::pair<int, Move>> seen;
        for (const auto& transition : cheque::transitions()) {
            QVERIFY(seen.insert({transition.from ? int(*transition.from) : -1, transition.move}).second);
        }
    }

    /// Whatever way a cheque took, the ledger shows its part of the exposure by the account of the same name,
    /// and nothing of the cheque is left on those accounts when it is cleared, returned or void.
    void theLedgerAgreesWithTheStatusOnEveryWay() {
        const std::set<credit::Account> parts{
            credit::Account::ChequesOnHand, credit::Account::ChequesDeposited,
            credit::Account::ChequesEndorsed, credit::Account::ChequesBounced};
        std::set<std::pair<Status, Position>> seen;
        std::vector<std::pair<Status, Position>> open;
        const auto visit = [&](Status status, const Position& position) {
            if (seen.insert({status, position}).second) {
                open.push_back({status, position});
            }
        };
        visit(Status::OnHand, after({}, *cheque::transitionOf(std::nullopt, Move::Receive)));
        while (!open.empty()) {
            const auto [status, position] = open.back();
            open.pop_back();
            int total = 0;
            for (const auto& [account, amount] : position) {
                total += amount;
                if (parts.contains(account)) {
                    QCOMPARE(amount, 1);
                    QCOMPARE(credit::accountName(account), cheque::exposurePartOf(status));
                }
            }
            QCOMPARE(total, 0);
            const bool isOpen = !cheque::exposurePartOf(status).empty();
            const auto inParts = std::count_if(position.begin(), position.end(),
                                               [&](const auto& line) { return parts.contains(line.first); });
            QCOMPARE(inParts, isOpen ? 1 : 0);
            for (const Move move : cheque::allowedMoves(status)) {
                const auto* transition = cheque::transitionOf(status, move);
                visit(transition->to, after(position, *transition));
            }
            QVERIFY2(seen.size() < 200, "a circle of moves leaves something behind on the ledger");
        }
    }

    void aVoidOrReturnedChequeLeavesNothingBehind() {
        const Position received = after({}, *cheque::transitionOf(std::nullopt, Move::Receive));
        QVERIFY(after(received, *cheque::transitionOf(Status::OnHand, Move::Void)).empty());
        QVERIFY(after(received, *cheque::transitionOf(Status::OnHand, Move::Return)).empty());
    }

    void publicLifeCyclesAgree_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("move");
        QTest::addColumn<QString>("to");
        QFile file(NEXTGEN_TEST_DATA "/iran-vectors.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto topics = QJsonDocument::fromJson(file.readAll()).object()["topics"].toObject();
        // Cancelled and resolved are states of issued cheques, or our "returned"; a received one is voided
        // only while it is on hand, which the public models do not know. "restore" is our "return".
        for (const QJsonValue& vector : topics["cheque_transition"].toArray()) {
            const QJsonObject input = vector["input"].toObject();
            const QString from = input["status"].toString();
            const QString move = input["action"].toString();
            if (input["direction"] != "receivable" || from == "cancelled" || from == "resolved" ||
                move == "cancel" || move == "present") {
                continue;
            }
            const auto ours = [](QString name) {
                return name.replace("in_collection", "deposited").replace("restore", "return");
            };
            QTest::newRow(qPrintable(vector["id"].toString()))
                << ours(from) << ours(move) << ours(vector["expected"].toString());
        }
    }
    void publicLifeCyclesAgree() {
        QFETCH(QString, from);
        QFETCH(QString, move);
        QFETCH(QString, to);
        const auto status = describe::byName<Status>(from.toStdString());
        const auto step = describe::byName<Move>(move.toStdString());
        QVERIFY(status && step);
        const auto* transition = cheque::transitionOf(*status, *step);
        QCOMPARE(transition ? QString::fromUtf8(describe::nameOf(transition->to).data()) : QString(), to);
    }

    void everyIssuedStatusCanBeReached() {
        std::set<cheque::IssuedStatus> reached;
        std::set<std::pair<int, cheque::IssuedMove>> seen;
        for (bool grew = true; grew;) {
            grew = false;
            for (const auto& transition : cheque::issuedTransitions()) {
                seen.insert({transition.from ? int(*transition.from) : -1, transition.move});
                if (!transition.from || reached.contains(*transition.from)) {
                    grew |= reached.insert(transition.to).second;
                }
            }
        }
        QCOMPARE(reached.size(), cheque::issuedStatuses.size());
        QCOMPARE(seen.size(), cheque::issuedTransitions().size());
    }

    void publicLifeCyclesOfIssuedChequesAgree_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("move");
        QTest::addColumn<QString>("to");
        QFile file(NEXTGEN_TEST_DATA "/iran-vectors.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto topics = QJsonDocument::fromJson(file.readAll()).object()["topics"].toObject();
        // What is cancelled there is void here, or taken back.
        for (const QJsonValue& vector : topics["cheque_transition"].toArray()) {
            const QJsonObject input = vector["input"].toObject();
            const auto ours = [](QString name) { return name.replace("cancelled", "void").replace("cancel", "void"); };
            if (input["direction"] == "payable") {
                QTest::newRow(qPrintable(vector["id"].toString()))
                    << ours(input["status"].toString()) << ours(input["action"].toString())
                    << ours(vector["expected"].toString());
            }
        }
    }
    void publicLifeCyclesOfIssuedChequesAgree() {
        QFETCH(QString, from);
        QFETCH(QString, move);
        QFETCH(QString, to);
        const auto status = describe::byName<cheque::IssuedStatus>(from.toStdString());
        QVERIFY(status.has_value());
        // Some are moves of received cheques alone, which issued ones do not know.
        const auto step = describe::byName<cheque::IssuedMove>(move.toStdString());
        const auto* transition = step ? cheque::transitionOf(*status, *step) : nullptr;
        QCOMPARE(transition ? QString::fromUtf8(describe::nameOf(transition->to).data()) : QString(), to);
    }
};

QTEST_APPLESS_MAIN(ChequeStatusTest)
#include "cheque_status_test.moc"
