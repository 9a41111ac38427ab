// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/orders/order.h"
#include "core/orders/order_line.h"
#include "core/toolkit/multi.h"

#include <QList>

namespace orders {

inline constexpr db::Step<Order> orderStep{"order"};
inline constexpr db::Step<QList<OrderItem>> itemsStep{"order_items"};
inline constexpr db::Step<qint64> inventoryStep{"inventory"}; ///< leaves how many products were taken from stock
inline constexpr db::Step<Order> totalStep{"update_total"};

/// All that happens when an order is placed: the order, its items, the stock, the total.
db::Multi placeOrder(db::Id<accounts::User> user, const QList<OrderLine> &lines);

} // namespace orders
