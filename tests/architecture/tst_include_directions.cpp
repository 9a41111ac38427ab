// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/source_tree.h"

#include <QLibraryInfo>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What the files of a folder may include of ours and of Qt.
struct Layer
{
    QString folder;
    QStringList folders;
    QStringList modules;
};

const QStringList contexts{u"core/accounts"_s, u"core/blog"_s, u"core/moderation"_s, u"core/orders"_s, u"core/analytics"_s};

/// From the bottom to the top; a file belongs to the last that holds it.
const QList<Layer> layers{
    {u"core"_s, {u"core"_s}, {u"QtCore"_s}},
    {u"core/toolkit"_s, {u"core/toolkit"_s}, {u"QtCore"_s, u"QtSql"_s}},
    {u"core/accounts"_s, {u"core/toolkit"_s, u"core/accounts"_s}, {u"QtCore"_s}},
    {u"core/blog"_s, {u"core/toolkit"_s, u"core/accounts"_s, u"core/blog"_s}, {u"QtCore"_s}},
    {u"core/moderation"_s, {u"core/toolkit"_s, u"core/accounts"_s, u"core/blog"_s, u"core/moderation"_s}, {u"QtCore"_s}},
    {u"core/orders"_s, {u"core/toolkit"_s, u"core/accounts"_s, u"core/orders"_s}, {u"QtCore"_s}},
    {u"core/analytics"_s, QStringList{u"core/toolkit"_s} + contexts, {u"QtCore"_s}},
    {u"core/importing"_s, QStringList{u"core/toolkit"_s, u"core/importing"_s} + contexts, {u"QtCore"_s}},
    {u"core/sample"_s, QStringList{u"core/toolkit"_s, u"core/sample"_s} + contexts, {u"QtCore"_s}},
    {u"migrations"_s, {u"core/toolkit"_s, u"migrations"_s}, {u"QtCore"_s}},
    {u"ui"_s, {u"core"_s, u"ui"_s}, {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s}},
    {u"app"_s, {u"app"_s, u"core"_s, u"migrations"_s, u"ui"_s}, {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s}},
};

bool isBelow(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

/// The module of Qt that a header belongs to; null for a header that is not Qt's.
QString moduleOf(const QString &header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    if (header.contains(u'/'))
        return headers.exists(header) ? header.section(u'/', 0, 0) : QString();
    for (const QString &module : headers.entryList({u"Qt*"_s}, QDir::Dirs)) {
        if (headers.exists(module + u'/' + header))
            return module;
    }
    return {};
}

} // namespace

/// Fails when a file reaches for a layer that it must not know about.
class tst_IncludeDirections : public QObject
{
    Q_OBJECT

private slots:
    void filesIncludeOnlyWhatLiesBelow_data();
    void filesIncludeOnlyWhatLiesBelow();
    void everyContextHasItsLayer();
    void qtsHeadersAreFoundInTheirModules();
    void qtSqlStaysInSourcesOfTheToolkit();
    void theWindowAsksContextsForRows();
    void theToolkitNamesNoContext();
    void onlyTheToolkitWritesSql();
};

void tst_IncludeDirections::filesIncludeOnlyWhatLiesBelow_data()
{
    QTest::addColumn<Layer>("layer");
    QTest::addColumn<QStringList>("files");

    QStringList seen;
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        QStringList files = source_tree::filesBelow(layer->folder, {u"*.h"_s, u"*.cpp"_s});
        files.removeIf([&](const QString &file) { return seen.contains(file); });
        seen += files;
        QTest::newRow(qPrintable(layer->folder)) << *layer << files;
    }
}

void tst_IncludeDirections::filesIncludeOnlyWhatLiesBelow()
{
    QFETCH(Layer, layer);
    QFETCH(QStringList, files);
    static const QRegularExpression ours(u"^(app|core|migrations|tests|ui)/"_s);

    for (const QString &file : files) {
        for (const QString &include : source_tree::includesOf(file)) {
            const QString module = moduleOf(include);
            const bool allowed = ours.match(include).hasMatch()
                ? std::any_of(layer.folders.begin(), layer.folders.end(), [&](const QString &folder) { return isBelow(include, folder); })
                : module.isNull() || layer.modules.contains(module);
            QVERIFY2(allowed, qPrintable(file + u" must not include " + include));
        }
    }
}

