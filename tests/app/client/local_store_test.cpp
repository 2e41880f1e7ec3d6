#include "app/client/local_store.h"

#include <sys/resource.h>

#include <QCoroFuture>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

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

    void draftsAreUnreadableInTheFile() {
        {
            LocalStore store(path());
            QVERIFY(store.saveDraft("mend", "7", "a national id").result());
        }
        for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("a national id"), qPrintable(name));
        }
        const QFileInfo key(path() + ".key");
        QCOMPARE(key.size(), qint64{LocalStore::keyBytes});
        QVERIFY(!key.permission(QFile::ReadGroup) && !key.permission(QFile::ReadOther));
    }

    void draftOfAnotherKeyIsNone() {
        const QByteArray key(LocalStore::keyBytes, 'k');
        {
            LocalStore store(path(), LocalStore::KeyFrom::Caller);
            store.setKey(key);
            QVERIFY(store.saveDraft("mend", "7", "typed").result());
        }
        QVERIFY(!QFile::exists(path() + ".key"));
        {
            LocalStore other(path());
            QVERIFY(!other.draft("mend", "7").result().has_value());
            QVERIFY(other.drafts("mend").result().isEmpty());
        }
        LocalStore store(path(), LocalStore::KeyFrom::Caller);
        store.setKey(key);
        QVERIFY(store.draft("mend", "7").result().has_value());
    }

    void whatIsSavedBeforeTheKeyIsThereWaitsForIt() {
        LocalStore store(path(), LocalStore::KeyFrom::Caller);
        const auto saved = store.saveDraft("mend", "7", "typed");
        QVERIFY(store.saveLayout("grid", "x").result());
        QVERIFY(!saved.isFinished());
        store.setKey({});
        QTRY_VERIFY(saved.isFinished());
        QVERIFY(store.draft("mend", "7").result().has_value());
    }

    /// As on a full disk: the system lets no file of this program grow.
    void whatTheDiskDoesNotTakeIsKeptInMemory() {
        LocalStore store(path());
        QVERIFY(store.saveDraft("mend", "1", "on the disk").result());
        QSignalSpy lost(&store, &LocalStore::notDurable);
        QSignalSpy again(&store, &LocalStore::durableAgain);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit none = before;
        none.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &none);
        const bool isSaved = store.saveDraft("mend", "2", QByteArray(100'000, 'x')).result();
        const auto kept = store.draft("mend", "2").result();
        const auto earlier = store.draft("mend", "1").result();
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!isSaved);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->body, QByteArray(100'000, 'x'));
        QVERIFY(earlier.has_value());
        QTRY_COMPARE(lost.count(), 1);

        // There is room again: the next draft takes the others along.
        QVERIFY(store.saveDraft("mend", "3", "y").result());
        QTRY_COMPARE(again.count(), 1);
        LocalStore reader(path());
        QCOMPARE(reader.drafts("mend").result().size(), 3);
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
