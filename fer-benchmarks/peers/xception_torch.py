"""Xception in PyTorch, twice, to compare fer4j's with: modules with timm's names and numbers, and
plain functions on Keras's names, layouts and numbers with its padding written out.

    xception_torch.py fixtures FOLDER
        a narrow network's weights (safetensors, and Keras's HDF5 packed by gzip) and, of both
        profiles, logits at four sizes, gradients, and weights and running statistics after one
        step of Adam
    xception_torch.py random FOLDER
        the same for the full network, weights (HDF5 not packed) and logits only
    xception_torch.py logits WEIGHTS.safetensors PROFILE
        loads the full network's weights strictly by name and prints logits as JSON
    xception_torch.py logits32 WEIGHTS.safetensors PROFILE
        the same computed in float32

References are computed in float64. Needs torch and h5py (Debian: python3-torch, python3-h5py).
"""

import gzip
import json
import math
import platform
import struct
import sys
from pathlib import Path

import h5py
import numpy
import torch
from torch import nn
from torch.nn import functional

SIZES = [71, 150, 224, 299]
FIXTURE = {"width": 1 / 64, "repeats": 1}
FULL = {"width": 1.0, "repeats": 8}


def channels(published, width):
    """Multiples of 8, 8 at least."""
    return max(8, 8 * math.floor(published * width / 8 + 0.5))


def images(count, size):
    """Pictures of stripes and noise, the same everywhere: x / 127.5 - 1 of bytes."""
    index = numpy.arange(count * size * size * 3, dtype=numpy.uint64)
    noise = (index * numpy.uint64(2654435761)) & numpy.uint64(0xFFFFFFFF)
    noise ^= noise >> numpy.uint64(15)
    noise = ((noise * numpy.uint64(2246822519)) & numpy.uint64(0xFFFFFFFF)) >> numpy.uint64(25)
    n, y, x, _ = numpy.unravel_index(index.astype(numpy.int64), (count, size, size, 3))
    values = noise.astype(numpy.int64) + (y * (2 + n) + x * (3 + 2 * n)) % 128
    pixels = torch.from_numpy(values.reshape(count, size, size, 3).astype(numpy.float64))
    return (pixels / 127.5 - 1).permute(0, 3, 1, 2)


# --- timm's names and numbers -------------------------------------------------------------------


