// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/struct_model.h"

namespace console {

/// A file of C++ and what stands in it.
struct SourceFile
{
    QString name;
    QString text;
};

/// Where structs are to live.
struct StructPlace
{
    QString context = {}; ///< the namespace; none when empty
    QString includeFolder = {}; ///< in front of the names of included files, with its slash
};

/// A header and a source for each struct. They compile as they stand.
QList<SourceFile> structSources(const QList<StructModel> &structs, const StructPlace &place);

} // namespace console
