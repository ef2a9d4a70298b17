"""HDF5 as Keras 3 writes it, and HDF5 that a reader must not trust.

    hdf5_files.py keras LEGACY.h5 OUT VERSION [nest] [deflate] [weights]
        what Keras's saving_lib.py writes for the weights of a legacy file: an archive, or with
        "weights" only its HDF5. VERSION is 3.0, 3.6 (which adds the names of layers) or 2.13.
        Layers without weights are left out, but for two; "nest" makes the network a layer.
    hdf5_files.py hostile FOLDER
        groups in circles, nested or linked too often, claims of sizes, bombs; packed by gzip

Needs h5py (Debian: python3-h5py).
"""

import gzip
import io
import json
import re
import sys
import zipfile
import zlib
from pathlib import Path

import h5py
import numpy as np


def snake(name):
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()

def text(x):
    return x.decode() if isinstance(x, bytes) else x

def read(path):
    layers = []
    with h5py.File(path, "r") as f:
        root = f["model_weights"] if "model_weights" in f else f
        for layer in map(text, root.attrs["layer_names"]):
            names = [text(n) for n in root[layer].attrs["weight_names"]]
            if not names: continue
            values = {re.sub(r":\d+$", "", n.split("/")[-1]): np.array(root[layer][n]) for n in names}
            kind = ("SeparableConv2D" if "depthwise_kernel" in values else
                    "BatchNormalization" if "gamma" in values or "moving_mean" in values else
                    "Dense" if values["kernel"].ndim == 2 else "Conv2D")
            layers.append((layer, kind, values))
    return layers

ORDER = ["depthwise_kernel", "pointwise_kernel", "kernel", "gamma", "beta", "bias", "moving_mean", "moving_variance"]

def save(f, prefix, layers, version):
    container = "_layer_checkpoint_dependencies" if version == "2.13" else "layers"
    used = {}
    for name, kind, values in layers:
        base = snake(kind)
        n = used.get(base, -1) + 1
        used[base] = n
        if version == "2.13": used[base] = n + 1       # each layer with weights is listed twice
        g = f.create_group(f"{prefix}{container}/{base}" + (f"_{n}" if n else "")).create_group("vars")
        if version == "3.6": g.attrs["name"] = name
        if isinstance(values, list):
            save(f, g.parent.name[1:] + "/", values, version)
            continue
        for i, role in enumerate([r for r in ORDER if r in values]):
            g[str(i)] = values[role]

def config(kind, name, layers):
    out = []
    for n, k, v in layers:
        out.append(config(k, n, v) if isinstance(v, list) else
                   {"module": "keras.layers", "class_name": k, "registered_name": None,
                    "config": {"name": n, "trainable": True, "use_bias": "bias" in v,
                               "scale": "gamma" in v, "center": "beta" in v}})
    return {"module": "keras.src.models.functional", "class_name": kind, "config": {"name": name, "layers": out}}

def keras(source, out, version="3.6", *more):
    layers = read(source)
    if "nest" in more:
        layers = [("xception", "Functional", [l for l in layers if l[1] != "Dense"])] + [l for l in layers if l[1] == "Dense"]
    for act in ("relu", "pool"):
        layers.insert(1, (act, "Activation", {}))
    data = io.BytesIO()
    with h5py.File(data, "w") as f:
        save(f, "", layers, version)
        g = f.create_group("optimizer").create_group("vars")
        g["0"] = np.array(7, "int64"); g["1"] = np.float32(0.001)
        if version == "3.6": f.create_group("vars").attrs["name"] = "functional"
    if "weights" in more:
        open(out, "wb").write(data.getvalue()); return
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if "deflate" in more else zipfile.ZIP_STORED) as z:
        z.writestr("metadata.json", json.dumps({"keras_version": {"3.0": "3.0.5", "3.6": "3.6.0", "2.13": "2.13.1"}[version], "date_saved": "2026-01-01@00:00:00"}))
        z.writestr("config.json", json.dumps(config("Functional", "xception", layers)))
        z.writestr("model.weights.h5", data.getvalue())


def hostile(folder):
    def nested(f):
        for _ in range(5000):
            f = f.create_group("a")

    def diamond(f):
        for _ in range(40):
            inner = f.create_group("a")
            f["b"] = inner
            f = inner

    def links(f):
        f["a"] = np.ones((2, 3), "f4")
        f["soft"] = h5py.SoftLink("/a")
        f["outside"] = h5py.ExternalLink("/etc/passwd", "/x")

    def bomb(f):
        data = f.create_dataset("a", shape=(16, 16), dtype="f4", chunks=(16, 16), compression="gzip")
        data.id.write_direct_chunk((0, 0), zlib.compress(bytes(1 << 29), 9))

    def claim(shape, **more):
        return lambda f: f.create_dataset("a", shape=shape, dtype="f4", **more)

    files = {
        "circle": lambda f: f.__setitem__("loop", f["/"]),
        "nested": nested,
        "diamond": diamond,
        "links": links,
        "bomb": bomb,
        "chunks": claim((2**20, 2**20), chunks=(1024, 1024)),
        "sparse": claim((2**14, 2**14), chunks=(64, 64), compression="gzip"),
        "unwritten": claim((2**16, 2**12)),
        "empty": claim((0, 2**30, 4), maxshape=(None, 2**30, 4), chunks=(1, 1024, 1)),
        "wide": claim((0, 2**62), maxshape=(None, 2**62), chunks=(1, 1024)),
        "outside": lambda f: f.create_dataset("a", shape=(4,), dtype="f4", external=[("/etc/passwd", 0, 16)]),
        "packed": lambda f: f.create_dataset(
            "a", data=np.arange(1000, dtype="f4").reshape(10, 100), chunks=(5, 50), compression="gzip", shuffle=True),
        "lzf": lambda f: f.create_dataset(
            "a", data=np.arange(1000, dtype="f4").reshape(10, 100), chunks=(5, 50), compression="lzf"),
    }
    for name, write in files.items():
        data = io.BytesIO()
        with h5py.File(data, "w", libver="latest" if name == "nested" else "earliest") as f:
            write(f)
        with open(Path(folder) / f"{name}.h5.gz", "wb") as out:
            out.write(gzip.compress(data.getvalue(), 9, mtime=0))


if __name__ == "__main__":
    {"keras": keras, "hostile": hostile}[sys.argv[1]](*sys.argv[2:])
