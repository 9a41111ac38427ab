// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/orders/product.h"

namespace orders {

/// One line of an order to be placed.
struct OrderLine
{
    db::Id<Product> product;
    int quantity = 1;
    db::Decimal price; ///< of one piece
};

} // namespace orders
