#pragma once

#include "app/client/listing.h"
#include "app/client/page.h"
#include "app/client/task.h"
#include "app/shell/context.h"
#include "shared/api/list_spec.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/record_grid.h"

#include <QObject>
#include <functional>

namespace nextgen::shell {

/// Fills a grid from a list of the server, page after page as the reader comes near the end. Rows stay on the
/// screen until the answer that replaces them is there; an answer that was overtaken by a newer question is
/// dropped.
template <class E, class Model = ui::RecordModel<E>>
class Lister : public QObject {
  public:
    using Ask = std::function<QCoro::Task<client::Answer<client::Page<E>>>(client::Listing)>;

    Lister(Model& model, ui::RecordGrid& grid, Ask ask, QObject* parent)
        : QObject(parent), m_model(model), m_grid(grid), m_ask(std::move(ask)) {
        m_model.setFetcher([this] { askFor(m_nextCursor); });
        connect(&m_grid, &ui::RecordGrid::refreshRequested, this, &Lister::reload);
        connect(&m_grid, &ui::RecordGrid::retryRequested, this, &Lister::reload);
    }

    /// Asks anew, from the first page; the order that was chosen by a heading stays.
    void load(std::vector<std::pair<QString, QString>> filters = {}) {
        m_listing.filters = std::move(filters);
        reload();
    }

    void reload() {
        ++m_generation;
        askFor({});
    }

    /// Headings of the fields by which the list can be ordered ask it anew in that order.
    void sortBy(const api::ListSpec& spec) {
        std::vector<std::string> names;
        for (const api::ListField& field : spec.fields) {
            if ((field.traits & api::Sort) != 0) {
                names.emplace_back(field.name);
            }
        }
        m_model.setSorter(
            [this](std::string_view name, Qt::SortOrder order) {
                m_listing.sort =
                    (order == Qt::DescendingOrder ? QStringLiteral("-") : QString()) + ui::toQt(name);
                reload();
            },
            std::move(names));
    }

    /// Called after each page, with whether it was a first one.
    void whenLoaded(std::function<void(bool isFirst)> handler) { m_whenLoaded = std::move(handler); }

  private:
    void askFor(const QString& cursor) {
        client::Listing listing = m_listing;
        listing.cursor = cursor;
        m_grid.setBusy(true);
        client::whenDone(m_ask(std::move(listing)), this,
                         [this, generation = m_generation, isFirst = cursor.isEmpty()](auto answer) {
                             if (generation == m_generation) {
                                 take(std::move(answer), isFirst);
                             }
                         });
    }

    void take(client::Answer<client::Page<E>> answer, bool isFirst) {
        m_grid.setBusy(false);
        if (!answer) {
            m_model.fetchFailed();
            if (!answer.error().isCancelled()) {
                m_grid.setError(sentenceOf(answer.error()), answer.error().name);
            }
            return;
        }
        m_grid.clearError();
        m_nextCursor = answer->nextCursor;
        if (isFirst) {
            m_model.replace(std::move(answer->items));
        } else {
            m_model.append(std::move(answer->items));
        }
        m_model.setHasMore(!m_nextCursor.isEmpty());
        if (isFirst) {
            m_grid.setTotal(answer->estimatedTotal);
        }
        if (m_whenLoaded) {
            m_whenLoaded(isFirst);
        }
    }

    Model& m_model;
    ui::RecordGrid& m_grid;
    Ask m_ask;
    std::function<void(bool)> m_whenLoaded;
    client::Listing m_listing;
    QString m_nextCursor;
    int m_generation = 0;
};

}  // namespace nextgen::shell
