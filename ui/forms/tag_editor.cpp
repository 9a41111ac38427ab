// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/tag_editor.h"

#include "ui/common/literal_text.h"
#include "ui/forms/flow_layout.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>
#include <QToolButton>

namespace ui {

TagEditor::TagEditor(const Complete &complete, QWidget *parent)
    : FieldEditor(parent), m_complete(complete), m_frame(new QFrame(this)), m_layout(new FlowLayout(m_frame)), m_line(new QLineEdit(m_frame)), m_names(new QStringListModel(this)), m_timer(new QTimer(this))
{
    m_frame->setFrameShape(QFrame::StyledPanel);
    m_frame->setAutoFillBackground(true);
    m_frame->setBackgroundRole(QPalette::Base);
    m_line->setFrame(false);
    m_layout->addWidget(m_line);
    row()->addWidget(m_frame);
    restyle(m_frame, [this] {
        const int gap = m_frame->fontMetrics().height() / 8;
        m_layout->setContentsMargins(gap, gap, gap, gap);
        m_layout->setSpacing(2 * gap);
    });
    watch(m_line);
    retranslate(m_line, [this] { m_line->setPlaceholderText(tr("add a tag, then comma or Enter")); });

    auto *completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_line->setCompleter(completer);
    // The completer writes the name into the line after it has told; the chip is made then.
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &TagEditor::commit, Qt::QueuedConnection);

    m_timer->setSingleShot(true);
    m_timer->setInterval(150);
    connect(m_timer, &QTimer::timeout, this, &TagEditor::askForNames);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u','))
            commit();
        else
            m_timer->start();
        emit edited();
    });
    connect(this, &FieldEditor::left, this, &TagEditor::commit);
}

QVariant TagEditor::value() const
{
    QStringList tags = m_tags;
    const QString typed = m_line->text().simplified();
    if (!typed.isEmpty() && !tags.contains(typed, Qt::CaseInsensitive))
        tags.append(typed);
    return tags;
}

void TagEditor::setValue(const QVariant &value)
{
    m_line->clear();
    m_tags = value.toStringList();
    showChips();
}

void TagEditor::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    m_line->setReadOnly(readOnly);
    showChips();
}

QWidget *TagEditor::input() const
{
    return m_line;
}

bool TagEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEmpty = m_line->text().isEmpty();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !isEmpty) {
            commit();
            return true;
        }
        if (key == Qt::Key_Backspace && isEmpty && !m_tags.isEmpty() && !m_isReadOnly) {
            remove(m_tags.last());
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void TagEditor::commit()
{
    m_timer->stop();
    m_request.cancel();
    ++m_asked;
    const QStringList typed = m_line->text().split(u',', Qt::SkipEmptyParts);
    m_line->clear();
    bool added = false;
    for (const QString &part : typed) {
        const QString tag = part.simplified();
        if (tag.isEmpty() || m_tags.contains(tag, Qt::CaseInsensitive))
            continue;
        m_tags.append(tag);
        added = true;
    }
    if (added) {
        showChips();
        emit edited();
    }
}

void TagEditor::remove(const QString &tag)
{
    m_tags.removeOne(tag);
    showChips();
    m_line->setFocus();
    emit edited();
}

void TagEditor::showChips()
{
    while (m_layout->count() > 1) {
        QLayoutItem *item = m_layout->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &tag : std::as_const(m_tags)) {
        auto *chip = new QToolButton(m_frame);
        chip->setObjectName(m_line->objectName() + u'.' + tag);
        chip->setText(literalLabel(tag));
        chip->setIcon(icon("window-close-symbolic"));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setEnabled(!m_isReadOnly);
        retranslate(chip, [chip, tag] {
            chip->setToolTip(tr("Remove this tag"));
            chip->setAccessibleName(tr("Remove the tag %1").arg(tag));
        });
        connect(chip, &QToolButton::clicked, this, [this, tag] { remove(tag); });
        m_layout->insertWidget(m_layout->count() - 1, chip);
        chip->show();
    }
    m_frame->updateGeometry();
}

void TagEditor::askForNames()
{
    m_request.cancel();
    const QString text = m_line->text().simplified();
    if (!m_complete || text.isEmpty())
        return;
    m_request = m_complete(text);
    m_request.then(this, [this, asked = ++m_asked](const db::Result<QStringList> &names) {
        if (asked != m_asked || !names || !m_line->hasFocus())
            return;
        m_names->setStringList(*names);
        if (!names->isEmpty())
            m_line->completer()->complete();
    });
}

} // namespace ui
