// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/schemas.h"

#include "core/accounts/profile.h"
#include "core/blog/comment.h"
#include "core/blog/post.h"
#include "core/importing/imported_row.h"
#include "core/orders/order.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/schema.h"

QList<const db::Schema *> declaredSchemas()
{
    return {
        &db::schemaOf<accounts::User>(),
        &db::schemaOf<accounts::Profile>(),
        &db::schemaOf<blog::Post>(),
        &db::schemaOf<blog::Tag>(),
        &db::schemaOf<blog::Comment>(),
        &db::schemaOf<orders::Product>(),
        &db::schemaOf<orders::Order>(),
        &db::schemaOf<orders::OrderItem>(),
        &db::schemaOf<importing::ImportedRow>(),
    };
}

db::Result<QList<db::Drift>> findDrift(db::Repo &repo)
{
    return db::findDrift(repo.connection(), declaredSchemas());
}
