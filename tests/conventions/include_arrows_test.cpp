#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

/// The one-way dependencies of the tree, read off every #include. A folder that is not named here may not
/// exist, so that a new one gets its place in the order by decision.
class IncludeArrowsTest : public QObject {
    Q_OBJECT

    struct Rule {
        QString folder;
        QStringList mayUse;  ///< folders of the project, beside itself
        QStringList
            libraries;  ///< beginnings of <…> that are kept out of all folders but those that name them
    };

    // Lower ones first. Features stand in the order in which they may know each other.
    const QList<Rule> rules{
        {"shared/core", {}, {}},
        {"shared/describe", {"shared/core"}, {"nlohmann/"}},
        {"shared/workbook", {"shared/core"}, {"zip.h", "expat.h", "xlsxwriter.h"}},
        {"shared/account", {"shared/core", "shared/describe"}, {"nlohmann/"}},
        {"shared/dealer", {"shared/core", "shared/describe", "shared/api/list_spec.h"}, {}},
        {"shared/credit", {"shared/core", "shared/describe", "shared/dealer", "shared/api/list_spec.h"}, {}},
        {"shared/cheque", {"shared/core", "shared/describe", "shared/credit", "shared/api/list_spec.h"}, {}},
        {"shared/cheque_import",
         {"shared/core", "shared/describe", "shared/workbook", "shared/cheque", "shared/api/list_spec.h"},
         {"nlohmann/"}},
        {"shared/catalog", {"shared/core", "shared/describe", "shared/dealer"}, {}},
        {"shared/discount", {"shared/core", "shared/describe"}, {}},
        {"shared/executor", {"shared/core", "shared/describe"}, {}},
        {"shared/invoice", {"shared/core", "shared/describe"}, {}},
        {"shared/job", {"shared/core", "shared/describe"}, {}},
        {"shared/media", {"shared/core", "shared/describe"}, {}},
        {"shared/note", {"shared/core", "shared/describe"}, {}},
        {"shared/file", {"shared/core", "shared/describe"}, {}},
        {"shared/message", {"shared/core", "shared/describe", "shared/api/list_spec.h"}, {}},
        {"shared/order", {"shared/core", "shared/describe"}, {}},
        {"shared/payment", {"shared/core", "shared/describe"}, {}},
        {"shared/statistics", {"shared/core", "shared/describe"}, {}},
        {"shared/review", {"shared/core", "shared/describe"}, {}},
        {"shared/shipping", {"shared/core", "shared/describe"}, {}},
        {"shared/storefront", {"shared/core", "shared/describe"}, {}},
        {"shared/vendor", {"shared/core", "shared/describe"}, {}},
        {"shared/warranty", {"shared/core", "shared/describe"}, {}},
        {"shared/view", {"shared/core", "shared/describe"}, {}},
        {"shared/home", {"shared/core", "shared/describe"}, {}},
        {"shared/api", {"shared"}, {"nlohmann/"}},

        {"server/db",
         {"shared/core", "shared/describe", "server/clock.h", "server/sql.h"},
         {"pqxx/", "nlohmann/", "sodium.h"}},
        {"server/secret",
         {"shared/core", "shared/describe", "server/db", "server/sql.h"},
         {"nlohmann/", "sodium.h"}},
        {"server/log", {"shared/core"}, {}},
        {"server/audit",
         {"shared/core", "server/db", "server/secret", "server/clock.h", "server/sql.h"},
         {"nlohmann/", "sodium.h"}},
        {"server/cache", {"shared/core", "server/http/caller.h"}, {"hiredis/", "nlohmann/"}},
        {"server/settings", {"shared/core"}, {"toml++/", "CLI/"}},
        {"server/embedded",
         {"shared/core", "server/db", "server/settings", "server/sql.h"},
         {"hiredis/", "sodium.h"}},
        {"server/storage", {"shared/core", "server/db", "server/sql.h"}, {"sodium.h"}},
        {"server/http",
         {"shared", "server/db", "server/log", "server/cache", "server/settings", "server/clock.h",
          "server/sql.h"},
         {"httplib.h", "nlohmann/", "sodium.h"}},
        {"server/account",
         {"shared", "server/db", "server/cache", "server/secret", "server/http", "server/entity/guard.h",
          "server/clock.h", "server/sql.h"},
         {"sodium.h", "nlohmann/", "liboath/"}},
        {"server/change",
         {"shared", "server/db", "server/cache", "server/http", "server/sql.h"},
         {"nlohmann/", "sodium.h"}},
        {"server/dealer",
         {"shared", "server/db", "server/cache", "server/http", "server/clock.h", "server/sql.h"},
         {}},
        {"server/credit",
         {"shared", "server/db", "server/http", "server/clock.h", "server/sql.h", "server/dealer"},
         {}},
        {"server/cheque",
         {"shared", "server/db", "server/secret", "server/http", "server/clock.h", "server/sql.h",
          "server/dealer"},
         {}},
        {"server/cheque_import",
         {"shared", "server/db", "server/secret", "server/http", "server/clock.h", "server/sql.h",
          "server/dealer", "server/cheque"},
         {"nlohmann/", "sodium.h"}},
        {"server/entity",
         {"shared", "server/db", "server/cache", "server/secret", "server/http", "server/sql.h"},
         {"nlohmann/"}},
        {"server/view", {"shared", "server/db", "server/http", "server/sql.h"}, {}},
        {"server/message",
         {"shared", "server/db", "server/http", "server/clock.h", "server/sql.h"},
         {"nlohmann/", "sodium.h", "curl/"}},
        {"server/home",
         {"shared", "server/db", "server/cache", "server/secret", "server/http", "server/clock.h",
          "server/credit", "server/cheque", "server/cheque_import", "server/entity"},
         {"nlohmann/"}},
        {"server/note",
         {"shared", "server/db", "server/secret", "server/http", "server/entity", "server/clock.h",
          "server/sql.h"},
         {"nlohmann/"}},
        {"server/file",
         {"shared", "server/db", "server/http", "server/storage", "server/clock.h", "server/sql.h"},
         {"nlohmann/", "sodium.h"}},
        {"server/search",
         {"shared", "server/db", "server/secret", "server/http", "server/cheque", "server/entity"},
         {"nlohmann/"}},
        {"server/seed", {"shared", "server/db", "server/cheque"}, {}},
        {"server/command", {"shared", "server"}, {"CLI/", "nlohmann/", "sodium.h"}},
        {"server", {"shared", "server"}, {"CLI/"}},

        {"ui/locale", {"shared"}, {"Q"}},
        {"ui/widgets", {"shared", "ui"}, {"Q", "qrencode.h"}},
        {"ui/describe", {"shared", "ui"}, {"Q"}},
        {"ui/print", {"shared", "ui"}, {"Q"}},

        {"app/client", {"shared", "ui/locale"}, {"Q", "qt6keychain/", "nlohmann/", "sodium.h"}},
        {"app/shell", {"shared", "ui", "app/client"}, {"Q", "nlohmann/"}},
        {"app/file", {"shared", "ui", "app/client", "app/shell"}, {"Q", "nlohmann/"}},
        {"app/account", {"shared", "ui", "app/client", "app/shell", "app/entity"}, {"Q", "nlohmann/"}},
        {"app/dealer", {"shared", "ui", "app/client", "app/shell", "app/entity"}, {"Q", "nlohmann/"}},
        {"app/cheque", {"shared", "ui", "app/client", "app/shell", "app/dealer", "app/file"}, {"Q", "nlohmann/"}},
        {"app/cheque_import", {"shared", "ui", "app/client", "app/shell", "app/dealer"}, {"Q", "nlohmann/"}},
        {"app/entity", {"shared", "ui", "app/client", "app/shell", "app/file"}, {"Q", "nlohmann/"}},
        {"app/home", {"shared", "ui", "app/client", "app/shell", "app/entity"}, {"Q", "nlohmann/"}},
        {"app/invoice", {"shared", "ui", "app/client", "app/shell", "app/entity"}, {"Q", "nlohmann/"}},
        {"app/executor", {"shared", "ui", "app/client", "app/shell", "app/entity"}, {"Q", "nlohmann/"}},
        {"app/tour", {"shared", "ui", "app"}, {"Q", "nlohmann/"}},
        {"app", {"shared", "ui", "app"}, {"Q"}},
    };

