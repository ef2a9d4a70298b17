"""The paper's chain with torchvision's transforms of tensors, on one thread.

Rotation, flip, resized crop, colour jitter of brightness, contrast and saturation, and noise added
to the tensor. Usage: augment_torchvision.py IMAGES, at 299 by 299 pixels.
"""

import sys

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
picture = torch.randint(0, 256, (3, SIZE, SIZE), dtype=torch.uint8)
total = 0
with torch.no_grad():
    for _ in range(int(sys.argv[1])):
        total += int(chain(picture)[1, 7, 7])
print(total)
