"""Keras models in PyTorch, from the configuration and the weights in their files, to compare
fer4j's with. Arrays are (N, H, W, C) between layers, as in Keras, and padding is written out.

    keras_torch.py probabilities FILE COUNT
        the output of a whole-model file (.h5, .hdf5) for generated images, as JSON
    keras_torch.py fixtures FOLDER
        keras.json: small models with every kind of layer, their weights by a formula, logits, and
        for each weight how fast the sum of logits grows with its values

References are computed in float64. Needs torch and h5py (Debian: python3-torch, python3-h5py).
"""

import copy
import json
import sys
from pathlib import Path

import h5py
import numpy
import torch
from torch.nn import functional


def images(count, size):
    """Pictures of stripes and noise, the same everywhere: x / 127.5 - 1 of bytes, RGB."""
    index = numpy.arange(count * size * size * 3, dtype=numpy.uint64)
    noise = (index * numpy.uint64(2654435761)) & numpy.uint64(0xFFFFFFFF)
    noise ^= noise >> numpy.uint64(15)
    noise = ((noise * numpy.uint64(2246822519)) & numpy.uint64(0xFFFFFFFF)) >> numpy.uint64(25)
    n, y, x, _ = numpy.unravel_index(index.astype(numpy.int64), (count, size, size, 3))
    values = noise.astype(numpy.int64) + (y * (2 + n) + x * (3 + 2 * n)) % 128
    pixels = torch.from_numpy(values.reshape(count, size, size, 3).astype(numpy.float64))
    return pixels / 127.5 - 1


# --- layers -------------------------------------------------------------------------------------


def pair(value):
    return list(value) if isinstance(value, (list, tuple)) else [value, value]


