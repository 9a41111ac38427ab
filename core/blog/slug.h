// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace blog {

/// The part of an address that stands for a post: the title in lower case, letters, digits, `_` and `-` of any script
/// kept, blanks as `-`, at most 100 characters. Never empty.
QString slugFor(const QString &title);

/// The slug of a tag: its name in lower case with `-` for blanks. Names with one slug are one tag.
QString tagSlugFor(const QString &name);

} // namespace blog
