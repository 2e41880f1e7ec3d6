#include "ui/describe/record_typing.h"

#include "ui/describe/field_form.h"
#include "ui/describe/staged_edits.h"
#include "ui/widgets/grid_typing.h"
#include "ui/widgets/record_grid.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <utility>

namespace nextgen::ui {

namespace {

constexpr int widthMinPx = 230;

/// Over a cell, with room for what its line says beneath: the amount in words, or what is wrong.
class CellForm : public QFrame {
  public:
    CellForm(const RecordTyping::Form& form, const describe::FieldInfo& field, QWidget* parent)
        : QFrame(parent), m_field(field) {
        setObjectName(QStringLiteral("cellEditor"));
        setStyleProperty(this, "popup", true);
        setAutoFillBackground(true);
        std::vector<std::string_view> others;
        for (const describe::FieldInfo& other : form.fields) {
            if (other.name != field.name) {
                others.push_back(other.name);
            }
        }
        m_form = new FieldForm(form.context, form.fields, FieldForm::Use::Edit, form.finder, others, 1, this);
        m_form->setToday(form.today);
        m_form->setLabelsShown(false);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(2, 2, 2, 2);
        layout->addWidget(m_form);
    }

    /// What was typed since stays: the list may come anew meanwhile.
    void load(const Record& record) {
        if (m_form->isDirty()) {
            return;
        }
        m_form->load(record);
        // A setting has its input by what it is.
        QWidget* input = m_form->firstEditor();
        while (input->focusProxy() != nullptr) {
            input = input->focusProxy();
        }
        setFocusProxy(input);
    }

    FieldForm& form() const { return *m_form; }
    const describe::FieldInfo& field() const { return m_field; }

    /// Where the cell is, wider and higher as needed, within the view.
    void place(const QRect& cell) {
        m_cell = cell;
        const QRect room = parentWidget()->rect();
        const int width = std::min(std::max(cell.width(), scaled(widthMinPx)), room.width());
        resize(width, sizeHint().height());
        const int height =
            std::max(cell.height(), layout()->hasHeightForWidth() ? layout()->heightForWidth(width)
                                                                  : layout()->sizeHint().height());
        const int left = layoutDirection() == Qt::RightToLeft ? cell.right() + 1 - width : cell.left();
        setGeometry(std::clamp(left, 0, std::max(0, room.width() - width)),
                    std::clamp(cell.top(), 0, std::max(0, room.height() - height)), width, height);
    }

  protected:
    bool event(QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest && !m_cell.isNull()) {
            place(QRect(m_cell));
        }
        return QFrame::event(event);
    }

  private:
    const describe::FieldInfo& m_field;
    FieldForm* m_form;
    QRect m_cell;
};

class RecordTypingDelegate : public TypingDelegate {
  public:
    using Stage = std::function<void(int row, FieldChanges changes)>;

    RecordTypingDelegate(RecordTable& table, RecordTyping::Form form, Stage stage, QObject* parent)
        : TypingDelegate(parent), m_table(table), m_form(std::move(form)), m_stage(std::move(stage)) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                          const QModelIndex& index) const override {
        const describe::FieldInfo* field = writtenBy(m_form.fields, m_table.column(index.column()));
        if (field == nullptr) {
            return nullptr;
        }
        auto* editor = new CellForm(m_form, *field, parent);
        watchParts(editor);
        return editor;
    }

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& /*index*/) const override {
        static_cast<CellForm*>(editor)->place(option.rect);
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        static_cast<CellForm*>(editor)->load(m_table.stagedAt(index.row()));
    }

    void setModelData(QWidget* editor, QAbstractItemModel* /*model*/,
                      const QModelIndex& index) const override {
        const auto& cell = *static_cast<CellForm*>(editor);
        auto changes = cell.form().changes();
        if (!changes || changes->empty()) {
            return;
        }
        const describe::FieldInfo* wording =
            cell.field().refersTo.empty() ? nullptr : wordingOf(m_form.fields, cell.field());
        if (wording != nullptr) {
            const bool isEmpty = std::holds_alternative<std::monostate>(changes->front().second);
            changes->emplace_back(
                wording->name,
                isEmpty ? FieldValue() : FieldValue(fromQt(cell.form().typedWords(cell.field()))));
        }
        m_stage(index.row(), std::move(*changes));
    }

  protected:
    bool mayTake(QWidget* editor) const override {
        // What a line does when it is left, such as taking the one record that fits.
        if (auto* line = qobject_cast<QLineEdit*>(editor->focusProxy())) {
            emit line->editingFinished();
        }
        return static_cast<CellForm*>(editor)->form().changes().has_value();
    }

  private:
    RecordTable& m_table;
    const RecordTyping::Form m_form;
    const Stage m_stage;
};

}  // namespace

RecordTyping::RecordTyping(RecordGrid& grid, RecordTable& table, StagedEdits& staged, Form form)
    : QObject(&grid) {
    table.setStaged(&staged);
    table.setEditing(
        [&table, fields = &form.fields](int /*row*/, std::string_view name) {
            const int column = table.columnOf(name);
            return column >= 0 && writtenBy(*fields, table.column(column)) != nullptr;
        },
        {});
    const auto stage = [this, &table, &staged](int row, FieldChanges changes) {
        if (!staged.stage({{table.at(row), std::move(changes)}})) {
            emit full();
        }
    };
    new GridTyping(grid, GridTyping::Keys::List, [&table, form, stage](QTableView* view) {
        return new RecordTypingDelegate(table, form, stage, view);
    });
}

}  // namespace nextgen::ui
