#pragma once

#include "shared/core/error.h"

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace nextgen::ui {

class Banner;

/// What a screen reader calls an editor: the part of it that the keyboard reaches.
void setSpokenName(QWidget* editor, const QString& name);

/// Labels above editors, each editor's error under it. Errors that belong to no row stand above all.
class Form : public QWidget {
    Q_OBJECT

  public:
    /// `columns` rows beside one another.
    explicit Form(int columns = 1, QWidget* parent = nullptr);

    /// The editor is taken over and gets `name`, the field's, as its object name. `span` columns wide.
    void addRow(const QString& name, const QString& label, QWidget* editor, bool isRequired = false,
                int span = 1);
    void setLabel(const QString& name, const QString& label);
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

  protected:
    void changeEvent(QEvent* event) override;

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
    static void showLabel(const Row& row);

    QGridLayout* m_grid;
    Banner* m_general;
    std::vector<Row> m_rows;
    int m_columns;
    int m_nextCell = 0;
};

}  // namespace nextgen::ui
