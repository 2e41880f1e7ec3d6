#pragma once

#include "app/shell/context.h"
#include "shared/api/entity.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scanner.h"

#include <QVariantMap>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QSplitter;

namespace nextgen::shell {

/// What a page shows when it is opened from elsewhere: {"id": "12"}; {"file": path} for one that was
/// dropped on the window.
using PageTarget = QVariantMap;

/// The key of a target that asks for a new record.
inline const QString newTarget = QStringLiteral("new");

/// One page of the main window. Its QWidget::actions() stand in the command palette while it is open.
class PageWidget : public QWidget, public ui::ScanTaker {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    /// The page comes to the front: it loads what it has not loaded yet, and what the target names.
    virtual void open(const PageTarget& target) = 0;
    /// Loads again what it shows; F5.
    virtual void reload() = 0;

    /// What open() takes to show the same again; for links, and for a tab that comes back.
    virtual PageTarget target() const { return {}; }
    /// What a record is called that this shows alone; empty as long as it is not known.
    virtual QString documentName() const { return {}; }
    /// Whether something was typed here that is not saved.
    virtual bool isDirty() const { return false; }
    /// Whether a new one that opens target() would show the same, so that this one may go meanwhile.
    virtual bool mayRest() const { return false; }

    /// Whether what was typed here may go: asks the person when something was that is not saved.
    virtual bool mayLeave() { return true; }

    /// The states that are worth a picture beside the page as it opens: dialogs, tabs, steps. The tour goes
    /// through them in this order; names are snake_case.
    virtual QStringList tourStops() const { return {}; }
    /// Goes to one; called again for each language and theme, so it does nothing when it is there already. A
    /// dialog that it opens is closed by the tour. `filePath`: a workbook to show an import with; may be
    /// empty.
    virtual void goToStop(const QString& stop, const QString& filePath);
    /// A scanned code is looked for, where there is a line to search in.
    bool takeScan(const QString& code) override;

    /// Whether nothing is under way that would change what is shown, beyond calls of the server.
    virtual bool isSettled() const { return true; }

  signals:
    /// Another page is wanted, by its id; a record's own tab where the target is {"id"} alone.
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);
    /// Its name changed, or whether something is unsaved.
    void documentChanged();
    /// The record is not there, or not for this person; the sentence says which.
    void gone(const QString& why);

  protected:
    /// Words everything anew: called at the end of a page's constructor and at each change of the language.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
};

/// For a list and what belongs to its chosen row, its children, side by side; the person moves the border,
/// which is plain space. Where it was left is remembered under `name`.
QSplitter* makeSplitter(Context& context, const QString& name, QWidget* parent);
/// How the room is shared as long as the person does not say.
void setShares(QSplitter& splitter, int list, int panel);

/// A page as its feature offers it. Without the permission it is not shown.
struct Page {
    QString id;
    const char* title;  ///< marked for translation in `context`
    ui::Icon icon;
    Permission permission;
    std::function<PageWidget*(Context&, QWidget* parent)> make;
    QStringList fileSuffixes = {};        ///< kinds of files that may be dropped on the window for it
    api::Area area = api::Area::Dealers;  ///< the sidebar's group
    const char* context = "Page";
    bool isStart = false;  ///< in front as long as no other page is remembered
    /// One record by itself, for a tab of its own; without it records are shown on the page.
    std::function<PageWidget*(Context&, qint64 id, QWidget* parent)> makeRecord = {};
    const char* singular = nullptr;  ///< "Order", in `context`; with makeRecord
    /// What can be made here, as the command palette offers it from anywhere: "New: Order". The page opens it
    /// where its target has newTarget.
    std::function<QString()> newTitle = {};
    std::optional<Permission> newPermission = {};  ///< with newTitle

    QString shownTitle() const;
    /// "Order 1024", or the name alone where that is no number.
    QString titleOfRecord(const QString& name, qint64 record) const;
};

}  // namespace nextgen::shell
