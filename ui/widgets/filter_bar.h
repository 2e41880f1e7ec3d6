#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/date.h"
#include "shared/describe/describe.h"
#include "ui/widgets/filter_text.h"
#include "ui/widgets/reference_edit.h"

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

class QCompleter;
class QFrame;
class QLabel;
class QLineEdit;
class QMenu;
class QStandardItemModel;
class QToolButton;

namespace nextgen::ui {

/// Narrows a list: one line for what is searched for (q=) and for conditions as ui/widgets/filter_text.h
/// reads them, and one chip for each field that is narrowed. Enter makes chips of conditions and goes on to
/// the list. A chip opens its editor, its cross (or Delete) takes it away; a double click, F2 or Backspace at
/// the line's beginning makes it text again. Down lists what may be typed next.
class FilterBar : public QWidget {
    Q_OBJECT

  public:
    explicit FilterBar(QWidget* parent = nullptr);
    ~FilterBar() override;

    /// Offers a field; its title is translated in `context`, the entity's name. Of kinds without an editor
    /// (plain ids) nothing is offered.
    void addField(const char* context, const describe::FieldInfo& field, unsigned listTraits,
                  const std::vector<describe::Choice>& choices);

    /// Offers what the list's description allows, with the titles of E.
    template <describe::Described E>
    void addFields(const char* context, const api::ListSpec& spec) {
        addFields(context, describe::fieldsOf<E>(), spec);
    }
    /// The same for an entity without a type; with a finder references are offered too.
    void addFields(const char* context, const std::vector<describe::FieldInfo>& fields,
                   const api::ListSpec& spec, ReferenceFinder finder = {});

    /// Whether words are searched for; without that the line takes conditions only.
    void setSearchable(bool isSearchable);
    void setSearchPlaceholder(const QString& text);
    /// What the date editors and the ready-made ranges call today.
    void setToday(Date today);

    /// What narrows the list now, search included, in the order of the fields.
    QList<Filter> filters() const;
    /// The same as the parts of a query, as of today.
    QList<std::pair<QString, QString>> queryItems() const;
    /// The same as text: in the words of the language of the moment, or of the API.
    QString filterText() const;
    QString filterText(FilterSpeech speech) const;
    /// Puts filterText() on the clipboard; pasted into the line of the same list it gives the same chips.
    void copyAsText() const;
    /// Whether a condition names a secret, which must be stored nowhere.
    bool hasSecret() const;
    /// What stands beside the line is as high.
    int lineHeight() const;
    /// Shows what a text says; false, and nothing changes, when it is not understood.
    bool setFilterText(const QString& text);
    /// Shows these; fields that are not offered are passed over. Says filtersChanged() when something
    /// changed.
    void setFilters(const QList<Filter>& filters);
    void clear();
    /// Looks for this alone and goes on to the list; false where words are not searched for.
    bool search(const QString& words);
    /// What each chip says, and what is searched for: for paper.
    QStringList sentences() const;

    /// What can be narrowed by, with its names.
    const std::vector<FilterField>& fields() const { return m_names; }

    /// What gets the keyboard when the line was understood.
    void setList(QWidget* list) { m_list = list; }

    /// How filters are written, beside the line.
    void showHelp();

    QLineEdit* searchLine() const { return m_search; }

  signals:
    /// A condition came, went or changed; typing in the search line says so after a rest of 250 ms or on
    /// Enter.
    void filtersChanged();
    /// For what stands beside the line.
    void lineHeightChanged(int height);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Field {
        const char* context;
        describe::FieldInfo info;
        std::vector<describe::Choice> choices;
        std::vector<Filter> filters;  ///< none: the field does not narrow
        QWidget* chip = nullptr;
        QToolButton* chipText = nullptr;
        QToolButton* chipClose = nullptr;
    };

    void retranslate();
    void fitHeights();
    void rested();
    void commit();
    void resolveReferences(QList<Filter> filters, const QString& typed);
    void take(const QList<Filter>& filters);
    void showFault(const FilterFault& fault);
    QString sentenceOf(const FilterFault& fault) const;
    void clearFault();
    /// Lists what may come next; unasked only when there is something definite to say.
    void suggest(bool isAsked);
    void lookUp();
    void showSuggestions(const QList<FilterSuggestion>& suggestions);
    void takeSuggestion(int row);
    void makeText(std::size_t place);
    void addTextActions(QMenu& menu);
    void showMenu();
    void showChipMenu(std::size_t place, const QPoint& globalPosition);
    void edit(std::size_t place);
    void editChoices(std::size_t place);
    void editRange(std::size_t place);
    void editText(std::size_t place);
    void editReference(std::size_t place);
    void setFieldFilters(std::size_t place, std::vector<Filter> filters);
    void showChip(std::size_t place);
    static QString title(const Field& field);
    static QString relativeDayWords(const QString& value);
    QString chipSentence(const Field& field) const;
    void showPanel(QFrame* panel, std::size_t place);
    QPoint editorCorner(std::size_t place, int width) const;

    QPointer<QWidget> m_list;
    QLineEdit* m_search;
    QToolButton* m_add;
    QToolButton* m_clear;
    QTimer m_rest;
    QString m_settledSearch;
    QString m_placeholder;
    QLabel* m_fault;
    QCompleter* m_completer;
    QStandardItemModel* m_suggestionModel;
    FilterCompletion m_completion;
    QTimer m_lookUp;
    bool m_isSearchable = true;
    qint64 m_panelOpenedAt = 0;  ///< a second click on its chip soon after is a double click
    std::vector<Field> m_fields;
    std::vector<FilterField> m_names;  ///< of m_fields, place by place
    std::optional<Date> m_today;
    ReferenceFinder m_finder;
};

}  // namespace nextgen::ui
