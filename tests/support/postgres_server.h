// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/test_server.h"

class PostgresServer : public TestServer
{
public:
    explicit PostgresServer(const Options &options)
        : TestServer(Engine::Postgres, options) { }

    static QString problem();

    db::DatabaseUrl url(const QString &database) const override;
    /// A schema of its own, on the `search_path`: a database would take a tenth of a second.
    db::DatabaseUrl emptyDatabase() override;

protected:
    void install(const QString &folder) override;
    QString programName() const override;
    QStringList serverCommand() const override;
    bool isReady() const override;
    int stopSignal() const override;
    QString userName() const override { return QStringLiteral("postgres"); }

private:
    int m_schemas = 0;
};
