// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace console {

/// The words of a name in small letters of ASCII: "CustomerID", "customer_id" and "customer id" are customer, id. Letters with
/// marks lose them; what else ASCII lacks parts words. A name may have none.
QStringList wordsOf(const QString &name);

/// The last word in the singular, as far as English follows rules: "order_items" is "order_item".
QString singular(const QString &name);

/// Whether a word in small letters means something in C++20 or Qt, such as "class", "signals" or "qint64".
bool isReservedInCpp(const QString &word);

/// Text between the quotes of a literal in C++.
QString cppLiteral(const QString &text);

/// Makes names that C++ allows, each once.
class CppNames
{
public:
    CppNames() = default;
    explicit CppNames(const QSet<QString> &taken)
        : m_taken(taken) { }

    /// "customer_id" is customerId; `otherwise` begins the name where the text has no letter to begin with.
    QString member(const QString &text, const QString &otherwise);
    /// "customer_id" is CustomerId.
    QString type(const QString &text, const QString &otherwise);

private:
    QString once(const QString &name);

    QSet<QString> m_taken;
};

} // namespace console
