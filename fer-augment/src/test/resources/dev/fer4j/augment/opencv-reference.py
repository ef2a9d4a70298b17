"""Reference images of OpenCV 4.6.0 (Debian's python3-opencv):

    /usr/bin/python3 opencv-reference.py > opencv-reference.txt

Each is a line of name, width and height, then its rows from the top, six hexadecimal digits a pixel.
Places are computed in OpenCV's terms, from the upper left pixel's centre; interpolation is of
float64, rounded once at the end. OpenCV rounds places to 1/32 of a pixel.
"""

import cv2
import numpy as np


def picture(width, height):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack(
        [
            np.floor(128 + 60 * np.sin(0.5 * x + 0.3 * y + c) + 40 * np.cos(0.7 * y - 0.2 * x) + 0.5)
            for c in range(3)
        ],
        2,
    )


def show(name, image):
    levels = np.floor(np.clip(image, 0, 255) + 0.5).astype(np.uint8)
    height, width = levels.shape[:2]
    print(name, width, height)
    for row in levels:
        print("".join("%02x%02x%02x" % tuple(pixel) for pixel in row))


def warp(image, matrix, size, flags=0):
    return cv2.warpAffine(
        image,
        np.array(matrix, dtype=np.float64),
        size,
        flags=cv2.INTER_LINEAR | flags,
        borderMode=cv2.BORDER_REFLECT_101,
    )


def window(image, left, top, width, height, size):
    """A window between pixels' edges, stretched to a size."""
    sx, sy = width / size[0], height / size[1]
    matrix = [[sx, 0, left + 0.5 * sx - 0.5], [0, sy, top + 0.5 * sy - 0.5]]
    return warp(image, matrix, size, cv2.WARP_INVERSE_MAP)


def window_area(image, left, top, width, height, size, across, down):
    """The same by means of samples."""
    fine = window(image, left, top, width, height, (size[0] * across, size[1] * down))
    return cv2.resize(fine, size, interpolation=cv2.INTER_AREA)


W, H = 17, 13
P = picture(W, H)
CENTRE = ((W - 1) / 2, (H - 1) / 2)

show("picture", P)
show("flip", cv2.flip(P, 1))
show("translation-whole", warp(P, [[1, 0, 3], [0, 1, -2]], (W, H)))
show("translation-fractional", warp(P, [[1, 0, -2.25], [0, 1, 1.375]], (W, H)))
show("zoom-in", warp(P, cv2.getRotationMatrix2D(CENTRE, 0, 2), (W, H)))
show("zoom-in-odd", warp(P, cv2.getRotationMatrix2D(CENTRE, 0, 1.3), (W, H)))
show("zoom-out", window_area(P, -W / 2, -H / 2, 2 * W, 2 * H, (W, H), 2, 2))
show("rotation", warp(P, cv2.getRotationMatrix2D(CENTRE, -37, 1), (W, H)))
show("crop", window(P, 5, 4, 10, 7, (W, H)))
show("crop-half", window(P, 2.25, 4.5, W / 2, H / 2, (W, H)))
show("enlarged-whole", window(P, 0, 0, W, H, (2 * W, 2 * H)))
show("enlarged-inner", cv2.resize(P, (2 * W, 2 * H), interpolation=cv2.INTER_LINEAR))
show("enlarged-odd", window(P, 0, 0, W, H, (29, 23)))
show("third", cv2.resize(picture(18, 12), (6, 4), interpolation=cv2.INTER_AREA))
show("narrower", cv2.resize(picture(18, 12), (6, 12), interpolation=cv2.INTER_AREA))
show("shrunk-odd", window_area(P, 0, 0, W, H, (7, 5), 3, 3))
show("shrunk-odd-area", cv2.resize(P, (7, 5), interpolation=cv2.INTER_AREA))

GREY = cv2.cvtColor(cv2.cvtColor(P.astype(np.float32), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
GREY = GREY.astype(np.float64)
MIDDLE = np.full_like(P, 127.5)
show("grayscale", GREY)
show("brightness", cv2.addWeighted(P, 1.3071, P, 0, 0))
show("contrast", cv2.addWeighted(P, 1.3071, MIDDLE, 1 - 1.3071, 0))
show("saturation", cv2.addWeighted(P, 2.3071, GREY, 1 - 2.3071, 0))
