// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/changeset.h"
#include "core/toolkit/migration.h"
#include "core/toolkit/schema.h"

/// A small shop: what associations in changesets are tested with.
namespace shop {

using namespace Qt::StringLiterals;

struct Order;
struct Line;

struct Customer
{
    db::Id<Customer> id;
    QString name;
    QString city;
    std::optional<qint64> version;
    db::HasMany<Order> orders;

    static void describe(db::SchemaBuilder<Customer> &schema);
};

/// Where an order goes, if not to the customer.
struct Address
{
    db::Id<Address> id;
    std::optional<db::Id<Order>> orderId;
    QString street;

    static void describe(db::SchemaBuilder<Address> &schema)
    {
        schema.table("addresses");
        schema.primaryKey("id", &Address::id);
        schema.field("order_id", &Address::orderId);
        schema.field("street", &Address::street);
    }

    static db::Changeset<Address> changeset(const Address &address, const db::Params &params)
    {
        return db::cast(address, params, {&Address::street}).validateRequired({&Address::street});
    }
};

struct Label
{
    db::Id<Label> id;
    QString name;

    static void describe(db::SchemaBuilder<Label> &schema)
    {
        schema.table("labels");
        schema.primaryKey("id", &Label::id);
        schema.field("name", &Label::name);
    }

    static db::Changeset<Label> changeset(const Label &label, const db::Params &params)
    {
        return db::cast(label, params, {&Label::name}).validateRequired({&Label::name}).uniqueConstraint(&Label::name);
    }
};

struct Order
{
    db::Id<Order> id;
    QString number;
    std::optional<db::Id<Customer>> customerId;
    db::BelongsTo<Customer> customer;
    db::HasMany<Line> lines;
    db::HasOne<Address> address;
    db::ManyToMany<Label> labels;

    static void describe(db::SchemaBuilder<Order> &schema);
    static db::Changeset<Order> changeset(const Order &order, const db::Params &params);
};

struct Line
{
    db::Id<Line> id;
    std::optional<db::Id<Order>> orderId;
    QString product;
    qint64 quantity = 0;
    qint64 place = 0;
    QString source;

    static void describe(db::SchemaBuilder<Line> &schema)
    {
        schema.table("lines");
        schema.primaryKey("id", &Line::id);
        schema.field("order_id", &Line::orderId);
        schema.field("product", &Line::product);
        schema.field("quantity", &Line::quantity);
        schema.field("place", &Line::place);
        schema.field("source", &Line::source);
    }

    static db::Changeset<Line> changeset(const Line &line, const db::Params &params, int position)
    {
        return db::cast(line, params, {&Line::product, &Line::quantity})
            .validateRequired({&Line::product})
            .validateNumber(&Line::quantity, {.greaterThan = 0})
            .put(&Line::place, position)
            .uniqueConstraint({&Line::orderId, &Line::product}, {.errorOn = &Line::product});
    }
};

inline void Customer::describe(db::SchemaBuilder<Customer> &schema)
{
    schema.table("customers");
    schema.primaryKey("id", &Customer::id);
    schema.field("name", &Customer::name);
    schema.field("city", &Customer::city);
    schema.field("version", &Customer::version);
    schema.hasMany("orders", &Customer::orders, "customer_id");
}

inline void Order::describe(db::SchemaBuilder<Order> &schema)
{
    schema.table("orders");
    schema.primaryKey("id", &Order::id);
    schema.field("number", &Order::number);
    schema.belongsTo("customer", &Order::customer, "customer_id", &Order::customerId).onReplace(db::OnReplace::Nilify);
    schema.hasMany("lines", &Order::lines, "order_id").onReplace(db::OnReplace::Delete).defaults({{u"source"_s, u"order"_s}});
    schema.hasOne("address", &Order::address, "order_id").onReplace(db::OnReplace::Update);
    schema.manyToMany("labels", &Order::labels, "orders_labels", "order_id", "label_id").onReplace(db::OnReplace::Delete);
}

inline db::Changeset<Order> Order::changeset(const Order &order, const db::Params &params)
{
    return db::cast(order, params, {&Order::number})
        .validateRequired({&Order::number})
        .castAssoc(&Order::lines, Line::changeset, {.sortParam = u"lines_sort"_s, .dropParam = u"lines_drop"_s})
        .uniqueConstraint(&Order::number);
}

inline QList<db::Migration> migrations()
{
    return {db::Migration{.change = [](db::SchemaChange &schema) {
                schema.createTable("customers", [](db::ColumnList &table) {
                    table.string("name").notNull();
                    table.string("city");
                    table.bigInteger("version");
                });
                schema.createUniqueIndex("customers", {u"name"_s, u"city"_s});
                schema.createTable("orders", [](db::ColumnList &table) {
                    table.string("number").notNull();
                    table.references("customer_id", "customers");
                });
                schema.createUniqueIndex("orders", {u"number"_s});
                schema.createTable("lines", [](db::ColumnList &table) {
                    table.references("order_id", "orders");
                    table.string("product").notNull();
                    table.bigInteger("quantity").notNull();
                    table.bigInteger("place").notNull();
                    table.string("source");
                });
                schema.createUniqueIndex("lines", {u"order_id"_s, u"product"_s});
                schema.createTable("addresses", [](db::ColumnList &table) {
                    table.references("order_id", "orders");
                    table.string("street").notNull();
                });
                schema.createTable("labels", [](db::ColumnList &table) { table.string("name").notNull(); });
                schema.createUniqueIndex("labels", {u"name"_s});
                schema.createJoinTable("orders_labels", [](db::ColumnList &table) {
                    table.references("order_id", "orders", db::OnDelete::DeleteAll).notNull();
                    table.references("label_id", "labels", db::OnDelete::DeleteAll).notNull();
                });
                schema.createUniqueIndex("orders_labels", {u"order_id"_s, u"label_id"_s});
            }}.identified(20260102000000, u"create_shop"_s)};
}

} // namespace shop
