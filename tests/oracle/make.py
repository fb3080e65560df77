#!/usr/bin/env python3
"""Writes the oracle files beside this script: small networks computed by PyTorch in double, with all gradients.

    apt-get install python3-torch && /usr/bin/python3 make.py

The format is netgen-oracle/1. A tensor is {"shape", "data"} in row-major order, integers with "dtype": "i32". With
"upstream" the loss is sum(upstream * output), otherwise it is the one that "attrs" names; "grads" are its derivatives
by every input and parameter. "tol" bounds |got - expected| <= atol + rtol * |expected|. The float bound is 10 times
what PyTorch's own float needs, and at least 2e-6. Inputs and parameters are multiples of 1/1024, so that float and
double start from the same numbers.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent
FLOAT_FLOOR = 2e-6
random = torch.Generator().manual_seed(20260)


def draw(*shape, scale=1.0):
    numbers = torch.randn(*shape, generator=random, dtype=torch.float64) * scale
    return (numbers * 1024).round() / 1024


def soft(rows, classes):
    """Target distributions whose entries are multiples of 1/1024 and sum to 1."""
    counts = (torch.softmax(draw(rows, classes), dim=1) * 1024).floor()
    counts[:, 0] += 1024 - counts.sum(dim=1)
    return counts / 1024


def tensor(value):
    integer = not value.is_floating_point()
    json_ = {"shape": list(value.shape), "data": value.reshape(-1).tolist()}
    return json_ | {"dtype": "i32"} if integer else json_


def run(compute, inputs, params, upstream, dtype):
    """Outputs, loss and gradients of one computation in a precision."""
    to = lambda tensors: {k: v.clone().to(dtype) if v.is_floating_point() else v for k, v in tensors.items()}
    inputs, params, upstream = to(inputs), to(params), to(upstream)
    leaves = {k: v.requires_grad_() for k, v in (inputs | params).items() if v.is_floating_point() and k != "target"}
    outputs, loss = compute(inputs, params)
    if upstream:
        loss = sum((upstream[k] * outputs[k]).sum() for k in upstream)
    loss.backward()
    return {k: v.detach() for k, v in outputs.items()}, loss.detach(), {k: v.grad for k, v in leaves.items()}


def write(group, id_, op, compute, inputs, params=None, upstream=None, **attrs):
    params, upstream = params or {}, upstream or {}
    double, single = (run(compute, inputs, params, upstream, dtype) for dtype in (torch.float64, torch.float32))

    # The least t with |single - double| <= t + t * |double| everywhere, times 10.
    pairs = list(zip([*single[0].values(), single[1], *single[2].values()], [*double[0].values(), double[1], *double[2].values()]))
    need = max(((s.double() - d).abs() / (1 + d.abs())).max().item() for s, d in pairs)
    tolerance = max(FLOAT_FLOOR, float(f"{10 * need:.0e}"))
    case = {
        "format": "netgen-oracle/1", "id": id_, "group": group, "op": op, "reference": f"torch {torch.__version__}",
        "attrs": attrs,
        "inputs": {k: tensor(v) for k, v in inputs.items()},
        "params": {k: tensor(v) for k, v in params.items()},
        "upstream": {k: tensor(v) for k, v in upstream.items()},
        "expected": {
            "outputs": {k: tensor(v) for k, v in double[0].items()},
            "loss": double[1].item(),
            "grads": {k: tensor(v) for k, v in double[2].items()},
        },
        "tol": {"f64": {"rtol": 1e-12, "atol": 1e-12}, "f32": {"rtol": tolerance, "atol": tolerance}},
    }
    (HERE / f"{id_}.json").write_text(json.dumps(case, separators=(",", ":")) + "\n", newline="\n")


ACTIVATIONS = {
    "identity": lambda z, slope: z,
    "sigmoid": lambda z, slope: torch.sigmoid(z),
    "tanh": lambda z, slope: torch.tanh(z),
    "relu": lambda z, slope: torch.relu(z),
    "leaky_relu": lambda z, slope: F.leaky_relu(z, slope),
    "softmax": lambda z, slope: torch.softmax(z, dim=1),
    "softplus": lambda z, slope: torch.logaddexp(z, torch.zeros_like(z)),
    "gelu_exact": lambda z, slope: F.gelu(z),
}

PROBABILITIES = {
    "half_se_batch_mean": lambda z: z,
    "mse_mean": lambda z: z,
    "sigmoid_bce": torch.sigmoid,
    "softmax_ce": lambda z: torch.softmax(z, dim=1),
}


def head_loss(head, z, target, reduction):
    if head == "half_se_batch_mean":
        rows = 0.5 * ((z - target) ** 2).sum(dim=1)
        return rows.mean() if reduction == "mean" else rows.sum()
    return {
        "mse_mean": F.mse_loss,
        "sigmoid_bce": F.binary_cross_entropy_with_logits,
        "softmax_ce": F.cross_entropy,
    }[head](z, target, reduction=reduction)


def activations(*names):
    edges = torch.tensor([[0.0, -0.0, 1e-3, -1e-3, 1.0, -1.0, 8.0, -8.0, 20.0, -20.0, 100.0, -100.0, 710.0, -710.0, 1e4, -1e4]]).double()
    edges = (edges * 1024).round() / 1024
    for name in names:
        for slope in (0.01, 0.0, 0.2, 0.9) if name == "leaky_relu" else (None,):
            suffix = name if slope is None else f"{name}_{slope}"
            attrs = {} if slope is None else {"negative_slope": slope}
            for label, x in (("", draw(3, 17, scale=2)), ("_edges", edges)):
                compute = lambda i, p, name=name, slope=slope: ({"y": ACTIVATIONS[name](i["x"], slope)}, None)
                write("activation", f"activation_{suffix}{label}", name, compute, {"x": x}, upstream={"y": draw(*x.shape)}, **attrs)


def dense():
    for rows, inputs, units, bias in ((1, 1, 1, True), (2, 3, 5, True), (3, 17, 33, True), (5, 7, 4, False), (4, 64, 16, True)):
        params = {"W": draw(units, inputs, scale=inputs ** -0.5)} | ({"b": draw(units)} if bias else {})
        compute = lambda i, p: ({"y": F.linear(i["x"], p["W"], p.get("b"))}, None)
        write("dense", f"dense_{rows}x{inputs}x{units}{'' if bias else '_nobias'}", "dense", compute,
              {"x": draw(rows, inputs)}, params, {"y": draw(rows, units)})


def perceptron(id_, dims, activations, head, target, reduction="mean", slope=0.01):
    params = {}
    for depth, (inputs, units) in enumerate(zip(dims, dims[1:]), 1):
        params |= {f"W{depth}": draw(units, inputs, scale=inputs ** -0.5), f"b{depth}": draw(units, scale=0.5)}

    def compute(i, p):
        a, outputs = i["x"], {}
        for depth in range(1, len(dims)):
            z = F.linear(a, p[f"W{depth}"], p[f"b{depth}"])
            outputs[f"z{depth}"] = z
            if depth < len(dims) - 1:
                a = ACTIVATIONS[activations[depth - 1]](z, slope)
                outputs[f"a{depth}"] = a
        outputs["probabilities"] = PROBABILITIES[head](z)
        return outputs, head_loss(head, z, i["target"], reduction)

    write("mlp", id_, "mlp", compute, {"x": draw(len(target), dims[0]), "target": target}, params,
          dims=dims, activations=activations, head=head, reduction=reduction, negative_slope=slope)


def perceptrons():
    labels = lambda rows, classes: torch.randint(0, classes, (rows,), generator=random)
    for reduction in ("mean", "sum"):
        perceptron(f"mlp_half_{reduction}", [3, 5, 2], ["tanh"], "half_se_batch_mean", draw(4, 2), reduction)
        perceptron(f"mlp_mse_{reduction}", [4, 9, 7, 3], ["relu", "sigmoid"], "mse_mean", draw(3, 3), reduction)
        perceptron(f"mlp_bce_{reduction}", [5, 8, 3], ["leaky_relu"], "sigmoid_bce", labels(6, 2).double().unsqueeze(1).repeat(1, 3), reduction)
        perceptron(f"mlp_bce_soft_{reduction}", [2, 4, 1], ["tanh"], "sigmoid_bce", soft(5, 2)[:, :1], reduction)
        perceptron(f"mlp_index_{reduction}", [6, 17, 4], ["relu"], "softmax_ce", labels(5, 4), reduction)
        perceptron(f"mlp_onehot_{reduction}", [6, 7, 4], ["sigmoid"], "softmax_ce", F.one_hot(labels(5, 4), 4).double(), reduction)
        perceptron(f"mlp_soft_{reduction}", [6, 7, 4], ["tanh"], "softmax_ce", soft(5, 4), reduction)
    perceptron("mlp_logistic_regression", [3, 1], [], "sigmoid_bce", labels(4, 2).double().unsqueeze(1))
    perceptron("mlp_softmax_regression", [4, 3], [], "softmax_ce", labels(7, 3))
    perceptron("mlp_leaky_slope", [3, 6, 5, 2], ["leaky_relu", "leaky_relu"], "mse_mean", draw(4, 2), slope=0.3)
    perceptron("mlp_deep", [3] + [6] * 19 + [2], ["tanh", "relu"] * 9 + ["tanh"], "softmax_ce", labels(3, 2))


def structures():
    write("structure", "structure_residual", "residual",
          lambda i, p: ({"y": i["x"] + F.linear(torch.tanh(F.linear(i["x"], p["W1"], p["b1"])), p["W2"], p["b2"])}, None),
          {"x": draw(3, 5)}, {"W1": draw(7, 5), "b1": draw(7), "W2": draw(5, 7), "b2": draw(5)}, {"y": draw(3, 5)})
    write("structure", "structure_concat", "concat",
          lambda i, p: ({"y": torch.cat([torch.tanh(i["x"] @ p["W1"].T), i["x"], torch.sigmoid(i["x"] @ p["W2"].T)], dim=1)}, None),
          {"x": draw(3, 4)}, {"W1": draw(5, 4), "W2": draw(2, 4)}, {"y": draw(3, 11)})


def convolutions():
    for id_, x, w, bias, stride, padding, dilation, groups in (
        ("conv1d_plain", (2, 3, 11), (5, 3, 4), True, (1,), (0,), (1,), 1),
        ("conv1d_strided_groups", (3, 4, 17), (6, 2, 3), True, (3,), (2,), (2,), 2),
        ("conv1d_depthwise_nobias", (2, 5, 9), (5, 1, 3), False, (1,), (1,), (1,), 5),
        ("conv2d_plain", (2, 3, 7, 6), (4, 3, 3, 3), True, (1, 1), (0, 0), (1, 1), 1),
        ("conv2d_strided_rectangle", (2, 2, 9, 11), (17, 2, 2, 5), True, (2, 3), (1, 2), (2, 1), 1),
        ("conv2d_depthwise", (2, 4, 6, 5), (8, 1, 3, 3), True, (1, 1), (1, 1), (1, 1), 4),
        ("conv2d_pointwise_nobias", (3, 7, 3, 3), (5, 7, 1, 1), False, (1, 1), (0, 0), (1, 1), 1),
    ):
        conv = F.conv1d if len(stride) == 1 else F.conv2d
        options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
        compute = lambda i, p, conv=conv, options=options: ({"y": conv(i["x"], p["W"], p.get("b"), **options)}, None)
        inputs = draw(*x)
        params = {"W": draw(*w, scale=0.5)} | ({"b": draw(w[0])} if bias else {})
        y = compute({"x": inputs}, params)[0]["y"]
        write("conv", id_, conv.__name__, compute, {"x": inputs}, params, {"y": draw(*y.shape)}, kernel=list(w[2:]), **options)


def transposed_convolutions():
    for id_, x, w, bias, stride, padding, output_padding, dilation, groups in (
        ("conv_transpose1d_plain", (2, 3, 7), (3, 5, 4), True, (1,), (0,), (0,), (1,), 1),
        ("conv_transpose1d_strided_groups", (3, 4, 6), (4, 3, 3), True, (3,), (2,), (1,), (2,), 2),
        ("conv_transpose1d_dilated_nobias", (2, 2, 5), (2, 3, 3), False, (2,), (1,), (2,), (4,), 1),
        ("conv_transpose2d_plain", (2, 3, 4, 5), (3, 4, 3, 3), True, (1, 1), (0, 0), (0, 0), (1, 1), 1),
        ("conv_transpose2d_strided_rectangle", (2, 2, 3, 4), (2, 17, 2, 5), True, (2, 3), (1, 2), (1, 0), (2, 1), 1),
        ("conv_transpose2d_depthwise", (2, 4, 5, 4), (4, 2, 3, 3), True, (2, 2), (1, 1), (1, 1), (1, 1), 4),
        ("conv_transpose2d_padded_far_nobias", (2, 3, 4, 6), (3, 2, 1, 2), False, (1, 2), (1, 3), (0, 1), (1, 1), 1),
    ):
        conv = F.conv_transpose1d if len(stride) == 1 else F.conv_transpose2d
        options = {"stride": stride, "padding": padding, "output_padding": output_padding, "dilation": dilation, "groups": groups}
        compute = lambda i, p, conv=conv, options=options: ({"y": conv(i["x"], p["W"], p.get("b"), **options)}, None)
        inputs = draw(*x)
        params = {"W": draw(*w, scale=0.5)} | ({"b": draw(w[1] * groups)} if bias else {})
        y = compute({"x": inputs}, params)[0]["y"]
        write("conv", id_, conv.__name__, compute, {"x": inputs}, params, {"y": draw(*y.shape)}, kernel=list(w[2:]), **options)


def attentions():
    """Self-attention over sequences of their own lengths: keys behind the length are masked, queries there are not."""
    for id_, steps, size, heads, lengths, causal in (
            ("attention_lengths", 5, 6, 2, [3, 5, 1, 4], False),
            ("attention_lengths_causal", 18, 8, 4, [17, 2, 18], True)):
        def compute(i, p):
            x = i["x"].transpose(0, 1)
            padding = torch.arange(steps)[None, :] >= i["lengths"][:, None]
            future = torch.ones(steps, steps, dtype=torch.bool).triu(1) if causal else None
            y, _ = F.multi_head_attention_forward(
                x, x, x, size, heads, p["in_proj_weight"], p["in_proj_bias"], None, None, False, 0.0,
                p["out_proj_weight"], p["out_proj_bias"], key_padding_mask=padding, attn_mask=future, need_weights=False)
            return {"y": y.transpose(0, 1)}, None
        inputs = {"x": draw(len(lengths), steps, size), "lengths": torch.tensor(lengths)}
        params = {"in_proj_weight": draw(3 * size, size, scale=0.5), "in_proj_bias": draw(3 * size, scale=0.5),
                  "out_proj_weight": draw(size, size, scale=0.5), "out_proj_bias": draw(size, scale=0.5)}
        write("attention", id_, "multihead_self_attention", compute, inputs, params, {"y": draw(len(lengths), steps, size)}, heads=heads, causal=causal)


def losses():
    """Binary cross-entropy of probabilities that no sigmoid gave, and logits far out."""
    p = (draw(4, 3).sigmoid() * 1022).round() / 1024 + 1 / 1024
    y = torch.randint(0, 2, (4, 3), generator=random).double()
    for reduction in ("mean", "sum"):
        write("loss", f"loss_bce_{reduction}", "bce",
              lambda i, _, r=reduction: ({}, F.binary_cross_entropy(i["prediction"], i["target"], reduction=r)),
              {"prediction": p, "target": y}, reduction=reduction)
    write("loss", "loss_bce_clamped", "bce",
          lambda i, _: ({}, F.binary_cross_entropy(i["prediction"], i["target"], reduction="sum")),
          {"prediction": torch.tensor([[0.0, 1.0, 0.0, 1.0]]).double(), "target": torch.tensor([[1.0, 0.0, 0.0, 1.0]]).double()}, reduction="sum")
    far = torch.tensor([[1e4, -1e4, 100.0], [-1e4, 1e4, 0.0]]).double()
    bits = torch.tensor([[0.0, 1.0, 0.0], [0.0, 1.0, 1.0]]).double()
    write("loss", "loss_bce_logits_far", "bce_with_logits",
          lambda i, _: ({}, F.binary_cross_entropy_with_logits(i["prediction"], i["target"])),
          {"prediction": far, "target": bits}, reduction="mean")
    write("loss", "loss_ce_far", "cross_entropy",
          lambda i, _: ({}, F.cross_entropy(i["prediction"], i["target"])),
          {"prediction": far, "target": torch.tensor([1, 1])}, reduction="mean")


if __name__ == "__main__":
    activations("identity", "sigmoid", "tanh", "relu", "leaky_relu", "softmax")
    for make in (dense, perceptrons, structures, losses):
        make()

    # What came later is drawn last, so that the files before it stay as they are.
    activations("softplus", "gelu_exact")
    convolutions()
    transposed_convolutions()
    attentions()
    files = sorted(HERE.glob("*.json"))
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files):,} bytes")
