// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/index.h"

#include <QTest>

class tst_Index : public QObject
{
    Q_OBJECT

private slots:
    void namesAreMadeOfTableAndColumns()
    {
        QCOMPARE(db::Index(u"posts"_qs, {"author_id"}).name(), u"posts_author_id_index"_qs);
        QCOMPARE(db::Index(u"posts_tags"_qs, {"post_id", "tag_id"}).unique().name(), u"posts_tags_post_id_tag_id_index"_qs);
    }

    void whatIsNoWordInTheNameOfAnIndexBecomesAnUnderscore()
    {
        QCOMPARE(db::Index(u"aa"_qs, {db::IndexColumn::expression(u"lower(name)"_qs)}).name(), u"aa_lower_name_index"_qs);
        QCOMPARE(db::Index(u"aa"_qs, {"a b", db::IndexColumn("c").desc()}).name(), u"aa_a_b_c_index"_qs);
        QCOMPARE(db::Index(u"aa"_qs, {db::IndexColumn(u"größe"_qs)}).name(), u"aa_gr____e_index"_qs);
        QCOMPARE(db::Index(u"aa"_qs, {"a"}).named("mine").name(), u"mine"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_Index)

#include "tst_index.moc"
