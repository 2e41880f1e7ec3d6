#include "server/message/mail.h"

#include <QByteArray>
#include <QtTest>

using namespace nextgen;
using message::Mail;

/// What goes over the wire for an e-mail.
class MailTest : public QObject {
    Q_OBJECT

    static QByteArray wire(const Mail& mail) { return QByteArray::fromStdString(wireText(mail)); }

    static Mail letter() {
        return {"NextGen <office@shop.ir>", "sara@x.ir", "Hello", "One line", "1.2", Instant(1'764'300'000'000'000)};
    }

  private slots:
    void headersSayWhoWhatAndWhen() {
        const QByteArray text = wire(letter());
        QVERIFY(text.startsWith("Date: Fri, 28 Nov 2025 03:20:00 +0000\r\nFrom: NextGen <office@shop.ir>\r\n"
                                "To: sara@x.ir\r\nSubject: Hello\r\nMessage-ID: <1.2@shop.ir>\r\n"));
        QCOMPARE(QByteArray::fromBase64(text.mid(text.indexOf("\r\n\r\n") + 4)), QByteArray("One line"));
    }

    void persianIsEncodedAndReadBack() {
        Mail mail = letter();
        mail.subject = "گذرواژهٔ تازه برای فروشگاه بزرگ و خوش‌نام نکست‌جن، شعبهٔ خیابان ولیعصر";
        mail.body = std::string(10'000, 'x') + "پایان";
        mail.from = "نکست‌جن <office@shop.ir>";
        const QByteArray text = wire(mail);
        for (const QByteArray& line : text.split('\n')) {
            QVERIFY2(line.size() <= 78, line.constData());
        }
        for (const char c : text) {
            QVERIFY(static_cast<unsigned char>(c) < 0x80);
        }
        QByteArray read;
        const qsizetype begin = text.indexOf("Subject: ") + 9;
        for (QByteArray word : text.mid(begin, text.indexOf("\r\nMessage-ID") - begin).split('\n')) {
            word = word.trimmed();
            QVERIFY(word.startsWith("=?UTF-8?B?") && word.endsWith("?=") && word.size() <= 75);
            const QByteArray part = QByteArray::fromBase64(word.mid(10, word.size() - 12));
            QVERIFY(QString::fromUtf8(part).toUtf8() == part);  // whole letters
            read += part;
        }
        QCOMPARE(read, QByteArray::fromStdString(mail.subject));
        QCOMPARE(QByteArray::fromBase64(text.mid(text.indexOf("\r\n\r\n") + 4)), QByteArray::fromStdString(mail.body));
    }

    void noTextReachesIntoTheHeaders() {
        Mail mail = letter();
        mail.subject = "Hello\r\nBcc: all@x.ir\r\n\r\nbody";
        const QByteArray text = wire(mail);
        QVERIFY(!text.contains("\r\nBcc:"));
        QCOMPARE(text.count("\r\n\r\n"), 1);
        mail.subject = "=?UTF-8?B?ISE=?=";
        QVERIFY(!wire(mail).contains("=?UTF-8?B?ISE=?="));
    }

    void addressesAreJudged_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << "sara@x.ir" << true;
        QTest::newRow("with a plus") << "sara+shop@x.ir" << true;
        QTest::newRow("none") << "" << false;
        QTest::newRow("no @") << "sara" << false;
        QTest::newRow("two") << "a@b@c" << false;
        QTest::newRow("nobody") << "@x.ir" << false;
        QTest::newRow("nowhere") << "a@" << false;
        QTest::newRow("line") << "a@x.ir\r\nRCPT TO:<b@x.ir>" << false;
        QTest::newRow("brackets") << "a@x.ir>" << false;
        QTest::newRow("list") << "a@x.ir,b" << false;
    }
    void addressesAreJudged() {
        QFETCH(QString, text);
        QTEST(message::isAddress(text.toStdString()), "isGood");
    }
};

QTEST_APPLESS_MAIN(MailTest)
#include "mail_test.moc"
