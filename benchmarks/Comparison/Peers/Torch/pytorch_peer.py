"""NetGen's comparison: PyTorch, eager as one writes it, and by hand, the form that is fastest from Python.

Lines on stdin, one answer each on stdout:
  version                  -> text
  prepare <id> <work> <rows> <threads> <order> <file>
                           -> ready, or failed <why>; work is row, batch, train or step; images lie channelsfirst or channelslast
  measure <id> <calls>     -> nanoseconds per call
  latencies <id> <count>   -> nanoseconds of each call
  predict <id> <input ...> -> output ...
  parameters <id> <file>   -> done; all of them in canonical order, raw
  drop <id>                -> done
The one argument is the form, eager or hand.
"""

import gc
import sys
from ctypes import CDLL, c_char_p
from itertools import accumulate
from math import prod
from time import perf_counter_ns

import torch


class Problem:
    """The file that prepare names. Lines: the shape of the input, every layer with its sizes, loss, rows, rate, and an
    empty one. Then float32: all parameters, the inputs [rows, ...]; labels (int32) or targets [rows, outputs]."""

    def __init__(self, path):
        self.layers = []
        with open(path, "rb") as file:
            while line := file.readline().decode().split():
                kind, *words = line
                if kind == "input":
                    self.shape = [int(word) for word in words]
                elif kind == "loss":
                    self.loss = words[0]
                elif kind == "rows":
                    self.rows = int(words[0])
                elif kind == "rate":
                    self.rate = float(words[0])
                else:
                    self.layers.append((kind, [int(word) for word in words]))
            self.values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)

    def divide(self, length):
        """Parameters, inputs and targets, where there are so many parameters."""
        inputs = length + self.rows * prod(self.shape)
        rest = self.values[inputs:].clone()
        labelled = self.loss == "crossentropy"
        targets = rest.view(torch.int32).long() if labelled else rest.view(self.rows, -1) if self.loss != "none" else None
        return self.values[:length].clone(), self.values[length:inputs].clone().view(self.rows, *self.shape), targets


