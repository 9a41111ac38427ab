// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace ui {

namespace {

QString currentCode = QStringLiteral("en");

QTranslator *translator(const QString &file)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file) && QCoreApplication::installTranslator(translator))
        return translator;
    delete translator;
    return nullptr;
}

QString systemLanguage()
{
    return QLocale::system().name().section(u'_', 0, 0);
}

} // namespace

QStringList Language::available()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString Language::name(const QString &code)
{
    return code == u"de" ? QStringLiteral("Deutsch") : QStringLiteral("English");
}

QString Language::ofSystem()
{
    const QStringList codes = available();
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QString code = wanted.section(u'-', 0, 0);
        if (codes.contains(code))
            return code;
    }
    return codes.first();
}

void Language::apply(const QString &code)
{
    static QList<QTranslator *> installed;
    // A language keeps the formats of its country if it is the system's.
    QLocale::setDefault(code == systemLanguage() ? QLocale::system() : QLocale(code));
    qDeleteAll(installed);
    installed.clear();
    currentCode = code;
    const QString qtTexts = QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_" + code + u".qm";
    const QString ourTexts = u":/i18n/quecto_" + code + u".qm";
    for (const QString &file : {qtTexts, ourTexts}) {
        if (QTranslator *added = translator(file))
            installed.append(added);
    }
}

QString Language::current()
{
    return currentCode;
}

} // namespace ui
