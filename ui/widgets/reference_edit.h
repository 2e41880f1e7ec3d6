#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

class QAction;
class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace nextgen::ui {

/// A record that a reference names or may name.
struct Reference {
    std::int64_t id;
    QString title;
};

/// Looks for the records of a schema ("brands") that fit what was typed, all of them when nothing was, and
/// hands them on; never when they could not be had, or when `asker` is gone by then.
using ReferenceFinder = std::function<void(std::string_view schema, const QString& typed, QObject* asker,
                                           std::function<void(std::vector<Reference>)> found)>;

/// Chooses a record by typing part of its title; Down or the arrow lists the first ones. The first that fits
/// what was typed is marked, and Enter or Tab takes it and goes on. Emptied, it names none.
class ReferenceEdit : public QWidget {
    Q_OBJECT

  public:
    ReferenceEdit(std::string_view schema, ReferenceFinder finder, QWidget* parent = nullptr);
    ~ReferenceEdit() override;

    std::optional<Reference> value() const { return m_value; }
    void setValue(std::optional<Reference> value);
    /// Empty, or a record.
    bool isAcceptable() const;
    QLineEdit* lineEdit() const { return m_line; }
    /// Whether the record can be looked at: by the arrow in the line or Ctrl+Enter.
    void setOpenable(bool isOpenable);

  signals:
    void valueChanged();
    void openWanted(std::int64_t id);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void retranslate();
    void search();
    void showOpen();
    void showFound(std::vector<Reference> found);
    void take(const Reference& reference);
    bool takeKey(const QKeyEvent& key);
    bool takePopupKey(const QKeyEvent& key);
    /// The line gets the key once the list has closed.
    void passOn(const QKeyEvent& key);

    std::string_view m_schema;
    ReferenceFinder m_finder;
    QLineEdit* m_line;
    QAction* m_list;
    QAction* m_open;
    bool m_isOpenable = false;
    QCompleter* m_completer;
    QStandardItemModel* m_model;
    QTimer m_rest;
    bool m_isAsking = false;
    bool m_goesOn = false;  ///< Enter was pressed before the answer came
    std::vector<Reference> m_found;
    std::optional<Reference> m_value;
};

}  // namespace nextgen::ui
