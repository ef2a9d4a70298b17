"""The paper's chain step by step, or Gaussian noise alone, as users of OpenCV-Python write it.

Usage: augment_opencv.py chain|randn|numpy IMAGES, at 299 by 299 pixels, on one thread.
"""

import sys

import cv2
import numpy as np

SIZE = 299


def noise_randn(image, sigma):
    """Noise by OpenCV's generator, added with saturation."""
    noise = np.empty(image.shape, np.int16)
    cv2.randn(noise, 0, sigma)
    return cv2.add(image, noise, dtype=cv2.CV_8U)


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


cv2.setNumThreads(1)
generator = np.random.default_rng(1)
picture = generator.integers(0, 256, (SIZE, SIZE, 3), np.uint8)
picture = cv2.GaussianBlur(picture, (0, 0), 2)
total = 0
for _ in range(int(sys.argv[2])):
    if sys.argv[1] == "chain":
        result = chain(picture, generator)
    elif sys.argv[1] == "randn":
        result = noise_randn(picture, 5)
    else:
        result = noise_numpy(picture, 5, generator)
    total += int(result[7, 7, 1])
print(total)
