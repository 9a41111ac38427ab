// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>

/// A disk with little room, in memory, that this program and the servers it starts see, and nobody else.
class SmallDisk
{
public:
    /// Lets the program have such disks. To be called in main(), before there is a second thread. The answer is why it
    /// cannot; empty when it can.
    static QString problem();

    explicit SmallDisk(int megabytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    /// Its folder; it belongs to the user that servers run as.
    QString path() const { return m_folder.path(); }
    /// Takes room that makeRoom() gives back, as an administrator would.
    void takeRoom(int megabytes);
    void makeRoom();

private:
    QTemporaryDir m_folder;
};
