#pragma once

#include "server/seed/population.h"
#include "server/seed/words.h"
#include "shared/cheque/cheque_status.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// What a generated row is, by its number alone. Several tables tell of the same order, so each of them asks
/// here.
namespace nextgen::seed {

/// An id's number below the millisecond, so that rows of one table and one moment differ.
constexpr std::int64_t beside(std::int64_t id, std::int64_t number) {
    return (id & ~std::int64_t{0xFFFFF}) | number;
}

struct User {
    std::int64_t id = 0;
    std::int64_t time = 0;
    std::string email;
    std::string name;
    std::string mobile;
};
User userOf(const Population& tenant, std::int64_t row);
std::int64_t userId(const Population& tenant, std::int64_t row);

struct Brand {
    std::string persian;
    std::string english;
};
Brand brandOf(std::int64_t row);

struct Product {
    std::int64_t id = 0;
    std::int64_t time = 0;
    std::int64_t vendor = 0;
    std::int64_t brand = 0;  ///< -1: none
    std::int64_t kind = 0;   ///< of goods()
    std::int64_t category = 0;
    std::int64_t price = 0;
};
Product productOf(const Population& tenant, std::int64_t row);
std::string titleOf(const Population& tenant, std::int64_t row, const Product& product);
std::string skuOf(std::int64_t row, const Product& product);

/// A movement of stock: round 0 opens, the others add and take.
struct Movement {
    std::string_view kind;
    std::int64_t quantity = 0;
};
Movement movementOf(const Population& tenant, std::int64_t product, std::int64_t round);
/// Of those that only the first product has.
Movement hotMovementOf(std::int64_t row);

struct Item {
    std::int64_t product = 0;
    std::int64_t quantity = 0;
    std::int64_t unitPrice = 0;
    std::int64_t discount = 0;
    std::int64_t tax = 0;
    std::int64_t total = 0;
};

struct Order {
    std::int64_t id = 0;
    std::int64_t time = 0;
    std::int64_t vendor = 0;
    std::int64_t customer = -1;
    std::int64_t dealer = -1;
    std::string_view status;
    std::string_view paymentStatus;
    std::array<Item, 5> items{};
    std::size_t itemCount = 0;
    std::int64_t shippingMethod = 0;
    std::int64_t itemsAmount = 0;
    std::int64_t discount = 0;
    std::int64_t shipping = 0;
    std::int64_t tax = 0;
    std::int64_t total = 0;
    std::int64_t paid = 0;
    bool hasFailedPayment = false;

    bool isSent() const;  ///< left the warehouse
    bool isDelivered() const;
};
Order orderOf(const Population& tenant, std::int64_t row);

struct ChequeMove {
    const cheque::Transition* transition = nullptr;
    std::int64_t id = 0;  ///< of its event and of its ledger entry
    std::int64_t time = 0;
};

struct Cheque {
    std::int64_t id = 0;
    std::int64_t time = 0;
    std::int64_t dealer = 0;
    std::int64_t amount = 0;
    std::int64_t due = 0;
    std::array<ChequeMove, 3> moves{};  ///< the first is its receipt
    std::size_t moveCount = 0;

    cheque::Status status() const { return moves[moveCount - 1].transition->to; }
};
Cheque chequeOf(const Population& tenant, std::int64_t row);

/// Of the ways of sending that each tenant has: code, title and price.
struct ShippingMethod {
    std::string_view code;
    std::string_view persian;
    std::string_view english;
    std::string_view kind;
    std::int64_t amount;
};
inline constexpr std::array<ShippingMethod, 3> shippingMethods{{
    {"post", "پست پیشتاز", "Express post", "post", 650'000},
    {"courier", "پیک شهری", "City courier", "courier", 1'200'000},
    {"pickup", "تحویل حضوری", "Pickup", "pickup", 0},
}};

}  // namespace nextgen::seed
