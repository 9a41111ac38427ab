// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/definition.h"

namespace db {

/// A name as MariaDB quotes it whatever the SQL mode.
QString mariadbQuoted(QString name);

/// Migrations on MariaDB, with the types and names of Ecto's MyXQL adapter.
class MariadbDefinition : public Definition
{
protected:
    QString quoted(const QString &name) const override;
    QString literal(const QVariant &value) const override;
    QString typeName(const Column &column) const override;
    QString countingKey() const override;
    QString tableOptions() const override;

    using Definition::make;
    QStringList make(const RemoveColumns &operation) const override;
    QStringList make(const DropIndex &operation) const override;
};

} // namespace db