class Separable(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.conv1 = nn.Conv2d(before, before, 3, padding=1, groups=before, bias=False)
        self.pointwise = nn.Conv2d(before, after, 1, bias=False)

    def forward(self, x):
        return self.pointwise(self.conv1(x))


class Block(nn.Module):
    """Separable convolutions through the given channel counts, beside a shortcut."""

    def __init__(self, counts, relu_first=True, halve=True):
        super().__init__()
        parts = []
        for before, after in zip(counts, counts[1:]):
            if parts or relu_first:
                parts.append(nn.ReLU())
            parts += [Separable(before, after), nn.BatchNorm2d(after)]
        if halve:
            parts.append(nn.MaxPool2d(3, 2, padding=1))
            self.skip = nn.Conv2d(counts[0], counts[-1], 1, stride=2, bias=False)
            self.skipbn = nn.BatchNorm2d(counts[-1])
        self.halve = halve
        self.rep = nn.Sequential(*parts)

    def forward(self, x):
        return self.rep(x) + (self.skipbn(self.skip(x)) if self.halve else x)


class TimmXception(nn.Module):
    def __init__(self, width, repeats):
        super().__init__()
        c = {n: channels(n, width) for n in (32, 64, 128, 256, 728, 1024, 1536, 2048)}
        self.conv1 = nn.Conv2d(3, c[32], 3, stride=2, bias=False)
        self.bn1 = nn.BatchNorm2d(c[32])
        self.conv2 = nn.Conv2d(c[32], c[64], 3, bias=False)
        self.bn2 = nn.BatchNorm2d(c[64])
        blocks = [
            Block([c[64], c[128], c[128]], relu_first=False),
            Block([c[128], c[256], c[256]]),
            Block([c[256], c[728], c[728]]),
        ]
        blocks += [Block([c[728]] * 4, halve=False) for _ in range(repeats)]
        blocks += [Block([c[728], c[728], c[1024]])]
        self.blocks = [f"block{i + 1}" for i in range(len(blocks))]
        for name, block in zip(self.blocks, blocks):
            self.add_module(name, block)
        self.conv3 = Separable(c[1024], c[1536])
        self.bn3 = nn.BatchNorm2d(c[1536])
        self.conv4 = Separable(c[1536], c[2048])
        self.bn4 = nn.BatchNorm2d(c[2048])
        self.fc = nn.Linear(c[2048], 1)

    def forward(self, x):
        x = torch.relu(self.bn1(self.conv1(x)))
        x = torch.relu(self.bn2(self.conv2(x)))
        for name in self.blocks:
            x = getattr(self, name)(x)
        x = torch.relu(self.bn3(self.conv3(x)))
        x = torch.relu(self.bn4(self.conv4(x)))
        return self.fc(x.mean(dim=(2, 3)))


def tensors(module):
    """The state without the counters of batches, which nothing uses."""
    return {k: v for k, v in module.state_dict().items() if not k.endswith("num_batches_tracked")}


# --- Keras's names, layouts and numbers ---------------------------------------------------------


def layers(repeats):
    """(Keras's name, prefix of timm's) of layers with weights, in the order of Keras's files."""
    found = []
    shortcuts = 0

    def norm(keras, timm):
        found.append(("norm", keras, timm))

    def separable(block, i, timm_block, at):
        found.append(("separable", f"block{block}_sepconv{i}", f"{timm_block}.rep.{at}"))
        norm(f"block{block}_sepconv{i}_bn", f"{timm_block}.rep.{at + 1}")

    def down(block, relu_first=True):
        nonlocal shortcuts
        timm, at = f"block{block - 1}", 1 if relu_first else 0
        separable(block, 1, timm, at)
        separable(block, 2, timm, at + 3)
        number = f"_{shortcuts}" if shortcuts else ""
        found.append(("conv", f"conv2d{number}", f"{timm}.skip"))
        norm(f"batch_normalization{number}", f"{timm}.skipbn")
        shortcuts += 1

    for i in (1, 2):
        found.append(("conv", f"block1_conv{i}", f"conv{i}"))
        norm(f"block1_conv{i}_bn", f"bn{i}")
    down(2, relu_first=False)
    down(3)
    down(4)
    for block in range(5, 5 + repeats):
        for i in (1, 2, 3):
            separable(block, i, f"block{block - 1}", 3 * i - 2)
    down(5 + repeats)
    for i in (1, 2):
        found.append(("separable", f"block{6 + repeats}_sepconv{i}", f"conv{i + 2}"))
        norm(f"block{6 + repeats}_sepconv{i}_bn", f"bn{i + 2}")
    found.append(("dense", "predictions", "fc"))
    return found


ROLES = {
    # kind of layer: (Keras's weight, timm's suffix, axes of timm's layout in Keras's)
    "conv": [("kernel", "weight", (2, 3, 1, 0))],
    "separable": [
        ("depthwise_kernel", "conv1.weight", (2, 3, 0, 1)),
        ("pointwise_kernel", "pointwise.weight", (2, 3, 1, 0)),
    ],
    "norm": [
        ("gamma", "weight", None),
        ("beta", "bias", None),
        ("moving_mean", "running_mean", None),
        ("moving_variance", "running_var", None),
    ],
    "dense": [("kernel", "weight", (1, 0)), ("bias", "bias", None)],
}


def to_keras(state, repeats):
    """timm's tensors under Keras's names, in its layouts."""
    result = {}
    for kind, keras, timm in layers(repeats):
        for role, suffix, axes in ROLES[kind]:
            tensor = state[f"{timm}.{suffix}"]
            result[f"{keras}/{role}"] = tensor.permute(axes).contiguous() if axes else tensor
    return result


def to_timm(weights, repeats):
    """The way back."""
    result = {}
    for kind, keras, timm in layers(repeats):
        for role, suffix, axes in ROLES[kind]:
            tensor = weights[f"{keras}/{role}"]
            if axes:
                tensor = tensor.permute(*numpy.argsort(axes).tolist()).contiguous()
            result[f"{timm}.{suffix}"] = tensor
    return result


class KerasXception:
    """Functions of x on Keras's weights. In training, moving statistics are replaced."""

    EPSILON = 1e-3
    MOMENTUM = 0.99

    def __init__(self, weights, repeats, training=False):
        self.weights, self.repeats, self.training = weights, repeats, training

    def kernel(self, name):
        return self.weights[name].permute(3, 2, 0, 1)

    def norm(self, x, name):
        w = self.weights
        mean, variance = w[f"{name}/moving_mean"], w[f"{name}/moving_variance"]
        if self.training:
            n = x.numel() / x.shape[1]
            batch_mean = x.sum(dim=(0, 2, 3)) / n
            square = ((x - batch_mean[:, None, None]) ** 2).sum(dim=(0, 2, 3))
            with torch.no_grad():
                for old, new in ((mean, batch_mean), (variance, square / (n - 1))):
                    old.mul_(self.MOMENTUM).add_(new * (1 - self.MOMENTUM))
            mean, variance = batch_mean, square / n
        scale = w[f"{name}/gamma"] / (variance + self.EPSILON).sqrt()
        shift = w[f"{name}/beta"] - mean * scale
        return x * scale[:, None, None] + shift[:, None, None]

    def separable(self, x, name):
        depthwise = self.weights[f"{name}/depthwise_kernel"].permute(2, 3, 0, 1)
        x = functional.conv2d(functional.pad(x, (1, 1, 1, 1)), depthwise, groups=x.shape[1])
        x = functional.conv2d(x, self.kernel(f"{name}/pointwise_kernel"))
        return self.norm(x, f"{name}_bn")

    @staticmethod
    def pool(x):
        """3 x 3, stride 2, "same": what an even padding leaves over goes to the end."""
        pads = []
        for size in (x.shape[3], x.shape[2]):
            total = max((math.ceil(size / 2) - 1) * 2 + 3 - size, 0)
            pads += [total // 2, total - total // 2]
        return functional.max_pool2d(functional.pad(x, pads, value=-math.inf), 3, 2)

    def down(self, x, block, shortcut, relu_first=True):
        number = f"_{shortcut}" if shortcut else ""
        other = functional.conv2d(x, self.kernel(f"conv2d{number}/kernel"), stride=2)
        other = self.norm(other, f"batch_normalization{number}")
        x = torch.relu(x) if relu_first else x
        x = torch.relu(self.separable(x, f"block{block}_sepconv1"))
        return self.pool(self.separable(x, f"block{block}_sepconv2")) + other

    def __call__(self, x):
        x = functional.conv2d(x, self.kernel("block1_conv1/kernel"), stride=2)
        x = torch.relu(self.norm(x, "block1_conv1_bn"))
        x = functional.conv2d(x, self.kernel("block1_conv2/kernel"))
        x = torch.relu(self.norm(x, "block1_conv2_bn"))
        x = self.down(x, 2, 0, relu_first=False)
        x = self.down(self.down(x, 3, 1), 4, 2)
        for block in range(5, 5 + self.repeats):
            before = x
            for i in (1, 2, 3):
                x = self.separable(torch.relu(x), f"block{block}_sepconv{i}")
            x = x + before
        x = self.down(x, 5 + self.repeats, 3)
        for i in (1, 2):
            x = torch.relu(self.separable(x, f"block{6 + self.repeats}_sepconv{i}"))
        x = x.mean(dim=(2, 3))
        return x @ self.weights["predictions/kernel"] + self.weights["predictions/bias"]


# --- files --------------------------------------------------------------------------------------


def write_safetensors(path, state, metadata=None):
    header, offset, parts = {"__metadata__": metadata or {"format": "pt"}}, 0, []
    for name, tensor in state.items():
        data = tensor.detach().float().contiguous().numpy().astype("<f4").tobytes()
        header[name] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + len(data)],
        }
        offset += len(data)
        parts.append(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    Path(path).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def read_safetensors(path):
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    body = memoryview(data)[8 + length :]
    state = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        array = numpy.frombuffer(body[begin:end], dtype="<f4").reshape(entry["shape"])
        state[name] = torch.from_numpy(array.copy())
    return state, metadata


def write_keras(path, state, repeats):
    """As Keras 2 saves weights: layers without weights too, names in attributes."""
    weights = to_keras(state, repeats)
    names = ["input_1"]
    for kind, keras, _ in layers(repeats):
        names.append(keras)
        if kind == "norm" and keras.endswith("_bn"):
            names.append(keras[:-3] + "_act")
        if kind == "norm" and keras.startswith("batch"):
            names.append("add" + keras[len("batch_normalization") :])
    names.insert(len(names) - 1, "avg_pool")
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [name.encode() for name in names]
        file.attrs["backend"] = b"tensorflow"
        file.attrs["keras_version"] = b"2.2.4"
        for layer in names:
            group = file.create_group(layer)
            own = [key for key in weights if key.split("/")[0] == layer]
            group.attrs["weight_names"] = [f"{key}:0".encode() for key in own]
            for key in own:
                group.create_dataset(f"{key}:0", data=weights[key].float().numpy())


# --- what is made -------------------------------------------------------------------------------


def random_network(width, repeats):
    """Random weights; running statistics are those of some images, shaken."""
    torch.manual_seed(5)
    network = TimmXception(width, repeats).double()
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight)
            if isinstance(module, nn.BatchNorm2d):
                module.weight.uniform_(0.6, 1.4)
                module.bias.normal_(0, 0.1)
                module.momentum = 1.0
        nn.init.normal_(network.fc.weight, 0, 2 / math.sqrt(network.fc.in_features))
        network.train()
        network(images(4, 96))
        for module in network.modules():
            if isinstance(module, nn.BatchNorm2d):
                deviation = module.running_var.sqrt()
                module.running_mean += 0.1 * deviation * torch.randn_like(deviation)
                module.running_var *= 0.7 + 0.7 * torch.rand_like(deviation)
                module.momentum = 0.1
        # Logits about 1, not 0, where a relative difference says nothing.
        network.fc.bias += 1 - network.eval()(images(4, 96)).mean()
        # What is written is float32, so that is what references are computed from.
        for tensor in network.state_dict().values():
            if tensor.is_floating_point():
                tensor.copy_(tensor.float())
    return network.eval()


