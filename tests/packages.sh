#!/bin/sh
# Installs the Debian packages the tests use, when they are missing and may be installed.
# What stays missing is said on one line; the tests that need it are skipped.
# With names as arguments: installs those and fails when that is not possible.

missing() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install() {
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else return 1; fi
    $as_root apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

command -v dpkg-query >/dev/null || { echo "Geen Debian: browser- en poppler-tests draaien enkel als ze er al zijn."; exit 0; }

if [ $# -gt 0 ]; then
    wanted=$(missing "$@")
    # shellcheck disable=SC2086
    [ -z "$wanted" ] || install $wanted || { echo "Installeer eerst: $wanted"; exit 1; }
    exit 0
fi

wanted=$(missing chromium-headless-shell poppler-utils qpdf)
[ -z "$wanted" ] && exit 0
echo "Voor de tests wordt geïnstalleerd: $wanted"
# shellcheck disable=SC2086
install $wanted
still=$(missing chromium-headless-shell poppler-utils qpdf)
[ -z "$still" ] || echo "Niet geïnstalleerd (geen rechten of geen netwerk): $still- die tests worden overgeslagen, tenzij een gewone Chromium er is."
exit 0
