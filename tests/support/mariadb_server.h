// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/test_server.h"

class MariadbServer : public TestServer
{
public:
    explicit MariadbServer(const Options &options)
        : TestServer(Engine::MariaDb, options) { }

    static QString problem();

    db::DatabaseUrl url(const QString &database) const override;
    db::DatabaseUrl emptyDatabase() override;

protected:
    void install(const QString &folder) override;
    QString programName() const override;
    QStringList serverCommand() const override;
    bool isReady() const override;
    int stopSignal() const override;
    QString userName() const override { return QStringLiteral("root"); }

private:
    int m_databases = 0;
};
