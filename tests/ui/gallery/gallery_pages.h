#pragma once

#include <functional>
#include <vector>

class QWidget;

namespace nextgen::test {

/// A page that shows some widgets of the toolkit, in the language of the moment.
struct GalleryPage {
    const char* name;
    std::function<QWidget*()> make;
};
const std::vector<GalleryPage>& galleryPages();

}  // namespace nextgen::test
