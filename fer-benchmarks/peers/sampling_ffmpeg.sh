#!/bin/sh
# Keeps ten frames of each clip with one ffmpeg process for each.
# Usage: sampling_ffmpeg.sh LIST, a file with a line for each clip: its path, a tab, and a select
# expression. ffmpeg is given the frame numbers, since it cannot know a clip's length beforehand.
set -eu
tab=$(printf '\t')
while IFS="$tab" read -r clip expression; do
    ffmpeg -nostdin -v error -i "$clip" -vf "select='$expression'" -vsync 0 \
        -f rawvideo -pix_fmt rgb24 -y /dev/null
done < "$1"