def module(kind, sizes, shape):
    """The module of a layer that takes a shape, and the shape it gives."""
    if kind == "dense":
        return torch.nn.Linear(shape[0], sizes[0]), sizes
    if kind == "conv":
        channels, kernel, stride, padding = sizes[0], sizes[1:3], sizes[3:5], sizes[5:7]
        outputs = [(n + 2 * p - k) // s + 1 for n, p, k, s in zip(shape[1:], padding, kernel, stride)]
        return torch.nn.Conv2d(shape[0], channels, kernel, stride, padding), [channels, *outputs]
    if kind == "maxpool":
        kernel, stride = sizes[:2], sizes[2:4]
        return torch.nn.MaxPool2d(kernel, stride), [shape[0], *((n - k) // s + 1 for n, k, s in zip(shape[1:], kernel, stride))]
    if kind == "flatten":
        return torch.nn.Flatten(), [prod(shape)]
    return {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh, "softmax": lambda: torch.nn.Softmax(-1)}[kind](), shape


def fill(modules, values):
    at = 0
    for parameter in modules.parameters():
        parameter.data.copy_(values[at : at + parameter.numel()].view(parameter.shape))
        at += parameter.numel()


class Eager:
    """nn.Sequential, the loss module and torch.optim.Adam in its foreach form."""

    def __init__(self, problem, work, rows, order):
        modules, shape = [], problem.shape
        for kind, sizes in problem.layers:
            made, shape = module(kind, sizes, shape)
            modules.append(made)
        self.network = torch.nn.Sequential(*modules)
        length = sum(parameter.numel() for parameter in self.network.parameters())
        parameters, inputs, targets = problem.divide(length)
        fill(self.network, parameters)
        self.shape = problem.shape
        if order == "channelslast":
            self.network.to(memory_format=torch.channels_last)
            self.inputs = [batch.contiguous(memory_format=torch.channels_last) for batch in inputs.split(rows)]
        else:
            self.inputs = inputs.split(rows)
        labelled = problem.loss == "crossentropy"
        self.logits = self.network[:-1] if labelled else self.network
        if work == "train":
            self.targets = targets.split(rows)
            self.loss = torch.nn.CrossEntropyLoss() if labelled else torch.nn.MSELoss()
            self.optimizer = torch.optim.Adam(self.logits.parameters(), problem.rate, foreach=True)
            self.calls = self.train
        else:
            self.calls = self.predict
        self.next = 0

    def train(self, count):
        inputs, targets, network, loss, optimizer = self.inputs, self.targets, self.logits, self.loss, self.optimizer
        for step in range(self.next, self.next + count):
            at = step % len(inputs)
            optimizer.zero_grad(set_to_none=True)
            loss(network(inputs[at]), targets[at]).backward()
            optimizer.step()
        self.next += count

    def predict(self, count):
        inputs, network = self.inputs, self.network
        with torch.inference_mode():
            for call in range(self.next, self.next + count):
                network(inputs[call % len(inputs)])
        self.next += count

    def output(self, row):
        with torch.inference_mode():
            return self.network(row.view(1, *self.shape)).view(-1)

    def parameters(self):
        return torch.cat([parameter.detach().reshape(-1) for parameter in self.logits.parameters()])


class EagerStep:
    """nn.GRUCell, its state carried from call to call."""

    def __init__(self, problem, work, rows, order):
        ((kind, (units,)),) = problem.layers
        if kind != "gru":
            raise ValueError("steps are of a GRU")
        features = problem.shape[1]
        self.cell = torch.nn.GRUCell(features, units)
        parameters, inputs, _ = problem.divide(sum(parameter.numel() for parameter in self.cell.parameters()))
        fill(self.cell, parameters)
        self.inputs = inputs.view(-1, 1, features).unbind()
        self.state = torch.zeros(1, units)
        self.next = 0

    def calls(self, count):
        inputs, cell, state = self.inputs, self.cell, self.state
        with torch.inference_mode():
            for call in range(self.next, self.next + count):
                state = cell(inputs[call % len(inputs)], state)
        self.state = state
        self.next += count

    def output(self, row):
        state, states = torch.zeros_like(self.state), []
        with torch.inference_mode():
            for x in row.view(-1, 1, self.cell.input_size).unbind():
                state = self.cell(x, state)
                states.append(state.view(-1))
            return torch.cat(states)


class Hand:
    """A perceptron by hand on one flat parameter, into tensors made once."""

    def __init__(self, problem, work, rows, order):
        self.rows, self.rate = rows, problem.rate
        self.sizes = problem.shape + [sizes[0] for kind, sizes in problem.layers if kind == "dense"]
        self.tanh, self.linear = ("tanh", []) in problem.layers, problem.loss != "crossentropy"
        self.theta, inputs, targets = problem.divide(sum((n + 1) * m for n, m in zip(self.sizes, self.sizes[1:])))
        self.weights, self.biases = zip(*self.layers(self.theta))
        self.inputs = inputs.split(rows) if work != "row" else list(inputs)
        shape = () if work == "row" else (rows,)
        self.z = [torch.empty(*shape, size) for size in self.sizes[1:]]
        self.softmax = torch.empty_like(self.z[-1])
        self.next = 0
        if work == "train":
            self.prepare_training(targets)
        self.calls = {"row": self.predict_row, "batch": self.predict_batch, "train": self.train}[work]

    def layers(self, flat):
        """W and b of every layer as views of a flat tensor."""
        shapes = list(zip(self.sizes, self.sizes[1:]))
        starts = accumulate(((n + 1) * m for n, m in shapes), initial=0)
        return [
            (flat[at : at + n * m].view(m, n), flat[at + n * m : at + (n + 1) * m]) for (n, m), at in zip(shapes, starts)
        ]

    def prepare_training(self, targets):
        self.gradient, self.first, self.second, self.denominator = (torch.zeros_like(self.theta) for _ in range(4))
        self.steps = 0
        self.ones = torch.ones(self.rows)
        self.dz = [torch.empty_like(z) for z in self.z]
        if not self.linear:
            # The gradient with respect to log ŷ, -y / rows, which also weighs the loss.
            targets = torch.nn.functional.one_hot(targets, self.sizes[-1]).float().div_(-self.rows)
        self.targets = targets.split(self.rows)
        dweights, dbiases = zip(*self.layers(self.gradient))
        before = [None, *self.z[:-1]]
        self.forward = [(W.t(), b, z) for W, b, z in zip(self.weights, self.biases, self.z)]
        self.backward = list(zip(self.weights, dweights, dbiases, self.dz, [d.t() for d in self.dz], before, [None, *self.dz[:-1]]))[::-1]

    def predict_row(self, count):
        addmv, inputs, z = torch.addmv, self.inputs, self.z
        activate = torch.tanh_ if self.tanh else torch.relu_
        hidden, last = list(zip(self.biases, self.weights, z))[:-1], (self.biases[-1], self.weights[-1])
        linear, softmax, output = self.linear, torch._softmax, self.softmax
        for call in range(self.next, self.next + count):
            x = inputs[call % len(inputs)]
            for b, W, out in hidden:
                x = activate(addmv(b, W, x, out=out))
            x = addmv(*last, x, out=z[-1])
            if not linear:
                softmax(x, 0, False, out=output)
        self.next += count

    def predict_batch(self, count):
        addmm, inputs, z = torch.addmm, self.inputs, self.z
        activate = torch.tanh_ if self.tanh else torch.relu_
        turned = [W.t() for W in self.weights]
        hidden, last = list(zip(self.biases, turned, z))[:-1], (self.biases[-1], turned[-1])
        linear, softmax, output = self.linear, torch._softmax, self.softmax
        for call in range(self.next, self.next + count):
            x = inputs[call % len(inputs)]
            for b, W, out in hidden:
                x = activate(addmm(b, x, W, out=out))
            x = addmm(last[0], x, last[1], out=z[-1])
            if not linear:
                softmax(x, 1, False, out=output)
        self.next += count

    def train(self, count):
        addmm, mm, addmv = torch.addmm, torch.mm, torch.addmv
        tanh = self.tanh
        activate = torch.tanh_ if tanh else torch.relu_
        slope = torch.ops.aten.tanh_backward.grad_input if tanh else torch.ops.aten.threshold_backward.grad_input
        log_softmax, log_softmax_slope = torch._log_softmax, torch._log_softmax_backward_data
        inputs, targets, forward, backward, ones = self.inputs, self.targets, self.forward, self.backward, self.ones
        theta, gradient, first, second, denominator = self.theta, self.gradient, self.first, self.second, self.denominator
        last, delta, output = self.z[-1], self.dz[-1], self.softmax
        delta_flat, output_flat = delta.view(-1), output.view(-1)
        for step in range(self.next, self.next + count):
            at = step % len(inputs)
            x = inputs[at]
            for W, b, z in forward:
                x = addmm(b, x, W, out=z)
                if z is not last:
                    activate(x)
            if self.linear:
                torch.sub(last, targets[at], out=delta)
                self.loss = delta_flat.dot(delta_flat)
                delta.mul_(2 / delta.numel())
            else:
                log_softmax(last, 1, False, out=output)
                self.loss = output_flat.dot(targets[at].view(-1))
                log_softmax_slope(targets[at], output, 1, torch.float32, out=delta)
            for W, dW, db, dz, turned, before, dbefore in backward:
                mm(turned, inputs[at] if before is None else before, out=dW)
                addmv(db, turned, ones, beta=0, out=db)
                if before is not None:
                    mm(dz, W, out=dbefore)
                    if tanh:
                        slope(dbefore, before, grad_input=dbefore)
                    else:
                        slope(dbefore, before, 0, grad_input=dbefore)

            # Adam, M = m / (1 - b1) and V = v / (1 - b2), its corrections moved to two numbers.
            self.steps += 1
            scale = ((1 - 0.999**self.steps) / 0.001) ** 0.5
            torch.add(gradient, first, alpha=0.9, out=first)
            second.mul_(0.999).addcmul_(gradient, gradient)
            torch.sqrt(second, out=denominator)
            denominator.add_(1e-8 * scale)
            theta.addcdiv_(first, denominator, value=-self.rate * scale * 0.1 / (1 - 0.9**self.steps))
        self.next += count

    def output(self, row):
        for index, (W, b) in enumerate(zip(self.weights, self.biases)):
            row = torch.addmv(b, W, row)
            if index + 1 < len(self.weights):
                row = row.tanh() if self.tanh else row.relu()
        return row if self.linear else row.softmax(0)

    def parameters(self):
        return self.theta


def blas():
    try:
        config = CDLL("libopenblas.so.0").openblas_get_config
        config.restype = c_char_p
        return ", " + config().decode()
    except (OSError, AttributeError):
        return ""


def capability():
    for line in torch.__config__.show().splitlines():
        if "CPU capability usage" in line:
            return line.split(": ")[1]
    return "unknown"


def answer(words, form, runs):
    verb, *arguments = words
    if verb == "version":
        return f"{torch.__version__} ({capability()} kernels){blas()}"
    name = arguments[0]
    if verb == "prepare":
        work, rows, threads, order, path = arguments[1:]
        torch.set_num_threads(int(threads))
        made = EagerStep if work == "step" else form
        runs[name] = (made(Problem(path), work, int(rows), order), int(threads))
        return "ready"
    if verb == "drop":
        del runs[name]
        return "done"
    run, threads = runs[name]
    if torch.get_num_threads() != threads:
        torch.set_num_threads(threads)
    if verb == "measure":
        calls = int(arguments[1])
        start = perf_counter_ns()
        run.calls(calls)
        return str((perf_counter_ns() - start) / calls)
    if verb == "latencies":
        times = []
        for _ in range(int(arguments[1])):
            start = perf_counter_ns()
            run.calls(1)
            times.append(perf_counter_ns() - start)
        return " ".join(map(str, times))
    if verb == "predict":
        return " ".join(map(repr, run.output(torch.tensor([float(word) for word in arguments[1:]])).tolist()))
    if verb == "parameters":
        with open(arguments[1], "wb") as file:
            file.write(run.parameters().numpy().tobytes())
        return "done"
    raise ValueError("unknown verb")


def main():
    form = {"eager": Eager, "hand": Hand}[sys.argv[1]]
    torch.set_flush_denormal(True)
    gc.disable()
    runs = {}
    with torch.inference_mode(form is Hand):
        for line in sys.stdin:
            try:
                reply = answer(line.rstrip("\n").split(" ", 6 if line.startswith("prepare") else -1), form, runs)
            except Exception as error:  # every failure is an answer
                reply = "failed " + repr(error).replace("\n", " ")
            print(reply, flush=True)


main()
