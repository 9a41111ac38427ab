// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query_core.h"

namespace db {

/// The joins of a Query.
///
/// Each kind comes along an association (`join(&Book::author)`), to any table on a condition (`join<Author>(condition)`),
/// or to the rows of a subquery, whose columns are then reached by derived(). An alias tells sources apart when a table
/// takes part more than once; col() takes it as its second argument. Engines without FULL JOIN (MariaDB) refuse it.
template <typename Derived>
class Joining
{
public:
    /// @name Rows that match
    /// @{
    template <typename Owner, typename Holder>
    Derived join(Holder Owner::*association, const QString &alias = {}) const
    {
        return along(Join::Kind::Inner, association, alias);
    }
    template <Storable Other>
    Derived join(const Condition &on, const QString &alias = {}) const
    {
        return added({.kind = Join::Kind::Inner, .schema = &schemaOf<Other>(), .alias = alias, .on = on.node()});
    }
    template <typename Rows>
    Derived join(const Rows &subquery, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Inner, .subquery = subquery.shared(), .alias = alias, .on = on.node()});
    }
    /// @}

    /// @name All rows before, with NULLs where nothing matches
    /// @{
    template <typename Owner, typename Holder>
    Derived leftJoin(Holder Owner::*association, const QString &alias = {}) const
    {
        return along(Join::Kind::Left, association, alias);
    }
    template <Storable Other>
    Derived leftJoin(const Condition &on, const QString &alias = {}) const
    {
        return added({.kind = Join::Kind::Left, .schema = &schemaOf<Other>(), .alias = alias, .on = on.node()});
    }
    template <typename Rows>
    Derived leftJoin(const Rows &subquery, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Left, .subquery = subquery.shared(), .alias = alias, .on = on.node()});
    }
    /// @}

    /// @name All rows of the other side, with NULLs where nothing matches
    /// @{
    template <typename Owner, typename Holder>
    Derived rightJoin(Holder Owner::*association, const QString &alias = {}) const
    {
        return along(Join::Kind::Right, association, alias);
    }
    template <Storable Other>
    Derived rightJoin(const Condition &on, const QString &alias = {}) const
    {
        return added({.kind = Join::Kind::Right, .schema = &schemaOf<Other>(), .alias = alias, .on = on.node()});
    }
    template <typename Rows>
    Derived rightJoin(const Rows &subquery, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Right, .subquery = subquery.shared(), .alias = alias, .on = on.node()});
    }
    /// @}

    /// @name All rows of both sides
    /// @{
    template <typename Owner, typename Holder>
    Derived fullJoin(Holder Owner::*association, const QString &alias = {}) const
    {
        return along(Join::Kind::Full, association, alias);
    }
    template <Storable Other>
    Derived fullJoin(const Condition &on, const QString &alias = {}) const
    {
        return added({.kind = Join::Kind::Full, .schema = &schemaOf<Other>(), .alias = alias, .on = on.node()});
    }
    template <typename Rows>
    Derived fullJoin(const Rows &subquery, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Full, .subquery = subquery.shared(), .alias = alias, .on = on.node()});
    }
    /// @}

    /// Every row with every row of the other table.
    template <Storable Other>
    Derived crossJoin(const QString &alias = {}) const
    {
        return added({.kind = Join::Kind::Cross, .schema = &schemaOf<Other>(), .alias = alias});
    }

    /// @name The rows that a with() of this query, or of the one around it, has named
    /// @{
    Derived joinNamed(const QString &name, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Inner, .table = name, .alias = alias, .on = on.node()});
    }
    Derived leftJoinNamed(const QString &name, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Left, .table = name, .alias = alias, .on = on.node()});
    }
    /// @}

    /// @name A subquery that is asked anew for each row, whose columns it may use
    /// PostgreSQL only; the others refuse it.
    /// @{
    template <typename Rows>
    Derived joinLateral(const Rows &subquery, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Inner, .subquery = subquery.shared(), .alias = alias, .on = on.node(), .isLateral = true});
    }
    template <typename Rows>
    Derived leftJoinLateral(const Rows &subquery, const QString &alias, const Condition &on) const
    {
        return added({.kind = Join::Kind::Left, .subquery = subquery.shared(), .alias = alias, .on = on.node(), .isLateral = true});
    }
    /// @}

private:
    Derived added(const Join &join) const
    {
        return static_cast<const Derived *>(this)->with([&](QueryCore &core) { core.joins.append(join); });
    }
    template <typename Owner, typename Holder>
    Derived along(Join::Kind kind, Holder Owner::*association, const QString &alias) const
    {
        const Association &described = schemaOf<Owner>().association(memberKey(association));
        return static_cast<const Derived *>(this)->with([&](QueryCore &core) { core.join(kind, described, schemaOf<Owner>(), alias); });
    }
};

} // namespace db
