// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/client_program.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/structure_engine.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// mariadb-dump has no options that leave out where a table goes on counting, and who defined a view, trigger, routine or
/// event: somebody whom another server does not know.
QString withoutCircumstances(QString script)
{
    static const QRegularExpression counter(u"^(\\) ENGINE=\\w+) AUTO_INCREMENT=\\d+"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression definer(u"^((?:CREATE|/\\*!5\\d{4} CREATE\\*/ /\\*!5\\d{4}|/\\*!5\\d{4}) )DEFINER=`(?:[^`\\n]|``)*`@`(?:[^`\\n]|``)*`"_s,
                                            QRegularExpression::MultilineOption);
    return script.replace(counter, u"\\1"_s).replace(definer, u"\\1"_s);
}

class MariadbStructure : public StructureEngine
{
public:
    Result<QString> dump(Connection &connection) const override
    {
        return ClientProgram::dumpingStructure(connection.url()).run().map([](const QByteArray &text) {
            return withoutCircumstances(QString::fromUtf8(text));
        });
    }

    Result<void> load(Connection &connection, const QString &script) const override
    {
        Result<QByteArray> ran = ClientProgram::runningScript(connection.url()).run(script.toUtf8());
        if (ran)
            return {};
        ran.error().message += u".\nMariaDB keeps what ran before: make the database empty before you try again"_s;
        return Failure(ran.error());
    }
};

} // namespace

const StructureEngine &mariadbStructure()
{
    static const MariadbStructure structure;
    return structure;
}

} // namespace db
