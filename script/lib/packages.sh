# SPDX-FileCopyrightText: 2026 The Quecto authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# The Debian packages that each script needs, and how they are installed. To be sourced after build.sh.

build_packages=(
    g++ cmake ninja-build pkgconf
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools
    libboost-dev libcrypt-dev libexpected-dev libsqlite3-dev libpq-dev libmariadb-dev
    libqt6sql6-sqlite libqt6sql6-psql libqt6sql6-mysql qt6-translations-l10n breeze-icon-theme tzdata
)
run_packages=("${build_packages[@]}" qt6-wayland)
test_packages=("${build_packages[@]}" postgresql pgbouncer mariadb-server-core mariadb-client util-linux openssl)
check_packages=(clang clang-format clang-tidy shellcheck)

# missing_packages NAME...: prints those that are not installed.
missing_packages()
{
    comm -23 <(printf '%s\n' "$@" | sort) \
        <(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort)
}

# install_packages NAME...: installs those that are missing; costs milliseconds when none is.
install_packages()
{
    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian; on Debian these packages are needed: $*"
        return
    fi
    local missing as_root=() log
    mapfile -t missing < <(missing_packages "$@")
    if [ ${#missing[@]} -eq 0 ]; then
        return
    fi

    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "This user may not install packages and there is no sudo; run as root: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${missing[*]}"
    log=$(mktemp)
    if "${as_root[@]}" apt-get update >"$log" 2>&1 &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
            -o DPkg::Lock::Timeout=120 "${missing[@]}" >>"$log" 2>&1; then
        rm "$log"
    else
        tail -n 20 "$log" >&2
        fail "The packages could not be installed; all that apt-get said is in $log"
    fi
}
