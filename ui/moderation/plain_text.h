// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace ui {

/// Where an address stands in a text.
struct Link
{
    int start = 0;
    int length = 0;

    friend bool operator==(const Link &, const Link &) = default;
};

/// The web addresses in a plain text, without the punctuation that ends a sentence.
QList<Link> linksIn(const QString &text);

/// What a body says: HTML without its tags, where the address of a link follows its words in brackets, and anything else as
/// it is. Nothing is loaded, whatever the HTML refers to.
QString plainText(const QString &body);

} // namespace ui
