#include "tests/ui/gallery/gallery_pages.h"
#include "ui/locale/language.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <memory>

using namespace nextgen;
using namespace nextgen::ui;

/// What must hold for every widget, in both languages and with the largest font.
class GalleryTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase_data() {
        QTest::addColumn<bool>("isPersian");
        QTest::addColumn<int>("fontPercent");
        QTest::newRow("fa") << true << 100;
        QTest::newRow("en") << false << 100;
        QTest::newRow("fa, large") << true << Look::fontPercentMax;
        QTest::newRow("en, large") << false << Look::fontPercentMax;
    }
    void initTestCase() { QAccessible::setActive(true); }

    void everyControlTheKeyboardReachesHasAName_data() { addPages(); }
    void everyControlTheKeyboardReachesHasAName() {
        const auto page = opened();
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
                widget->focusProxy() != nullptr) {
                continue;
            }
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(path(widget)));
        }
    }

    void noTextIsCutOff_data() { addPages(); }
    void noTextIsCutOff() {
        const auto page = opened();
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            if (!widget->isVisible()) {
                continue;
            }
            const auto* label = qobject_cast<QLabel*>(widget);
            if (label != nullptr && label->wordWrap()) {
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(path(widget)));
                continue;
            }
            const auto* tool = qobject_cast<QToolButton*>(widget);
            if (tool != nullptr && !tool->icon().isNull() &&
                tool->toolButtonStyle() == Qt::ToolButtonIconOnly) {
                continue;  // its text is not shown
            }
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            if ((label != nullptr && !label->text().isEmpty()) ||
                (button != nullptr && !button->text().isEmpty())) {
                QVERIFY2(widget->width() >= widget->minimumSizeHint().width() &&
                             widget->height() >= widget->fontMetrics().height(),
                         qPrintable(path(widget)));
            }
        }
    }

    void persianTextsHavePersianDigits_data() { addPages(); }
    void persianTextsHavePersianDigits() {
        QFETCH_GLOBAL(bool, isPersian);
        const auto page = opened();
        const QRegularExpression wrong(isPersian ? QStringLiteral("[0-9]") : QStringLiteral("[۰-۹]"));
        for (const auto* label : page->findChildren<QLabel*>()) {
            QVERIFY2(!label->isVisible() || !label->text().contains(wrong), qPrintable(label->text()));
        }
        for (const auto* button : page->findChildren<QAbstractButton*>()) {
            QVERIFY2(!button->isVisible() || !button->text().contains(wrong), qPrintable(button->text()));
        }
    }

  private:
    static void addPages() {
        QTest::addColumn<int>("place");
        int place = 0;
        for (const test::GalleryPage& page : test::galleryPages()) {
            QTest::newRow(page.name) << place++;
        }
    }

    std::unique_ptr<QWidget> opened() {
        const bool isPersian = *static_cast<bool*>(QTest::qGlobalData("isPersian", qMetaTypeId<bool>()));
        const int place = *static_cast<int*>(QTest::qData("place", qMetaTypeId<int>()));
        m_theme.setLook(
            {.fontPercent = *static_cast<int*>(QTest::qGlobalData("fontPercent", qMetaTypeId<int>()))});
        m_locale.setLanguage(isPersian ? Language::Persian : Language::English);
        std::unique_ptr<QWidget> page(test::galleryPages().at(static_cast<std::size_t>(place)).make());
        page->resize(1100, 720);
        page->show();
        QApplication::processEvents();
        return page;
    }

    static QString path(const QWidget* widget) {
        QString path = QStringLiteral(" %1x%2, needs %3x%4")
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(widget->minimumSizeHint().width())
                           .arg(widget->minimumSizeHint().height());
        for (; widget != nullptr; widget = widget->parentWidget()) {
            path.prepend(QStringLiteral("/%1#%2").arg(QLatin1String(widget->metaObject()->className()),
                                                      widget->objectName()));
        }
        return path;
    }

    Theme m_theme;
    Locale m_locale;
};

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
