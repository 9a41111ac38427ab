// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/sql_folder_bar.h"

#include "ui/common/fonts.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/sql_folder.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

namespace ui {

namespace {

constexpr int MostProblems = 4; // more would not leave room for the list

} // namespace

SqlFolderBar::SqlFolderBar(SqlFolder &folder, QWidget *parent)
    : QWidget(parent), m_folder(folder), m_path(new QLabel(this)), m_choose(new QPushButton(this)), m_forget(new QPushButton(this)), m_problems(new QLabel(this))
{
    setObjectName(u"migrations.folder"_qs);
    m_path->setObjectName(u"migrations.folder.path"_qs);
    m_choose->setObjectName(u"migrations.folder.choose"_qs);
    m_forget->setObjectName(u"migrations.folder.forget"_qs);
    m_problems->setObjectName(u"migrations.folder.problems"_qs);
    m_choose->setIcon(icon("document-open"));
    makeQuiet(m_path);
    for (QLabel *label : {m_path, m_problems}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problems->setMargin(4);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tint(m_problems, Theme::Role::Error);

    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_forget);
    row->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(row);
    column->addWidget(m_problems);

    connect(m_choose, &QPushButton::clicked, this, &SqlFolderBar::chooseFolder);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_choose->setFocus(Qt::OtherFocusReason); // before the present one goes
        m_folder.choose({});
    });
    connect(&folder, &SqlFolder::chosen, this, &SqlFolderBar::updateTexts);
    connect(&folder, &SqlFolder::changed, this, &SqlFolderBar::updateTexts);
    retranslate(this, [this] { updateTexts(); });
}

void SqlFolderBar::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder with migrations in SQL"), m_folder.path());
    dialog->setObjectName(u"migrations.folder.dialog"_qs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_folder.choose(path); });
    dialog->open();
}

void SqlFolderBar::updateTexts()
{
    const QString path = QDir::toNativeSeparators(m_folder.path());
    const bool isChosen = !path.isEmpty();
    m_path->setText(isChosen ? tr("Also %n migration(s) in SQL from %1", nullptr, int(m_folder.migrations().size())).arg(path)
                             : tr("Migrations in files of SQL can stand beside those of the program."));
    m_choose->setText(isChosen ? tr("Another folder…") : tr("Folder of SQL files…"));
    m_choose->setAccessibleName(m_choose->text());
    m_forget->setText(tr("Leave it out"));
    m_forget->setAccessibleName(tr("Leave the folder of SQL files out"));
    m_forget->setVisible(isChosen);
    m_problems->setText(problemText());
    m_problems->setAccessibleName(m_problems->text());
    m_problems->setVisible(!m_folder.problems().isEmpty());
}

QString SqlFolderBar::problemText() const
{
    QStringList lines;
    for (const db::Error &problem : m_folder.problems().first(qMin(m_folder.problems().size(), qsizetype(MostProblems))))
        lines.append(problem.message);
    const int more = int(m_folder.problems().size()) - MostProblems;
    if (more > 0)
        lines.append(tr("And %n more file(s).", nullptr, more));
    return lines.join(u'\n');
}

} // namespace ui
