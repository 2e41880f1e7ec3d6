#include "server/secret/keyring.h"

#include <sodium.h>

#include <QtTest>

using namespace nextgen;
using secret::Cell;
using secret::Ciphertext;
using secret::Key;
using secret::Keyring;
using secret::KeyState;
using secret::Purpose;

/// What a dump shows of a value, and who can make sense of it.
class KeyringTest : public QObject {
    Q_OBJECT

    static constexpr std::string_view value = "0012345679";
    static constexpr Cell cell{"vendors", "national_id", 42};

    static std::vector<secret::TenantKey> keys() {
        return {{Purpose::Data, 1, KeyState::Current, std::make_shared<const Key>(Key::drawn())},
                {Purpose::Index, 1, KeyState::Current, std::make_shared<const Key>(Key::drawn())}};
    }

    static bool opens(const Keyring& ring, const Cell& where, const Ciphertext& what) {
        try {
            return ring.decrypt(where, what) == value;
        } catch (const secret::Unreadable&) {
            return false;
        }
    }

  private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void aValueOpensInItsCell() {
        const Keyring ring(TenantId(7), keys());
        const Ciphertext one = ring.encrypt(cell, value);
        QVERIFY(opens(ring, cell, one));
        QCOMPARE(one.keyVersion(), 1);
        QVERIFY(one.bytes != ring.encrypt(cell, value).bytes);
        QCOMPARE(ring.decrypt(cell, ring.encrypt(cell, "")), std::string());
    }

    void aMovedValueDoesNotOpen_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("field");
        QTest::addColumn<qint64>("row");
        QTest::newRow("another row") << "vendors" << "national_id" << qint64(43);
        QTest::newRow("another column") << "vendors" << "iban" << qint64(42);
        QTest::newRow("another table") << "users" << "national_id" << qint64(42);
    }
    void aMovedValueDoesNotOpen() {
        QFETCH(QString, table);
        QFETCH(QString, field);
        QFETCH(qint64, row);
        const Keyring ring(TenantId(7), keys());
        const std::string tableName = table.toStdString();
        const std::string fieldName = field.toStdString();
        QVERIFY(!opens(ring, {tableName, fieldName, row}, ring.encrypt(cell, value)));
    }

    void anotherTenantsValueDoesNotOpenEvenWithTheSameKeys() {
        const auto same = keys();
        const Keyring ours(TenantId(7), same);
        const Keyring theirs(TenantId(8), same);
        QVERIFY(!opens(ours, cell, theirs.encrypt(cell, value)));
    }

    void aWrongKeyDoesNotOpen() {
        QVERIFY(
            !opens(Keyring(TenantId(7), keys()), cell, Keyring(TenantId(7), keys()).encrypt(cell, value)));
    }

    void aDamagedValueDoesNotOpen() {
        const Keyring ring(TenantId(7), keys());
        const Ciphertext whole = ring.encrypt(cell, value);
        for (std::size_t length = 0; length < whole.bytes.size(); ++length) {
            QVERIFY(
                !opens(ring, cell,
                       {db::Bytes(whole.bytes.begin(), whole.bytes.begin() + static_cast<long>(length))}));
        }
        for (std::size_t at = 0; at < whole.bytes.size(); ++at) {
            Ciphertext flipped = whole;
            flipped.bytes[at] ^= 1U;
            QVERIFY(!opens(ring, cell, flipped));
        }
    }

    void anEarlierKeyStillOpensAndTheNewOneWrites() {
        auto all = keys();
        const Ciphertext old = Keyring(TenantId(7), all).encrypt(cell, value);
        all[0].state = KeyState::Readable;
        all.push_back({Purpose::Data, 2, KeyState::Current, std::make_shared<const Key>(Key::drawn())});
        const Keyring ring(TenantId(7), all);
        QVERIFY(opens(ring, cell, old));
        QCOMPARE(ring.encrypt(cell, value).keyVersion(), 2);
    }

    void theIndexIsEqualForEqualValuesOfATenantAlone() {
        auto all = keys();
        const Keyring ring(TenantId(7), all);
        QCOMPARE(ring.blindIndex(value), ring.blindIndex("0012345679"));
        QVERIFY(ring.blindIndex(value) != ring.blindIndex("0012345687"));
        QVERIFY(ring.blindIndex(value) != Keyring(TenantId(8), keys()).blindIndex(value));
        QCOMPARE(ring.blindIndex(value).bytes.size(), std::size_t{16});
    }

    void whileTheIndexKeyChangesAValueIsLookedUpByBoth() {
        auto all = keys();
        const auto before = Keyring(TenantId(7), all).blindIndex(value);
        all.push_back({Purpose::Index, 2, KeyState::Coming, std::make_shared<const Key>(Key::drawn())});
        const Keyring coming(TenantId(7), all);
        QCOMPARE(coming.blindIndex(value), before);
        QCOMPARE(coming.lookups(value).size(), std::size_t{2});
        all[1].state = KeyState::Retired;
        all[2].state = KeyState::Current;
        const Keyring changed(TenantId(7), all);
        QCOMPARE(changed.lookups(value), std::vector{changed.blindIndex(value)});
        QVERIFY(changed.blindIndex(value) != before);
    }

    void aTenantsKeyUnwrapsInItsPlaceOnly() {
        const Key master = Key::drawn();
        const Key key = Key::drawn();
        const db::Bytes wrapped = secret::wrap(master, TenantId(7), Purpose::Data, 1, key);
        const Key again = secret::unwrap(master, TenantId(7), Purpose::Data, 1, wrapped);
        QVERIFY(std::equal(key.data(), key.data() + Key::size, again.data()));
        QVERIFY_EXCEPTION_THROWN(secret::unwrap(master, TenantId(8), Purpose::Data, 1, wrapped),
                                 secret::Unreadable);
        QVERIFY_EXCEPTION_THROWN(secret::unwrap(master, TenantId(7), Purpose::Index, 1, wrapped),
                                 secret::Unreadable);
        QVERIFY_EXCEPTION_THROWN(secret::unwrap(Key::drawn(), TenantId(7), Purpose::Data, 1, wrapped),
                                 secret::Unreadable);
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "keyring_test.moc"
