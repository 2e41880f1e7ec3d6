#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

// The numbered places of a text, in order: %1, %2 …
QStringList placesIn(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%L?\\d"));
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();) {
        places += match.next().captured();
    }
    places.sort();
    return places;
}

}  // namespace

/// Nothing visible without Persian: lupdate, run on a copy, finds no text that translations/nextgen_fa.ts
/// does not have or has left unfinished.
class TranslationTest : public QObject {
    Q_OBJECT

  private slots:
    void everyTextHasItsPersian() {
        const QDir source(QStringLiteral(NEXTGEN_SOURCE_DIR));
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("nextgen_fa.ts"));
        QVERIFY(QFile::copy(source.filePath(QStringLiteral("translations/nextgen_fa.ts")), copy));
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(source.filePath(QStringLiteral("translations/update")), {copy});
        QVERIFY(update.waitForFinished());
        const QByteArray said = update.readAll();
        QVERIFY2(update.exitCode() == 0, said.constData());
        // A class that lupdate cannot place gets the wrong context, and its texts no translation at run time.
        QVERIFY2(!said.contains("unknown namespace") && !said.contains("lacks Q_OBJECT"), said.constData());

        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString context;
        QString text;
        QStringList missing;
        int count = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == QStringLiteral("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QStringLiteral("source")) {
                text = xml.readElementText();
            } else if (xml.name() == QStringLiteral("translation")) {
                ++count;
                const bool isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
                const QString persian = xml.readElementText();
                if (!isFinished || persian.isEmpty()) {
                    missing += QStringLiteral("%1: %2").arg(context, text);
                } else if (placesIn(text) != placesIn(persian)) {
                    missing += QStringLiteral("%1: %2 (its %1, %2 … differ)").arg(context, text);
                }
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(count > 100);
        QVERIFY2(
            missing.isEmpty(),
            qPrintable(
                QStringLiteral("without Persian, see translations/README.md:\n%1").arg(missing.join(u'\n'))));
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
