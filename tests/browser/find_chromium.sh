#!/bin/sh
# Prints the path of a Chromium that starts, for the browser tests; installs one where that is possible.
# Prints nothing where there is none: one line then says so, and with CI=true it is a failure.
# Use: find_chromium.sh PYTHON
python=$1

first_that_starts() {
  for candidate in "$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable "$(of_playwright)"; do
    if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

of_playwright() {
  "$python" -c 'from playwright.sync_api import sync_playwright as start
with start() as playwright: print(playwright.chromium.executable_path)' 2>/dev/null
}

install() {
  echo "Installing Chromium for the browser tests (once)" >&2
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1
    first_that_starts && return 0
  fi
  "$python" -m playwright install chromium >/dev/null 2>&1
  first_that_starts
}

first_that_starts || install && exit 0
echo "The browser tests do not run: there is no Chromium, and none could be installed." >&2
[ "$CI" != true ]
