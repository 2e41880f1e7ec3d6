#include "server/seed/model.h"

#include <fmt/format.h>

namespace nextgen::seed {

namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t taxBp = 1000;

/// Each kind of row throws dice of its own.
enum Stream : std::uint64_t { Users = 1, Products, Titles, Movements, Orders, Cheques };

Dice diceOf(const Population& tenant, Stream stream, std::int64_t row) {
    return {tenant.seed, stream, static_cast<std::uint64_t>(row)};
}

std::int64_t rounded(std::int64_t amount) {
    return amount / 1000 * 1000;
}

/// One of the vendor's products that were there by then.
std::int64_t productFor(const Population& tenant, Dice& dice, std::int64_t vendor, std::int64_t time) {
    const std::int64_t there =
        (tenant.thenOf(tenant.products, time) - vendor + tenant.vendors - 1) / tenant.vendors;
    return vendor + tenant.vendors * dice.skewed(std::max<std::int64_t>(1, there));
}

std::string_view statusOf(Dice& dice, std::int64_t age) {
    const std::int64_t r = dice.below(100);
    if (age < 2 * day) {
        return r < 10   ? "draft"
               : r < 50 ? "placed"
               : r < 60 ? "on_hold"
               : r < 80 ? "confirmed"
                        : "processing";
    }
    if (age < 10 * day) {
        return r < 20   ? "confirmed"
               : r < 45 ? "processing"
               : r < 85 ? "shipped"
               : r < 92 ? "delivered"
                        : "cancelled";
    }
    return r < 86 ? "completed" : r < 91 ? "delivered" : r < 97 ? "cancelled" : "returned";
}

}  // namespace

std::int64_t userId(const Population& tenant, std::int64_t row) {
    return tenant.idOf(row, tenant.users);
}

