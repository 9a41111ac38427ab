// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/small_disk.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// As TestServer chooses.
uid_t serverUser()
{
    const passwd *nobody = geteuid() == 0 ? getpwnam("nobody") : nullptr;
    return nobody ? nobody->pw_uid : geteuid();
}

bool write(const char *file, const QByteArray &text)
{
    QFile opened{QString::fromLatin1(file)};
    return opened.open(QIODevice::WriteOnly) && opened.write(text) == text.size();
}

/// Who is not root becomes the ruler of a world of his own, in which he is called as before.
bool enterNamespace()
{
    const QByteArray user = QByteArray::number(geteuid());
    const QByteArray group = QByteArray::number(getegid());
    if (geteuid() == 0)
        return unshare(CLONE_NEWNS) == 0;
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write("/proc/self/setgroups", "deny")
        && write("/proc/self/uid_map", user + ' ' + user + " 1") && write("/proc/self/gid_map", group + ' ' + group + " 1");
}

} // namespace

QString SmallDisk::problem()
{
    if (enterNamespace() && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0)
        return {};
    return u"No disks can be mounted here: "_s + QString::fromLocal8Bit(std::strerror(errno));
}

SmallDisk::SmallDisk(int megabytes)
    : m_folder(QDir::tempPath() + u"/quecto-disk-XXXXXX")
{
    const QByteArray options = "size=" + QByteArray::number(megabytes) + "m,mode=700,uid=" + QByteArray::number(serverUser());
    if (mount("none", QFile::encodeName(path()).constData(), "tmpfs", 0, options.constData()) != 0)
        qFatal("%s: %s", qPrintable(path()), std::strerror(errno));
}

SmallDisk::~SmallDisk()
{
    umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

void SmallDisk::takeRoom(int megabytes)
{
    QFile ballast(m_folder.filePath(u"ballast"_s));
    if (!ballast.open(QIODevice::WriteOnly) || ballast.write(QByteArray(megabytes << 20, '\0')) < 0)
        qFatal("%s", qPrintable(ballast.errorString()));
}

void SmallDisk::makeRoom()
{
    QFile::remove(m_folder.filePath(u"ballast"_s));
}
