// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace importing {

/// What a person reads of a piece of HTML: tags are left out, entities become their characters, paragraphs and list
/// items lines of their own. Takes any text; what is no tag and no entity stays as it is.
QString htmlToText(const QString &html);

/// The character of a named entity of HTML 4 ("eacute"), or of "apos"; 0 when there is no such.
char32_t htmlEntity(QStringView name);

} // namespace importing
