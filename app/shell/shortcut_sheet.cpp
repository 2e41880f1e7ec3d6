#include "app/shell/shortcut_sheet.h"

#include "app/shell/ltr.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nextgen::shell {

ShortcutSheet::ShortcutSheet(const std::vector<Group>& groups, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));

    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    grid->setHorizontalSpacing(ui::space::l);
    grid->setVerticalSpacing(ui::space::s);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Group& group : groups) {
        if (row > 0) {
            grid->setRowMinimumHeight(row++, ui::space::s);
        }
        grid->addWidget(ui::makeLabel(group.title, ui::TextRole::Heading), row++, 0, 1, 2);
        for (const auto& [action, key] : group.keys) {
            grid->addWidget(new QLabel(action), row, 0);
            grid->addWidget(ui::makeLabel(ltr(key), ui::TextRole::Strong), row++, 1);
        }
    }
    grid->setRowStretch(row, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(ui::makeScroll(sheet));
    layout->addWidget(buttons);
    resize(480, 560);
}

}  // namespace nextgen::shell
