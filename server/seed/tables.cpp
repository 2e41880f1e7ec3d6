#include "server/seed/tables.h"

#include "server/cheque/cheque_repository.h"
#include "server/seed/model.h"
#include "shared/core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace nextgen::seed {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

/// Each kind of row that model.h does not know throws dice of its own.
enum Stream : std::uint64_t { Vendors = 101, Dealers, Addresses, Payments, Reviews, Notifications, Changes };

Dice diceOf(const Population& tenant, Stream stream, std::int64_t row) {
    return {tenant.seed, stream, static_cast<std::uint64_t>(row)};
}

/// What the program's own writers put into search_key: the searched fields in the order of the description.
std::string searchKey(std::initializer_list<std::string_view> fields) {
    std::string words;
    for (const std::string_view field : fields) {
        words.append(field).append(" ");
    }
    return text::searchKey(words);
}

/// Numbered rows without a time of their own: all of them came with the tenant.
std::int64_t firstId(const Population& tenant, std::int64_t row) {
    return tenant.begin << 20U | (row + 1);
}

std::string productWords(const Population& tenant, std::int64_t row, const Product& product,
                         std::string_view barcode) {
    return searchKey({titleOf(tenant, row, product),
                      fmt::format("{} {}", goods()[static_cast<std::size_t>(product.kind)].english, row + 1),
                      skuOf(row, product), product.brand < 0 ? std::string() : brandOf(product.brand).persian,
                      barcode});
}

std::string barcodeOf(std::int64_t row) {
    return row % 5 < 3 ? fmt::format("626{:010}", row) : std::string();
}

std::string vendorName(const Population& tenant, std::int64_t row) {
    return companyName(diceOf(tenant, Vendors, row));
}

std::string dealerName(const Population& tenant, std::int64_t row) {
    return companyName(diceOf(tenant, Dealers, row));
}

std::string orderNumber(std::int64_t row) {
    return fmt::format("GN-{:08}", row + 1);
}

std::string buyerName(const Population& tenant, const Order& order) {
    return order.dealer < 0 ? userOf(tenant, order.customer).name : dealerName(tenant, order.dealer);
}

std::string orderWords(const Population& tenant, std::int64_t row, const Order& order) {
    return searchKey({orderNumber(row), buyerName(tenant, order)});
}

Line& buyer(Line& line, const Population& tenant, const Order& order) {
    if (order.dealer < 0) {
        return line.number(userId(tenant, order.customer)).null();
    }
    return line.null().number(firstId(tenant, order.dealer));
}

void writeUser(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const User user = userOf(tenant, row);
    line.number(tenant.id).number(user.id).text(user.email).text(user.name).text(user.mobile);
    line.text(searchKey({user.email, user.name, user.mobile})).dated(user.time).end();
}

void writeRole(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t row = unit * 10;
    line.number(tenant.id).number(userId(tenant, row)).number(userId(tenant, row)).text("CUSTOMER");
    line.dated(tenant.timeOf(row, tenant.users)).end();
}

