#!/usr/bin/python3
"""Networks between NetGen and PyTorch, through safetensors files that this script reads and writes itself.

    roundtrip.py predict MODEL EXAMPLES OUTPUTS   opens NetGen's MODEL as an nn.Sequential, predicts the tensor
                                                  'inputs' of EXAMPLES, writes 'outputs' to OUTPUTS
    roundtrip.py train MODEL EXAMPLES             trains an nn.Sequential of 7-17-9-3, writes its state_dict to MODEL
                                                  and 'inputs' and 'outputs' of its prediction to EXAMPLES
"""
import json
import struct
import sys

import numpy
import torch
from torch import nn

TYPES = {"F32": numpy.dtype("<f4"), "F64": numpy.dtype("<f8")}


def read(path):
    """The metadata and the tensors of a safetensors file."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(data[begin:end], TYPES[entry["dtype"]])
        tensors[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return metadata, tensors


def write(path, tensors):
    """A safetensors file of float tensors."""
    header, data = {}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().numpy().astype(TYPES["F32"]).tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def sequential(description):
    """The nn.Sequential of a chain, by the text that NetGen keeps in the file: a line for the input and each layer."""
    modules = []
    width = 0
    for line in description.splitlines():
        words, _, nodes = line.partition(" of ")
        match words.split():
            case ["input", size]:
                width = int(size)
                continue
            case ["loss", *_]:
                continue
            case ["dense", units, bias, "bias"]:
                module = nn.Linear(width, int(units), bias == "with")
                width = int(units)
            case ["activate", "LeakyReLU", slope]:
                module = nn.LeakyReLU(float(slope))
            case ["activate", "Softmax"]:
                module = nn.Softmax(dim=-1)
            case ["activate", name]:
                module = getattr(nn, name)()
            case ["dropout", rate]:
                module = nn.Dropout(float(rate))
            case _:
                sys.exit(f"'{line}' has no module here")
        if nodes != str(len(modules)):
            sys.exit(f"'{line}' does not continue a chain")
        modules.append(module)
    return nn.Sequential(*modules)


def predict(model, examples, outputs):
    metadata, tensors = read(model)
    network = sequential(metadata["netgen.network"]).eval()
    network.load_state_dict(tensors)
    with torch.no_grad():
        write(outputs, {"outputs": network(read(examples)[1]["inputs"])})


def train(model, examples):
    torch.manual_seed(1)
    network = nn.Sequential(
        nn.Linear(7, 17), nn.ReLU(), nn.Dropout(0.2), nn.Linear(17, 9, bias=False), nn.Tanh(), nn.Linear(9, 3), nn.Softmax(dim=-1))
    inputs = torch.randn(64, 7)
    labels = (inputs[:, 0] > 0).long() + (inputs[:, 1] > 0).long()
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-2)
    for _ in range(50):
        optimizer.zero_grad()
        nn.functional.nll_loss(torch.log(network(inputs)), labels).backward()
        optimizer.step()
    network.eval()
    write(model, network.state_dict())
    with torch.no_grad():
        write(examples, {"inputs": inputs, "outputs": network(inputs)})


if __name__ == "__main__":
    commands = {"predict": predict, "train": train}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
