#include "app/shell/shortcut_sheet.h"

#include "app/shell/ltr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace nextgen::shell {

namespace {

constexpr QSize sheetSize(620, 620);

QString textOf(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) {
        // Shift+Tab is a key of its own to Qt, and to nobody else.
        texts << key.toString(QKeySequence::PortableText)
                     .replace(QLatin1String("Backtab"), QLatin1String("Tab"));
    }
    return texts.join(QStringLiteral("   "));
}

}  // namespace

ShortcutSheet::ShortcutSheet(Read read, QWidget* parent) : QDialog(parent), m_read(std::move(read)) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    m_trouble = new ui::Banner(ui::Tone::Warn, this);
    m_trouble->setObjectName(QStringLiteral("keyTrouble"));
    m_trouble->hide();
    m_scroll = ui::makeScroll(new QWidget);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_trouble);
    layout->addWidget(m_scroll);
    layout->addWidget(buttons);
    resize(sheetSize);
    fill();
}

void ShortcutSheet::fill() {
    m_groups = m_read();
    const int place = m_scroll->verticalScrollBar()->value();
    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    grid->setHorizontalSpacing(ui::space::m);
    grid->setVerticalSpacing(ui::space::xs);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Group& group : m_groups) {
        if (row > 0) {
            grid->setRowMinimumHeight(row++, ui::space::s);
        }
        grid->addWidget(ui::makeLabel(group.title, ui::TextRole::Heading), row++, 0, 1, 3);
        for (const Line& line : group.lines) {
            const QString keys = line.shown.isEmpty() ? textOf(line.keys) : line.shown;
            auto* title = new QLabel(line.title);
            title->setWordWrap(true);
            grid->addWidget(title, row, 0);
            grid->addWidget(ui::makeLabel(keys.isEmpty() ? QStringLiteral("–") : ltr(keys),
                                          line.isChanged ? ui::TextRole::Heading : ui::TextRole::Strong),
                            row, 1);
            if (!line.id.isEmpty()) {
                auto* change = new QToolButton;
                change->setObjectName(QStringLiteral("change_") + line.id);
                change->setIcon(ui::icon(ui::Icon::Edit, ui::Tint::Muted));
                change->setToolTip(tr("Another key"));
                change->setAccessibleName(tr("Another key: %1").arg(line.title));
                ui::setKind(change, ui::ButtonKind::Quiet);
                connect(change, &QToolButton::clicked, this, [this, line] { askFor(line); });
                grid->addWidget(change, row, 2);
            }
            ++row;
        }
    }
    grid->setRowStretch(row, 1);
    m_scroll->setWidget(sheet);
    sheet->setAutoFillBackground(false);  // which setWidget() turns on
    m_scroll->verticalScrollBar()->setValue(place);
}

QString ShortcutSheet::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

bool ShortcutSheet::give(const QString& id, const QKeySequence& key) {
    for (const Group& group : m_groups) {
        for (const Line& line : group.lines) {
            if (line.id != id && !key.isEmpty() && line.keys.contains(key)) {
                m_trouble->setText(tr("%1 belongs to “%2” already.")
                                       .arg(ltr(key.toString(QKeySequence::PortableText)), line.title));
                m_trouble->show();
                return false;
            }
        }
    }
    m_trouble->hide();
    emit changed(id, key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    fill();
    return true;
}

void ShortcutSheet::askFor(const Line& line) {
    QDialog dialog(this);
    dialog.setObjectName(QStringLiteral("keyDialog"));
    dialog.setWindowTitle(line.title);
    auto* edit = new QKeySequenceEdit(line.keys.value(0), &dialog);
    edit->setLayoutDirection(Qt::LeftToRight);
    // One stroke is enough, and what is pressed next is another try.
    connect(edit, &QKeySequenceEdit::keySequenceChanged, edit, [edit](const QKeySequence& typed) {
        if (typed.count() > 1) {
            edit->setKeySequence(QKeySequence(typed[typed.count() - 1]));
        }
    });
    auto* buttons = new QDialogButtonBox(&dialog);
    QPushButton* use = buttons->addButton(tr("Use this key"), QDialogButtonBox::AcceptRole);
    ui::setKind(use, ui::ButtonKind::Primary);
    QPushButton* none = buttons->addButton(tr("No key"), QDialogButtonBox::DestructiveRole);
    QPushButton* reset = buttons->addButton(tr("As it was"), QDialogButtonBox::ResetRole);
    reset->setEnabled(line.isChanged);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    connect(use, &QPushButton::clicked, &dialog, [&] {
        give(line.id, edit->keySequence());
        dialog.accept();
    });
    connect(none, &QPushButton::clicked, &dialog, [&] {
        give(line.id, {});
        dialog.accept();
    });
    connect(reset, &QPushButton::clicked, &dialog, [&] {
        emit resetWanted(line.id);
        fill();
        dialog.accept();
    });
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(new QLabel(tr("Press the key for “%1”.").arg(line.title)));
    layout->addWidget(edit);
    layout->addWidget(buttons);
    dialog.exec();
}

}  // namespace nextgen::shell
