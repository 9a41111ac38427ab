// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/structure_file.h"

#include <QFile>
#include <QSaveFile>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace console {

db::Result<void> writeStructureFile(const QString &path, const QString &sql)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(sql.toUtf8()) < 0 || !file.commit())
        return db::Failure(db::Error::refused(u"%1 cannot be written: %2"_s.arg(path, file.errorString()), path));
    return {};
}

db::Result<QString> readStructureFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return db::Failure(db::Error::refused(u"%1 cannot be read: %2"_s.arg(path, file.errorString()), path));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // which passes over a byte order mark
    QString sql = decoder(file.readAll());
    if (decoder.hasError())
        return db::Failure(db::Error::refused(u"%1 is not UTF-8"_s.arg(path), path));
    return sql;
}

QJsonArray versionList(const QList<qint64> &versions)
{
    QJsonArray list;
    for (const qint64 version : versions)
        list.append(version);
    return list;
}

} // namespace console
