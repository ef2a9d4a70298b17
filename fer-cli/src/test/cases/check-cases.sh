#!/usr/bin/env bash
# Runs fer on a folder of field cases, each a numbered folder of inputs with a README that says the right answer.
#   check-cases.sh FER CASES MODEL
# FER is the launcher, CASES the folder, MODEL any model file.
set -euo pipefail

fer=$1
cases=$2
model=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$cases" "$work/cases"
chmod -R u+w "$work/cases"
cd "$work/cases"
failed=0

# check NAME STATUS REQUIRED-PATTERN FORBIDDEN-PATTERN ARGUMENT…; patterns are of the whole output, '' for none.
check() {
    local name=$1 status=$2 required=$3 forbidden=$4 got=0
    shift 4
    "$fer" "$@" >"$work/output" 2>&1 </dev/null || got=$?
    if [ "$got" != "$status" ]; then
        echo "$name: status $got instead of $status"
    elif [ -n "$required" ] && ! tr '\n' ' ' <"$work/output" | grep -qE -- "$required"; then
        echo "$name: its output does not have: $required"
    elif [ -n "$forbidden" ] && grep -qE -- "$forbidden" "$work/output"; then
        echo "$name: its output has: $forbidden"
    else
        return 0
    fi
    head -20 "$work/output" | sed 's/^/    /'
    failed=1
}

# width_height FILE, of a PNG
width_height() {
    od -An -j16 -N8 -tu1 "$1" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4, (($5 * 256 + $6) * 256 + $7) * 256 + $8 }'
}

none='not used: none'
check 06 0 'cannot be decoded' '' sample 06/two-packets-broken.mp4 --out "$work/06"
check 06-json 0 '"damagedPackets" : [1-9]' '' sample 06/two-packets-broken.mp4 --json --out "$work/06j"
check 06-whole 0 '50 frames' 'cannot be decoded' sample 06/whole.mp4 --out "$work/06w"
check 10 0 '720 × 576 pixels of the shape 64:45, shown as 1024 × 576' '' \
    sample 10/circle-720x576-sar-64-45.mp4 --count 1 --out "$work/10"
[ "$(width_height "$work/10/circle-720x576-sar-64-45-00.png")" = "1024 576" ] || {
    echo "10: the frame is not 1024 × 576"
    failed=1
}
check 20 0 'Left +out of gaps: B' '' score 20/groups.csv
for turn in 1 3 6 8; do
    check "21-$turn" 0 '' '' augment "21/orientation-$turn.webp" --count 1 --out "$work/21-$turn.png"
done
cmp -s "$work/21-1.png" "$work/21-3.png" && echo "21: orientation 3 is not turned" && failed=1
[ "$(width_height "$work/21-6.png")" != "$(width_height "$work/21-1.png")" ] || {
    echo "21: orientation 6 is not turned"
    failed=1
}
for picture in 24/*.bmp; do
    check "$picture" 0 '' '' augment "$picture" --count 1 --out "$work/$(basename "$picture").png"
done
for picture in gimp_rgbx_40 gimp_rgbx_52 rgba_40 rgba_52; do
    cmp "$work/bgra_40.bmp.png" "$work/$picture.bmp.png" || failed=1
done
for table in capital_ending header_with_return merged_person numbers_as_7.0 one_sheet_per_session strict_ooxml; do
    check "27-$table" 0 "4 stills, 3 people .*INTERESTED 2, NOT_INTERESTED 2 .*$none" '' describe "27/$table"
done
check 27-hidden 0 "4 stills, 3 people .*INTERESTED 2, NOT_INTERESTED 2 .*is hidden" '' describe 27/hidden_old_sheet
check 27-two 0 "0 stills.*sheet 'second'" '' describe 27/two_tables
check 27-xls 1 "Excel's old format" 'Zip' describe 27/old_xls
check 29-keras 1 'Keras archive' 'safetensors file:' weights inspect 29/model.keras
check 29-page 1 'web page' 'safetensors file:' weights inspect 29/web-page.h5
check 29-pointer 1 'git lfs pull' 'safetensors file:' weights inspect 29/pointer.h5
check 33-header 1 'has a header and no row' '' score 33/header_only.csv
check 33-one-class 0 'of the positive +class' 'of one class, or there are none' score 33/one_class.csv
check 33-pandas 0 'ROC AUC +1\.000' '' score 33/pandas.csv
check 33-sep 0 'ROC AUC +1\.000' '' score 33/sep.csv
check 34 0 "4 stills, 3 people .*$none" 'DUPLICATE' describe 34/faces
check 34-fit 0 '' '' augment 34/circle-wide.png --size 160 --fit letterbox --count 1 --out "$work/34.png"
check 35 0 '"values" : \[ [-0-9]' '"empty"' \
    explain "$model" 34/circle-wide.png --label interested --json --out "$work/35"
check 37 1 'recording p[0-9]+ has samples of two labels or participants' 'please report' \
    train --manifest 37/manifest.csv --backbone mini-xception --input 48 --epochs 1 --out "$work/37"
[ ! -e "$work/37" ] || {
    echo "37: the refused training left a folder"
    failed=1
}
check 38 0 'P3 and youtube/p3' '' describe 38
check codes 0 '0 stills.*neither yes nor no' '' describe own-label-codes
check codes-named 0 "4 stills.*INTERESTED 1, NOT_INTERESTED 3 .*$none" '' \
    describe own-label-codes --positive 4,5 --negative 1,2
check columns 0 'Column image is not used as a group.*participant from participant_id' '' \
    score own-score-columns/with-file-names.csv

head -1 20/groups.csv >other-order.csv
tail -n +2 20/groups.csv | tac >>other-order.csv
check order 1 'line 2 is participant .*, (not )?interested' 'ScoredCase' compare 20/groups.csv other-order.csv

mkdir -p linked/real/interested linked/elsewhere linked/partly/interested
cp 34/faces/interested/p2.png linked/real/interested
cp 34/faces/interested/p2.png linked/partly/interested
cp 34/faces/not-interested/p3.png linked/elsewhere
ln -s real linked/link
ln -s ../elsewhere linked/partly/not-interested
check link 0 '1 stills' '' describe linked/link
check link-inside 0 'INTERESTED 1, NOT_INTERESTED 1' '' describe linked/partly
check link-predict 0 'p2\.png' '' predict "$model" linked/link

for command in "score 20/groups.csv" "describe 34/faces --json" "predict $model 34/circle-wide.png"; do
    status=0
    # shellcheck disable=SC2086
    "$fer" $command >/dev/full 2>"$work/output" || status=$?
    if [ $status = 0 ] || ! grep -q 'standard output' "$work/output"; then
        echo "full: status $status of fer $command >/dev/full"
        failed=1
    fi
done
check nowhere 1 '/proc/nope: [a-z]' '' sample 06/whole.mp4 --out /proc/nope
check into-a-folder 1 'is a folder' '\.part' augment 34/circle-wide.png --out 34
check many 1 'too few for the 1000000' '' sample 06/whole.mp4 --count 1000000 --out "$work/many"
[ ! -e "$work/many" ] || {
    echo "many: the refused command left a folder"
    failed=1
}
check generate 1 '' '' generate "$model" --out "$work/generated"
[ ! -e "$work/generated" ] || {
    echo "generate: the refused command left a folder"
    failed=1
}
exit $failed
