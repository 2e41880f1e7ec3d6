// Every widget of the toolkit on a few pages, for the eye. `gallery` opens a window; `gallery --write DIR`
// writes a PNG of each page, dialog and popup in both languages and four looks, and ends.
#include "tests/ui/gallery/gallery_pages.h"
#include "ui/locale/language.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

using namespace nextgen;
using namespace nextgen::ui;
using nextgen::test::GalleryPage;
using nextgen::test::galleryPages;

namespace {

QString say(const char* persian, const char* english) {
    return QString::fromUtf8(currentLanguage() == Language::Persian ? persian : english);
}

// What opens over a window: shown, written and closed again.
bool writePopups(const QString& folder, const QString& suffix) {
    bool isWritten = true;
    const auto writeNext = [&](const char* name, const auto& find) {
        QTimer::singleShot(50, qApp, [&isWritten, folder, suffix, name, find] {
            QWidget* widget = find();
            isWritten = isWritten && widget != nullptr &&
                        widget->grab().save(QDir(folder).filePath(QLatin1String(name) + suffix));
            if (widget != nullptr) {
                widget->close();
            }
        });
    };
    WindowDialogs dialogs;
    writeNext("dialog_confirm", [] { return QApplication::activeModalWidget(); });
    dialogs.confirm(
        nullptr, {say("ثبت ۱۸ چک؟", "Commit 18 cheques?"),
                  say("مبلغ ۲۰٬۶۸۹٬۰۰۰٬۰۰۰ ریال به اعتبار مصرف‌شدهٔ "
                      "«راهکارهای "
                      "فناوری "
                      "ایران» "
                      "افزوده می‌شود.",
                      "20,689,000,000 rials are added to the exposure of Tech Solutions Iran."),
                  say("تا ده دقیقه می‌توان آن را برگرداند.",
                      "It can be undone for ten minutes."),
                  say("ثبت چک‌ها", "Commit"), false});
    writeNext("dialog_danger", [] { return QApplication::activeModalWidget(); });
    dialogs.confirm(nullptr, {say("ابطال چک؟", "Void the cheque?"),
                              say("این کار بازگشت ندارد.", "This cannot be taken back."),
                              {},
                              say("ابطال", "Void"),
                              true});

    const auto& pages = galleryPages();
    const auto filters = std::find_if(pages.begin(), pages.end(), [](const GalleryPage& p) {
        return p.name == std::string_view("filters");
    });
    std::unique_ptr<QWidget> page(filters->make());
    page->resize(1100, 720);
    page->show();
    QApplication::processEvents();
    writeNext("column_menu", [] { return QApplication::activePopupWidget(); });
    page->findChild<QToolButton*>(QStringLiteral("columnsButton"))->click();
    writeNext("filter_menu", [] { return QApplication::activePopupWidget(); });
    page->findChild<QToolButton*>(QStringLiteral("addFilterButton"))->click();
    page->findChild<FilterBar*>()->showHelp();
    QApplication::processEvents();
    auto* help = page->findChild<QWidget*>(QStringLiteral("filterHelp"));
    isWritten = isWritten && help->grab().save(QDir(folder).filePath(QStringLiteral("filter_help") + suffix));
    help->close();
    for (const auto* chip : {"status_chip", "due_on_chip", "amount_chip"}) {
        page->findChild<QWidget*>(QLatin1String(chip))
            ->findChild<QToolButton*>(QStringLiteral("chipText"))
            ->click();
        QApplication::processEvents();
        auto* panel = page->findChild<QWidget*>(QStringLiteral("filterPanel"));
        isWritten = isWritten && panel->grab().save(QDir(folder).filePath(QLatin1String(chip) + suffix));
        panel->close();
        QApplication::sendPostedEvents(panel, QEvent::DeferredDelete);
    }
    return isWritten;
}

constexpr std::array<std::pair<const char*, Look>, 4> looks = {{
    {"light", {}},
    {"dark", {.scheme = Scheme::Dark}},
    {"light_contrast_compact", {Scheme::LightContrast, Density::Compact, Look::fontPercentMin}},
    {"dark_contrast_large", {Scheme::DarkContrast, Density::Comfortable, Look::fontPercentMax}},
}};

bool writeAll(const QString& folder, Locale& locale, Theme& theme) {
    for (const Language language : {Language::Persian, Language::English}) {
        locale.setLanguage(language);
        for (const auto& [name, look] : looks) {
            theme.setLook(look);
            const QString suffix =
                QStringLiteral("_%1_%2.png")
                    .arg(QLatin1String(language == Language::Persian ? "fa" : "en"), QLatin1String(name));
            for (const GalleryPage& page : galleryPages()) {
                std::unique_ptr<QWidget> widget(page.make());
                widget->resize(1100, 720);
                widget->show();
                QApplication::processEvents();
                if (!widget->grab().save(QDir(folder).filePath(QLatin1String(page.name) + suffix))) {
                    return false;
                }
            }
            if (!writePopups(folder, suffix)) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("write"), QStringLiteral("Write a PNG of every page into DIR."),
                      QStringLiteral("DIR")});
    parser.process(application);

    Theme theme;
    Locale locale;
    if (parser.isSet(QStringLiteral("write"))) {
        return writeAll(parser.value(QStringLiteral("write")), locale, theme) ? 0 : 1;
    }
    QTabWidget window;
    for (const GalleryPage& page : galleryPages()) {
        window.addTab(page.make(), QLatin1String(page.name));
    }
    window.resize(1100, 760);
    window.show();
    return QApplication::exec();
}
