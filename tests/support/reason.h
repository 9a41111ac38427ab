// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"

/// Why a result is none, for QVERIFY2, which looks at its text even when all is well.
template <typename T>
QByteArray reason(const db::Result<T> &result)
{
    return result ? QByteArray() : result.error().message.toUtf8();
}
