"""StyleGAN2 in plain PyTorch, written from the papers' equations, to compare fer4j's with.

    stylegan2_torch.py fixtures FOLDER
        layers.safetensors: inputs, weights, outputs and gradients of single layers
        networks.safetensors: a small generator's and discriminator's weights with the names of
        this project (those of stylegan2-ada-pytorch), latents, images, logits, gradients of a
        loss, and values and gradients of R1 and path-length regularization
    stylegan2_torch.py time RESOLUTION BATCH BASE MAX DIM MAPPING THREADS
        seconds an image of steps and of generation, median and least, as JSON, with each way to
        modulate and each memory layout

References are computed in float64, in the plainest way: weights of each image's own, zeros put
between pixels, filters as sums. Timing uses what is fast instead. Needs torch only (Debian 12:
python3-torch 1.13.0).
"""

import json
import math
import struct
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional as F

TAPS = torch.tensor([1.0, 3.0, 3.0, 1.0])


def lrelu(x):
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


def filter2(dtype, total):
    taps = TAPS.to(dtype)
    return taps[:, None] * taps[None, :] * (total / 64)


# --- the plainest form ---------------------------------------------------------------------------


def filtered(x, total, left, right):
    """Pads with zeros and filters each map."""
    n, c, h, w = x.shape
    x = F.pad(x, (left, right, left, right))
    k = filter2(x.dtype, total)
    size = x.shape[2] - 3
    return sum(
        k[i, j] * x[:, :, i : i + size, j : j + size] for i in range(4) for j in range(4)
    )


def zeros_between(x):
    n, c, h, w = x.shape
    out = x.new_zeros(n, c, 2 * h, 2 * w)
    out[:, :, ::2, ::2] = x
    return out


