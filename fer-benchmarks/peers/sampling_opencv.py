"""Keeps ten frames of each clip as OpenCV users do: grab every frame, retrieve the wanted ones.

The header's number of frames is believed, which saves OpenCV a pass and is right for the
benchmark's clips. Usage: sampling_opencv.py LIST, a file with a line for each clip.
"""

import sys

import cv2

COUNT = 10


def sample(path):
    """Ten RGB frames."""
    video = cv2.VideoCapture(path)
    frames = int(video.get(cv2.CAP_PROP_FRAME_COUNT))
    wanted = {i * frames // COUNT for i in range(COUNT)}
    kept = []
    for index in range(frames):
        if not video.grab():
            break
        if index in wanted:
            kept.append(cv2.cvtColor(video.retrieve()[1], cv2.COLOR_BGR2RGB))
    video.release()
    return kept


total = 0
with open(sys.argv[1], encoding="utf-8") as clips:
    for line in clips:
        total += len(sample(line.split("\t")[0]))
print(total, "frames")
