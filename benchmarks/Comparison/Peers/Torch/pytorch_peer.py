"""NetGen's comparison: PyTorch, eager as one writes it, and by hand, the form that is fastest from Python.

Lines on stdin, one answer each on stdout:
  version                                     -> text
  prepare <id> <work> <rows> <threads> <file> -> ready, or failed <why>; work is row, batch or train
  measure <id> <calls>                        -> nanoseconds per call
  latencies <id> <count>                      -> nanoseconds of each call
  predict <id> <input ...>                    -> output ...
  parameters <id> <file>                      -> done; W and b of every layer in turn, raw
  drop <id>                                   -> done
The one argument is the form, eager or hand.
"""

import gc
import struct
import sys
from ctypes import CDLL, c_char_p
from itertools import accumulate
from time import perf_counter_ns

import torch


class Problem:
    """The file that prepare names: int32 layers, sizes, hidden (0 ReLU, 1 tanh), output (0 softmax, 1 linear), rows,
    double learning rate; W and b of every layer, the inputs [rows, inputs]; labels (int32) or targets [rows, outputs]."""

    def __init__(self, path):
        with open(path, "rb") as file:
            (layers,) = struct.unpack("<i", file.read(4))
            *self.sizes, hidden, output, self.rows, self.rate = struct.unpack(f"<{layers + 4}id", file.read(4 * layers + 24))
            values = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
        self.tanh, self.linear = hidden == 1, output == 1
        shapes = list(zip(self.sizes, self.sizes[1:]))
        length = sum((n + 1) * m for n, m in shapes)
        inputs = self.rows * self.sizes[0]
        self.parameters = values[:length].clone()
        self.inputs = values[length : length + inputs].clone().view(self.rows, -1)
        rest = values[length + inputs :].clone()
        self.targets = rest.view(self.rows, -1) if self.linear else rest.view(torch.int32).long()

    def layers(self, flat):
        """W and b of every layer as views of a flat tensor."""
        shapes = list(zip(self.sizes, self.sizes[1:]))
        starts = accumulate(((n + 1) * m for n, m in shapes), initial=0)
        return [
            (flat[at : at + n * m].view(m, n), flat[at + n * m : at + (n + 1) * m]) for (n, m), at in zip(shapes, starts)
        ]


class Eager:
    """nn.Sequential, the loss module and torch.optim.Adam in its foreach form."""

    def __init__(self, problem, work, rows):
        modules = []
        for weights, bias in problem.layers(problem.parameters):
            linear = torch.nn.Linear(weights.shape[1], weights.shape[0])
            linear.weight.data.copy_(weights)
            linear.bias.data.copy_(bias)
            modules += [linear, torch.nn.Tanh() if problem.tanh else torch.nn.ReLU()]
        self.logits = torch.nn.Sequential(*modules[:-1])
        self.network = self.logits if problem.linear else torch.nn.Sequential(self.logits, torch.nn.Softmax(-1))
        self.inputs = problem.inputs.split(rows)
        if work == "train":
            self.targets = problem.targets.split(rows)
            self.loss = torch.nn.MSELoss() if problem.linear else torch.nn.CrossEntropyLoss()
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
            return self.network(row.view(1, -1)).view(-1)

    def parameters(self):
        return torch.cat([parameter.detach().reshape(-1) for parameter in self.logits.parameters()])


class Hand:
    """By hand on one flat parameter, into tensors made once."""

    def __init__(self, problem, work, rows):
        self.problem, self.rows = problem, rows
        self.theta = problem.parameters.clone()
        self.weights, self.biases = zip(*problem.layers(self.theta))
        self.inputs = problem.inputs.split(rows) if work != "row" else list(problem.inputs)
        shape = () if work == "row" else (rows,)
        self.z = [torch.empty(*shape, size) for size in problem.sizes[1:]]
        self.softmax = torch.empty_like(self.z[-1])
        self.next = 0
        if work == "train":
            self.prepare_training(problem)
        self.calls = {"row": self.predict_row, "batch": self.predict_batch, "train": self.train}[work]

    def prepare_training(self, problem):
        self.gradient, self.first, self.second, self.denominator = (torch.zeros_like(self.theta) for _ in range(4))
        self.steps = 0
        self.ones = torch.ones(self.rows)
        self.dz = [torch.empty_like(z) for z in self.z]
        targets = problem.targets
        if not problem.linear:
            # The gradient with respect to log ŷ, -y / rows, which also weighs the loss.
            targets = torch.nn.functional.one_hot(targets, problem.sizes[-1]).float().div_(-self.rows)
        self.targets = targets.split(self.rows)
        dweights, dbiases = zip(*problem.layers(self.gradient))
        before = [None, *self.z[:-1]]
        self.forward = [(W.t(), b, z) for W, b, z in zip(self.weights, self.biases, self.z)]
        self.backward = list(zip(self.weights, dweights, dbiases, self.dz, [d.t() for d in self.dz], before, [None, *self.dz[:-1]]))[::-1]

    def predict_row(self, count):
        addmv, inputs, z = torch.addmv, self.inputs, self.z
        activate = torch.tanh_ if self.problem.tanh else torch.relu_
        hidden, last = list(zip(self.biases, self.weights, z))[:-1], (self.biases[-1], self.weights[-1])
        linear, softmax, output = self.problem.linear, torch._softmax, self.softmax
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
        activate = torch.tanh_ if self.problem.tanh else torch.relu_
        turned = [W.t() for W in self.weights]
        hidden, last = list(zip(self.biases, turned, z))[:-1], (self.biases[-1], turned[-1])
        linear, softmax, output = self.problem.linear, torch._softmax, self.softmax
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
        tanh = self.problem.tanh
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
            if self.problem.linear:
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
            theta.addcdiv_(first, denominator, value=-self.problem.rate * scale * 0.1 / (1 - 0.9**self.steps))
        self.next += count

    def output(self, row):
        for index, (W, b) in enumerate(zip(self.weights, self.biases)):
            row = torch.addmv(b, W, row)
            if index + 1 < len(self.weights):
                row = row.tanh() if self.problem.tanh else row.relu()
        return row if self.problem.linear else row.softmax(0)

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
        work, rows, threads, path = arguments[1:]
        torch.set_num_threads(int(threads))
        runs[name] = (form(Problem(path), work, int(rows)), int(threads))
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
                reply = answer(line.rstrip("\n").split(" ", 5 if line.startswith("prepare") else -1), form, runs)
            except Exception as error:  # every failure is an answer
                reply = "failed " + repr(error).replace("\n", " ")
            print(reply, flush=True)


main()
