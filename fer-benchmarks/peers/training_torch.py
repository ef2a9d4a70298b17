"""Training steps of Xception in PyTorch, channels-last, for `benchmark training`.

    training_torch.py SIZE BATCH WIDTH

For every line of its input, one update on the same batch: forward, binary cross-entropy of the
logits, backward, Adam. Answers with the seconds that it took. Needs torch and h5py (Debian:
python3-torch, python3-h5py).
"""

import sys
import time

import torch
from torch.nn import functional

from xception_torch import TimmXception


def main(size, batch, width):
    torch.manual_seed(1)
    network = TimmXception(width, 8).to(memory_format=torch.channels_last).train()
    adam = torch.optim.Adam(network.parameters(), lr=1e-4, weight_decay=1e-5)
    pixels = torch.randint(0, 256, (batch, size, size, 3), dtype=torch.uint8)
    targets = (torch.arange(batch) % 2 == 0).float()[:, None]

    def step():
        # A view of (N, H, W, C) as (N, C, H, W) is what PyTorch calls channels-last.
        images = pixels.float().div_(127.5).sub_(1).permute(0, 3, 1, 2)
        adam.zero_grad(set_to_none=True)
        functional.binary_cross_entropy_with_logits(network(images), targets).backward()
        adam.step()

    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        step()
        print(f"{time.perf_counter() - start:.6f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
