#include "app/shell/area.h"

#include <QCoreApplication>

namespace nextgen::shell {

using api::Area;

QString titleOf(Area area) {
    switch (area) {
        case Area::Home:
            return QCoreApplication::translate("Area", "Home");
        case Area::Sales:
            return QCoreApplication::translate("Area", "Sales");
        case Area::Dealers:
            return QCoreApplication::translate("Area", "Dealers & cheques");
        case Area::Vendors:
            return QCoreApplication::translate("Area", "Vendors");
        case Area::Executors:
            return QCoreApplication::translate("Area", "Executors");
        case Area::Catalog:
            return QCoreApplication::translate("Area", "Catalog");
        case Area::Storefront:
            return QCoreApplication::translate("Area", "Storefront");
        case Area::Finance:
            return QCoreApplication::translate("Area", "Finance");
        case Area::System:
            return QCoreApplication::translate("Area", "System");
    }
    return {};
}

ui::Icon iconOf(Area area) {
    switch (area) {
        case Area::Home:
            return ui::Icon::Home;
        case Area::Sales:
            return ui::Icon::Cart;
        case Area::Dealers:
            return ui::Icon::Dealer;
        case Area::Vendors:
            return ui::Icon::Truck;
        case Area::Executors:
            return ui::Icon::Tool;
        case Area::Catalog:
            return ui::Icon::Tag;
        case Area::Storefront:
            return ui::Icon::Window;
        case Area::Finance:
            return ui::Icon::Bank;
        case Area::System:
            return ui::Icon::Settings;
    }
    return ui::Icon::Inbox;
}

}  // namespace nextgen::shell
