// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/record_picker.h"

namespace ui {

class Session;

/// What a picker of users offers: names and emails that contain the text.
RecordPicker::Choices userChoices(Session &session);

} // namespace ui
