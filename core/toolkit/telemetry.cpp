// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/telemetry.h"

#include <QAtomicInt>
#include <QMap>
#include <QReadWriteLock>

namespace db {

namespace {

struct Listeners
{
    // Recursive, for a listener may run a statement itself.
    QReadWriteLock lock{QReadWriteLock::Recursive};
    QMap<int, Telemetry::Listener> byHandle;
    int lastHandle = 0;
    QAtomicInt count; ///< of listeners: to find none costs nothing
};

thread_local int silences = 0;

Listeners &listeners()
{
    static Listeners instance;
    return instance;
}

} // namespace

void StatementEvent::fail(const Error &reason)
{
    failure = reason.kind;
    // An engine's own words may quote a value, and ours about an unreadable one do.
    if (reason.kind == Error::Kind::Statement)
        error = u"The database refused the statement: code " + reason.code;
    else if (reason.kind == Error::Kind::Unreadable)
        error = reason.subject + u" holds a value that cannot be read";
    else
        error = reason.message;
}

int Telemetry::addListener(Listener listener)
{
    const QWriteLocker lock(&listeners().lock);
    listeners().byHandle.insert(++listeners().lastHandle, listener);
    listeners().count.storeRelaxed(int(listeners().byHandle.size()));
    return listeners().lastHandle;
}

void Telemetry::removeListener(int handle)
{
    const QWriteLocker lock(&listeners().lock);
    listeners().byHandle.remove(handle);
    listeners().count.storeRelaxed(int(listeners().byHandle.size()));
}

bool Telemetry::isHeard()
{
    return silences == 0 && listeners().count.loadRelaxed() > 0;
}

Telemetry::Silence::Silence()
{
    ++silences;
}

Telemetry::Silence::~Silence()
{
    --silences;
}

void Telemetry::emitEvent(const StatementEvent &event)
{
    if (!isHeard())
        return;
    const QReadLocker lock(&listeners().lock);
    for (const Listener &listener : std::as_const(listeners().byHandle))
        listener(event);
}

} // namespace db