void writeAddress(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const User user = userOf(tenant, unit * 4);
    Dice dice = diceOf(tenant, Addresses, unit);
    const Place where = place(dice);
    dice.next();
    const std::string address = street(dice);
    line.number(tenant.id).number(user.id).number(user.id).text("خانه").text(user.name).text(user.mobile);
    line.text(where.province)
        .text(where.city)
        .text(address)
        .text(fmt::format("{:010}", dice.below(10'000'000'000)));
    line.flag(true).text(searchKey({"خانه", user.name, where.province, where.city, address}));
    line.dated(user.time).end();
}

void writeVendor(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const std::string title = vendorName(tenant, row);
    const std::string code = fmt::format("V-{}", row + 1);
    const std::string english = fmt::format("Vendor {}", row + 1);
    const bool isApproved = row == 0 || row % 20 != 19;
    Dice dice = diceOf(tenant, Vendors, row);
    dice.next();
    const Place where = place(dice);
    line.number(tenant.id).number(firstId(tenant, row)).text(code).text(fmt::format("vendor-{}", row + 1));
    line.text(title).text(english).text(isApproved ? "approved" : "pending");
    line.text(fmt::format("09{:09}", dice.below(1'000'000'000))).text(where.province).text(where.city);
    line.number(500 + dice.below(1000));
    if (isApproved) {
        line.instant(tenant.begin);
    } else {
        line.null();
    }
    line.text(searchKey({code, title, english})).dated(tenant.begin).end();
}

void writeShippingMethod(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const ShippingMethod& method = shippingMethods[static_cast<std::size_t>(row)];
    line.number(tenant.id).number(firstId(tenant, row)).text(method.code).text(method.persian);
    line.text(method.english).text(method.kind).number(method.amount).number(row + 1);
    line.text(searchKey({method.persian})).dated(tenant.begin).end();
}

void writeCategory(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const auto kinds = static_cast<std::int64_t>(goods().size());
    const std::int64_t parts = tenant.categories / kinds - 1;
    const bool isPart = row >= kinds;
    const std::int64_t kind = isPart ? (row - kinds) / parts : row;
    const std::int64_t part = isPart ? (row - kinds) % parts + 1 : 0;
    const Word& word = goods()[static_cast<std::size_t>(kind)];
    const std::string title =
        isPart ? fmt::format("{}، گروه {}", word.persian, part) : std::string(word.persian);
    const std::string english = isPart ? fmt::format("{} {}", word.english, part) : std::string(word.english);
    const std::string slug = isPart ? fmt::format("{}-{}", word.english, part) : english;
    line.number(tenant.id).number(firstId(tenant, row));
    if (isPart) {
        line.number(firstId(tenant, kind));
    } else {
        line.null();
    }
    line.text(slug).text(title).text(english).number(part).text(searchKey({title, english}));
    line.dated(tenant.begin).end();
}

void writeBrand(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Brand brand = brandOf(row);
    std::string slug = brand.english;
    std::replace(slug.begin(), slug.end(), ' ', '-');
    line.number(tenant.id).number(firstId(tenant, row)).text(slug).text(brand.persian).text(brand.english);
    line.text("IR").text(searchKey({brand.persian, brand.english})).dated(tenant.begin).end();
}

void writeDealer(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    static constexpr std::array<std::string_view, 4> tiers{"BRONZE", "SILVER", "GOLD", "PLATINUM"};
    const std::string code = fmt::format("D-{:05}", row + 1);
    const std::string name = dealerName(tenant, row);
    Dice dice = diceOf(tenant, Dealers, row);
    line.number(tenant.id).number(firstId(tenant, row)).text(code).text(name);
    line.text(tiers[static_cast<std::size_t>(dice.skewed(4))]);
    line.text(dice.chance(3) ? "on_hold" : "active").number((1 + dice.below(500)) * 1'000'000'000);
    line.text(searchKey({code, name})).dated(tenant.begin).end();
}

void writeProduct(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Product product = productOf(tenant, row);
    const Word& kind = goods()[static_cast<std::size_t>(product.kind)];
    const std::int64_t state = row % 100;
    const bool isActive = state < 88;
    line.number(tenant.id).number(product.id).number(firstId(tenant, product.vendor));
    line.number(firstId(tenant, product.category));
    if (product.brand < 0) {
        line.null();
    } else {
        line.number(firstId(tenant, product.brand));
    }
    line.text(fmt::format("{}-{}", kind.english, row + 1)).text(skuOf(row, product)).text(barcodeOf(row));
    line.text(titleOf(tenant, row, product)).text(fmt::format("{} {}", kind.english, row + 1));
    line.text(isActive     ? "active"
              : state < 93 ? "draft"
              : state < 96 ? "in_review"
              : state < 98 ? "rejected"
                           : "archived");
    line.text(state >= 96 && state < 98 ? "تصویر کالا روشن نیست" : "").number(product.price);
    line.number(100 + product.price % 5000).number(row % 3 * 6).flag(row % 200 == 0);
    if (isActive) {
        line.instant(product.time);
    } else {
        line.null();
    }
    line.dated(product.time).end();
}

void writeProductWords(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Product product = productOf(tenant, row);
    line.number(tenant.id).number(product.id).number(firstId(tenant, product.vendor));
    line.text(productWords(tenant, row, product, barcodeOf(row))).end();
}

void writeStock(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Product product = productOf(tenant, row);
    std::int64_t onHand = 0;
    for (std::int64_t round = 0; round < tenant.movements; ++round) {
        onHand += movementOf(tenant, row, round).quantity;
    }
    if (row == 0) {
        for (std::int64_t more = 0; more < tenant.hotMovements; ++more) {
            onHand += hotMovementOf(more).quantity;
        }
    }
    line.number(tenant.id).number(product.id).number(firstId(tenant, product.vendor)).number(onHand);
    line.number(10).dated(product.time).end();
}

void writeTierPrices(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const Product product = productOf(tenant, unit * 10);
    std::int64_t number = 0;
    for (const auto& [tier, percent] : {std::pair{"SILVER", 97}, {"GOLD", 94}}) {
        line.number(tenant.id).number(beside(product.id, ++number)).number(product.id);
        line.number(firstId(tenant, product.vendor)).text(tier).number(product.price * percent / 100);
        line.dated(product.time).end();
    }
}

/// The first products open before the first ones sell, and so on: round after round over all products.
void writeMovement(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t row = unit % tenant.products;
    const std::int64_t time = tenant.timeOf(unit, tenant.products * tenant.movements);
    const Movement movement = movementOf(tenant, row, unit / tenant.products);
    line.number(tenant.id).number(time << 20U).number(tenant.idOf(row, tenant.products));
    line.number(firstId(tenant, row % tenant.vendors)).text(movement.kind).number(movement.quantity);
    line.day(time).instant(time).end();
}

void writeHotMovement(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t time = tenant.timeOf(tenant.hotMovements / 2 + unit, tenant.hotMovements * 2);
    const Movement movement = hotMovementOf(unit);
    line.number(tenant.id).number(time << 20U | 1).number(tenant.idOf(0, tenant.products));
    line.number(firstId(tenant, 0))
        .text(movement.kind)
        .number(movement.quantity)
        .day(time)
        .instant(time)
        .end();
}

void writeOrder(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Order order = orderOf(tenant, row);
    const bool isCancelled = order.status == "cancelled";
    const bool isPlaced = order.status != "draft";
    const bool isConfirmed =
        isPlaced && !isCancelled && order.status != "placed" && order.status != "on_hold";
    Dice dice = diceOf(tenant, Addresses, row);
    const Place where = place(dice);
    const std::string name = buyerName(tenant, order);
    line.number(tenant.id).number(order.id).text(orderNumber(row)).number(order.id);
    line.number(firstId(tenant, order.vendor));
    buyer(line, tenant, order).text(name).text(order.dealer < 0 ? (row % 7 == 0 ? "api" : "shop") : "desk");
    line.text(order.status).text(order.paymentStatus);
    line.text(order.status == "returned" ? "returned" : order.isSent() ? "fulfilled" : "unfulfilled");
    line.day(order.time);
    const auto when = [&](bool is, std::int64_t later) {
        if (is) {
            line.instant(order.time + later);
        } else {
            line.null();
        }
    };
    when(isPlaced, 0);
    when(isConfirmed, hour);
    when(order.isSent(), day);
    when(order.isDelivered(), 40 * hour);
    when(isCancelled, 3 * hour);
    line.text(isCancelled ? "به درخواست خریدار" : "").number(order.itemsAmount).number(order.discount);
    line.number(order.shipping).number(order.tax).number(order.total).number(order.paid);
    line.number(firstId(tenant, order.shippingMethod)).text(name);
    line.text(fmt::format("09{:09}", dice.below(1'000'000'000))).text(where.province).text(where.city);
    line.text(street(dice)).text(orderWords(tenant, row, order)).dated(order.time).end();
}

void writeOrderNumber(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Order order = orderOf(tenant, row);
    line.number(tenant.id).number(order.id).text(orderNumber(row)).number(firstId(tenant, order.vendor));
    buyer(line, tenant, order).text(orderWords(tenant, row, order)).end();
}

void writeOrderItems(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    constexpr std::int64_t commissionBp = 800;
    const Order order = orderOf(tenant, row);
    for (std::size_t i = 0; i < order.itemCount; ++i) {
        const Item& item = order.items[i];
        const Product product = productOf(tenant, item.product);
        const auto position = static_cast<std::int64_t>(i) + 1;
        line.number(tenant.id).number(beside(order.id, position)).number(order.id);
        line.number(firstId(tenant, order.vendor));
        buyer(line, tenant, order).number(product.id).number(position).text(skuOf(item.product, product));
        line.text(titleOf(tenant, item.product, product)).number(item.quantity).number(item.unitPrice);
        line.number(item.discount).number(1000).number(item.tax).number(item.total).number(commissionBp);
        line.number(item.total * commissionBp / 10'000).text(order.dealer < 0 ? "list" : "tier");
        line.number(order.isSent() ? item.quantity : 0);
        line.number(order.status == "returned" ? item.quantity : 0).dated(order.time).end();
    }
}

void writeOrderEvent(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const Order order = orderOf(tenant, unit * 4);
    line.number(tenant.id).number(order.id).number(order.id).number(firstId(tenant, order.vendor));
    buyer(line, tenant, order);
    line.text("place").text("draft").text("placed").flag(true).instant(order.time).end();
}

void writePayments(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Order order = orderOf(tenant, row);
    Dice dice = diceOf(tenant, Payments, row);
    const auto write = [&](std::int64_t number, bool isSettled, std::int64_t amount) {
        const std::int64_t time = order.time + number * minute;
        const bool isByGateway = !isSettled || row % 10 < 8;
        const std::string paymentNumber = fmt::format("R-{:08}{}", row + 1, isSettled ? "" : "-0");
        const std::string payer = isByGateway ? std::string() : userOf(tenant, order.customer).name;
        line.number(tenant.id).number(beside(order.id, number));
        line.text(fmt::format("{:016x}{:016x}", dice.next(), dice.next())).text(paymentNumber);
        line.text(isByGateway ? "gateway" : "card_to_card").text(isSettled ? "settled" : "failed");
        line.number(userId(tenant, order.customer)).text(payer).number(amount);
        line.number(isSettled ? amount : 0).day(order.time).text(isByGateway ? "zarinpal" : "");
        line.text(isByGateway ? fmt::format("A{:035}", row * 2 + number % 2) : "");
        line.text(isSettled ? fmt::format("{:012}", dice.below(1'000'000'000'000)) : "");
        line.text(fmt::format("603799******{:04}", dice.below(10'000)));
        for (int step = 0; step < 3; ++step) {
            if (isSettled) {
                line.instant(time + step * minute);
            } else {
                line.null();
            }
        }
        line.text(isSettled ? "" : "cancelled_by_user").text(searchKey({paymentNumber, payer}));
        line.dated(time).end();
    };
    if (order.hasFailedPayment) {
        write(1, false, order.total);
    }
    if (order.paid > 0) {
        write(2, true, order.paid);
    }
}

void writeAllocation(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    const Order order = orderOf(tenant, row);
    if (order.paid > 0) {
        const std::int64_t payment = beside(order.id, 2);
        line.number(tenant.id).number(payment).number(payment).number(order.id).number(order.paid);
        line.dated(order.time).end();
    }
}

void writeCheque(const Population& tenant, std::int64_t row, const Span&, Line& line) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> banks{{{"012", "ملت"},
                                                                                         {"017", "ملی"},
                                                                                         {"015", "سپه"},
                                                                                         {"018", "تجارت"},
                                                                                         {"019", "صادرات"},
                                                                                         {"062", "آینده"}}};
    const Cheque one = chequeOf(tenant, row);
    const auto& [bankCode, bankName] = banks[static_cast<std::size_t>(row) % banks.size()];
    const std::string drawer =
        row % 3 == 0 ? personName(diceOf(tenant, Payments, row)) : dealerName(tenant, one.dealer);
    const std::string serial = fmt::format("{:06}", row + 1);
    line.number(tenant.id)
        .number(one.id)
        .number(firstId(tenant, one.dealer))
        .text(fmt::format("1{:015}", row + 1));
    line.number(one.amount).day(one.due).text(describe::nameOf(one.status())).text(bankCode).text(bankName);
    line.text("الف/12").text(serial).text(drawer).text(cheque::searchKeyOf(drawer, serial, bankName));
    line.number(static_cast<std::int64_t>(one.moveCount)).dated(one.time).end();
}

/// Each move of a cheque that lies in the span.
void eachMove(const Population& tenant, std::int64_t row, const Span& span,
              const std::function<void(const Cheque&, std::size_t)>& take) {
    const Cheque one = chequeOf(tenant, row);
    for (std::size_t i = 0; i < one.moveCount; ++i) {
        if (span.holds(one.moves[i].time)) {
            take(one, i);
        }
    }
}

void writeEntries(const Population& tenant, std::int64_t row, const Span& span, Line& line) {
    eachMove(tenant, row, span, [&](const Cheque& one, std::size_t i) {
        const ChequeMove& move = one.moves[i];
        line.number(tenant.id).number(move.id).text(describe::nameOf(move.transition->move)).text("cheque");
        line.number(one.id).number(firstId(tenant, one.dealer)).day(move.time).instant(move.time).end();
    });
}

void writeLines(const Population& tenant, std::int64_t row, const Span& span, Line& line) {
    eachMove(tenant, row, span, [&](const Cheque& one, std::size_t i) {
        const ChequeMove& move = one.moves[i];
        // Numbers that no other entry of the same millisecond has, see chequeOf.
        std::int64_t number = i == 0 ? 5 : move.id & 0xFFFFF;
        const auto book = [&](credit::Account account, std::int64_t amount) {
            line.number(tenant.id).number(beside(move.id, ++number)).number(move.id);
            line.number(firstId(tenant, static_cast<std::int64_t>(account)));
            line.number(firstId(tenant, one.dealer)).number(amount).day(move.time).end();
        };
        for (const auto& posting : move.transition->postings) {
            if (posting) {
                book(posting->debit, one.amount);
                book(posting->credit, -one.amount);
            }
        }
    });
}

void writeChequeEvents(const Population& tenant, std::int64_t row, const Span& span, Line& line) {
    eachMove(tenant, row, span, [&](const Cheque& one, std::size_t i) {
        const ChequeMove& move = one.moves[i];
        line.number(tenant.id).number(move.id).number(one.id).number(firstId(tenant, one.dealer));
        line.text(describe::nameOf(move.transition->move));
        if (move.transition->from) {
            line.text(describe::nameOf(*move.transition->from));
        } else {
            line.null();
        }
        line.text(describe::nameOf(move.transition->to))
            .day(move.time)
            .number(move.id)
            .instant(move.time)
            .end();
    });
}

void writeReview(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t row = unit * 4;
    const Product product = productOf(tenant, row);
    Dice dice = diceOf(tenant, Reviews, unit);
    const User author = userOf(tenant, dice.skewed(tenant.users));
    const bool isPublished = dice.chance(80);
    const std::int64_t rating = 5 - dice.skewed(5);
    const std::string body = opinion(dice);
    const std::string_view title = rating > 3 ? "راضی بودم" : "می‌توانست بهتر باشد";
    const std::int64_t time = tenant.timeOf(unit, tenant.reviews);
    line.number(tenant.id).number(time << 20U).number(product.id).number(firstId(tenant, product.vendor));
    line.number(author.id).text(author.name).number(rating).text(title).text(body);
    line.text(isPublished ? "published" : "pending");
    if (isPublished) {
        line.instant(time);
    } else {
        line.null();
    }
    line.text(searchKey({title, body})).dated(time).end();
}

void writeNotification(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t time = tenant.timeOf(unit, tenant.notifications);
    Dice dice = diceOf(tenant, Notifications, unit);
    const User user = userOf(tenant, dice.skewed(tenant.thenOf(tenant.users, time)));
    const bool isSms = dice.chance(40);
    line.number(tenant.id).number(time << 20U).number(user.id).text(isSms ? "sms" : "in_app");
    line.text("order_shipped").text(isSms ? user.mobile : "").text(isSms ? "" : "سفارش فرستاده شد");
    line.text("سفارش شما فرستاده شد و به‌زودی می‌رسد.")
        .text("sent")
        .number(1)
        .instant(time)
        .dated(time)
        .end();
}

Line& change(Line& line, const Population& tenant, std::int64_t id, std::int64_t time, std::int64_t product,
             std::int64_t price) {
    line.number(tenant.id).number(id).instant(time).text("update").text("products").number(product);
    line.number(userId(tenant, 0)).text("generated").text("192.0.2.1");
    line.text(fmt::format(R"({{"price": {}}})", price)).text(fmt::format(R"({{"price": {}}})", price + 1000));
    return line;
}

void writeChange(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t time = tenant.timeOf(unit, tenant.changes);
    Dice dice = diceOf(tenant, Changes, unit);
    const std::int64_t product = dice.skewed(tenant.thenOf(tenant.products, time));
    change(line, tenant, time << 20U, time, tenant.idOf(product, tenant.products),
           500'000 + dice.below(1'000'000))
        .end();
}

void writeHotChange(const Population& tenant, std::int64_t unit, const Span&, Line& line) {
    const std::int64_t time = tenant.timeOf(unit, tenant.hotChanges);
    change(line, tenant, time << 20U | 1, time, tenant.idOf(0, tenant.products), 500'000 + unit * 1000).end();
}

/// The time of a unit that is one of so many spread evenly.
auto evenly(std::int64_t Population::* count) {
    return
        [count](const Population& tenant, std::int64_t unit) { return tenant.timeOf(unit, tenant.*count); };
}

auto all(std::int64_t Population::* count, std::int64_t every = 1) {
    return [count, every](const Population& tenant) { return (tenant.*count + every - 1) / every; };
}

std::vector<Table> makeTables() {
    using P = Population;
    return {
        {"users",
         "id, email, display_name, mobile, search_key, created_at, updated_at",
         all(&P::users),
         {},
         writeUser},
        {"user_role_assignments",
         "id, user_id, role, created_at, updated_at",
         all(&P::users, 10),
         {},
         writeRole},
        {"addresses",
         "id, user_id, title, recipient_name, mobile, province, city, address, postal_code, is_default, "
         "search_key, created_at, "
         "updated_at",
         all(&P::users, 4),
         {},
         writeAddress},
        {"vendors",
         "id, code, slug, title_fa, title_en, status, mobile, province, city, commission_bp, approved_at, "
         "search_key, created_at, "
         "updated_at",
         all(&P::vendors),
         {},
         writeVendor},
        {"shipping_methods",
         "id, code, title_fa, title_en, kind, base_amount, position, search_key, created_at, updated_at",
         [](const P&) { return static_cast<std::int64_t>(shippingMethods.size()); },
         {},
         writeShippingMethod},
        {"categories",
         "id, parent_id, slug, title_fa, title_en, position, search_key, created_at, updated_at",
         all(&P::categories),
         {},
         writeCategory},
        {"brands",
         "id, slug, title_fa, title_en, country, search_key, created_at, updated_at",
         all(&P::brands),
         {},
         writeBrand},
        {"dealer_profiles",
         "id, code, company_name, tier, status, credit_limit, search_key, created_at, updated_at",
         all(&P::dealers),
         {},
         writeDealer},
        {"products",
         "id, vendor_id, category_id, brand_id, slug, sku, barcode, title_fa, title_en, status, "
         "status_reason, price, weight_grams, "
         "warranty_months, is_featured, published_at, created_at, updated_at",
         all(&P::products),
         {},
         writeProduct},
        {"product_search", "id, vendor_id, search_key", all(&P::products), {}, writeProductWords},
        {"product_stocks",
         "id, vendor_id, on_hand, reorder_level, created_at, updated_at",
         all(&P::products),
         {},
         writeStock},
        {"product_tier_prices",
         "id, product_id, vendor_id, tier, price, created_at, updated_at",
         all(&P::products, 10),
         {},
         writeTierPrices},
        {"inventory_logs", "id, product_id, vendor_id, kind, quantity_change, occurred_on, created_at",
         [](const P& tenant) { return tenant.products * tenant.movements; },
         [](const P& tenant, std::int64_t unit) {
             return tenant.timeOf(unit, tenant.products * tenant.movements);
         },
         writeMovement},
        {"inventory_logs", "id, product_id, vendor_id, kind, quantity_change, occurred_on, created_at",
         all(&P::hotMovements),
         [](const P& tenant, std::int64_t unit) {
             return tenant.timeOf(tenant.hotMovements / 2 + unit, tenant.hotMovements * 2);
         },
         writeHotMovement},
        {"orders",
         "id, order_number, checkout_id, vendor_id, customer_id, dealer_id, buyer_name, channel, status, "
         "payment_status, "
         "fulfilment_status, ordered_on, placed_at, confirmed_at, shipped_at, delivered_at, cancelled_at, "
         "cancel_reason, items_amount, "
         "discount_amount, shipping_amount, tax_amount, total_amount, paid_amount, shipping_method_id, "
         "recipient_name, "
         "recipient_mobile, province, city, address, search_key, created_at, updated_at",
         all(&P::orders), evenly(&P::orders), writeOrder},
        {"order_numbers",
         "id, order_number, vendor_id, customer_id, dealer_id, search_key",
         all(&P::orders),
         {},
         writeOrderNumber},
        {"order_items",
         "id, order_id, vendor_id, customer_id, dealer_id, product_id, position, sku, title_fa, quantity, "
         "unit_price, discount_amount, "
         "tax_rate_bp, tax_amount, total_amount, commission_bp, commission_amount, price_source, "
         "shipped_quantity, returned_quantity, "
         "created_at, updated_at",
         all(&P::orders), evenly(&P::orders), writeOrderItems},
        {"order_events",
         "id, order_id, vendor_id, customer_id, dealer_id, kind, from_status, to_status, is_public, "
         "created_at",
         all(&P::orders, 4),
         [](const P& tenant, std::int64_t unit) { return tenant.timeOf(unit * 4, tenant.orders); },
         writeOrderEvent},
        {"payments",
         "id, public_id, payment_number, method, status, customer_id, payer_name, amount, allocated_amount, "
         "received_on, gateway, "
         "gateway_reference, tracking_number, card_number_masked, paid_at, verified_at, settled_at, "
         "failure_code, search_key, created_at, "
         "updated_at",
         all(&P::orders), evenly(&P::orders), writePayments},
        {"payment_allocations",
         "id, payment_id, order_id, amount, created_at, updated_at",
         all(&P::orders),
         {},
         writeAllocation},
        {"cheques",
         "id, dealer_id, sayad_id, amount, due_on, status, bank_code, bank_name, series, serial, "
         "drawer_name, search_key, version, "
         "created_at, updated_at",
         all(&P::cheques),
         {},
         writeCheque},
        {"ledger_entries",
         "id, kind, source_kind, source_id, dealer_id, posted_on, created_at",
         all(&P::cheques),
         {},
         writeEntries},
        {"ledger_lines",
         "id, entry_id, account_id, dealer_id, amount, posted_on",
         all(&P::cheques),
         {},
         writeLines},
        {"cheque_events",
         "id, cheque_id, dealer_id, move, from_status, to_status, occurred_on, ledger_entry_id, created_at",
         all(&P::cheques),
         {},
         writeChequeEvents},
        {"reviews",
         "id, product_id, vendor_id, customer_id, author_name, rating, title, body, status, published_at, "
         "search_key, created_at, "
         "updated_at",
         all(&P::reviews),
         {},
         writeReview},
        {"notifications",
         "id, user_id, channel, code, recipient, title, body, status, attempts, sent_at, created_at, "
         "updated_at",
         all(&P::notifications), evenly(&P::notifications), writeNotification},
        {"audit_logs",
         "id, at, action, table_name, row_id, actor_id, request_id, client_ip, old_values, new_values",
         all(&P::changes), evenly(&P::changes), writeChange},
        {"audit_logs",
         "id, at, action, table_name, row_id, actor_id, request_id, client_ip, old_values, new_values",
         all(&P::hotChanges), evenly(&P::hotChanges), writeHotChange},
    };
}

}  // namespace

std::span<const Table> tables() {
    static const std::vector<Table> all = makeTables();
    return all;
}

}  // namespace nextgen::seed