def logits(state, width, repeats, profile, size, count=2, dtype=torch.float64):
    x = images(count, size).to(dtype)
    state = {key: value.to(dtype) for key, value in state.items()}
    with torch.no_grad():
        if profile == "KERAS":
            return KerasXception(to_keras(state, repeats), repeats)(x).flatten().tolist()
        network = TimmXception(width, repeats).to(dtype)
        network.load_state_dict(state, strict=True)
        return network.eval()(x).flatten().tolist()


RATE, WEIGHT_DECAY = 1e-4, 1e-3


def training_step(state, width, repeats, profile):
    """Gradients and what one step leaves: batch 2 at 71 pixels, targets 1 and 0, no dropout."""
    x, targets = images(2, 71), torch.tensor([[1.0], [0.0]], dtype=torch.float64)
    state = {key: value.double().clone() for key, value in state.items()}
    statistics = ("running_mean", "running_var", "moving_mean", "moving_variance")
    if profile == "KERAS":
        held = to_keras(state, repeats)
        held = {key: value.clone() for key, value in held.items()}
        network = KerasXception(held, repeats, training=True)
    else:
        network = TimmXception(width, repeats).double()
        network.load_state_dict(state, strict=True)
        network.train()
        held = dict(network.named_parameters())
    trained = {key: value for key, value in held.items() if not key.endswith(statistics)}
    for value in trained.values():
        value.requires_grad_(True)
    # The penalty is lambda times the square, so its gradient is twice lambda times the weight.
    decays = [value for value in trained.values() if value.dim() > 1]
    others = [value for value in trained.values() if value.dim() == 1]
    adam = torch.optim.Adam(
        [{"params": decays, "weight_decay": 2 * WEIGHT_DECAY}, {"params": others}], lr=RATE
    )
    loss = functional.binary_cross_entropy_with_logits(network(x), targets)
    loss.backward()
    gradients = {key: value.grad.clone() for key, value in trained.items()}
    adam.step()
    if profile == "KERAS":
        zeros = {key: torch.zeros_like(value) for key, value in held.items()}
        gradients = to_timm({**zeros, **gradients}, repeats)
        gradients = {k: v for k, v in gradients.items() if not k.endswith(statistics)}
        after = to_timm({key: value.detach() for key, value in held.items()}, repeats)
    else:
        after = tensors(network)
    return loss.item(), gradients, after


