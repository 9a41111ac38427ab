// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/moderation_keys.h"

#include "ui/comments/comment_state.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using blog::ModerationState;

namespace ui {

namespace {

struct KeyTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::ModerationKeys)
};

const ModerationKey *keyOf(const QKeyEvent &event)
{
    // The keypad's digits are digits; a question mark needs Shift on some keyboards only.
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Question)
        modifiers &= ~Qt::ShiftModifier;
    const QKeyCombination pressed(modifiers, Qt::Key(event.key()));
    const QList<ModerationKey> &keys = moderationKeys();
    const auto key = std::find_if(keys.cbegin(), keys.cend(), [pressed](const ModerationKey &key) { return key.key == pressed; });
    return key == keys.cend() ? nullptr : &*key;
}

} // namespace

const QList<ModerationKey> &moderationKeys()
{
    using Command = ModerationCommand;
    static const QList<ModerationKey> keys{
        {Command::Approve, Qt::Key_A},
        {Command::Reject, Qt::Key_R},
        {Command::Spam, Qt::Key_S},
        {Command::PutBack, Qt::Key_U},
        {Command::Undo, Qt::CTRL | Qt::Key_Z},
        {Command::Redo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
        {Command::Note, Qt::Key_N},
        {Command::Edit, Qt::Key_E},
        {Command::OpenPost, Qt::Key_P},
        {Command::OpenAuthor, Qt::Key_T},
        {Command::Next, Qt::Key_J, true},
        {Command::Previous, Qt::Key_K, true},
        {Command::ExtendDown, Qt::SHIFT | Qt::Key_J, true},
        {Command::ExtendUp, Qt::SHIFT | Qt::Key_K, true},
        {Command::ScrollOn, Qt::Key_Space, true},
        {Command::ShowPending, Qt::Key_1},
        {Command::ShowApproved, Qt::Key_2},
        {Command::ShowRejected, Qt::Key_3},
        {Command::ShowSpam, Qt::Key_4},
        {Command::ShowKeys, Qt::Key_Question},
    };
    return keys;
}

QString keyName(ModerationCommand command)
{
    for (const ModerationKey &key : moderationKeys()) {
        if (key.command == command)
            return QKeySequence(key.key).toString(QKeySequence::NativeText);
    }
    return {};
}

QString commandText(ModerationCommand command)
{
    switch (command) {
    case ModerationCommand::Approve:
        return commentStateCommand(ModerationState::Approved);
    case ModerationCommand::Reject:
        return commentStateCommand(ModerationState::Rejected);
    case ModerationCommand::Spam:
        return commentStateText(ModerationState::Spam);
    case ModerationCommand::PutBack:
        return commentStateCommand(ModerationState::Pending);
    case ModerationCommand::Next:
        return KeyTexts::tr("Next");
    case ModerationCommand::Previous:
        return KeyTexts::tr("Previous");
    case ModerationCommand::ExtendDown:
        return KeyTexts::tr("Select the next one too");
    case ModerationCommand::ExtendUp:
        return KeyTexts::tr("Select the previous one too");
    case ModerationCommand::ShowPending:
        return KeyTexts::tr("Show pending comments");
    case ModerationCommand::ShowApproved:
        return KeyTexts::tr("Show approved comments");
    case ModerationCommand::ShowRejected:
        return KeyTexts::tr("Show rejected comments");
    case ModerationCommand::ShowSpam:
        return KeyTexts::tr("Show spam");
    case ModerationCommand::Note:
        return KeyTexts::tr("Give a reason");
    case ModerationCommand::Edit:
        return KeyTexts::tr("Edit");
    case ModerationCommand::OpenPost:
        return KeyTexts::tr("Post");
    case ModerationCommand::OpenAuthor:
        return KeyTexts::tr("Author");
    case ModerationCommand::ScrollOn:
        return KeyTexts::tr("Read on");
    case ModerationCommand::Undo:
        return KeyTexts::tr("Take the last decision back");
    case ModerationCommand::Redo:
        return KeyTexts::tr("Decide so again");
    case ModerationCommand::ShowKeys:
        return KeyTexts::tr("Keys");
    }
    Q_UNREACHABLE();
}

std::optional<blog::ModerationState> decisionOf(ModerationCommand command)
{
    switch (command) {
    case ModerationCommand::Approve:
        return blog::ModerationState::Approved;
    case ModerationCommand::Reject:
        return blog::ModerationState::Rejected;
    case ModerationCommand::Spam:
        return blog::ModerationState::Spam;
    case ModerationCommand::PutBack:
        return blog::ModerationState::Pending;
    default:
        return std::nullopt;
    }
}

void ModerationKeys::watch(QWidget *widget)
{
    widget->installEventFilter(this);
}

bool ModerationKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const ModerationKey *key = keyOf(*pressed);
    if (!key)
        return QObject::eventFilter(watched, event);
    // Accepted, the override makes a key press of what might else be a shortcut of the window.
    event->accept();
    if (event->type() == QEvent::KeyPress && (key->repeats || !pressed->isAutoRepeat()))
        emit triggered(key->command);
    return true;
}

void showModerationKeys(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"moderation.keySheet"_qs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(KeyTexts::tr("Keys of moderation"));
    auto *lines = new QFormLayout(dialog);
    for (const ModerationKey &key : moderationKeys())
        lines->addRow(commandText(key.command), new QLabel(keyName(key.command), dialog));
    lines->addRow(KeyTexts::tr("Select all that are shown"), new QLabel(QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText), dialog));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"moderation.keySheet.close"_qs);
    close->setAccessibleName(close->text());
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    lines->addRow(buttons);
    dialog->show();
}

} // namespace ui
