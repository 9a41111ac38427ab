// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

namespace sample {

/// What the members of the sample community talk about, in phrases that fit into each other's places.
struct Topic
{
    QString tag;
    QStringList things; ///< in the plural: "tomatoes"
    QStringList tools; ///< with their article: "a cold frame"
    QStringList actions; ///< "prune the roses"
    QStringList problems; ///< "the leaves turn yellow"
};

const QList<Topic> &topics();

} // namespace sample
