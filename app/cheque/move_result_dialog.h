#pragma once

#include "shared/cheque/cheque.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <QDialog>
#include <vector>

namespace nextgen::cheque {

/// A cheque of a bulk move that did not move, and why.
struct RefusedMove {
    std::string number;
    Money amount;
    std::string message;
};

constexpr auto descriptionOf(std::type_identity<RefusedMove>) {
    using namespace describe;
    return schema(
        "refused_moves",
        field("number", &RefusedMove::number).titled(QT_TRANSLATE_NOOP("RefusedMove", "Cheque")).with(Code),
        field("amount", &RefusedMove::amount).titled(QT_TRANSLATE_NOOP("RefusedMove", "Amount")).with(Summed),
        field("message", &RefusedMove::message).titled(QT_TRANSLATE_NOOP("RefusedMove", "Why not")));
}

/// What became of a bulk move when not all went well: how many moved, and each one that did not, with the
/// reason.
class MoveResultDialog : public QDialog {
    Q_OBJECT

  public:
    MoveResultDialog(Move move, std::size_t moved, std::vector<RefusedMove> refused, QWidget* parent);
};

}  // namespace nextgen::cheque
