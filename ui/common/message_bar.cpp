// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/message_bar.h"

#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace ui {

namespace {

constexpr int DoneStays = 10'000; // milliseconds

Theme::Role roleOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return Theme::Role::Accent;
    case Message::Kind::Done:
        return Theme::Role::Ok;
    case Message::Kind::Warning:
        return Theme::Role::Warning;
    case Message::Kind::Error:
        return Theme::Role::Error;
    }
    Q_UNREACHABLE();
}

QString iconNameOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return u"dialog-information"_qs;
    case Message::Kind::Done:
        return u"dialog-ok-apply"_qs;
    case Message::Kind::Warning:
        return u"dialog-warning"_qs;
    case Message::Kind::Error:
        return u"dialog-error"_qs;
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(const Message &message, QWidget *parent)
    : QFrame(parent), m_message(message), m_row(new QHBoxLayout)
{
    setObjectName(u"message"_qs);
    setFrameShape(QFrame::StyledPanel);

    auto *sign = new QLabel(this);
    auto *text = new QLabel(this);
    text->setObjectName(u"message.text"_qs);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    retranslate(text, [this, text] {
        text->setText(m_message.text());
        setAccessibleName(text->text());
    });
    m_row->addWidget(sign);
    m_row->addWidget(text, 1);
    int number = 0;
    for (const MessageAction &action : message.actions)
        addButton(u"message.action"_qs + QString::number(++number), action.text, action.run);

    auto *column = new QVBoxLayout(this);
    column->addLayout(m_row);
    if (!message.details.isEmpty())
        addDetails(column);

    auto *close = new QToolButton(this);
    close->setObjectName(u"message.close"_qs);
    close->setIcon(icon("window-close-symbolic"));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &MessageBar::closed);
    m_row->addWidget(close);
    retranslate(close, [close] {
        close->setToolTip(tr("Close this message"));
        close->setAccessibleName(tr("Close this message"));
    });

    restyle(this, [this, sign, column] {
        const int gap = fontMetrics().height() / 3;
        column->setContentsMargins(2 * gap, gap, gap, gap);
        sign->setPixmap(icon(iconNameOf(m_message.kind)).pixmap(QSize(fontMetrics().height(), fontMetrics().height()), devicePixelRatio()));
    });
    tint(this, roleOf(m_message.kind));

    if (message.kind == Message::Kind::Done) {
        m_leaving = new QTimer(this);
        m_leaving->setSingleShot(true);
        m_leaving->start(DoneStays);
        connect(m_leaving, &QTimer::timeout, this, &MessageBar::closed);
        qApp->installEventFilter(this);
    }
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QPushButton *MessageBar::addButton(const QString &name, const Text &text, const std::function<void()> &run)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    if (text) {
        retranslate(button, [button, text] {
            button->setText(text());
            button->setAccessibleName(text());
        });
    }
    connect(button, &QPushButton::clicked, this, run);
    m_row->addWidget(button);
    return button;
}

void MessageBar::addDetails(QVBoxLayout *column)
{
    auto *details = new QWidget(this);
    details->hide();
    auto *text = new QLabel(m_message.details, details);
    text->setObjectName(u"message.detailsText"_qs);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copy = new QPushButton(details);
    copy->setObjectName(u"message.copy"_qs);
    retranslate(details, [text, copy] {
        text->setAccessibleName(tr("Details"));
        copy->setText(tr("Copy"));
        copy->setAccessibleName(tr("Copy the details"));
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_message.details); });

    auto *row = new QHBoxLayout(details);
    row->setContentsMargins({});
    row->addWidget(text, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    column->addWidget(details);

    QPushButton *toggle = addButton(
        u"message.details"_qs, [] { return tr("Details"); }, [] {});
    toggle->setCheckable(true);
    connect(toggle, &QPushButton::toggled, details, &QWidget::setVisible);
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        m_leaving->start();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