def padded(x, config, window, steps, dilation, value):
    """TensorFlow's "same": as many outputs as steps begin, the odd value at the end."""
    if config.get("padding", config.get("border_mode", "valid")) == "valid":
        return x
    ends = []
    for axis in (0, 1):
        length = x.shape[1 + axis]
        extent = (window[axis] - 1) * dilation[axis] + 1
        total = max((-(-length // steps[axis]) - 1) * steps[axis] + extent - length, 0)
        ends.append((total // 2, total - total // 2))
    (top, bottom), (left, right) = ends
    return functional.pad(x, (0, 0, left, right, top, bottom), value=value)


def convolve(x, kernel, config, groups=1):
    """kernel is (h, w, in / groups, out)."""
    steps = pair(config.get("strides", config.get("subsample", 1)))
    dilation = pair(config.get("dilation_rate", 1))
    x = padded(x, config, kernel.shape[:2], steps, dilation, 0.0)
    y = functional.conv2d(
        x.permute(0, 3, 1, 2),
        kernel.permute(3, 2, 0, 1),
        stride=steps,
        dilation=dilation,
        groups=groups,
    )
    return y.permute(0, 2, 3, 1)


def depthwise(x, kernel, config):
    h, w, channels, multiplier = kernel.shape
    flat = kernel.reshape(h, w, 1, channels * multiplier)
    return convolve(x, flat, config, groups=channels)


def pool(x, config, maximum):
    window = pair(config.get("pool_size", 2))
    steps = pair(config.get("strides") or window)

    def windows(values, fill):
        values = padded(values, config, window, steps, [1, 1], fill)
        return values.unfold(1, window[0], steps[0]).unfold(2, window[1], steps[1])

    if maximum:
        return windows(x, -float("inf")).amax(dim=(4, 5))
    return windows(x, 0.0).sum(dim=(4, 5)) / windows(torch.ones_like(x), 0.0).sum(dim=(4, 5))


def activate(x, name):
    return {
        "linear": lambda: x,
        "relu": lambda: x.clamp(min=0),
        "relu6": lambda: x.clamp(0, 6),
        "elu": lambda: torch.where(x > 0, x, torch.exp(x.clamp(max=0)) - 1),
        "leaky_relu": lambda: torch.where(x > 0, x, 0.2 * x),
        "sigmoid": lambda: 1 / (1 + torch.exp(-x)),
        "tanh": lambda: torch.tanh(x),
        "softmax": lambda: torch.softmax(x, dim=-1),
    }[name]()


def call(kind, config, weights, inputs):
    """A layer without the activation that may be in it."""
    x = inputs[0]
    weights = list(weights)

    def shifted(y):
        return y + weights[-1] if config.get("use_bias", config.get("bias", True)) else y

    if kind in ("Conv2D", "Convolution2D"):
        return shifted(convolve(x, weights[0], config))
    if kind == "DepthwiseConv2D":
        return shifted(depthwise(x, weights[0], config))
    if kind == "SeparableConv2D":
        return shifted(depthwise(x, weights[0], config) @ weights[1][0, 0])
    if kind == "Dense":
        return shifted(x @ weights[0])
    if kind == "BatchNormalization":
        scale = weights.pop(0) if config.get("scale", True) else 1.0
        shift = weights.pop(0) if config.get("center", True) else 0.0
        mean, variance = weights
        return scale * (x - mean) / torch.sqrt(variance + config["epsilon"]) + shift
    if kind == "MaxPooling2D":
        return pool(x, config, True)
    if kind == "AveragePooling2D":
        return pool(x, config, False)
    if kind == "GlobalAveragePooling2D":
        return x.mean(dim=(1, 2))
    if kind == "GlobalMaxPooling2D":
        return x.amax(dim=(1, 2))
    if kind == "Flatten":
        return x.reshape(x.shape[0], -1)
    if kind in ("Add", "Merge"):
        return sum(inputs[1:], x)
    if kind == "ZeroPadding2D":
        rows, columns = pair(config["padding"])
        (top, bottom), (left, right) = pair(rows), pair(columns)
        return functional.pad(x, (0, 0, left, right, top, bottom))
    if kind == "Rescaling":
        return x * config["scale"] + config["offset"]
    if kind == "ReLU":
        limit = config.get("max_value")
        return x.clamp(min=0) if limit is None else x.clamp(0, limit)
    if kind == "LeakyReLU":
        return torch.where(x > 0, x, config["alpha"] * x)
    if kind == "ELU":
        return torch.where(x > 0, x, config["alpha"] * (torch.exp(x.clamp(max=0)) - 1))
    if kind in ("Dropout", "Activation", "InputLayer"):
        return x
    raise ValueError(f"the class {kind} is not known here")


# --- models -------------------------------------------------------------------------------------


def layers_of(model):
    """The layers as (name, class, configuration, names of inputs), and the name of the last."""
    config = model["config"]
    found, before = [], None
    for layer in config if isinstance(config, list) else config["layers"]:
        name = layer["config"]["name"]
        if "output_layers" in config:
            inputs = [tensor[0] for node in layer["inbound_nodes"] for tensor in node]
        else:
            inputs = [] if before is None else [before]
        found.append((name, layer["class_name"], layer["config"], inputs))
        before = name
    return found, config["output_layers"][0][0] if "output_layers" in config else before


def image_shape(model):
    first = layers_of(model)[0][0][2]
    return first["batch_input_shape"]


def run(model, weights, x):
    """Logits and outputs; weights are lists of tensors by the names of layers."""
    layers, last = layers_of(model)
    known = {name: (kind, config, inputs) for name, kind, config, inputs in layers}
    if image_shape(model)[3] == 1:
        x = (x * torch.tensor([0.299, 0.587, 0.114], dtype=x.dtype)).sum(dim=3, keepdim=True)
    logits, outputs = {}, {}

    def value(name):
        if name not in outputs:
            kind, config, inputs = known[name]
            below = [value(each) for each in inputs] or [x]
            plain = call(kind, config, weights.get(name, []), below)
            logits[name] = plain
            outputs[name] = activate(plain, config.get("activation", "linear"))
        return outputs[name]

    value(last)
    return logits[last], outputs[last]


def read(path):
    def text(value):
        return value.decode() if isinstance(value, bytes) else value

    with h5py.File(path, "r") as file:
        model = json.loads(text(file.attrs["model_config"]))
        root = file["model_weights"]
        weights = {}
        for layer in map(text, root.attrs["layer_names"]):
            names = [text(name) for name in root[layer].attrs["weight_names"]]
            weights[layer] = [
                torch.from_numpy(numpy.array(root[layer][name])).double() for name in names
            ]
    return model, weights


def probabilities(path, count):
    model, weights = read(path)
    size = image_shape(model)[1]
    found = []
    with torch.no_grad():
        for begin in range(0, count, 50):
            x = images(count, size)[begin : begin + 50]
            found += run(model, weights, x)[1].tolist()
    return {"torch": torch.__version__, "size": size, "probabilities": found}


# --- small models -------------------------------------------------------------------------------


def numbers(shape, place, scale, offset):
    """Values that Java makes from the same integers."""
    index = numpy.arange(int(numpy.prod(shape)), dtype=numpy.uint64)
    mixed = ((index + numpy.uint64(7919 * place)) * numpy.uint64(2654435761)) & numpy.uint64(
        0xFFFFFFFF
    )
    mixed ^= mixed >> numpy.uint64(16)
    mixed = (mixed * numpy.uint64(2246822519)) & numpy.uint64(0xFFFFFFFF)
    mixed ^= mixed >> numpy.uint64(13)
    uniform = (mixed >> numpy.uint64(8)).astype(numpy.float64) / 2**24 - 0.5
    values = (uniform * scale + offset).astype(numpy.float32)
    return torch.from_numpy(values.reshape(shape)).double()


class Model:
    """Builds a configuration as Keras 2 writes it, and lists the weights."""

    def __init__(self, name, size, channels, sequential=False):
        self.name, self.size, self.channels = name, size, channels
        self.sequential = sequential
        self.layers, self.weights, self.shapes = [], [], {}
        shape = [None, size, size, channels]
        self.add("InputLayer", "input_1", [], batch_input_shape=shape, dtype="float32")

    def add(self, kind, name, inputs=None, **config):
        if inputs is None:
            inputs = [self.layers[-1]["name"]]
        config["name"] = name
        nodes = [[[each, 0, 0, {}] for each in inputs]] if inputs else []
        self.layers.append(
            {"class_name": kind, "config": config, "name": name, "inbound_nodes": nodes}
        )
        return name

    def weight(self, role, *shape, scale=None, offset=0.0):
        layer = self.layers[-1]["name"]
        if scale is None:
            scale = 2.0 * (3.0 / max(1, numpy.prod(shape[:-1]))) ** 0.5
        self.weights.append(
            {
                "layer": layer,
                "name": f"{layer}/{role}:0",
                "shape": list(shape),
                "scale": float(numpy.float32(scale)),
                "offset": offset,
            }
        )

    def conv(self, name, size, into, out, inputs=None, bias=False, **config):
        self.add(
            "Conv2D",
            name,
            inputs,
            filters=out,
            kernel_size=pair(size),
            use_bias=bias,
            **{"padding": "valid", "strides": [1, 1], "activation": "linear", **config},
        )
        self.weight("kernel", *pair(size), into, out)
        if bias:
            self.weight("bias", out, scale=0.5)
        return name

    def separable(self, name, size, into, out, multiplier=1, inputs=None, bias=False, **config):
        self.add(
            "SeparableConv2D",
            name,
            inputs,
            filters=out,
            kernel_size=pair(size),
            depth_multiplier=multiplier,
            use_bias=bias,
            **{"padding": "same", "strides": [1, 1], "activation": "linear", **config},
        )
        self.weight("depthwise_kernel", *pair(size), into, multiplier, scale=1.0)
        self.weight("pointwise_kernel", 1, 1, into * multiplier, out)
        if bias:
            self.weight("bias", out, scale=0.5)
        return name

    def depthwise(self, name, size, into, multiplier, bias=False, **config):
        self.add(
            "DepthwiseConv2D",
            name,
            kernel_size=pair(size),
            depth_multiplier=multiplier,
            use_bias=bias,
            **{"padding": "valid", "strides": [1, 1], "activation": "linear", **config},
        )
        self.weight("depthwise_kernel", *pair(size), into, multiplier, scale=1.0)
        if bias:
            self.weight("bias", into * multiplier, scale=0.5)
        return name

    def norm(self, name, channels, inputs=None, scale=True, center=True, epsilon=1e-3, axis=-1):
        self.add(
            "BatchNormalization",
            name,
            inputs,
            axis=axis,
            momentum=0.9,
            epsilon=epsilon,
            scale=scale,
            center=center,
        )
        if scale:
            self.weight("gamma", channels, scale=0.5, offset=1.0)
        if center:
            self.weight("beta", channels, scale=0.5)
        self.weight("moving_mean", channels, scale=0.5)
        self.weight("moving_variance", channels, scale=0.5, offset=0.75)
        return name

    def dense(self, name, into, out, bias=True, **config):
        self.add("Dense", name, units=out, use_bias=bias, **{"activation": "linear", **config})
        self.weight("kernel", into, out)
        if bias:
            self.weight("bias", out, scale=0.5)
        return name

    def config(self):
        layers = self.layers
        if self.sequential:
            # As Keras 2 did it: the shape stands in the first layer.
            layers = copy.deepcopy(layers[1:])
            layers[0]["config"]["batch_input_shape"] = [None, self.size, self.size, self.channels]
            for layer in layers:
                del layer["name"], layer["inbound_nodes"]
            return {"class_name": "Sequential", "config": {"name": "model_1", "layers": layers}}
        last = layers[-1]["name"]
        return {
            "class_name": "Model",
            "config": {
                "name": "model_1",
                "layers": layers,
                "input_layers": [["input_1", 0, 0]],
                "output_layers": [[last, 0, 0]],
            },
        }

    def config3(self):
        """The same as Keras 3 writes it."""
        layers = copy.deepcopy(self.layers)
        for layer in layers:
            config = layer["config"]
            if "batch_input_shape" in config:
                config["batch_shape"] = config.pop("batch_input_shape")
            if layer["class_name"] == "LeakyReLU":
                config["negative_slope"] = config.pop("alpha")
            config["dtype"] = {
                "module": "keras",
                "class_name": "DTypePolicy",
                "config": {"name": "float32"},
                "registered_name": None,
            }
            layer.update(module="keras.layers", registered_name=None)
            tensors = [
                {
                    "class_name": "__keras_tensor__",
                    "config": {"shape": [None], "dtype": "float32", "keras_history": tensor[:3]},
                }
                for node in layer["inbound_nodes"]
                for tensor in node
            ]
            if tensors:
                args = tensors if len(tensors) == 1 else [tensors]
                layer["inbound_nodes"] = [{"args": args, "kwargs": {}}]
            if self.sequential:
                del layer["name"], layer["inbound_nodes"]
        config = {"name": "model_1", "trainable": True, "layers": layers}
        if not self.sequential:
            config["input_layers"] = [["input_1", 0, 0]]
            config["output_layers"] = [[layers[-1]["name"], 0, 0]]
        return {
            "module": "keras",
            "class_name": "Sequential" if self.sequential else "Functional",
            "config": config,
            "registered_name": None,
        }

    def case(self, config=None):
        config = config or self.config()
        weights = {}
        for place, weight in enumerate(self.weights):
            value = numbers(weight["shape"], place, weight["scale"], weight["offset"])
            weights.setdefault(weight["layer"], []).append(value.requires_grad_(True))
        # Weights of a layer follow each other, so that slopes are in their order.
        logits, outputs = run(config, weights, images(2, self.size))
        logits.sum().backward()
        return {
            "name": self.name,
            "config": json.dumps(config),
            "config3": json.dumps(self.config3()),
            "layers": [layer["name"] for layer in self.layers],
            "weights": self.weights,
            "size": self.size,
            "channels": self.channels,
            "logits": logits.tolist(),
            "outputs": outputs.tolist(),
            "slopes": [
                (value.grad * value).sum().item() for own in weights.values() for value in own
            ],
        }


def mini_xception(size):
    """The family of Arriaga et al.: two convolutions, modules with a shortcut, no dense layer."""
    m = Model(f"mini-xception-{size}", size, 1)
    m.conv("conv2d_1", 3, 1, 4)
    m.norm("batch_normalization_1", 4)
    m.add("Activation", "activation_1", activation="relu")
    m.conv("conv2d_2", 3, 4, 5)
    m.norm("batch_normalization_2", 5)
    before, into = m.add("Activation", "activation_2", activation="relu"), 5
    for module, out in ((1, 6), (2, 8)):
        n = 3 * module
        m.separable(f"separable_conv2d_{n}", 3, into, out, inputs=[before])
        m.norm(f"batch_normalization_{n + 1}", out)
        m.add("Activation", f"activation_{n}", activation="relu")
        m.separable(f"separable_conv2d_{n + 1}", 3, out, out)
        m.norm(f"batch_normalization_{n + 2}", out)
        shortcut = m.conv(
            f"conv2d_{n}", 1, into, out, inputs=[before], strides=[2, 2], padding="same"
        )
        body = m.add(
            "MaxPooling2D",
            f"max_pooling2d_{module}",
            [f"batch_normalization_{n + 2}"],
            pool_size=[3, 3],
            strides=[2, 2],
            padding="same",
        )
        m.norm(f"batch_normalization_{n}", out, inputs=[shortcut])
        before = m.add("Add", f"add_{module}", [body, f"batch_normalization_{n}"])
        into = out
    m.conv("conv2d_7", 3, into, 7, inputs=[before], bias=True, padding="same")
    m.add("GlobalAveragePooling2D", "global_average_pooling2d_1", data_format="channels_last")
    m.add("Activation", "predictions", activation="softmax")
    return m


def dense_net():
    """Colour, Flatten and Dense; depthwise, dilated and strided windows of odd and even maps."""
    m = Model("flatten", 22, 3, sequential=True)
    m.add("ZeroPadding2D", "zero_padding2d", padding=[[1, 2], [0, 3]])
    m.conv("conv2d", 3, 3, 4, bias=True, padding="same", strides=[2, 2], activation="relu")
    m.depthwise("depthwise_conv2d", [3, 2], 4, 2, bias=True, padding="same", strides=[2, 2])
    m.add("LeakyReLU", "leaky_re_lu", alpha=0.25)
    m.conv("conv2d_1", 3, 8, 5, padding="same", dilation_rate=[2, 2], activation="elu")
    m.add(
        "AveragePooling2D",
        "average_pooling2d",
        pool_size=[3, 3],
        strides=[2, 2],
        padding="same",
    )
    m.add("ELU", "elu", alpha=0.5)
    m.add("Dropout", "dropout", rate=0.4, noise_shape=None, seed=None)
    m.add("Flatten", "flatten", data_format="channels_last")
    m.dense("dense", 4 * 4 * 5, 6, activation="tanh")
    m.norm("batch_normalization", 6, epsilon=1e-2, axis=1)
    m.dense("dense_1", 6, 1, activation="sigmoid")
    return m


def windows():
    """Even kernels, depth multipliers, windows that overlap or leave gaps, without scale or shift."""
    m = Model("windows", 21, 3)
    m.add("Rescaling", "rescaling", scale=2.0, offset=-0.5)
    m.separable("separable_conv2d", 4, 3, 5, 2, bias=True, activation="relu6")
    m.norm("batch_normalization", 5, scale=False)
    m.add("MaxPooling2D", "max_pooling2d", pool_size=[2, 2], strides=[1, 1], padding="same")
    m.separable("separable_conv2d_1", [2, 3], 5, 6, 3, strides=[2, 2])
    m.norm("batch_normalization_1", 6, center=False)
    m.add("ReLU", "re_lu", max_value=1.5, negative_slope=0.0, threshold=0.0)
    m.depthwise("depthwise_conv2d", 3, 6, 1, dilation_rate=[2, 2])
    m.add("AveragePooling2D", "average_pooling2d", pool_size=[2, 3], strides=None, padding="valid")
    m.conv("conv2d", [1, 1], 6, 4, strides=[2, 1], bias=True, activation="leaky_relu")
    m.norm("batch_normalization_2", 4, scale=False, center=False)
    m.add("GlobalMaxPooling2D", "global_max_pooling2d", data_format="channels_last")
    m.dense("dense", 4, 3, bias=False, activation="softmax")
    return m


def branches():
    """Sums of three and of the same, a branch from the input, and a maximum with stride alone."""
    m = Model("branches", 12, 1)
    m.conv("a", 3, 1, 4, inputs=["input_1"], padding="same", activation="tanh")
    m.conv("b", 1, 1, 4, inputs=["input_1"], bias=True)
    m.conv("c", 5, 1, 4, inputs=["input_1"], padding="same", activation="sigmoid")
    m.add("Add", "sum", ["a", "b", "c"])
    m.add("Add", "twice", ["sum", "sum"])
    m.add("MaxPooling2D", "Max/pool", pool_size=[1, 1], strides=[2, 2], padding="valid")
    m.add("AveragePooling2D", "average", pool_size=3, strides=2, padding="same")
    m.conv("d", 3, 4, 4, padding="same", activation="relu")
    m.add("Add", "again", ["d", "average"])
    m.add("Flatten", "flatten")
    m.dense("logits", 3 * 3 * 4, 5)
    return m


def keras1():
    """The names of Keras 1, whose Sequential is a list."""
    m = Model("keras-1", 16, 1, sequential=True)
    m.conv("convolution2d_1", 3, 1, 4, bias=True)
    m.norm("batchnormalization_1", 4)
    m.add("Activation", "activation_1", activation="relu")
    m.add("MaxPooling2D", "maxpooling2d_1", pool_size=[2, 2], strides=[2, 2], border_mode="valid")
    m.conv("convolution2d_2", [3, 2], 4, 6, bias=True, padding="same", strides=[2, 2])
    m.add("Dropout", "dropout_1", p=0.25)
    m.add("Flatten", "flatten_1")
    m.dense("dense_1", 4 * 4 * 6, 7)
    m.add("Activation", "activation_2", activation="softmax")
    shape = [None, 16, 16, 1]
    conv = {"init": "glorot_uniform", "activation": "linear", "dim_ordering": "tf", "bias": True}
    own = [
        ("Convolution2D", dict(name="convolution2d_1", nb_filter=4, nb_row=3, nb_col=3,
                               subsample=[1, 1], border_mode="valid", batch_input_shape=shape,
                               input_dtype="float32", trainable=True, W_constraint=None,
                               W_regularizer={"name": "WeightRegularizer", "l1": 0.0, "l2": 0.01},
                               b_regularizer=None, **conv)),
        ("BatchNormalization", dict(name="batchnormalization_1", mode=0, axis=-1, epsilon=1e-3,
                                    momentum=0.9, gamma_regularizer=None, trainable=True)),
        ("Activation", dict(name="activation_1", activation="relu", trainable=True)),
        ("MaxPooling2D", dict(name="maxpooling2d_1", pool_size=[2, 2], strides=[2, 2],
                              border_mode="valid", dim_ordering="tf", trainable=True)),
        ("Convolution2D", dict(name="convolution2d_2", nb_filter=6, nb_row=3, nb_col=2,
                               subsample=[2, 2], border_mode="same", **conv)),
        ("Dropout", dict(name="dropout_1", p=0.25, trainable=True)),
        ("Flatten", dict(name="flatten_1", trainable=True)),
        ("Dense", dict(name="dense_1", output_dim=7, init="glorot_uniform", activation="linear",
                       bias=True, input_dim=None, W_regularizer=None)),
        ("Activation", dict(name="activation_2", activation="softmax", trainable=True)),
    ]
    names = {"kernel": "W", "bias": "b", "moving_mean": "running_mean",
             "moving_variance": "running_std", "gamma": "gamma", "beta": "beta"}
    for weight in m.weights:
        role = weight["name"].split("/")[1].split(":")[0]
        weight["name"] = f"{weight['layer']}_{names[role]}"
    return m, {
        "class_name": "Sequential",
        "config": [{"class_name": kind, "config": config} for kind, config in own],
    }


def fixtures(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    cases = [m.case() for m in (mini_xception(24), mini_xception(17), dense_net(), windows())]
    cases.append(branches().case())
    model, config = keras1()
    cases.append(model.case(config))
    made = {"made": "keras_torch.py fixtures", "torch": torch.__version__, "cases": cases}
    text = json.dumps(made)
    (folder / "keras.json").write_text(text + "\n")


def main(command, *arguments):
    if command == "probabilities":
        print(json.dumps(probabilities(arguments[0], int(arguments[1]))))
    elif command == "fixtures":
        fixtures(arguments[0])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
