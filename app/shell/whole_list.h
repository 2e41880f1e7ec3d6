#pragma once

#include "app/client/listing.h"
#include "app/client/task.h"
#include "app/shell/lister.h"
#include "shared/api/list_spec.h"
#include "ui/describe/record_model.h"
#include "ui/widgets/record_grid.h"

#include <QObject>
#include <functional>
#include <memory>
#include <utility>

namespace nextgen::shell {

/// Rows of a list in the words of a model that nobody looks at, until the next page is asked for.
struct WordedPage {
    std::shared_ptr<const ui::RecordModelBase> model;  ///< with the columns of the grid's own
    QString next;                                      ///< cursor of what follows; empty: nothing does
};
using AskPage = std::function<QCoro::Task<client::Answer<WordedPage>>(QString cursor)>;

template <class E, class Model>
QCoro::Task<client::Answer<WordedPage>> askForPage(typename Lister<E, Model>::Ask ask,
                                                   client::Listing listing, std::shared_ptr<Model> model) {
    auto answer = co_await ask(std::move(listing));
    if (!answer) {
        co_return tl::unexpected(answer.error());
    }
    model->replace(std::move(answer->items));
    WordedPage page;
    page.model = model;
    page.next = answer->nextCursor;
    co_return page;
}

/// The list of which a grid holds a window, from its beginning to its end: for what takes all of it. A child
/// of its grid.
class WholeList : public QObject {
  public:
    template <class E, class Model, class Make>
    WholeList(const Lister<E, Model>& lister, ui::RecordGrid& grid, Make makeModel)
        : QObject(&grid), m_now([&lister, makeModel = std::move(makeModel)]() -> AskPage {
              client::Listing listing = lister.listing();
              listing.limit = api::pageSizeMax;
              return [ask = lister.ask(), listing, model = makeModel()](const QString& cursor) {
                  client::Listing next = listing;
                  next.cursor = cursor;
                  return askForPage<E, Model>(ask, std::move(next), model);
              };
          }) {}

    /// As it is asked at the moment: its filters and its order.
    AskPage now() const { return m_now(); }

    /// nullptr: the grid holds all that there is, or nobody said more.
    static const WholeList* of(const ui::RecordGrid& grid) {
        for (const QObject* child : grid.children()) {
            if (const auto* list = dynamic_cast<const WholeList*>(child)) {
                return list;
            }
        }
        return nullptr;
    }

  private:
    std::function<AskPage()> m_now;
};

}  // namespace nextgen::shell
