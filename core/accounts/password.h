// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QString>

namespace accounts {

/// Stands where a hash would for people nobody can sign in as, such as imported ones: no password fits it.
inline constexpr QLatin1StringView noPassword{"!"};

/// Bytes of UTF-8 that bcrypt looks at; the rest of a longer password would be ignored.
inline constexpr int passwordByteLimit = 72;

/// The bcrypt hash of a password ("$2b$", 60 characters), with a fresh salt. Takes a quarter of a second: not for the
/// thread of a window.
QString hashPassword(const QString &password);

/// Whether the hash belongs to the password. A hash that is not bcrypt's fits no password, but takes as long to say so,
/// so that the time does not tell who exists.
bool verifyPassword(const QString &password, const QString &hash);

/// The logarithm of the rounds of new hashes, 4 to 31; 12 unless a test is in a hurry.
void setPasswordCost(int cost);

} // namespace accounts