void tst_IncludeDirections::everyContextHasItsLayer()
{
    for (const QString &name : QDir(source_tree::root().filePath(u"core"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const bool listed = std::any_of(layers.begin(), layers.end(), [&](const Layer &layer) { return layer.folder == u"core/" + name; });
        QVERIFY2(listed, qPrintable(u"Say in this test what core/" + name + u" may include."));
    }
}

void tst_IncludeDirections::qtsHeadersAreFoundInTheirModules()
{
    QCOMPARE(moduleOf(u"QString"_s), u"QtCore"_s);
    QCOMPARE(moduleOf(u"QSqlQuery"_s), u"QtSql"_s);
    QCOMPARE(moduleOf(u"QColor"_s), u"QtGui"_s);
    QCOMPARE(moduleOf(u"QtWidgets/QWidget"_s), u"QtWidgets"_s);
    QCOMPARE(moduleOf(u"vector"_s), QString());
}

void tst_IncludeDirections::qtSqlStaysInSourcesOfTheToolkit()
{
    const auto isPublic = [](const QString &file) { return file.endsWith(u".h") || !file.startsWith(u"core/toolkit/"); };
    QStringList inner; // headers for sources of the toolkit alone
    for (const QString &header : source_tree::filesBelow(u"core/toolkit"_s, {u"*.h"_s})) {
        for (const QString &include : source_tree::includesOf(header)) {
            if (moduleOf(include) == u"QtSql")
                inner.append(header);
        }
    }
    for (const QString &folder : {u"core"_s, u"migrations"_s, u"ui"_s, u"app"_s}) {
        for (const QString &file : source_tree::filesBelow(folder, {u"*.h"_s, u"*.cpp"_s})) {
            if (!isPublic(file) || inner.contains(file))
                continue;
            for (const QString &include : source_tree::includesOf(file))
                QVERIFY2(moduleOf(include) != u"QtSql" && !inner.contains(include), qPrintable(file + u" must not include " + include));
        }
    }
}

void tst_IncludeDirections::theWindowAsksContextsForRows()
{
    static const QRegularExpression closed(u"^core/toolkit/(repo|query|multi|dialect|connection|sql)"_s);
    for (const QString &file : source_tree::filesBelow(u"ui"_s, {u"*.h"_s, u"*.cpp"_s})) {
        for (const QString &include : source_tree::includesOf(file))
            QVERIFY2(!closed.match(include).hasMatch(), qPrintable(file + u" must not include " + include));
    }
}

void tst_IncludeDirections::theToolkitNamesNoContext()
{
    static const QRegularExpression named(u"\\b(accounts|blog|moderation|orders|analytics|migrations|ui)::"_s);
    static const QRegularExpression comment(u"//[^\n]*"_s);
    for (const QString &file : source_tree::filesBelow(u"core/toolkit"_s, {u"*.h"_s, u"*.cpp"_s})) {
        const QString code = source_tree::textOf(file).remove(comment);
        const QRegularExpressionMatch match = named.match(code);
        QVERIFY2(!match.hasMatch(), qPrintable(file + u" must not name " + match.captured()));
    }
}

void tst_IncludeDirections::onlyTheToolkitWritesSql()
{
    static const QRegularExpression sql(
        u"\"\\s*(select\\s[^\"]*\\sfrom\\s|insert\\s+into\\s|delete\\s+from\\s|update\\s+\\w+\\s+set\\s|create\\s+(table|index)\\s|pragma\\s"
        "|SELECT\\s|INSERT\\s+INTO\\s|DELETE\\s+FROM\\s|UPDATE\\s+\\w+\\s+SET\\s|CREATE\\s|PRAGMA\\s)"_s);
    for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s}) {
        for (const QString &file : source_tree::filesBelow(folder, {u"*.h"_s, u"*.cpp"_s})) {
            if (isBelow(file, u"core/toolkit"_s))
                continue;
            const QRegularExpressionMatch match = sql.match(source_tree::textOf(file));
            QVERIFY2(!match.hasMatch(), qPrintable(file + u" must not contain " + match.captured()));
        }
    }
}

QTEST_GUILESS_MAIN(tst_IncludeDirections)
#include "tst_include_directions.moc"
