// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/migrations/migration_line.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Asks, inside the page, whether a migration is to be rolled back: says what is lost, and wants a name typed, the one of
/// the first table that loses something, or of the database where nothing is lost.
class RollbackPanel : public QFrame
{
    Q_OBJECT

public:
    explicit RollbackPanel(QWidget *parent = nullptr);

    void ask(const MigrationLine &line, const QString &databaseName);
    const MigrationLine &line() const { return m_line; }

signals:
    void confirmed();
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString expected() const;
    void updateTexts();
    void updateButton();

    MigrationLine m_line;
    QString m_databaseName;
    QLabel *m_question;
    QLabel *m_losses;
    QLabel *m_prompt;
    QLineEdit *m_name;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace ui
