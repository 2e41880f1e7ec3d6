#include "server/log/mask.h"

#include <QtTest>

using namespace nextgen;

/// What a line of the log says, and what it keeps to itself.
class MaskTest : public QObject {
    Q_OBJECT

  private slots:
    void secretsAreHidden_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("shown");
        QTest::newRow("national id") << "who is 0012345679?"
                                     << "who is ***?";
        QTest::newRow("in Persian digits")
            << QString::fromUtf8("کد ملی ۰۰۱۲۳۴۵۶۷۹ است") << QString::fromUtf8("کد ملی *** است");
        QTest::newRow("in Arabic digits") << QString::fromUtf8("(٠٠١٢٣٤٥٦٧٩)") << "(***)";
        QTest::newRow("legal id") << "10380284790"
                                  << "***";
        QTest::newRow("in a path") << "GET /api/v1/vendors/0012345679 404"
                                   << "GET /api/v1/vendors/*** 404";
        QTest::newRow("IBAN") << "to IR062960000000100324200001."
                              << "to ***.";
        QTest::newRow("IBAN in groups") << "IR06 2960 0000 0010 0324 2000 01"
                                        << "***";
        QTest::newRow("IBAN without its letters") << "062960000000100324200001"
                                                  << "***";
        QTest::newRow("card") << "card=6219861034529007, cvv"
                              << "card=***, cvv";
        QTest::newRow("card in groups") << "6219-8610-3452-9007"
                                        << "***";
        QTest::newRow("card with blanks") << "a 6219 8610 3452 9007 b"
                                          << "a *** b";
        QTest::newRow("a number and a card") << "3 6219861034529007"
                                             << "3 ***";
        QTest::newRow("mobile") << "09121234567"
                                << "***";
        QTest::newRow("mobile abroad") << "+989121234567 00989121234567 9121234567"
                                       << "+*** *** ***";
        QTest::newRow("token") << "of abcdefghijklmnopqrstuvwxyzABCDEFGHIJ-_01234 gone"
                               << "of *** gone";
        QTest::newRow("bearer") << "Authorization: Bearer short, x"
                                << "Authorization: ***, x";
        QTest::newRow("bearer alone") << "bearer tk, x"
                                      << "bearer ***, x";
        QTest::newRow("password in JSON") << "{\"password\": \"se\\cret x\", \"a\": 1}"
                                          << "{\"password\": \"***\", \"a\": 1}";
        QTest::newRow("escaped JSON") << "{\\\"new_password\\\": \\\"abc\\\"}"
                                      << "{\\\"new_password\\\": \\\"***\"}";
        QTest::newRow("form") << "password=abc&x=1"
                              << "password=***&x=1";
        QTest::newRow("connection") << "host=x password='a b' user=y"
                                    << "host=x password='***' user=y";
        QTest::newRow("one-time code") << "totp: 123456"
                                       << "totp: ***";
        QTest::newRow("detail of the database") << "Key (tenant_id, mobile)=(1, 09121234567) exists"
                                                << "Key (tenant_id, mobile)=(1, ***) exists";
        QTest::newRow("unclosed") << "\"password\": \"abc"
                                  << "\"password\": \"***";
    }
    void secretsAreHidden() {
        QFETCH(QString, line);
        QFETCH(QString, shown);
        QCOMPARE(QString::fromStdString(log::masked(line.toStdString())), shown);
    }

    void theRestStays_data() {
        QTest::addColumn<QString>("line");
        QTest::newRow("a request") << "GET /api/v1/cheques/129876543210987654 200 1.3 ms, request "
                                      "9f1c2b3a4d5e6f700000002a, user 129876543210987655";
        QTest::newRow("a moment") << "2026-11-28T20:41:00.123Z info ready on 127.0.0.1:8640";
        QTest::newRow("a wrong check digit") << "0012345678";
        QTest::newRow("part of a word") << "x0012345679 0012345679y";
        QTest::newRow("a digest") << "c4b9a0e2d3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f9011223344";
        QTest::newRow("an amount") << "150000000 rials, 12,500,000";
        QTest::newRow("words") << QString::fromUtf8("the password was wrong; رمز نادرست است");
        QTest::newRow("nothing") << "";
        QTest::newRow("a long path") << "/home/somebody/.local/share/nextgen/log/server.log";
    }
    void theRestStays() {
        QFETCH(QString, line);
        QCOMPARE(QString::fromStdString(log::masked(line.toStdString())), line);
    }
};

QTEST_APPLESS_MAIN(MaskTest)
#include "mask_test.moc"
