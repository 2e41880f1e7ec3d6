#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/date.h"
#include "shared/describe/describe.h"
#include "ui/widgets/reference_edit.h"

#include <QList>
#include <QTimer>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

class QFrame;
class QLineEdit;
class QToolButton;

namespace nextgen::ui {

/// One condition, as the lists of the API take it: name=value or name.op=value.
struct Filter {
    QString name;
    QString op;  ///< empty, or "gte", "lte"
    QString value;

    QString key() const { return op.isEmpty() ? name : name + u'.' + op; }
    bool operator==(const Filter&) const = default;
};

/// Narrows a list: a search line (q=), and one chip for each field that is narrowed. A chip opens its editor,
/// its cross (or Delete) takes it away. Choices may be several; dates and amounts are ranges.
class FilterBar : public QWidget {
    Q_OBJECT

  public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// Offers a field; its title is translated in `context`, the entity's name. Of kinds without an editor
    /// (plain ids) nothing is offered.
    void addField(const char* context, const describe::FieldInfo& field,
                  const std::vector<describe::Choice>& choices);

    /// Offers what the list's description allows, with the titles of E.
    template <describe::Described E>
    void addFields(const char* context, const api::ListSpec& spec) {
        addFields(context, describe::fieldsOf<E>(), spec);
    }
    /// The same for an entity without a type; with a finder references are offered too.
    void addFields(const char* context, const std::vector<describe::FieldInfo>& fields,
                   const api::ListSpec& spec, ReferenceFinder finder = {});

    void setSearchVisible(bool isVisible);
    void setSearchPlaceholder(const QString& text);
    /// What the date editors and the ready-made ranges call today.
    void setToday(Date today);

    /// What narrows the list now, search included, in the order of the fields.
    QList<Filter> filters() const;
    /// The same as the parts of a query.
    QList<std::pair<QString, QString>> queryItems() const;
    /// Shows these; fields that are not offered are passed over. Says filtersChanged() when something
    /// changed.
    void setFilters(const QList<Filter>& filters);
    void clear();

    QLineEdit* searchLine() const { return m_search; }

  signals:
    /// A condition came, went or changed; typing in the search line says so after a rest of 250 ms or on
    /// Enter.
    void filtersChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Field {
        const char* context;
        describe::FieldInfo info;
        std::vector<describe::Choice> choices;
        std::vector<Filter> filters;  ///< none: the field does not narrow
        QString referenceTitle;       ///< of the record that a reference is narrowed to
        QWidget* chip = nullptr;
        QToolButton* chipText = nullptr;
        QToolButton* chipClose = nullptr;
    };

    void retranslate();
    void searchSettled();
    void showMenu();
    void edit(std::size_t place);
    void editChoices(std::size_t place);
    void editRange(std::size_t place);
    void editText(std::size_t place);
    void editReference(std::size_t place);
    void setFieldFilters(std::size_t place, std::vector<Filter> filters);
    void showChip(std::size_t place);
    QString title(const Field& field) const;
    QString chipSentence(const Field& field) const;
    void showPanel(QFrame* panel, std::size_t place) const;
    QPoint editorCorner(std::size_t place, int width) const;

    QLineEdit* m_search;
    QToolButton* m_add;
    QToolButton* m_clear;
    QTimer m_rest;
    QString m_settledSearch;
    QString m_placeholder;
    std::vector<Field> m_fields;
    std::optional<Date> m_today;
    ReferenceFinder m_finder;
};

}  // namespace nextgen::ui