User userOf(const Population& tenant, std::int64_t row) {
    Dice dice = diceOf(tenant, Users, row);
    const std::int64_t mobile = dice.below(1'000'000'000);
    return {userId(tenant, row), tenant.timeOf(row, tenant.users),
            fmt::format("person{}@{}.example", row + 1, tenant.slug), personName(dice),
            fmt::format("09{:09}", mobile)};
}

Brand brandOf(std::int64_t row) {
    const auto words = brandWords();
    const auto count = static_cast<std::int64_t>(words.size());
    const Word& word = words[static_cast<std::size_t>(row % count)];
    if (row < count) {
        return {std::string(word.persian), std::string(word.english)};
    }
    return {fmt::format("{} {}", word.persian, row / count + 1),
            fmt::format("{} {}", word.english, row / count + 1)};
}

Product productOf(const Population& tenant, std::int64_t row) {
    Dice dice = diceOf(tenant, Products, row);
    Product product;
    product.id = tenant.idOf(row, tenant.products);
    product.time = tenant.timeOf(row, tenant.products);
    product.vendor = row % tenant.vendors;
    product.brand = dice.chance(90) ? dice.skewed(tenant.brands) : -1;
    const auto kinds = static_cast<std::int64_t>(goods().size());
    product.kind = dice.skewed(kinds);
    const std::int64_t parts = tenant.categories / kinds - 1;
    product.category = parts == 0 ? product.kind : kinds + product.kind * parts + dice.below(parts);
    product.price = rounded(500'000 + dice.skewed(400'000'000));
    return product;
}

std::string titleOf(const Population& tenant, std::int64_t row, const Product& product) {
    return productTitle(diceOf(tenant, Titles, row), goods()[static_cast<std::size_t>(product.kind)],
                        product.brand < 0 ? std::string() : brandOf(product.brand).persian);
}

std::string skuOf(std::int64_t row, const Product& product) {
    return fmt::format("G{:02}-{:07}", product.kind, row + 1);
}

Movement movementOf(const Population& tenant, std::int64_t product, std::int64_t round) {
    Dice dice = diceOf(tenant, Movements, product);
    const std::int64_t opening = 20 + dice.below(200);
    if (round == 0) {
        return {"opening", opening};
    }
    if (round == 1) {
        // Three of four sell nearly all that there was: some run low.
        return {"sale", -(dice.chance(75) ? opening - dice.below(20) : 1 + dice.below(opening))};
    }
    return dice.chance(5) ? Movement{"return", 1} : Movement{"receipt", 5 + dice.below(100)};
}

Movement hotMovementOf(std::int64_t row) {
    return row % 2 == 0 ? Movement{"receipt", 10} : Movement{"sale", -10};
}

bool Order::isSent() const {
    return status == "shipped" || isDelivered();
}

bool Order::isDelivered() const {
    return status == "delivered" || status == "completed" || status == "returned";
}

Order orderOf(const Population& tenant, std::int64_t row) {
    Dice dice = diceOf(tenant, Orders, row);
    Order order;
    order.id = tenant.idOf(row, tenant.orders);
    order.time = tenant.timeOf(row, tenant.orders);
    order.vendor = dice.skewed(tenant.vendors);
    const bool isForDealer = dice.chance(10);
    if (isForDealer) {
        order.dealer = dice.skewed(tenant.dealers);
    } else {
        order.customer = dice.skewed(tenant.thenOf(tenant.users, order.time));
    }
    order.status = statusOf(dice, tenant.end - order.time);
    order.itemCount = static_cast<std::size_t>(1 + dice.below(5));
    for (std::size_t i = 0; i < order.itemCount; ++i) {
        Item& item = order.items[i];
        item.product = productFor(tenant, dice, order.vendor, order.time);
        const std::int64_t price = productOf(tenant, item.product).price;
        item.unitPrice = isForDealer ? rounded(price * 95 / 100) : price;
        item.quantity = 1 + dice.skewed(isForDealer ? 50 : 5);
        item.discount = dice.chance(15) ? rounded(item.unitPrice * item.quantity / 20) : 0;
        item.tax = (item.unitPrice * item.quantity - item.discount) * taxBp / 10'000;
        item.total = item.unitPrice * item.quantity - item.discount + item.tax;
        order.itemsAmount += item.unitPrice * item.quantity;
        order.discount += item.discount;
        order.tax += item.tax;
    }
    order.shippingMethod = dice.skewed(static_cast<std::int64_t>(shippingMethods.size()));
    order.shipping = shippingMethods[static_cast<std::size_t>(order.shippingMethod)].amount;
    order.total = order.itemsAmount - order.discount + order.shipping + order.tax;

    const bool isOpen = order.status == "draft" || order.status == "cancelled" || order.status == "on_hold";
    if (isForDealer) {
        order.paymentStatus = isOpen ? "unpaid" : "on_credit";
    } else if (isOpen || (order.status == "placed" && dice.chance(50))) {
        order.paymentStatus = "unpaid";
    } else if (order.status == "placed" && dice.chance(20)) {
        order.paymentStatus = "partly_paid";
        order.paid = order.total / 2;
    } else {
        order.paymentStatus = "paid";
        order.paid = order.total;
    }
    order.hasFailedPayment = !isForDealer && dice.chance(6);
    return order;
}

Cheque chequeOf(const Population& tenant, std::int64_t row) {
    using cheque::Move;
    Dice dice = diceOf(tenant, Cheques, row);
    Cheque one;
    one.id = tenant.idOf(row, tenant.cheques);
    one.time = tenant.timeOf(row, tenant.cheques);
    one.dealer = dice.skewed(tenant.dealers);
    one.amount = rounded(10'000'000 + dice.skewed(5'000'000'000));
    one.due = one.time + (30 + dice.below(150)) * day;
    one.moves[0] = {cheque::transitionOf(std::nullopt, Move::Receive), one.id, one.time};
    one.moveCount = 1;
    // Rows of all cheques' moves must differ below the millisecond, or in it: 2^17 cheques have eight numbers
    // each, and the cheque after them other milliseconds.
    constexpr std::int64_t lanes = 131'072;
    const auto move = [&](Move what, std::int64_t time) {
        const std::int64_t at = time / day * day + 5 * hour + dice.below(hour) * 4 + row / lanes % 4;
        if (at >= tenant.end) {
            return false;
        }
        one.moves[one.moveCount] = {cheque::transitionOf(one.status(), what),
                                    (at << 20U) | (row % lanes * 8 + 1), at};
        ++one.moveCount;
        return true;
    };
    const std::int64_t fate = dice.below(100);
    if (fate < 3) {
        move(Move::Return, one.time + 10 * day);
    } else if (fate < 7) {
        move(Move::Endorse, one.time + 15 * day);
    } else if (move(Move::Deposit, one.due - 3 * day)) {
        move(fate < 15 ? Move::Bounce : Move::Clear, one.due + day);
    }
    return one;
}

}  // namespace nextgen::seed
