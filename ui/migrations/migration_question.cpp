// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_question.h"

#include "ui/migrations/loss_words.h"
#include "ui/migrations/name_question.h"
#include "ui/migrations/run_question.h"

#include <QBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int MostSentences = 8; // more would not leave room for the statements

bool isAnyKnown(const MigrationQuestion::Subject &subject)
{
    return std::any_of(subject.lines.cbegin(), subject.lines.cend(), [&subject](const MigrationLine &line) {
        const QList<db::Loss> &losses = line.losses(subject.isUp);
        return std::any_of(losses.cbegin(), losses.cend(), isKnown);
    });
}

} // namespace

MigrationQuestion::MigrationQuestion(QWidget *parent)
    : QWidget(parent), m_simple(new RunQuestion(this)), m_typed(new NameQuestion(u"migrations.confirmation"_qs, this))
{
    setObjectName(u"migrations.ask"_qs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_simple);
    column->addWidget(m_typed);
    hide();
    connect(m_simple, &RunQuestion::confirmed, this, &MigrationQuestion::confirmed);
    connect(m_simple, &RunQuestion::canceled, this, &MigrationQuestion::canceled);
    connect(m_typed, &NameQuestion::confirmed, this, &MigrationQuestion::confirmed);
    connect(m_typed, &NameQuestion::canceled, this, &MigrationQuestion::canceled);
}

void MigrationQuestion::ask(const Subject &subject)
{
    m_subject = subject;
    const bool isTyped = !subject.isUp || subject.isProduction || isAnyKnown(subject);
    m_simple->setVisible(!isTyped);
    m_typed->setVisible(isTyped);
    show();
    if (isTyped)
        askForName();
    else
        m_simple->ask([subject] { return question(subject); }, [subject] { return QString(losses(subject).join(u' ')); });
}

void MigrationQuestion::askForName()
{
    const Subject subject = m_subject;
    const auto lost = [subject] {
        QStringList sentences = losses(subject);
        if (sentences.isEmpty())
            sentences.append(tr("No table and no column is dropped."));
        else
            sentences.append(subject.isBackedUp ? tr("A backup of the database is made first.") : tr("What is lost cannot be brought back."));
        if (subject.isProduction)
            sentences.prepend(tr("This database is marked as production: people work with it."));
        return QString(sentences.join(u'\n'));
    };
    m_typed->ask({.question = [subject] { return question(subject); },
                  .losses = lost,
                  .prompt = [name = subject.databaseName] { return tr("Type the name of the database, %1, to go on:").arg(name); },
                  .confirm = [isUp = subject.isUp] { return isUp ? tr("Run") : tr("Roll back"); },
                  .confirmName = [subject] { return question(subject); },
                  .cancelName = [isUp = subject.isUp] { return isUp ? tr("Run nothing") : tr("Do not roll back"); }},
                 subject.databaseName);
}

QStringList MigrationQuestion::losses(const Subject &subject)
{
    QStringList sentences;
    for (const MigrationLine &line : subject.lines) {
        for (const db::Loss &loss : line.losses(subject.isUp))
            sentences.append(subject.lines.size() == 1 ? inWords(loss) : tr("%1: %2", "migration: loss").arg(line.title(), inWords(loss)));
    }
    const int more = int(sentences.size()) - MostSentences;
    if (more <= 0)
        return sentences;
    sentences.resize(MostSentences);
    sentences.append(tr("And %n more like these.", nullptr, more));
    return sentences;
}

QString MigrationQuestion::question(const Subject &subject)
{
    const int count = int(subject.lines.size());
    if (subject.isUp)
        return tr("Run %n migration(s)? Their statements are shown below.", nullptr, count);
    return count == 1 ? tr("Roll back %1?").arg(subject.lines.first().title())
                      : tr("Roll back %n migration(s), down to and including %1?", nullptr, count).arg(subject.lines.last().title());
}

} // namespace ui
