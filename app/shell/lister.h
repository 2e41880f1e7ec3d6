#pragma once

#include "app/client/listing.h"
#include "app/client/page.h"
#include "app/client/task.h"
#include "app/shell/context.h"
#include "shared/api/list_spec.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/record_grid.h"

#include <QObject>
#include <algorithm>
#include <functional>
#include <utility>

namespace nextgen::shell {

/// The order from the other end: "-due_on,amount" becomes "due_on,-amount".
inline QString oppositeOrder(const QString& order) {
    QStringList fields = order.split(u',');
    for (QString& field : fields) {
        field = field.startsWith(u'-') ? field.mid(1) : u'-' + field;
    }
    return fields.join(u',');
}

/// Fills a grid from a list of the server, page after page before the reader comes to the edge of what is
/// held. Of a list that sortBy() describes the model holds a window, which moves both ways and jumps to the
/// list's ends; of another all pages that were seen. Rows stay on the screen until the answer that replaces
/// them is there; an answer that was overtaken by a newer question is dropped.
template <class E, class Model = ui::RecordModel<E>>
class Lister : public QObject {
  public:
    using Ask = std::function<QCoro::Task<client::Answer<client::Page<E>>>(client::Listing)>;

    /// What a window holds; some pages more than a reader sees at once in any direction.
    static constexpr int windowRowsMax = 3'000;

    Lister(Model& model, ui::RecordGrid& grid, Ask ask, QObject* parent)
        : QObject(parent), m_model(model), m_grid(grid), m_ask(std::move(ask)) {
        m_model.setFetcher([this] { askFor({Question::After, m_model.cursorAfter()}); });
        connect(&m_grid, &ui::RecordGrid::refreshRequested, this, &Lister::reload);
        connect(&m_grid, &ui::RecordGrid::retryRequested, this, &Lister::reload);
    }

    /// Asks anew, from the first page; the order that was chosen by a heading stays.
    void load(std::vector<std::pair<QString, QString>> filters = {}) {
        m_listing.filters = std::move(filters);
        begin({Question::First, {}});
    }

    /// Asks anew for what is in view.
    void reload() {
        Question question{Question::First, {}};
        const auto page = m_model.questionOf(m_ownOrder.isEmpty() ? -1 : m_grid.topRow());
        if (!page.after.isEmpty()) {
            question = {Question::From, page.after, page.rowsBefore};
        } else if (!page.before.isEmpty()) {
            question = {Question::UpTo, page.before, page.rowsBefore};
        }
        question.keepsPlace = true;
        begin(std::move(question));
    }

    /// Headings of the fields by which the list can be ordered ask it anew in that order.
    void sortBy(const api::ListSpec& spec) {
        m_ownOrder = ui::toQt(spec.sortDefault);
        std::vector<std::string> names;
        for (const api::ListField& field : spec.fields) {
            if ((field.traits & api::Sort) != 0) {
                names.emplace_back(field.name);
            }
        }
        m_model.setSorter(
            [this](const QString& order) {
                if (m_listing.sort != order) {
                    m_listing.sort = order;
                    begin({Question::First, {}});
                }
            },
            std::move(names));
        m_listing.sort = m_grid.order();
        m_model.setRowsMax(windowRowsMax);
        m_model.setFetcherBefore([this] { askFor({Question::Before, m_model.cursorBefore()}); });
        connect(&m_grid, &ui::RecordGrid::edgeWanted, this, [this](bool isEnd) {
            begin({isEnd ? Question::Last : Question::First, {}, 0, false, true});
        });
    }

    /// Called after each page, with whether it was a first one.
    void whenLoaded(std::function<void(bool isFirst)> handler) { m_whenLoaded = std::move(handler); }

    /// How the list is asked now, without a page.
    const client::Listing& listing() const { return m_listing; }
    const Ask& ask() const { return m_ask; }

  private:
    struct Question {
        enum Kind { First, Last, After, Before, From, UpTo };
        Kind kind;
        QString cursor;
        qint64 rowsBefore = 0;
        bool keepsPlace = false;
        bool goesToEdge = false;

        bool isOpposite() const { return kind == Last || kind == Before || kind == UpTo; }
        /// Whether the answer takes the place of what is held.
        bool replaces() const { return kind != After && kind != Before; }
    };

    void begin(Question question) {
        ++m_generation;
        askFor(std::move(question));
    }

    void askFor(Question question) {
        client::Listing listing = m_listing;
        listing.cursor = question.cursor;
        if (question.isOpposite()) {
            listing.sort = oppositeOrder(listing.sort.isEmpty() ? m_ownOrder : listing.sort);
        }
        m_grid.setBusy(true);
        client::whenDone(m_ask(std::move(listing)), this,
                         [this, generation = m_generation, question = std::move(question)](auto answer) {
                             if (generation == m_generation) {
                                 take(std::move(answer), question);
                             }
                         });
    }

    void take(client::Answer<client::Page<E>> answer, const Question& question) {
        m_grid.setBusy(false);
        if (!answer) {
            m_model.fetchFailed();
            if (answer.error().code == ErrorCode::CursorInvalid && question.kind != Question::First) {
                // Where the reader was cannot be found again, since the list is another one now.
                begin({Question::First, {}});
            } else if (!answer.error().isCancelled()) {
                m_grid.setError(sentenceOf(answer.error()), answer.error().name);
            }
            return;
        }
        m_grid.clearError();
        const auto size = static_cast<qint64>(answer->items.size());
        ui::RowPage<E> page{std::move(answer->items), answer->previousCursor, answer->nextCursor};
        if (question.isOpposite()) {
            std::reverse(page.rows.begin(), page.rows.end());
            std::swap(page.before, page.after);
        }
        if (question.kind == Question::After) {
            m_model.appendPage(std::move(page));
        } else if (question.kind == Question::Before) {
            m_model.prependPage(std::move(page));
        } else {
            const qint64 total = answer->estimatedTotal.value_or(0);
            m_grid.setTotal(answer->estimatedTotal);
            if (question.keepsPlace) {
                m_grid.keepPlace();
            }
            m_model.replace(std::move(page), question.kind == Question::Last
                                                 ? std::max<qint64>(0, total - size)
                                                 : question.rowsBefore);
            if (question.goesToEdge) {
                m_grid.goToEdge(question.kind == Question::Last);
            }
        }
        if (m_whenLoaded) {
            m_whenLoaded(question.replaces());
        }
    }

    Model& m_model;
    ui::RecordGrid& m_grid;
    Ask m_ask;
    std::function<void(bool)> m_whenLoaded;
    client::Listing m_listing;
    QString m_ownOrder;
    int m_generation = 0;
};

}  // namespace nextgen::shell
