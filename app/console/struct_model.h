// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/cpp_names.h"
#include "core/toolkit/catalogue.h"
#include "core/toolkit/database_url.h"

#include <QHash>
#include <QList>

namespace console {

/// An enumeration that a column of the database lists.
struct EnumModel
{
    QString name;
    QStringList enumerators;
    QStringList stored; ///< what each is in the database
};

/// A member of a struct that a column is kept in.
struct MemberModel
{
    db::ColumnInfo column;
    QString name = {};
    QString type = {};
    QString storedAs = {}; ///< the enumerator of db::Type, where it is not the usual one of that type
    QString initial = {};
    QString remark = {};
    QString ownerName = {}; ///< belongs_to: the member that holds the other row
    bool isKey = false; ///< the struct's primary key
    bool isTimestamp = false;
    bool isRequired = false;
    bool isReadBack = false; ///< the database fills it in

    bool isCast() const { return !isTimestamp && !column.isGenerated && !(isKey && (type.startsWith(u"db::") || column.isAutoIncrement)); }
};

/// An association, with the call that describes it.
struct AssociationModel
{
    QString member;
    QString kind; ///< such as "HasMany"
    QString related; ///< the other struct
    QString call; ///< behind `schema.`
    QString key = {}; ///< belongs_to: the member of the foreign key
};

/// A struct to be written for a table.
struct StructModel
{
    db::TableInfo table;
    QString name = {};
    QString fileName = {}; ///< without its suffix
    QList<MemberModel> members = {};
    QList<AssociationModel> associations = {};
    QList<EnumModel> enums = {};
    CppNames names = {}; ///< of its members

    /// Whether a single column tells its rows apart, which the toolkit asks of structs that are written.
    bool hasKey() const { return table.primaryKey().size() == 1; }
    const MemberModel *find(const QString &column) const;
};

/// The structs for some tables of a database, which are all there; they lead to each other as foreign keys do.
QList<StructModel> structModels(const db::Catalogue &catalogue, const QStringList &tables, db::DatabaseUrl::Engine engine);

/// Adds what foreign keys say to structs whose members are known.
void addAssociations(QList<StructModel> &structs, const db::Catalogue &catalogue);

} // namespace console
