#include "app/cheque/move_result_dialog.h"

#include "app/cheque/cheque_panel.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/record_grid.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace nextgen::cheque {

MoveResultDialog::MoveResultDialog(Move move, std::size_t moved, std::vector<RefusedMove> refused,
                                   QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("moveResultDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleOf(move));
    const auto refusedCount = static_cast<std::int64_t>(refused.size());
    auto* heading = ui::makeLabel(
        tr("Moved: %1 · not moved: %2")
            .arg(ui::showNumber(static_cast<std::int64_t>(moved)), ui::showNumber(refusedCount)),
        ui::TextRole::Heading, this);
    heading->setObjectName(QStringLiteral("resultHeading"));
    auto* grid = new ui::RecordGrid({}, this);
    auto* model = new ui::RecordModel<RefusedMove>("RefusedMove", {}, grid);
    model->replace(std::move(refused));
    grid->setModel(model);
    grid->view()->horizontalHeader()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->addWidget(heading);
    layout->addWidget(ui::makeLabel(tr("The cheques below stay as they were."), ui::TextRole::Muted, this));
    layout->addWidget(grid, 1);
    layout->addWidget(buttons);
    resize(680, 420);
}

}  // namespace nextgen::cheque