def modulated(x, weight, styles, up=False, demodulate=True):
    """Equations 1 and 2, one image at a time."""
    out = []
    gain = 1 / math.sqrt(weight[0].numel())
    for image, style in zip(x, styles):
        w = gain * weight * style[None, :, None, None]
        if demodulate:
            w = w / (w.square().sum((1, 2, 3), keepdim=True) + 1e-8).sqrt()
        maps = image[None]
        if up:
            # Transposed: what the flipped kernel makes of the maps with zeros between and around.
            wide = zeros_between(maps)[:, :, :-1, :-1]
            maps = F.conv2d(wide, w.flip((2, 3)), padding=2)
            maps = filtered(maps, 4, 1, 1)
        else:
            maps = F.conv2d(maps, w, padding=w.shape[2] // 2)
        out.append(maps)
    return torch.cat(out)


def dense(x, weight, bias, lr=1.0, active=False):
    y = x @ (weight * (lr / math.sqrt(weight.shape[1]))).t() + bias * lr
    return lrelu(y) if active else y


def deviation(x, group=4):
    n, c, h, w = x.shape
    group = min(group, n)
    y = x.reshape(group, n // group, c, h, w)
    y = y - y.mean(0, keepdim=True)
    y = (y.square().mean(0) + 1e-8).sqrt().mean((1, 2, 3))
    y = y.reshape(-1, 1, 1, 1).repeat(group, 1, h, w)
    return torch.cat([x, y], 1)


def halved(x):
    return filtered(x, 1, 1, 1)[:, :, ::2, ::2]


def mapping(p, z, layers, lr):
    x = z * (z.square().mean(1, keepdim=True) + 1e-8).rsqrt()
    for i in range(layers):
        x = dense(x, p[f"mapping.fc{i}.weight"], p[f"mapping.fc{i}.bias"], lr, True)
    return x


def affine(p, name, w):
    return dense(w, p[name + ".affine.weight"], p[name + ".affine.bias"])


def synthesis(p, ws, sides):
    image, index = None, 0
    x = p["synthesis.b4.const"][None].repeat(len(ws), 1, 1, 1)
    for side in sides:
        for conv in ["conv0", "conv1"] if side > 4 else ["conv1"]:
            name = f"synthesis.b{side}.{conv}"
            x = modulated(x, p[name + ".weight"], affine(p, name, ws[:, index]), conv == "conv0")
            x = x + p[name + ".noise_const"] * p[name + ".noise_strength"]
            x = lrelu(x + p[name + ".bias"][None, :, None, None])
            index += 1
        name = f"synthesis.b{side}.torgb"
        rgb = modulated(x, p[name + ".weight"], affine(p, name, ws[:, index]), demodulate=False)
        rgb = rgb + p[name + ".bias"][None, :, None, None]
        image = rgb if image is None else filtered(zeros_between(image), 4, 2, 1) + rgb
    return image


def equalized(x, weight, bias=None, padding=0, stride=1):
    gain = 1 / math.sqrt(weight[0].numel())
    y = F.conv2d(x, weight * gain, padding=padding, stride=stride)
    return y if bias is None else lrelu(y + bias[None, :, None, None])


def discriminator(p, image, sides):
    top = sides[-1]
    x = equalized(image, p[f"b{top}.fromrgb.weight"], p[f"b{top}.fromrgb.bias"])
    for side in reversed(sides[1:]):
        b = f"b{side}."
        y = equalized(x, p[b + "conv0.weight"], p[b + "conv0.bias"], 1)
        y = equalized(filtered(y, 1, 2, 2), p[b + "conv1.weight"], p[b + "conv1.bias"], 0, 2)
        x = (y + equalized(halved(x), p[b + "skip.weight"])) / math.sqrt(2)
    x = equalized(deviation(x), p["b4.conv.weight"], p["b4.conv.bias"], 1)
    x = dense(x.flatten(1), p["b4.fc.weight"], p["b4.fc.bias"], active=True)
    return dense(x, p["b4.out.weight"], p["b4.out.bias"])


# --- fixtures ------------------------------------------------------------------------------------


def write_safetensors(path, state):
    header, offset, parts = {"__metadata__": {"format": "pt"}}, 0, []
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


def rounded(tensor):
    """What float32 holds, in float64."""
    return tensor.float().double().requires_grad_()


def draws(*shape):
    return rounded(torch.randn(shape, dtype=torch.float64))


def layer(state, name, inputs, function):
    """Output, and gradients of the sum of output times fixed directions."""
    y = function(**inputs)
    direction = draws(*y.shape)
    gradients = torch.autograd.grad((y * direction).sum(), list(inputs.values()))
    for key, value in inputs.items():
        state[f"{name}/{key}"] = value
    state[f"{name}/output"] = y
    state[f"{name}/direction"] = direction
    for key, value in zip(inputs, gradients):
        state[f"{name}/gradient/{key}"] = value


def channels(base, most, side):
    return min(base // side, most)


def generator_parameters(sides, base, most, z, w, layers, lr, dtype=torch.float64):
    p = {}
    for i in range(layers):
        p[f"mapping.fc{i}.weight"] = torch.randn(w, z if i == 0 else w, dtype=dtype) / lr
        p[f"mapping.fc{i}.bias"] = torch.zeros(w, dtype=dtype)
    p["mapping.w_avg"] = torch.zeros(w, dtype=dtype)
    before = channels(base, most, 4)
    p["synthesis.b4.const"] = torch.randn(before, 4, 4, dtype=dtype)
    for side in sides:
        here = channels(base, most, side)
        for conv in ["conv0", "conv1"] if side > 4 else ["conv1"]:
            name = f"synthesis.b{side}.{conv}"
            p[name + ".weight"] = torch.randn(here, before, 3, 3, dtype=dtype)
            p[name + ".affine.weight"] = torch.randn(before, w, dtype=dtype)
            p[name + ".affine.bias"] = torch.ones(before, dtype=dtype)
            p[name + ".noise_strength"] = torch.zeros([], dtype=dtype)
            p[name + ".noise_const"] = torch.randn(side, side, dtype=dtype)
            p[name + ".bias"] = torch.zeros(here, dtype=dtype)
            before = here
        name = f"synthesis.b{side}.torgb"
        p[name + ".weight"] = torch.randn(3, here, 1, 1, dtype=dtype)
        p[name + ".bias"] = torch.zeros(3, dtype=dtype)
        p[name + ".affine.weight"] = torch.randn(here, w, dtype=dtype)
        p[name + ".affine.bias"] = torch.ones(here, dtype=dtype)
    return p


def discriminator_parameters(sides, base, most, dtype=torch.float64):
    p = {}
    top = sides[-1]

    def conv(name, out, before, taps, bias=True):
        p[name + ".weight"] = torch.randn(out, before, taps, taps, dtype=dtype)
        if bias:
            p[name + ".bias"] = torch.zeros(out, dtype=dtype)

    conv(f"b{top}.fromrgb", channels(base, most, top), 3, 1)
    for side in reversed(sides[1:]):
        here, after = channels(base, most, side), channels(base, most, side // 2)
        conv(f"b{side}.conv0", here, here, 3)
        conv(f"b{side}.conv1", after, here, 3)
        conv(f"b{side}.skip", after, here, 1, False)
    c = channels(base, most, 4)
    conv("b4.conv", c, c + 1, 3)
    p["b4.fc.weight"] = torch.randn(c, 16 * c, dtype=dtype)
    p["b4.fc.bias"] = torch.zeros(c, dtype=dtype)
    p["b4.out.weight"] = torch.randn(1, c, dtype=dtype)
    p["b4.out.bias"] = torch.zeros(1, dtype=dtype)
    return p


def fixtures(folder):
    torch.manual_seed(7)
    state = {}
    layer(
        state,
        "dense",
        {"input": draws(5, 6), "weight": draws(4, 6), "bias": draws(4)},
        lambda input, weight, bias: dense(input, weight, bias, 0.5, True),
    )
    for name, up in [("modulated", False), ("doubling", True)]:
        layer(
            state,
            name,
            {
                "input": draws(3, 5, 6, 6),
                "w": draws(3, 7),
                "weight": draws(4, 5, 3, 3),
                "affine.weight": draws(5, 7),
                "affine.bias": draws(5),
            },
            lambda up=up, **a: modulated(
                a["input"], a["weight"], dense(a["w"], a["affine.weight"], a["affine.bias"]), up
            ),
        )
    layer(
        state,
        "torgb",
        {
            "input": draws(3, 5, 6, 6),
            "w": draws(3, 7),
            "weight": draws(3, 5, 1, 1),
            "bias": draws(3),
            "affine.weight": draws(5, 7),
            "affine.bias": draws(5),
        },
        lambda **a: modulated(
            a["input"],
            a["weight"],
            dense(a["w"], a["affine.weight"], a["affine.bias"]),
            demodulate=False,
        )
        + a["bias"][None, :, None, None],
    )
    layer(
        state,
        "styled",
        {
            "input": draws(2, 4, 8, 8),
            "w": draws(2, 7),
            "weight": draws(6, 4, 3, 3),
            "affine.weight": draws(4, 7),
            "affine.bias": draws(4),
            "noise_strength": draws(),
            "noise_const": draws(8, 8),
            "bias": draws(6),
        },
        lambda **a: lrelu(
            modulated(
                a["input"], a["weight"], dense(a["w"], a["affine.weight"], a["affine.bias"])
            )
            + a["noise_const"] * a["noise_strength"]
            + a["bias"][None, :, None, None]
        ),
    )
    layer(state, "blur", {"input": draws(2, 3, 6, 6)}, lambda input: filtered(input, 1, 2, 2))
    layer(state, "halve", {"input": draws(2, 3, 6, 6)}, lambda input: halved(input))
    layer(
        state,
        "double",
        {"input": draws(2, 3, 5, 5)},
        lambda input: filtered(zeros_between(input), 4, 2, 1),
    )
    layer(state, "deviation", {"input": draws(8, 5, 4, 4)}, lambda input: deviation(input))
    layer(
        state,
        "block",
        {
            "input": draws(2, 4, 8, 8),
            "conv0.weight": draws(4, 4, 3, 3),
            "conv0.bias": draws(4),
            "conv1.weight": draws(6, 4, 3, 3),
            "conv1.bias": draws(6),
            "skip.weight": draws(6, 4, 1, 1),
        },
        lambda **a: (
            equalized(
                filtered(equalized(a["input"], a["conv0.weight"], a["conv0.bias"], 1), 1, 2, 2),
                a["conv1.weight"],
                a["conv1.bias"],
                0,
                2,
            )
            + equalized(halved(a["input"]), a["skip.weight"])
        )
        / math.sqrt(2),
    )
    write_safetensors(Path(folder) / "layers.safetensors", state)
    networks(folder)


def networks(folder):
    torch.manual_seed(8)
    sides, base, most, dim, layers, lr = [4, 8, 16], 128, 12, 10, 3, 0.01
    g = generator_parameters(sides, base, most, dim, dim, layers, lr)
    d = discriminator_parameters(sides, base, most)
    for p in [g, d]:
        for name in p:
            # Biases and strengths that are not as they begin, so that they are seen.
            some = 0.3 * torch.randn(p[name].shape, dtype=torch.float64)
            if name.startswith("mapping.fc") and name.endswith("bias"):
                some = some / lr
            bias = name.endswith(("bias", "strength", "w_avg"))
            p[name] = rounded(p[name] + some if bias else p[name])
    z, real = draws(4, dim), rounded(torch.rand(4, 3, 16, 16, dtype=torch.float64) * 2 - 1)
    state = {"z": z, "real": real}
    state |= {"generator/" + k: v for k, v in g.items()}
    state |= {"discriminator/" + k: v for k, v in d.items()}
    w = mapping(g, z, layers, lr)
    ws = w[:, None].repeat(1, 2 * len(sides), 1)
    images = synthesis(g, ws, sides)
    state |= {"w": w, "images": images}
    logits = discriminator(d, images, sides)
    state["logits"] = logits
    state["real logits"] = discriminator(d, real, sides)
    trained = [k for k in g if not k.endswith(("noise_const", "w_avg"))]
    loss = F.softplus(-logits).mean()
    state["generator loss"] = loss

    def gradients(prefix, value, p, names):
        found = torch.autograd.grad(value, [p[k] for k in names], retain_graph=True, allow_unused=True)
        for k, v in zip(names, found):
            state[prefix + k] = torch.zeros_like(p[k]) if v is None else v

    gradients("generator gradient/", loss, g, trained)
    loss = F.softplus(discriminator(d, images.detach(), sides)).mean()
    loss = loss + F.softplus(-state["real logits"]).mean()
    state["discriminator loss"] = loss
    gradients("discriminator gradient/", loss, d, list(d))
    (slope,) = torch.autograd.grad(
        discriminator(d, real, sides).sum(), [real], create_graph=True
    )
    penalty = slope.square().sum((1, 2, 3)).mean() * (3.0 / 2)
    state["r1"] = penalty
    gradients("r1 gradient/", penalty, d, list(d))
    write_safetensors(Path(folder) / "networks.safetensors", state)


# --- timing --------------------------------------------------------------------------------------


class Fast:
    """The same networks with what is fast in PyTorch."""

    def __init__(self, grouped, last, resolution, base, most, dim, layers):
        self.grouped, self.last, self.layers = grouped, last, layers
        self.sides = [2**i for i in range(2, int(math.log2(resolution)) + 1)]
        self.g = generator_parameters(self.sides, base, most, dim, dim, layers, 0.01, torch.float32)
        self.d = discriminator_parameters(self.sides, base, most, torch.float32)
        for p in [self.g, self.d]:
            for name in p:
                if not name.endswith(("noise_const", "w_avg")):
                    p[name].requires_grad_()
        self.k = filter2(torch.float32, 1)[None, None]

    def blur(self, x, total, padding, stride=1):
        c = x.shape[1]
        k = (self.k * total).repeat(c, 1, 1, 1)
        return F.conv2d(x, k, padding=padding, stride=stride, groups=c)

    def modulated(self, x, weight, s, up):
        n, c, h, w = x.shape
        gain = 1 / math.sqrt(weight[0].numel())
        if self.grouped:
            v = (gain * weight)[None] * s[:, None, :, None, None]
            v = v * (v.square().sum((2, 3, 4), keepdim=True) + 1e-8).rsqrt()
            x = x.reshape(1, n * c, h, w)
            if up:
                v = v.transpose(1, 2).reshape(n * c, -1, 3, 3)
                y = F.conv_transpose2d(x, v, stride=2, groups=n)
                return self.blur(y.reshape(n, -1, y.shape[2], y.shape[3]), 4, 1)
            y = F.conv2d(x, v.reshape(-1, c, 3, 3), padding=1, groups=n)
            return y.reshape(n, -1, h, w)
        d = (gain * gain * s.square() @ weight.square().sum((2, 3)).t() + 1e-8).rsqrt() * gain
        x = x * s[:, :, None, None]
        if up:
            y = self.blur(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2), 4, 1)
        else:
            y = F.conv2d(x, weight, padding=1)
        return y * d[:, :, None, None]

    def styles(self, z):
        w = mapping(self.g, z, self.layers, 0.01)
        return w[:, None].expand(-1, 2 * len(self.sides), -1)

    def synthesis(self, ws):
        p, image, index = self.g, None, 0
        x = p["synthesis.b4.const"][None].repeat(len(ws), 1, 1, 1)
        if self.last:
            x = x.contiguous(memory_format=torch.channels_last)
        for side in self.sides:
            for conv in ["conv0", "conv1"] if side > 4 else ["conv1"]:
                name = f"synthesis.b{side}.{conv}"
                s = affine(p, name, ws[:, index])
                x = self.modulated(x, p[name + ".weight"], s, conv == "conv0")
                noise = torch.randn(len(ws), 1, side, side) * p[name + ".noise_strength"]
                x = x + noise + p[name + ".bias"][None, :, None, None]
                x = F.leaky_relu(x, 0.2) * math.sqrt(2)
                index += 1
            name = f"synthesis.b{side}.torgb"
            s = affine(p, name, ws[:, index]) * (1 / math.sqrt(x.shape[1]))
            rgb = F.conv2d(x * s[:, :, None, None], p[name + ".weight"], p[name + ".bias"])
            if image is not None:
                k = (4 * self.k).repeat(3, 1, 1, 1)
                rgb = rgb + F.conv_transpose2d(image, k, stride=2, padding=1, groups=3)
            image = rgb
        return image

    def conv(self, x, name, padding=0, stride=1, active=True):
        w = self.d[name + ".weight"]
        gain = 1 / math.sqrt(w[0].numel())
        y = F.conv2d(x, w * gain, self.d.get(name + ".bias"), padding=padding, stride=stride)
        return lrelu(y) if active else y

    def discriminator(self, x):
        if self.last:
            x = x.contiguous(memory_format=torch.channels_last)
        x = self.conv(x, f"b{self.sides[-1]}.fromrgb")
        for side in reversed(self.sides[1:]):
            b = f"b{side}."
            y = self.conv(self.blur(self.conv(x, b + "conv0", 1), 1, 2), b + "conv1", 0, 2)
            skip = self.conv(self.blur(x, 1, 1, 2), b + "skip", active=False)
            x = (y + skip) * math.sqrt(0.5)
        x = self.conv(deviation(x), "b4.conv", 1)
        d = self.d
        x = dense(x.flatten(1), d["b4.fc.weight"], d["b4.fc.bias"], active=True)
        return dense(x, d["b4.out.weight"], d["b4.out.bias"])


def trained(p, on=True):
    found = [v for k, v in p.items() if not k.endswith(("noise_const", "w_avg"))]
    for v in found:
        v.requires_grad_(on)
    return found


def best(work, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    times.sort()
    return [times[len(times) // 2], times[0]]


def timing(resolution, batch, base, most, dim, layers, threads, rounds=15):
    torch.set_num_threads(threads)
    results = {}
    for grouped in [False, True]:
        for last in [False, True]:
            torch.manual_seed(1)
            net = Fast(grouped, last, resolution, base, most, dim, layers)
            og = torch.optim.Adam(trained(net.g), 0.002, (0.0, 0.99), 1e-8)
            od = torch.optim.Adam(trained(net.d), 0.002, (0.0, 0.99), 1e-8)
            real = torch.rand(batch, 3, resolution, resolution) * 2 - 1
            average = [torch.zeros(1)]

            def z():
                return torch.randn(batch, dim)

            def g_step():
                trained(net.d, False)
                og.zero_grad()
                F.softplus(-net.discriminator(net.synthesis(net.styles(z())))).mean().backward()
                og.step()
                trained(net.d, True)

            def d_step():
                od.zero_grad()
                with torch.no_grad():
                    images = net.synthesis(net.styles(z()))
                loss = F.softplus(net.discriminator(images)).mean()
                loss = loss + F.softplus(-net.discriminator(real)).mean()
                loss.backward()
                od.step()

            def r1_step():
                od.zero_grad()
                x = real.detach().requires_grad_()
                (s,) = torch.autograd.grad(net.discriminator(x).sum(), [x], create_graph=True)
                (s.square().sum((1, 2, 3)).mean() * 5 * 16).backward()
                od.step()

            def path_step():
                og.zero_grad()
                ws = net.styles(z()[: max(1, batch // 2)])
                images = net.synthesis(ws)
                y = torch.randn_like(images) / resolution
                (s,) = torch.autograd.grad((images * y).sum(), [ws], create_graph=True)
                lengths = (s.square().sum(2).mean(1) + 1e-8).sqrt()
                average[0] = average[0] + 0.01 * (lengths.mean().detach() - average[0])
                ((lengths - average[0]).square().mean() * 8).backward()
                og.step()

            def generate():
                with torch.no_grad():
                    net.synthesis(net.styles(z()))

            steps = {
                "generator step": g_step,
                "discriminator step": d_step,
                "r1 step": r1_step,
                "path length step": path_step,
                "generation": generate,
            }
            key = ("grouped" if grouped else "scaled") + (", channels last" if last else "")
            for name, step in steps.items():
                for _ in range(3):
                    step()
                results.setdefault(name, {})[key] = [t / batch for t in best(step, rounds)]
    return results


if __name__ == "__main__":
    if sys.argv[1] == "fixtures":
        fixtures(sys.argv[2])
    else:
        print(json.dumps(timing(*map(int, sys.argv[2:9])), indent=1))
