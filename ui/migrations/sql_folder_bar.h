// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class SqlFolder;

/// Which folder of migrations in SQL is looked into, what is wrong with its files, and buttons that choose another.
class SqlFolderBar : public QWidget
{
    Q_OBJECT

public:
    explicit SqlFolderBar(SqlFolder &folder, QWidget *parent = nullptr);

private:
    void chooseFolder();
    void updateTexts();
    /// One line for each file that cannot be read.
    QString problemText() const;

    SqlFolder &m_folder;
    QLabel *m_path;
    QPushButton *m_choose;
    QPushButton *m_forget;
    QLabel *m_problems;
};

} // namespace ui
