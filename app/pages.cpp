#include "app/pages.h"

namespace nextgen {

std::vector<shell::Page> allPages() {
    return {};
}

}  // namespace nextgen
