#include "ui/locale/memory.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace nextgen::ui;

class MemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// What the file has, as another program reads it.
    static QVariant inFile(const QString& key) {
        settleMemory();
        return QSettings().value(key);
    }

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("nextgen-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings().setValue(QStringLiteral("before"), 7);
    }

    void whatAnEarlierRunLeftIsThere() {
        QCOMPARE(remembered(QStringLiteral("before")).toInt(), 7);
        QCOMPARE(remembered(QStringLiteral("never"), 5).toInt(), 5);
    }

    void whatIsRememberedIsThereAtOnceAndInTheFileSoon() {
        remember(QStringLiteral("folder"), QStringLiteral("/home/clerk"));
        QCOMPARE(remembered(QStringLiteral("folder")).toString(), QStringLiteral("/home/clerk"));
        QCOMPARE(inFile(QStringLiteral("folder")).toString(), QStringLiteral("/home/clerk"));
    }

    void theLastOfManyStays() {
        for (int width = 0; width <= 2'000; ++width) {
            remember(QStringLiteral("width"), width);
        }
        QCOMPARE(inFile(QStringLiteral("width")).toInt(), 2'000);
    }

    void whatAnotherProgramWroteMeanwhileStays() {
        remember(QStringLiteral("ours"), 1);
        settleMemory();
        QSettings().setValue(QStringLiteral("theirs"), 2);
        remember(QStringLiteral("ours"), 3);
        QCOMPARE(inFile(QStringLiteral("theirs")).toInt(), 2);
        QCOMPARE(inFile(QStringLiteral("ours")).toInt(), 3);
    }

    void whatIsForgottenIsGoneFromTheFile() {
        remember(QStringLiteral("gone"), 1);
        forgetAll();
        QVERIFY(!remembered(QStringLiteral("gone")).isValid());
        QVERIFY(!inFile(QStringLiteral("gone")).isValid());
    }
};

QTEST_GUILESS_MAIN(MemoryTest)
#include "memory_test.moc"
