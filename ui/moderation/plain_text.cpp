// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/plain_text.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

namespace ui {

namespace {

/// A document that knows no files and no net.
class Secluded : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QString textOf(const QTextBlock &block)
{
    QString text;
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        if (fragment.charFormat().isImageFormat())
            continue;
        text += fragment.text();
        const QString address = fragment.charFormat().anchorHref();
        if (!address.isEmpty() && address != fragment.text())
            text += u" [" + address + u']';
    }
    return text.replace(QChar::LineSeparator, u'\n');
}

} // namespace

QList<Link> linksIn(const QString &text)
{
    static const QRegularExpression address(u"\\b(?:https?://|ftp://|www\\.)[^\\s<>\"]+"_qs, QRegularExpression::CaseInsensitiveOption);
    QList<Link> links;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QStringView found = match.capturedView();
        while (!found.isEmpty() && QStringView(u".,;:!?)]}'*").contains(found.back())) {
            // Addresses of encyclopedias end in a bracket that belongs to them.
            if (found.back() == u')' && found.count(u'(') >= found.count(u')'))
                break;
            found.chop(1);
        }
        links.append({int(match.capturedStart()), int(found.size())});
    }
    return links;
}

QString plainText(const QString &body)
{
    if (!Qt::mightBeRichText(body))
        return body;
    Secluded document;
    document.setUndoRedoEnabled(false);
    document.setHtml(body);
    QStringList blocks;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (const QString text = textOf(block).trimmed(); !text.isEmpty())
            blocks.append(text);
    }
    return blocks.join(u'\n');
}

} // namespace ui
