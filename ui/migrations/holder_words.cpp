// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/holder_words.h"

#include "core/toolkit/migrator.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace {

struct Holder
{
    Q_DECLARE_TR_FUNCTIONS(ui::Holder)
};

} // namespace

QString inWords(const db::MigrationLockHolder &holder)
{
    QStringList parts;
    if (!holder.process.isEmpty())
        parts.append(Holder::tr("process %1").arg(holder.process));
    if (!holder.application.isEmpty())
        parts.append(holder.application);
    if (!holder.user.isEmpty())
        parts.append(Holder::tr("user %1").arg(holder.user));
    if (!holder.address.isEmpty())
        parts.append(Holder::tr("at %1").arg(holder.address));
    if (holder.since.isValid())
        parts.append(Holder::tr("since %1").arg(formatDateTime(holder.since)));
    return parts.isEmpty() ? Holder::tr("another program") : parts.join(QStringLiteral(", "));
}

} // namespace ui
