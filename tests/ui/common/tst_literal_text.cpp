// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui.h"
#include "ui/common/elided_label.h"
#include "ui/common/link_button.h"
#include "ui/common/literal_text.h"
#include "ui/forms/tag_editor.h"
#include "ui/lists/column.h"
#include "ui/lists/filter_chips.h"
#include "ui/lists/record_model.h"

#include <QSignalSpy>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// Names with ampersands and titles that look like HTML are shown as they are.
class tst_LiteralText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { gui::reset(); }
    void anAmpersandInALabelIsOne();
    void aLabelLosesItsMnemonicOnly();
    void aToolTipIsNeverHtmlOfOthers();
    void aPlainToolTipStaysAsItIs();
    void aTagWithAnAmpersandGetsNoShortcut();
    void aConditionWithAnAmpersandGetsNoShortcut();
    void aLinkShowsItsAmpersand();
    void theToolTipOfAnElidedTitleIsPlain();
    void toolTipsOfCellsArePlain();
};

namespace {

const QString evil = u"<b>Bold</b><br>title"_s;

/// What a person reads in a tool tip.
QString read(const QString &toolTip)
{
    return Qt::mightBeRichText(toolTip) ? QTextDocumentFragment::fromHtml(toolTip).toPlainText() : toolTip;
}

} // namespace

void tst_LiteralText::anAmpersandInALabelIsOne()
{
    QCOMPARE(ui::literalLabel(u"R&D"_s), u"R&&D"_s);
    QCOMPARE(ui::literalLabel(u"plain"_s), u"plain"_s);
}

void tst_LiteralText::aLabelLosesItsMnemonicOnly()
{
    QCOMPARE(ui::withoutMnemonic(u"&Undo: Edit “R&&D”"_s), u"Undo: Edit “R&D”"_s);
}

void tst_LiteralText::aToolTipIsNeverHtmlOfOthers()
{
    QCOMPARE(read(ui::literalToolTip(evil)), evil);
}

void tst_LiteralText::aPlainToolTipStaysAsItIs()
{
    QCOMPARE(ui::literalToolTip(u"R&D in <5 minutes"_s), u"R&D in <5 minutes"_s);
}

void tst_LiteralText::aTagWithAnAmpersandGetsNoShortcut()
{
    ui::TagEditor editor({});
    editor.setName(u"tags"_s);
    editor.setValue(QStringList{u"R&D"_s});
    const auto *chip = gui::find<QToolButton>(&editor, u"tags.R&D"_s);
    QCOMPARE(chip->text(), u"R&&D"_s);
    QVERIFY(chip->shortcut().isEmpty());
    QCOMPARE(chip->accessibleName(), u"Remove the tag R&D"_s);
}

void tst_LiteralText::aConditionWithAnAmpersandGetsNoShortcut()
{
    ui::FilterChips chips;
    chips.setObjectName(u"chips"_s);
    chips.setChips({{u"author"_s, u"Author: R&D"_s}});
    const auto *chip = gui::find<QToolButton>(&chips, u"chips.author"_s);
    QCOMPARE(chip->text(), u"Author: R&&D"_s);
    QVERIFY(chip->shortcut().isEmpty());
}

void tst_LiteralText::aLinkShowsItsAmpersand()
{
    ui::LinkButton link;
    link.setLink(u"R&D"_s);
    QVERIFY(link.shortcut().isEmpty());
    QCOMPARE(link.accessibleName(), u"R&D"_s);
    QCOMPARE(link.sizeHint().width(), link.fontMetrics().size(Qt::TextSingleLine, u"R&D"_s).width());
}

void tst_LiteralText::theToolTipOfAnElidedTitleIsPlain()
{
    ui::ElidedLabel label;
    label.setText(evil.repeated(20));
    label.resize(60, 30);
    label.grab();
    QCOMPARE(read(label.toolTip()), label.text());
}

void tst_LiteralText::toolTipsOfCellsArePlain()
{
    using Row = QString;
    ui::RecordModel<Row> model({{.title = [] { return u"Title"_s; }, .text = [](const Row &row) { return row; }, .data = [](const Row &row, int role) { return role == Qt::ToolTipRole ? QVariant(row) : QVariant(); }}},
                               {.fetch = [](const ui::ListQuery &, int, int) { return db::Request<db::Result<QList<Row>>>(QtFuture::makeReadyFuture(db::Result<QList<Row>>(QList<Row>{evil})), {}); },
                                .count = [](const ui::ListQuery &) { return db::Request<db::Result<qint64>>(QtFuture::makeReadyFuture(db::Result<qint64>(1)), {}); },
                                .key = [](const Row &) { return 1; }});
    QSignalSpy loaded(&model, &ui::PagedModel::loaded);
    model.setQuery({});
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(read(model.index(0, 0).data(Qt::ToolTipRole).toString()), evil);
    QCOMPARE(model.index(0, 0).data().toString(), evil);
}

QTEST_MAIN(tst_LiteralText)
#include "tst_literal_text.moc"
