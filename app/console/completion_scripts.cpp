// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/completion.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

// Both scripts ask the program itself what may follow, so they know no command and never grow old.

// Readline parts words at :, = and @, too, and leaves quotes where they are. Paths are left to it: it knows how to quote.
const char *const bashScript = R"(# Completion of quectoctl for bash.
_quectoctl()
{
    local word choice words=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if ((${#words[@]})) && [[ $word == [:=@]* || ${words[-1]} == *[:=@] ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
    done
    COMPREPLY=()
    while IFS=$'\t' read -r choice _; do
        case $choice in
        :files) compopt -o default ;;
        :folders) compopt -o dirnames ;;
        *) COMPREPLY+=("$choice") ;;
        esac
    done < <("${1/#\~\//$HOME/}" complete "${words[@]//[\"\'\\]/}" 2>/dev/null)
}
complete -F _quectoctl quectoctl
)";

// It is a function of its own in a folder of $fpath, and can be sourced as well.
const char *const zshScript = R"(#compdef quectoctl
# Completion of quectoctl for zsh.
_quectoctl()
{
    local line
    local -a choices
    for line in "${(@f)$("${words[1]/#\~\//$HOME/}" complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        case $line in
        '') ;;
        :files | :folders)
            compset -P '--[a-z-]#='
            compset -P 'sqlite:'
            if [[ $line == :folders ]]; then _files -/; else _files; fi
            ;;
        *) choices+=("${${line/$'\t'/:}%:}") ;;
        esac
    done
    (($#choices)) && _describe quectoctl choices
}
if [[ $funcstack[1] == _quectoctl ]]; then
    _quectoctl "$@"
else
    compdef _quectoctl quectoctl
fi
)";

} // namespace

QString completionScript(const QString &shell)
{
    if (shell == u"bash"_s)
        return QString::fromLatin1(bashScript);
    return shell == u"zsh"_s ? QString::fromLatin1(zshScript) : QString();
}

} // namespace console
