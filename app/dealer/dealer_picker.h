#pragma once

#include "app/shell/context.h"
#include "ui/widgets/reference_edit.h"

#include <optional>

namespace nextgen::dealer {

/// Chooses a dealer by typing part of the name or the code. Whoever belongs to a dealer has no choice: it is
/// theirs.
class DealerPicker : public ui::ReferenceEdit {
    Q_OBJECT

  public:
    explicit DealerPicker(shell::Context& context, QWidget* parent = nullptr);

    std::optional<DealerId> dealer() const;
    /// The name is asked of the server.
    void setDealer(std::optional<DealerId> id);

  private:
    shell::Context& m_context;
};

}  // namespace nextgen::dealer
