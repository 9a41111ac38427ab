// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/line_editor.h"

class QToolButton;

namespace ui {

/// The address of a post. While it is empty, the one that will be made from the title is shown in grey. One that is stored
/// is locked, because changing it breaks links, until the user unlocks it.
class SlugEditor : public LineEditor
{
    Q_OBJECT

public:
    explicit SlugEditor(QWidget *parent = nullptr);

    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    /// What an empty slug will become.
    void setPreview(const QString &slug);
    bool isLocked() const { return m_isLocked; }

signals:
    void lockChanged();

private:
    void setLocked(bool locked);

    QToolButton *m_unlock;
    bool m_isLocked = false;
    bool m_isReadOnly = false;
};

} // namespace ui
