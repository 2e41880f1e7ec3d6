#pragma once

#include "shared/core/error.h"
#include "ui/widgets/scanner.h"

#include <QList>
#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace nextgen::ui {

class Banner;

/// What a screen reader calls an editor: the part of it that the keyboard reaches.
void setSpokenName(QWidget* editor, const QString& name);

/// The property of a line that takes whatever is scanned while the keyboard is in it.
inline constexpr auto scannedProperty = "scanned";

/// Labels above editors, each editor's error under it. Errors that belong to no row stand above all.
///
/// Keys: Enter goes on to the next editor and from the last one submits, Shift+Enter goes back, Ctrl+S
/// submits from anywhere. In long texts Enter begins a line. A scanned code fills the field that the keyboard
/// is in, or else the first empty one, of those that read such codes, and goes on; where there is none it is
/// refused aloud.
class Form : public QWidget, public ScanTaker {
    Q_OBJECT

  public:
    /// `columns` rows beside one another.
    explicit Form(int columns = 1, QWidget* parent = nullptr);

    /// The editor is taken over and gets `name`, the field's, as its object name. `span` columns wide.
    void addRow(const QString& name, const QString& label, QWidget* editor, bool isRequired = false,
                int span = 1);
    void setLabel(const QString& name, const QString& label);
    /// A row that is not asked for now is passed over by keys as well.
    void setRowVisible(const QString& name, bool isVisible);
    /// Without them where something else says what is written, as a heading does.
    void setLabelsShown(bool areShown);
    QWidget* editor(const QString& name) const;

    /// An empty text takes the error away.
    void setError(const QString& name, const QString& text);
    QString error(const QString& name) const;
    /// What the rules or the server refused: pointers ("/due_on") lead to rows, the first of which gets the
    /// keyboard.
    void setErrors(const std::vector<Error>& errors);
    void setGeneralError(const QString& text);
    void clearErrors();

    bool takeScan(const QString& code) override;

  signals:
    /// The person is done with it, by keys.
    void submitted();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Row {
        QString name;
        QString label;
        QWidget* editor;
        QLabel* labelView;
        QLabel* errorView;
        bool isRequired;
    };
    const Row* row(const QString& name) const;
    /// What the keyboard goes through, in its order.
    QList<QWidget*> stops() const;
    /// False at the end of the form.
    bool step(int by);
    static void showLabel(const Row& row);

    QGridLayout* m_grid;
    Banner* m_general;
    std::vector<Row> m_rows;
    int m_columns;
    int m_nextCell = 0;
};

}  // namespace nextgen::ui
