// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/decimal.h"
#include "core/toolkit/fwd.h"
#include "core/toolkit/id.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace orders {

/// Something that can be ordered as long as there is some.
struct Product
{
    db::Id<Product> id;
    QString name;
    QString sku; ///< the unique number it is kept under
    std::optional<db::Decimal> price;
    int stock = 0;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Product> &schema);

    /// `name`, `sku`, `price` and `stock`, none of them negative.
    static db::Changeset<Product> changeset(const Product &product, const QVariantMap &params);
};

} // namespace orders
