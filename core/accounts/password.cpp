// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/password.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <crypt.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace accounts {

namespace {

constexpr auto hashLength = 60;

std::atomic<int> cost = 12;

/// The output of crypt(3) under a setting made by crypt_gensalt(3), or under another hash.
QByteArray crypted(const QByteArray &password, const QByteArray &setting)
{
    const auto scratch = std::make_unique<crypt_data>(); // 32 KiB: too much for the stack
    return QByteArray(crypt_r(password.constData(), setting.constData(), scratch.get()));
}

QByteArray freshSetting()
{
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
    crypt_gensalt_rn("$2b$", static_cast<unsigned long>(cost.load()), nullptr, 0, setting.data(), int(setting.size()));
    return QByteArray(setting.data());
}

/// crypt(3) would take any other text for the salt of an outdated kind of hash.
bool isBcrypt(const QByteArray &hash)
{
    return hash.size() == hashLength && (hash.startsWith("$2b$") || hash.startsWith("$2a$") || hash.startsWith("$2y$"));
}

/// Takes the same time however much of the two agrees.
bool equalInConstantTime(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left.at(i) ^ right.at(i);
    return difference == 0;
}

} // namespace

QString hashPassword(const QString &password)
{
    return QString::fromLatin1(crypted(password.toUtf8(), freshSetting()));
}

bool verifyPassword(const QString &password, const QString &hash)
{
    const QByteArray bytes = password.toUtf8();
    const QByteArray known = hash.toLatin1();
    const bool canFit = isBcrypt(known) && bytes.size() <= passwordByteLimit && !bytes.contains('\0');
    const QByteArray made = crypted(bytes, canFit ? known : freshSetting());
    return canFit && equalInConstantTime(made, known);
}

void setPasswordCost(int newCost)
{
    cost = newCost;
}

} // namespace accounts
