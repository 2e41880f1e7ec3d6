#include "tests/fuzz/targets.h"

#include <sodium.h>

#include <QDir>
#include <QtTest>
#include <random>
#include <string>

using namespace nextgen;

namespace {

// Of each kept input; a workbook is unpacked and read each time.
constexpr int changesOfAnInput = 2'000;
constexpr int changesOfAWorkbook = 60;

/// The input a little damaged: bytes changed, taken out, put twice, or cut off.
std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end == 0 ? 0 : end - 1)(random);
    };
    for (std::size_t steps = 1 + below(4); steps > 0 && !bytes.empty(); --steps) {
        const std::size_t at = below(bytes.size());
        const std::size_t length = 1 + below(std::min<std::size_t>(32, bytes.size() - at));
        switch (below(5)) {
            case 0:
                bytes[at] = static_cast<char>(below(256));
                break;
            case 1:
                bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
                break;
            case 2:
                bytes.erase(at, length);
                break;
            case 3:
                bytes.insert(below(bytes.size()), bytes.substr(at, length));
                break;
            default:
                bytes.resize(at);
        }
    }
    return bytes;
}

}  // namespace

void fuzz::demand(bool holds, const char* promise) {
    if (!holds) {
        qFatal("broken promise: %s", promise);
    }
}

/// The readers of what comes from outside with the kept inputs of tests/fuzz/corpus and many damaged ones,
/// the same in each run. fuzz/run goes further, with libFuzzer and the sanitizers.
class AnyInputTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void nothingBreaksAReader_data() {
        QTest::addColumn<QString>("folder");
        for (const fuzz::Target& target : fuzz::targets()) {
            const QString name = QString::fromUtf8(target.name.data(), qsizetype(target.name.size()));
            QTest::newRow(qPrintable(name)) << NEXTGEN_SOURCE_DIR "/tests/fuzz/corpus/" + name;
        }
    }
    void nothingBreaksAReader() {
        QFETCH(QString, folder);
        const std::string name = QFileInfo(folder).fileName().toStdString();
        const auto target = std::ranges::find(fuzz::targets(), name, &fuzz::Target::name);
        const QFileInfoList inputs = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        QVERIFY(!inputs.isEmpty());
        std::mt19937 random(20'261'128);
        for (const QFileInfo& input : inputs) {
            QFile file(input.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string bytes = file.readAll().toStdString();
            target->run(bytes);
            const int changes = name == "workbook" ? changesOfAWorkbook : changesOfAnInput;
            for (int change = 0; change < changes; ++change) {
                target->run(damaged(bytes, random));
            }
        }
    }
};

QTEST_APPLESS_MAIN(AnyInputTest)
#include "any_input_test.moc"
