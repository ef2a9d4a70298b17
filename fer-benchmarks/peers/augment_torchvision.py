"""The paper's chain with torchvision's transforms of tensors, on one thread.

Rotation, flip, resized crop, colour jitter of brightness, contrast and saturation, and noise added
to the tensor. Usage: augment_torchvision.py PICTURE IMAGES, at 299 by 299 pixels; PICTURE is a file of
RGB bytes. Prints the seconds, after a tenth as many images uncounted.
"""

import sys
import time

import numpy as np
import torch
from torchvision import transforms
from torchvision.transforms import InterpolationMode

SIZE = 299
torch.set_num_threads(1)
torch.manual_seed(1)


def noise(image):
    """Noise, rounded and clipped."""
    sigma = 5 * torch.rand(())
    return (image + sigma * torch.randn(image.shape)).round().clamp(0, 255).to(torch.uint8)


chain = transforms.Compose(
    [
        transforms.RandomRotation(15, interpolation=InterpolationMode.BILINEAR),
        transforms.RandomHorizontalFlip(),
        transforms.RandomResizedCrop(SIZE, scale=(0.8, 1), ratio=(1 / 1.1, 1.1)),
        transforms.ColorJitter(0.2, 0.2, 0.2),
        noise,
    ]
)
pixels = np.fromfile(sys.argv[1], np.uint8).reshape(SIZE, SIZE, 3)
picture = torch.from_numpy(pixels).permute(2, 0, 1).contiguous()
images = int(sys.argv[2])
total = 0
with torch.no_grad():
    for i in range(images // 10 + images):
        if i == images // 10:
            start = time.perf_counter()
        total += int(chain(picture)[1, 7, 7])
seconds = time.perf_counter() - start
print("sum of a value", total)
print(seconds)
