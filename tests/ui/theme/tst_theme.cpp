// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/source_tree.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPalette>
#include <QStyle>
#include <QTest>

using ui::Theme;

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void textCanBeRead_data();
    void textCanBeRead();
    void meaningsCanBeReadOnEveryGround_data() { textCanBeRead_data(); }
    void meaningsCanBeReadOnEveryGround();
    void darkIsDarkAndLightIsLight();
    void aWidgetThatIsOpenChangesWithTheTheme();
    void everyIconNamedInTheSourcesExists_data() { textCanBeRead_data(); }
    void everyIconNamedInTheSourcesExists();
    void iconsStandOutFromTheirGround_data() { textCanBeRead_data(); }
    void iconsStandOutFromTheirGround();
    void zoomScalesTextAndIcons();
    void zoomStaysWithinItsLimits();
    void contrastFollowsTheStandard();
};

void tst_Theme::cleanup()
{
    Theme::setZoom(100);
}

void tst_Theme::textCanBeRead_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_Theme::textCanBeRead()
{
    QFETCH(Theme::Mode, mode);
    Theme::apply(mode);
    const QPalette palette = QApplication::palette();
    const QList<QPair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
        {QPalette::WindowText, QPalette::Window}, {QPalette::Text, QPalette::Base}, {QPalette::Text, QPalette::AlternateBase}, {QPalette::ButtonText, QPalette::Button}, {QPalette::ToolTipText, QPalette::ToolTipBase}, {QPalette::HighlightedText, QPalette::Highlight}, {QPalette::PlaceholderText, QPalette::Base}, {QPalette::Link, QPalette::Base}, {QPalette::Link, QPalette::Window}};
    for (const auto &[text, ground] : pairs) {
        const double found = ui::contrast(palette.color(text), palette.color(ground));
        QVERIFY2(found >= 4.5, qPrintable(u"%1 on %2: %3"_qs.arg(int(text)).arg(int(ground)).arg(found)));
    }
}

void tst_Theme::meaningsCanBeReadOnEveryGround()
{
    QFETCH(Theme::Mode, mode);
    Theme::apply(mode);
    const QPalette palette = QApplication::palette();
    for (const auto role : {Theme::Role::Ok, Theme::Role::Warning, Theme::Role::Error, Theme::Role::Pending, Theme::Role::Muted, Theme::Role::Accent}) {
        for (const QColor &ground : {palette.color(QPalette::Base), palette.color(QPalette::AlternateBase), palette.color(QPalette::Window), Theme::background(role)}) {
            const double found = ui::contrast(Theme::color(role), ground);
            QVERIFY2(found >= 4.5, qPrintable(u"role %1 on %2: %3"_qs.arg(int(role)).arg(ground.name()).arg(found)));
        }
        QVERIFY(ui::contrast(palette.color(QPalette::WindowText), Theme::background(role)) >= 4.5);
        QVERIFY(ui::contrast(palette.color(QPalette::Link), Theme::background(role)) >= 4.5);
    }
}

void tst_Theme::darkIsDarkAndLightIsLight()
{
    Theme::apply(Theme::Mode::Dark);
    QVERIFY(Theme::isDark());
    QCOMPARE(Theme::mode(), Theme::Mode::Dark);
    Theme::apply(Theme::Mode::Light);
    QVERIFY(!Theme::isDark());
    // The offscreen platform is light.
    Theme::apply(Theme::Mode::Dark);
    Theme::apply(Theme::Mode::System);
    QVERIFY(!Theme::isDark());
}

void tst_Theme::aWidgetThatIsOpenChangesWithTheTheme()
{
    Theme::apply(Theme::Mode::Light);
    QLabel label(u"text"_qs);
    ui::restyle(&label, [&label] {
        QPalette palette = label.palette();
        palette.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
        label.setPalette(palette);
    });
    label.show();
    const QColor before = label.palette().color(QPalette::WindowText);
    Theme::apply(Theme::Mode::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme::color(Theme::Role::Error));
    QVERIFY(label.palette().color(QPalette::WindowText) != before);
}

void tst_Theme::everyIconNamedInTheSourcesExists()
{
    QFETCH(Theme::Mode, mode);
    Theme::apply(mode);
    static const QRegularExpression named(u"(?:\\bicon\\(|setIcon\\(u|\\.icon = u|\\badd\\(m_\\w+, u\"\\w+\"_qs, |addButton\\(u\"\\w+\"_qs, u)\"([a-z][a-z0-9-]+)\""_qs);
    int found = 0;
    for (const QString &file : source_tree::filesBelow(u"ui"_qs, {u"*.cpp"_qs})) {
        for (auto matches = named.globalMatch(source_tree::textOf(file)); matches.hasNext(); ++found) {
            const QString name = matches.next().captured(1);
            QVERIFY2(!ui::icon(name).isNull(), qPrintable(file + u" names an icon that is not there: " + name));
        }
    }
    QVERIFY(found > 20);
}

void tst_Theme::iconsStandOutFromTheirGround()
{
    QFETCH(Theme::Mode, mode);
    // An icon taken before the switch follows it.
    Theme::apply(mode == Theme::Mode::Dark ? Theme::Mode::Light : Theme::Mode::Dark);
    const QIcon save = ui::icon("document-save");
    Theme::apply(mode);
    const QImage image = save.pixmap(32).toImage();
    QVERIFY(!image.isNull());
    double best = 1;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y).alpha() > 250)
                best = qMax(best, ui::contrast(image.pixelColor(x, y), QApplication::palette().color(QPalette::Window)));
        }
    }
    QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
}

void tst_Theme::zoomScalesTextAndIcons()
{
    Theme::apply(Theme::Mode::Light);
    const double size = QApplication::font().pointSizeF();
    const int pixels = QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize);
    Theme::setZoom(200);
    QCOMPARE(QApplication::font().pointSizeF(), 2 * size);
    QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize), 2 * pixels);
    Theme::setZoom(100);
    QCOMPARE(QApplication::font().pointSizeF(), size);
}

void tst_Theme::zoomStaysWithinItsLimits()
{
    Theme::setZoom(500);
    QCOMPARE(Theme::zoom(), 200);
    Theme::setZoom(1);
    QCOMPARE(Theme::zoom(), 70);
}

void tst_Theme::contrastFollowsTheStandard()
{
    QCOMPARE(ui::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(ui::contrast(Qt::white, Qt::white), 1.0);
    // #777777 on white is the well-known grey that just fails.
    QVERIFY(qAbs(ui::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
