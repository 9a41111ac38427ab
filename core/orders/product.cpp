// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/orders/product.h"

#include "core/toolkit/changeset.h"

namespace orders {

void Product::describe(db::SchemaBuilder<Product> &schema)
{
    schema.table("products");
    schema.primaryKey("id", &Product::id);
    schema.field("name", &Product::name);
    schema.field("sku", &Product::sku);
    schema.field("price", &Product::price);
    schema.field("stock", &Product::stock);
    schema.timestamps(&Product::insertedAt, &Product::updatedAt);
}

db::Changeset<Product> Product::changeset(const Product &product, const QVariantMap &params)
{
    return db::cast(product, params, {&Product::name, &Product::sku, &Product::price, &Product::stock})
        .validateRequired({&Product::name, &Product::sku, &Product::price, &Product::stock})
        .validateNumber(&Product::price, {.greaterThanOrEqualTo = 0})
        .validateNumber(&Product::stock, {.greaterThanOrEqualTo = 0})
        .uniqueConstraint(&Product::sku);
}

} // namespace orders
