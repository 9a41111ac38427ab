// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

// Sentences with places in braces that a Writer fills: {things}, {tool}, {action}, {problem} by topic; {town}, {time},
// {number} and {friend} from the lists here.
namespace sample::phrases {

const QStringList &firstNames();
const QStringList &lastNames();
const QStringList &towns();
const QStringList &times();
const QStringList &friends();

const QStringList &titles();
const QStringList &openings();
const QStringList &middles();
const QStringList &closings();
const QStringList &comments();
const QStringList &rudeComments();
const QStringList &spam();
const QStringList &reasons();
const QStringList &bios();

} // namespace sample::phrases
