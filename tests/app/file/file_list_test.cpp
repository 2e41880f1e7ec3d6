#include "app/file/file_list.h"

#include "app/client/decode.h"
#include "tests/app/support/backoffice.h"
#include "tests/support/test_stack.h"
#include "ui/widgets/banner.h"

#include <QCoroTask>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QtTest>
#include <filesystem>
#include <fstream>

using namespace nextgen;
using file::FileList;
using test::Backoffice;

namespace fs = std::filesystem;

/// The files of a record in the real client, with the real server and its store.
class FileListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TestStack> m_stack;
    QTemporaryDir m_folder;
    std::unique_ptr<testing::ServerProcess> m_server;
    std::unique_ptr<Backoffice> m_office;
    std::unique_ptr<FileList> m_list;
    std::int64_t m_brand = 0;
    QList<QUrl> m_opened;

    QString written(const QString& name, const QByteArray& content) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write %s", qPrintable(name));
        }
        return file.fileName();
    }
    QString pdf(const QString& name = QStringLiteral("ضمانت‌نامه.pdf")) {
        return written(name, "%PDF-1.7\nA guarantee\n");
    }

    /// Of a brand of its own, so that no test sees another's files.
    void show() {
        static int made = 0;
        const QString slug = QStringLiteral("with-files-%1").arg(++made);
        client::Call call("brands.create");
        call.body = QStringLiteral(R"({"slug": "%1", "title_fa": "%1"})").arg(slug).toUtf8();
        const auto brand = QCoro::waitFor(m_office->api.call(call));
        QVERIFY2(brand, brand ? "" : qPrintable(brand.error().text(Language::English)));
        m_brand = QString::fromStdString(brand->at("id").get<std::string>()).toLongLong();
        m_list = std::make_unique<FileList>(m_office->context, "brands");
        m_list->resize(440, 620);
        m_list->load(m_brand);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        QTRY_VERIFY(!m_list->findChild<QLabel*>("noFiles")->text().isEmpty());
    }

    int count() const { return static_cast<int>(m_list->files().size()); }
    QListWidget* rows() const { return m_list->list(); }
    ui::Banner* banner(const char* name) const { return m_list->findChild<ui::Banner*>(name); }
    QPushButton* button(const char* name) const { return m_list->findChild<QPushButton*>(name); }
    void press(ui::Banner* banner) { emit banner->actionTriggered(); }
    void attach(const QStringList& paths) {
        const int before = count();
        m_list->attach(paths);
        QTRY_COMPARE(count(), before + static_cast<int>(paths.size()));
    }

  private slots:
    void initTestCase() {
        m_stack = std::make_unique<testing::TestStack>(true);
        m_stack->makeUser("nextgen", "clerk@nextgen.local", "CLERK");
        m_stack->owner().script(
            "INSERT INTO app.role_permissions (tenant_id, role, permission) SELECT id, 'CLERK', 'catalog.read' "
            "FROM app.tenants WHERE slug = 'nextgen'");
        m_server = std::make_unique<testing::ServerProcess>(
            *m_stack, std::vector<std::string>{"limits.file_mib=1",
                                               "storage.folder=" + m_folder.path().toStdString() + "/objects"});
        m_office = std::make_unique<Backoffice>();
        QCOMPARE(m_office->signIn(m_server->url(), "admin@nextgen.local", "Admin123!"), QString());
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "noteOpened");
    }
    void init() { show(); }
    void cleanup() {
        m_list.reset();
        m_office->works.clear();
        m_office->locale.setLanguage(Language::Persian);
        m_opened.clear();
    }
    void cleanupTestCase() {
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        m_office.reset();
        m_server.reset();
    }

    void emptyListSaysSo() {
        QVERIFY(m_list->findChild<QLabel*>("noFiles")->isVisible());
        QVERIFY(!rows()->isVisible());
        test::look(*m_list, "files.empty.fa");
    }

    void buttonAttachesSeveralFilesAsOneWork() {
        m_office->dialogs.nextFiles = {pdf(), written("cheques.csv", "a;b\n")};
        button("addFiles")->click();
        QTRY_COMPARE(count(), 2);
        QCOMPARE(m_office->works.all().size(), std::size_t{1});
        QTRY_COMPARE(m_office->works.all().front().state, client::Work::State::Done);
        QCOMPARE(rows()->count(), 2);
        // Newest first; size in the digits of the language, its name for a screen reader.
        const QString shown = rows()->item(1)->text();
        QVERIFY2(shown.contains(QStringLiteral("ضمانت‌نامه.pdf")) && shown.contains(QStringLiteral("۲۱")), qPrintable(shown));
        QVERIFY(rows()->item(1)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("ضمانت‌نامه.pdf")));
        test::look(*m_list, "files.fa");
        m_office->locale.setLanguage(Language::English);
        QTRY_VERIFY(rows()->item(1)->text().contains("21 bytes"));
        test::look(*m_list, "files.en");
    }

    void filesAreDropped() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(pdf()), QUrl::fromLocalFile(m_folder.path())});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_list.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_list.get(), &drop);
        QTRY_COMPARE(count(), 1);  // the folder is no file
    }

    void pictureOfTheClipboardIsAttachedAndShown() {
        QImage picture(1'200, 500, QImage::Format_RGB32);
        picture.fill(QColor("#4b7bb5"));
        QApplication::clipboard()->setImage(picture);
        button("addFiles")->setFocus();
        QTest::keyClick(button("addFiles"), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(count(), 1);
        QCOMPARE(m_list->files().front().mediaType, std::string("image/png"));
        auto* preview = m_list->findChild<QLabel*>("filePreview");
        QTRY_VERIFY(preview->isVisible());
        QVERIFY(!preview->accessibleName().isEmpty());
        const QImage seen = preview->pixmap().toImage();
        QCOMPARE(seen.pixelColor(seen.width() / 2, seen.height() / 2), QColor("#4b7bb5"));
        test::look(*m_list, "files.picture.fa");
        // Of a file that is no picture nothing is shown.
        attach({pdf()});
        rows()->setCurrentRow(0);
        QVERIFY(!preview->isVisible());
    }

    void textOfTheClipboardIsNoFile() {
        QMimeData text;
        text.setText("text");
        QVERIFY(!m_list->attach(text));
        QVERIFY(m_office->works.all().empty());
    }

    void fileIsOpenedByEnterAndSavedWithItsName() {
        attach({pdf()});
        rows()->setFocus();
        rows()->setCurrentRow(0);
        QTest::keyClick(rows(), Qt::Key_Return);
        QTRY_COMPARE(m_opened.size(), 1);
        QVERIFY(m_opened.first().toLocalFile().endsWith(QStringLiteral("ضمانت‌نامه.pdf")));
        QFile opened(m_opened.first().toLocalFile());
        QVERIFY(opened.open(QIODevice::ReadOnly));
        QCOMPARE(opened.readAll(), QByteArray("%PDF-1.7\nA guarantee\n"));
        m_office->dialogs.nextFile = m_folder.filePath("saved.pdf");
        button("saveFileButton")->click();
        QTRY_COMPARE(m_office->works.all().front().state, client::Work::State::Done);
        QCOMPARE(m_office->works.all().front().result, m_office->dialogs.nextFile);
        QVERIFY(QFile::exists(m_office->dialogs.nextFile));
    }

    void fileIsRemovedByKeyAndBroughtBack() {
        attach({pdf("a.pdf")});
        attach({pdf("b.pdf")});
        rows()->setFocus();
        rows()->setCurrentRow(0);
        QTest::keyClick(rows(), Qt::Key_Delete);
        QTRY_COMPARE(count(), 1);
        QVERIFY(banner("fileUndo")->isVisible());
        QVERIFY(banner("fileUndo")->text().contains("b.pdf"));
        QCOMPARE(rows()->currentRow(), 0);
        test::look(*m_list, "files.removed.fa");
        press(banner("fileUndo"));
        QTRY_COMPARE(count(), 2);
        QVERIFY(!banner("fileUndo")->isVisible());
    }

    void whatIsRefusedIsSaidAndKeepsNoOtherBack() {
        const QString program = written("tool.exe", QByteArray("MZ\0\1", 4));
        const QString large = written("large.pdf", "%PDF-" + QByteArray(2 << 20, 'x'));
        m_list->attach(QStringList{program, large, pdf()});
        QTRY_VERIFY(banner("fileTrouble")->isVisible());
        QTRY_COMPARE(count(), 1);
        const QString told = banner("fileTrouble")->text();
        QVERIFY2(told.contains("tool.exe") && told.contains(QStringLiteral("این نوع فایل")), qPrintable(told));
        QVERIFY2(told.contains("large.pdf") && told.contains(QStringLiteral("مگابایت")), qPrintable(told));
        QCOMPARE(m_office->works.all().front().state, client::Work::State::Failed);
        QVERIFY(!m_office->works.all().front().again);
        test::look(*m_list, "files.refused.fa");
    }

    void storeThatIsAwayLosesNothing() {
        const fs::path folder = m_folder.path().toStdString() + "/objects";
        attach({pdf("before.pdf")});
        const fs::path away = m_folder.path().toStdString() + "/away";
        fs::rename(folder, away);
        std::ofstream(folder) << "not a folder";
        QImage picture(20, 20, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QMimeData pasted;
        pasted.setImageData(picture);
        QVERIFY(m_list->attach(pasted));
        QTRY_VERIFY(banner("fileTrouble")->isVisible());
        QVERIFY(banner("fileTrouble")->text().contains(QStringLiteral("مخزن فایل‌ها")));
        fs::remove(folder);
        fs::rename(away, folder);
        press(banner("fileTrouble"));
        QTRY_COMPARE(count(), 2);
        QVERIFY(!banner("fileTrouble")->isVisible());
    }

    void sendingGoesOnWhenTheListIsClosedAndIsSeenWhenItIsOpenedAgain() {
        m_list->attach(QStringList{pdf("a.pdf"), pdf("b.pdf"), pdf("c.pdf")});
        m_list = std::make_unique<FileList>(m_office->context, "brands");
        m_list->load(m_brand);
        m_list->show();
        QTRY_COMPARE(count(), 3);
    }

    void sendingThatIsStoppedAttachesNothingMore() {
        m_list->attach(QStringList{pdf("a.pdf"), pdf("b.pdf")});
        m_office->works.stop(m_office->works.all().front().id);
        QCOMPARE(m_office->works.all().front().state, client::Work::State::Stopped);
        QTest::qWait(300);
        QCOMPARE(count(), 0);
    }

    void whatOthersAttachComesByItself() {
        Backoffice other;
        QCOMPARE(other.signIn(m_server->url(), "clerk@nextgen.local", QString::fromUtf8(testing::TestStack::password.data())), QString());
        m_office->changes.setPause(100);
        QTest::qWait(300);
        QVERIFY(QCoro::waitFor(file::attachFile(other.api, {"brands", m_brand}, pdf("theirs.pdf"),
                                                client::newIdempotencyKey(), {}, {})));
        QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 15'000);
        QVERIFY(button("removeFileButton")->isEnabled());  // an administrator may
        // The other one may not remove what the administrator attached.
        attach({pdf("ours.pdf")});
        FileList theirs(other.context, "brands");
        theirs.load(m_brand);
        theirs.show();
        QTRY_COMPARE(theirs.files().size(), std::size_t{2});
        theirs.list()->setCurrentRow(0);
        QVERIFY(!theirs.findChild<QPushButton*>("removeFileButton")->isEnabled());
        theirs.list()->setCurrentRow(1);
        QVERIFY(theirs.findChild<QPushButton*>("removeFileButton")->isEnabled());
    }

  public slots:
    void noteOpened(const QUrl& url) { m_opened << url; }
};

QTEST_MAIN(FileListTest)
#include "file_list_test.moc"
