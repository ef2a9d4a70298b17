"""The paper's chain step by step, or Gaussian noise alone, as users of OpenCV-Python write it.

Usage: augment_opencv.py chain|randn|naive|numpy PICTURE IMAGES, at 299 by 299 pixels, on one thread.
PICTURE is a file of RGB bytes. Prints the seconds, after a tenth as many images uncounted.
"""

import sys
import time

import cv2
import numpy as np

SIZE = 299


def noise_randn(image, sigma):
    """Noise by OpenCV's generator, added with saturation."""
    noise = np.empty(image.shape, np.int16)
    cv2.randn(noise, 0, sigma)
    return cv2.add(image, noise, dtype=cv2.CV_8U)


def noise_naive(image, sigma):
    """Noise by OpenCV's generator, added by numpy and clipped."""
    noise = np.empty(image.shape, np.int16)
    cv2.randn(noise, 0, sigma)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def noise_numpy(image, sigma, rng):
    """Noise by numpy, rounded and clipped."""
    noisy = image + rng.normal(0, sigma, image.shape)
    return np.clip(np.rint(noisy), 0, 255).astype(np.uint8)


def chain(image, rng):
    """Rotation, flip, crop, brightness, contrast, saturation, noise."""
    matrix = cv2.getRotationMatrix2D((149, 149), rng.uniform(-15, 15), 1)
    image = cv2.warpAffine(image, matrix, (SIZE, SIZE), borderMode=cv2.BORDER_REFLECT_101)
    if rng.random() < 0.5:
        image = cv2.flip(image, 1)
    side = np.sqrt(rng.uniform(0.8, 1))
    stretch = np.sqrt(np.exp(rng.uniform(-np.log(1.1), np.log(1.1))))
    width = int(min(1, side * stretch) * SIZE)
    height = int(min(1, side / stretch) * SIZE)
    left = rng.integers(0, SIZE - width + 1)
    top = rng.integers(0, SIZE - height + 1)
    image = cv2.resize(image[top : top + height, left : left + width], (SIZE, SIZE))
    image = cv2.convertScaleAbs(image, alpha=rng.uniform(0.8, 1.2))
    factor = rng.uniform(0.8, 1.2)
    image = cv2.addWeighted(image, factor, image, 0, 127.5 * (1 - factor))
    grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    factor = rng.uniform(0.8, 1.2)
    image = cv2.addWeighted(image, factor, grey, 1 - factor, 0)
    return noise_randn(image, rng.uniform(0, 5))


def one(what, picture, rng):
    """One image."""
    if what == "chain":
        return chain(picture, rng)
    if what == "randn":
        return noise_randn(picture, 5)
    if what == "naive":
        return noise_naive(picture, 5)
    return noise_numpy(picture, 5, rng)


cv2.setNumThreads(1)
generator = np.random.default_rng(1)
picture = np.fromfile(sys.argv[2], np.uint8).reshape(SIZE, SIZE, 3)
images = int(sys.argv[3])
total = 0
for i in range(images // 10 + images):
    if i == images // 10:
        start = time.perf_counter()
    total += int(one(sys.argv[1], picture, generator)[7, 7, 1])
seconds = time.perf_counter() - start
print("sum of a value", total)
print(seconds)
