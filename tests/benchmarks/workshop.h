// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"

#include <QTemporaryDir>

#include <memory>

namespace bench {

/// A database of an engine, in a temporary folder, with the data in it; gone when this goes.
class Workshop
{
public:
    explicit Workshop(db::DatabaseUrl::Engine engine);

    const QString &url() const { return m_url; }

private:
    QTemporaryDir m_folder;
    QString m_url;
};

} // namespace bench
