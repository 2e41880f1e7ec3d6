#include "app/client/local_store.h"

#include <QCoroFuture>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace nextgen::client;

class LocalStoreTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void draftOutlivesTheStoreThatSavedIt() {
        {
            LocalStore store(path());
            store.setScope("a");
            QVERIFY(store.saveDraft("mend", "7", "old").result());
            QVERIFY(store.saveDraft("mend", "7", "new").result());
        }
        LocalStore store(path());
        store.setScope("a");
        const auto draft = store.draft("mend", "7").result();
        QVERIFY(draft.has_value());
        QCOMPARE(draft->body, QByteArray("new"));
        QVERIFY(draft->savedAt.isValid());
    }

    void reportedDraftIsOnTheDiskWhateverHappensToTheProgram() {
        LocalStore store(path());
        QVERIFY(store.saveDraft("mend", "7", "typed").result());
        // What a killed program would leave behind: the files as they are at this moment.
        QTemporaryDir after;
        for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QVERIFY(QFile::copy(m_folder->filePath(name), after.filePath(name)));
        }
        LocalStore survivor(after.filePath("local.sqlite"));
        QVERIFY(survivor.draft("mend", "7").result().has_value());
    }

    void writesAskedForBeforeTheEndAreCarriedOut() {
        {
            LocalStore store(path());
            for (int i = 0; i < 50; ++i) {
                store.saveDraft("mend", QString::number(i), "x");
            }
        }
        LocalStore store(path());
        QCOMPARE(store.drafts("mend").result().size(), 50);
    }

    void draftsOfAnotherUserAreNotSeen() {
        LocalStore store(path());
        store.setScope("server|nextgen|a");
        QVERIFY(store.saveDraft("mend", "7", "x").result());
        store.setScope("server|nextgen|b");
        QVERIFY(!store.draft("mend", "7").result().has_value());
        QVERIFY(store.drafts("mend").result().isEmpty());
    }

    void droppedDraftIsGone() {
        LocalStore store(path());
        QVERIFY(store.saveDraft("mend", "7", "x").result());
        QVERIFY(store.dropDraft("mend", "7").result());
        QVERIFY(!store.draft("mend", "7").result().has_value());
    }

    void layoutIsRemembered() {
        LocalStore store(path());
        QVERIFY(!store.layout("cheques").result().has_value());
        QVERIFY(store.saveLayout("cheques", "\x01\x02").result());
        QCOMPARE(store.layout("cheques").result(), std::optional<QByteArray>("\x01\x02"));
    }

    void damagedFileIsSetAsideAndWorkGoesOn() {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'z'));
        file.close();
        LocalStore store(path());
        QVERIFY(store.saveDraft("mend", "7", "x").result());
        QVERIFY(QFile::exists(path() + ".damaged"));
    }

    void placeThatCannotBeWrittenIsSaidAndMemoryServes() {
        QFile blocker(m_folder->filePath("file"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        LocalStore store(m_folder->filePath("file/below/local.sqlite"));
        QSignalSpy notDurable(&store, &LocalStore::notDurable);
        QTRY_COMPARE(notDurable.size(), 1);
        QVERIFY(store.saveDraft("mend", "7", "x").result());
        QVERIFY(store.draft("mend", "7").result().has_value());
    }

    void fileIsForItsOwnerOnly() {
        LocalStore store(path());
        QVERIFY(store.saveDraft("mend", "7", "x").result());
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path()) & others, QFile::Permissions());
    }

  private:
    QString path() const { return m_folder->filePath("local.sqlite"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(LocalStoreTest)
#include "local_store_test.moc"
