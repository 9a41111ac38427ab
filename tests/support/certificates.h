// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

/// Certificates for a test of TLS, made by openssl: an authority, a server's certificate of its for 127.0.0.1 and
/// localhost, one for another name, and an authority that signed neither.
class Certificates
{
public:
    Certificates()
    {
        makeAuthority(QStringLiteral("authority"));
        makeAuthority(QStringLiteral("other"));
        sign(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1,DNS:localhost"));
        sign(QStringLiteral("misnamed"), QStringLiteral("DNS:elsewhere.example"));
        // A server that runs as another user reads them too.
        QFile(m_folder.path()).setPermissions(QFile::Permissions(0x7755));
    }

    QString authority() const { return file(QStringLiteral("authority.pem")); }
    QString otherAuthority() const { return file(QStringLiteral("other.pem")); }
    QString good() const { return file(QStringLiteral("good.pem")); }
    QString goodKey() const { return file(QStringLiteral("good.key")); }
    QString misnamed() const { return file(QStringLiteral("misnamed.pem")); }
    QString misnamedKey() const { return file(QStringLiteral("misnamed.key")); }

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    void openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("openssl failed: %s%s", process.readAll().constData(), qPrintable(process.errorString()));
    }
    void makeAuthority(const QString &name) const
    {
        openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                 QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-keyout"), file(name + QStringLiteral(".key")),
                 QStringLiteral("-out"), file(name + QStringLiteral(".pem"))});
    }
    void sign(const QString &name, const QString &subjects) const
    {
        const QString key = file(name + QStringLiteral(".key"));
        const QString request = file(name + QStringLiteral(".csr"));
        openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=server"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + subjects, QStringLiteral("-keyout"), key,
                 QStringLiteral("-out"), request});
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request, QStringLiteral("-copy_extensions"),
                 QStringLiteral("copy"), QStringLiteral("-CA"), authority(), QStringLiteral("-CAkey"), file(QStringLiteral("authority.key")),
                 QStringLiteral("-CAcreateserial"), QStringLiteral("-out"), file(name + QStringLiteral(".pem"))});
        QFile(key).setPermissions(QFile::Permissions(0x6644));
    }

    QTemporaryDir m_folder;
};
