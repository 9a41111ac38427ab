// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/telemetry.h"

#include <QMap>
#include <QMutex>

namespace db {

namespace {

struct Listeners
{
    QMutex mutex;
    QMap<int, Telemetry::Listener> byHandle;
    int lastHandle = 0;
};

Listeners &listeners()
{
    static Listeners instance;
    return instance;
}

} // namespace

int Telemetry::addListener(Listener listener)
{
    const QMutexLocker lock(&listeners().mutex);
    listeners().byHandle.insert(++listeners().lastHandle, listener);
    return listeners().lastHandle;
}

void Telemetry::removeListener(int handle)
{
    const QMutexLocker lock(&listeners().mutex);
    listeners().byHandle.remove(handle);
}

void Telemetry::emitEvent(const StatementEvent &event)
{
    const QMutexLocker lock(&listeners().mutex);
    for (const Listener &listener : std::as_const(listeners().byHandle))
        listener(event);
}

} // namespace db
