// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace ui {

/// The language of the program, switched at run time. Codes are ISO 639-1: "en", "de".
class Language
{
public:
    static QStringList available();
    /// How a language calls itself: "Deutsch".
    static QString name(const QString &code);
    /// The available language that suits the system best.
    static QString ofSystem();

    /// Switches texts, Qt's own ones, and the default QLocale; each widget then gets QEvent::LanguageChange.
    static void apply(const QString &code);
    static QString current();
};

} // namespace ui
