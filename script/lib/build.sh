# SPDX-FileCopyrightText: 2026 The Quecto authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the scripts share: where the tree is, messages, and building. To be sourced.

root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")

say()
{
    echo "$(basename "$0"): $*" >&2
}

fail()
{
    say "$*"
    exit 1
}

# build PRESET TARGET...: configures once, afresh, because an interrupted attempt leaves half a cache; later ninja does
# it again where needed. Says nothing when all is built.
build()
{
    local preset=$1 folder=$root/build/$1
    shift
    if [ ! -e "$folder/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$folder/CMakeCache.txt" ]; then
        say "Configuring build/$preset"
        (cd "$root" && cmake --fresh --preset "$preset" --log-level=WARNING >/dev/null) || fail "CMake could not configure the build."
    fi
    ninja -C "$folder" --quiet build.ninja >&2 || fail "CMake could not configure the build."
    # A dry run of build.ninja itself would stop at checking the globs, which was just done.
    if [[ $(ninja -C "$folder" -f /dev/stdin -n "$@" <<<"include build.ninja") == *"no work to do."* ]]; then
        return
    fi
    say "Building in build/$preset; the first time takes some minutes"
    (cd "$folder" && ninja "$@" >&2) || fail "The build failed."
}