def make(folder, width, repeats, train):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    state = tensors(random_network(width, repeats))
    write_safetensors(folder / "xception.safetensors", state)
    write_keras(folder / "xception.h5", state, repeats)
    if train:
        # Most of a small HDF5 file is empty.
        packed = gzip.compress((folder / "xception.h5").read_bytes(), mtime=0)
        (folder / "xception.h5.gz").write_bytes(packed)
        (folder / "xception.h5").unlink()
    reference = {
        "made": "xception_torch.py " + " ".join(sys.argv[1:2]),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "width": width,
        "repeats": repeats,
        "parameters": sum(value.numel() for value in state.values()),
        "logits": {},
        "losses": {},
    }
    for profile in ("KERAS", "TIMM"):
        reference["logits"][profile] = {
            str(size): logits(state, width, repeats, profile, size) for size in SIZES
        }
        if train:
            loss, gradients, after = training_step(state, width, repeats, profile)
            reference["losses"][profile] = loss
            name = profile.lower()
            write_safetensors(folder / f"gradients-{name}.safetensors", gradients)
            write_safetensors(folder / f"step-{name}.safetensors", after)
    (folder / "reference.json").write_text(json.dumps(reference, indent=1) + "\n")


def main(command, *arguments):
    if command == "fixtures":
        make(arguments[0], **FIXTURE, train=True)
    elif command == "random":
        make(arguments[0], **FULL, train=False)
    elif command in ("logits", "logits32"):
        state, metadata = read_safetensors(arguments[0])
        dtype = torch.float64 if command == "logits" else torch.float32
        found = {
            str(s): logits(state, **FULL, profile=arguments[1], size=s, dtype=dtype) for s in SIZES
        }
        print(json.dumps({"metadata": metadata, "logits": found}))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