    const Rule* ruleOf(const QString& folder) const {
        for (const Rule& rule : rules) {
            if (rule.folder == folder) {
                return &rule;
            }
        }
        return nullptr;
    }

    static bool isBelow(const QString& path, const QStringList& roots) {
        for (const QString& root : roots) {
            if (path == root || path.startsWith(root + '/')) {
                return true;
            }
        }
        return false;
    }

  private slots:
    void everyIncludePointsDown() {
        const QDir top(NEXTGEN_SOURCE_DIR);
        const QRegularExpression include("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]",
                                         QRegularExpression::MultilineOption);
        QStringList guarded;
        for (const Rule& rule : rules) {
            guarded += rule.libraries;
        }
        guarded.removeAll("Q");
        QStringList wrong;
        int files = 0;
        for (const char* side : {"shared", "server", "ui", "app"}) {
            QDirIterator it(top.filePath(side), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = top.relativeFilePath(it.next());
                const QString folder = path.section('/', 0, -2);
                const Rule* rule = ruleOf(folder);
                if (rule == nullptr) {
                    wrong << path + ": the folder has no place in the order";
                    continue;
                }
                QFile file(top.filePath(path));
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const auto match = matches.next();
                    const QString target = match.captured(2);
                    if (match.captured(1) == "\"") {
                        if (target.contains('/') && !target.startsWith(folder + '/') &&
                            !isBelow(target, rule->mayUse)) {
                            wrong << path + " includes " + target;
                        }
                        continue;
                    }
                    const bool isQt =
                        target.startsWith('Q') || target.startsWith("qt") || target.startsWith("qcoro");
                    if (isQt && !rule->libraries.contains("Q")) {
                        wrong << path + " includes <" + target + ">";
                    }
                    for (const QString& library : guarded) {
                        if (target.startsWith(library) && !rule->libraries.contains(library)) {
                            wrong << path + " includes <" + target + ">";
                        }
                    }
                }
            }
        }
        QVERIFY(files > 30);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

QTEST_APPLESS_MAIN(IncludeArrowsTest)
#include "include_arrows_test.moc"
