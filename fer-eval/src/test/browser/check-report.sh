#!/usr/bin/env bash
# Opens reports in headless Chromium, at the width of a phone and of a desk, light and dark, and
# fails if one asks for anything, logs anything, is wider than its window, has an image that does
# not show, a link that leads nowhere, or text that is too faint to read.
#
#   check-report.sh [--screenshots FOLDER] [REPORT.html ...]
#   check-report.sh --summary PICTURE.png REPORT.html
#
# The second form makes a picture of the beginning of a report: the finding and the differences.
# Without a report it makes and checks those of made-up studies, and proves on damaged ones that
# the check can fail. Needs what `mvn verify` left, and
# Chromium: on the path, or named by the variable CHROMIUM.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../../.." && pwd)

browser=${CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
if [ -z "$browser" ]; then
    echo "There is no Chromium: install it, or name it in the variable CHROMIUM" >&2
    exit 1
fi
if [ ! -s "$root/fer-cli/target/classpath" ] || [ ! -d "$root/fer-eval/target/test-classes" ]; then
    echo "Run 'mvn verify' in $root first" >&2
    exit 1
fi

classpath=$root/fer-eval/target/test-classes:$root/fer-eval/target/classes
classpath=$classpath:$(cat "$root/fer-cli/target/classpath")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
options=()
if [ "${1:-}" = --screenshots ] || [ "${1:-}" = --summary ]; then
    options=("$1" "$2")
    shift 2
fi
check() { "$java" -cp "$classpath" dev.fer4j.eval.browser.ReportCheck "$browser" "$@"; }

if [ $# -gt 0 ]; then
    check "${options[@]}" "$@"
    exit
fi
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$java" -Djava.awt.headless=true -cp "$classpath" dev.fer4j.eval.browser.ExampleReports "$made"
check "${options[@]}" "$made"/*/report.html
check --prove "$made/controls/report.html"
