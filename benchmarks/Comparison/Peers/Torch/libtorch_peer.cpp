// NetGen's comparison: libtorch, one flat parameter with a flat gradient, Adam by hand in blocks that stay in the cache.
// Its argument is the form. "hand", the fastest there is: forward and backward by hand into tensors made once, operators
// called without the dispatcher (at::cpu), of perceptrons. "autograd": the gradient by backward(), as one trains with
// libtorch, of every network that predicts row by row.
//
// Lines on stdin, one answer each on stdout:
//   version                  → text
//   prepare <id> <work> <rows> <threads> <order> <file>
//                            → ready, or failed <why>; work is row, batch or train; images lie channelsfirst or channelslast
//   measure <id> <calls>     → nanoseconds per call
//   latencies <id> <count>   → nanoseconds of each call
//   predict <id> <input …>   → output …
//   parameters <id> <file>   → done; all of them in canonical order, raw
//   drop <id>                → done

#include <ATen/ATen.h>
#include <ATen/CPUFunctions.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <c10/core/InferenceMode.h>
#include <dlfcn.h>
#include <torch/version.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using at::Tensor;
using std::vector;
using Clock = std::chrono::steady_clock;

struct Layer { std::string kind; vector<int64_t> sizes; };

// The file that prepare names. Lines: the shape of the input, every layer with its sizes, loss, rows, rate, and an
// empty one. Then floats: all parameters, the inputs [rows, …]; labels (int32) or targets [rows, outputs].
struct Problem {
    vector<int64_t> shape;
    vector<Layer> layers;
    vector<vector<int64_t>> tensors;
    bool linear = false;
    int64_t rows = 0, outputs = 0;
    double rate = 0;
    vector<float> parameters, inputs, targets;
    vector<int32_t> labels;

    explicit Problem(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        for (std::string line; std::getline(file, line) && !line.empty();) {
            std::istringstream words(line);
            std::string kind, loss;
            words >> kind;
            if (kind == "loss") { words >> loss; linear = loss != "crossentropy"; }
            else if (kind == "rows") words >> rows;
            else if (kind == "rate") words >> rate;
            else {
                vector<int64_t> sizes;
                for (int64_t size; words >> size;) sizes.push_back(size);
                if (kind == "input") shape = sizes; else layers.push_back({kind, sizes});
            }
        }
        vector<int64_t> given = shape;
        for (const Layer& layer : layers) given = output(layer, given);
        outputs = elements(given);
        int64_t length = 0;
        for (const vector<int64_t>& tensor : tensors) length += elements(tensor);
        auto read = [&](auto& values, int64_t count) {
            values.resize(count);
            file.read(reinterpret_cast<char*>(values.data()), count * 4);
        };
        read(parameters, length);
        read(inputs, rows * elements(shape));
        if (linear) read(targets, rows * outputs); else read(labels, rows);
        if (!file) throw std::runtime_error("the problem's file is too short");
    }

    static int64_t elements(const vector<int64_t>& shape) {
        int64_t product = 1;
        for (int64_t size : shape) product *= size;
        return product;
    }

    // The shape that a layer gives; lists what it learns.
    vector<int64_t> output(const Layer& layer, const vector<int64_t>& input) {
        const vector<int64_t>& s = layer.sizes;
        if (layer.kind == "dense") {
            tensors.insert(tensors.end(), {{s[0], input[0]}, {s[0]}});
            return s;
        }
        if (layer.kind == "conv") {
            tensors.insert(tensors.end(), {{s[0], input[0], s[1], s[2]}, {s[0]}});
            return {s[0], (input[1] + 2 * s[5] - s[1]) / s[3] + 1, (input[2] + 2 * s[6] - s[2]) / s[4] + 1};
        }
        if (layer.kind == "maxpool") return {input[0], (input[1] - s[0]) / s[2] + 1, (input[2] - s[1]) / s[3] + 1};
        if (layer.kind == "flatten") return {elements(input)};
        if (layer.kind == "relu" || layer.kind == "tanh" || layer.kind == "softmax") return input;
        throw std::runtime_error("no layer here is called " + layer.kind);
    }
};

// The layers up to the logits of a softmax, or all.
static Tensor logits(const Problem& problem, Tensor x, const vector<Tensor>& parameters) {
    auto next = parameters.begin();
    for (const Layer& layer : problem.layers) {
        const vector<int64_t>& s = layer.sizes;
        if (layer.kind == "dense") { x = at::linear(x, next[0], next[1]); next += 2; }
        else if (layer.kind == "conv") { x = at::conv2d(x, next[0], next[1], {s[3], s[4]}, {s[5], s[6]}); next += 2; }
        else if (layer.kind == "maxpool") x = at::max_pool2d(x, {s[0], s[1]}, {s[2], s[3]});
        else if (layer.kind == "flatten") x = at::flatten(x, 1);
        else if (layer.kind == "relu") x = at::relu(x);
        else if (layer.kind == "tanh") x = at::tanh(x);
    }
    return x;
}

class Run {
public:
    Run(const std::string& work, int64_t rows, int threads, bool channelsLast, const std::string& path, bool autograd)
        : problem(path), rows(rows), threads(threads), single(work == "row"), training(work == "train"), autograd(autograd), channelsLast(channelsLast) {
        if (work == "step") throw std::runtime_error("there are no steps here");
        length = static_cast<int64_t>(problem.parameters.size());
        theta = at::empty({length});
        views = slice(theta);
        const float* values = problem.parameters.data();
        for (Tensor& view : views) {
            view.copy_(at::from_blob(const_cast<float*>(values), view.sizes()));
            values += view.numel();
        }
        int64_t width = Problem::elements(problem.shape);
        vector<int64_t> shape = {rows};
        shape.insert(shape.end(), problem.shape.begin(), problem.shape.end());
        for (int64_t row = 0; row + rows <= problem.rows; row += rows) {
            Tensor batch = at::empty(shape);
            std::copy_n(problem.inputs.data() + row * width, batch.numel(), batch.data_ptr<float>());
            inputs.push_back(single ? batch.view({width}) : channelsLast ? batch.contiguous(at::MemoryFormat::ChannelsLast) : batch);
        }
        if (!autograd) prepareHand();
        if (training) prepareTraining();
    }

    void use() const { if (at::get_num_threads() != threads) at::set_num_threads(threads); }

    void call() {
        const Tensor& x = inputs[next];
        if (single) predictRow(x);
        else if (!training) predictBatch(x);
        else if (autograd) trainByAutograd(x);
        else train(x, targets[next]);
        if (++next == inputs.size()) next = 0;
    }

    vector<float> predict(const vector<float>& row) {
        at::NoGradGuard none;
        vector<int64_t> shape = {1};
        shape.insert(shape.end(), problem.shape.begin(), problem.shape.end());
        Tensor x = at::empty(shape);
        std::copy(row.begin(), row.end(), x.data_ptr<float>());
        x = logits(problem, x, views);
        if (!problem.linear) x = at::softmax(x, 1);
        return {x.data_ptr<float>(), x.data_ptr<float>() + x.numel()};
    }

    Tensor parameters() const {
        vector<Tensor> flat;
        for (const Tensor& view : views) flat.push_back(view.reshape({-1}));
        return at::cat(flat);
    }

private:
    // The tensors of all parameters, in canonical order, in one flat tensor.
    vector<Tensor> slice(const Tensor& flat) const {
        vector<Tensor> result;
        int64_t at = 0;
        for (const vector<int64_t>& s : problem.tensors) {
            Tensor part = flat.narrow(0, at, Problem::elements(s));
            at += part.numel();
            result.push_back(channelsLast && s.size() == 4 ? part.view({s[0], s[2], s[3], s[1]}).permute({0, 3, 1, 2}) : part.view(s));
        }
        return result;
    }

    // A perceptron's matrices and vectors, its layers' outputs and which activation is hidden.
    void prepareHand() {
        for (const Layer& layer : problem.layers) {
            if (layer.kind == "dense") layers++;
            else if (layer.kind == "tanh") tanh = true;
            else if (layer.kind != "relu" && layer.kind != "softmax") throw std::runtime_error("by hand there are perceptrons alone");
        }
        divide(views, W, b);
        for (Tensor& w : W) {
            Wt.push_back(w.t());
            z.push_back(single ? at::empty({w.size(0)}) : at::empty({rows, w.size(0)}));
        }
        output = at::empty_like(z.back());
    }

    static void divide(const vector<Tensor>& tensors, vector<Tensor>& matrices, vector<Tensor>& vectors) {
        for (size_t i = 0; i < tensors.size(); i += 2) {
            matrices.push_back(tensors[i]);
            vectors.push_back(tensors[i + 1]);
        }
    }

    void activate(Tensor& x) const {
        if (tanh) at::cpu::tanh_(x); else at::cpu::relu_(x);
    }

    void predictRow(const Tensor& input) {
        const Tensor* x = &input;
        for (int i = 0; i < layers; i++) {
            at::cpu::addmv_out(z[i], b[i], W[i], *x);
            if (i + 1 < layers) activate(z[i]);
            x = &z[i];
        }
        if (!problem.linear) at::cpu::_softmax_out(output, z.back(), 0, false);
    }

    // After it, z holds the activations of the hidden layers and the last layer's own output.
    void forward(const Tensor& input) {
        const Tensor* x = &input;
        for (int i = 0; i < layers; i++) {
            at::cpu::addmm_out(z[i], b[i], *x, Wt[i]);
            if (i + 1 < layers) activate(z[i]);
            x = &z[i];
        }
    }

    void predictBatch(const Tensor& input) {
        forward(input);
        if (!problem.linear) at::cpu::_softmax_out(output, z.back(), 1, false);
    }

    void prepareTraining() {
        gradient = at::zeros({length});
        first = at::zeros({length});
        second = at::zeros({length});
        // What a core's cache holds, for every thread: operators split their work from 32768 elements on.
        int64_t block = 32768 * static_cast<int64_t>(threads);
        denominator = at::empty({std::min(length, block)});
        decay = at::scalar_tensor(0.999f);
        epsilon = at::scalar_tensor(0.0f);
        for (int64_t at = 0; at < length; at += block) {
            int64_t size = std::min(block, length - at);
            blocks.push_back({theta.narrow(0, at, size), gradient.narrow(0, at, size), first.narrow(0, at, size),
                second.narrow(0, at, size), denominator.narrow(0, 0, size)});
        }
        for (size_t batch = 0; batch < inputs.size(); batch++) targets.push_back(target(static_cast<int64_t>(batch) * rows));
        if (autograd) prepareAutograd(); else prepareTrainingByHand();
    }

    // Targets [rows, outputs], labels [rows]; by hand the gradient of cross-entropy with respect to log ŷ, −y / rows,
    // which also weighs the loss.
    Tensor target(int64_t row) const {
        if (!problem.linear && autograd) {
            Tensor labels = at::empty({rows}, at::kLong);
            std::copy_n(problem.labels.data() + row, rows, labels.data_ptr<int64_t>());
            return labels;
        }
        Tensor target = at::zeros({rows, problem.outputs});
        float* values = target.data_ptr<float>();
        if (problem.linear) std::copy_n(problem.targets.data() + row * problem.outputs, target.numel(), values);
        else for (int64_t i = 0; i < rows; i++) values[i * problem.outputs + problem.labels[row + i]] = -1.0f / static_cast<float>(rows);
        return target;
    }

    void prepareTrainingByHand() {
        divide(slice(gradient), dW, db);
        ones = at::ones({rows});
        slope = at::scalar_tensor(2.0f / static_cast<float>(z.back().numel()));
        for (Tensor& value : z) {
            dz.push_back(at::empty_like(value));
            dzt.push_back(dz.back().t());
        }
        flatOutput = output.view({-1});
        for (Tensor& target : targets) flatTargets.push_back(target.view({-1}));
        flatDelta = dz.back().view({-1});
    }

    // Leaves that look into the flat parameter and gather their gradients in the flat one.
    void prepareAutograd() {
        vector<Tensor> slopes = slice(gradient);
        for (size_t i = 0; i < views.size(); i++) {
            leaves.push_back(views[i].detach().requires_grad_(true));
            leaves.back().mutable_grad() = slopes[i];
        }
    }

    void trainByAutograd(const Tensor& input) {
        gradient.zero_();
        Tensor x = logits(problem, input, leaves);
        Tensor cost = problem.linear ? at::mse_loss(x, targets[next]) : at::cross_entropy_loss(x, targets[next]);
        cost.backward();
        loss = cost.data_ptr<float>()[0];
        adam();
    }

    void train(const Tensor& input, const Tensor& target) {
        forward(input);
        int last = layers - 1;
        if (problem.linear) {
            at::cpu::sub_out(dz[last], z[last], target);
            loss = at::cpu::dot(flatDelta, flatDelta).data_ptr<float>()[0] / static_cast<float>(flatDelta.numel());
            at::cpu::mul_(dz[last], slope);
        } else {
            at::cpu::_log_softmax_out(output, z[last], 1, false);
            loss = at::cpu::dot(flatOutput, flatTargets[next]).data_ptr<float>()[0];
            at::cpu::_log_softmax_backward_data_out(dz[last], target, output, 1, at::kFloat);
        }
        for (int i = last; i >= 0; i--) {
            at::cpu::mm_out(dW[i], dzt[i], i == 0 ? input : z[i - 1]);
            at::cpu::addmv_out(db[i], db[i], dzt[i], ones, 0);
            if (i == 0) break;
            at::cpu::mm_out(dz[i - 1], dz[i], W[i]);
            if (tanh) at::cpu::tanh_backward_out(dz[i - 1], dz[i - 1], z[i - 1]);
            else at::cpu::threshold_backward_out(dz[i - 1], dz[i - 1], z[i - 1], 0);
        }
        adam();
    }

    // Adam in six passes, M = m / (1 − β₁) and V = v / (1 − β₂), its corrections moved to two numbers:
    // M ← β₁M + g, V ← β₂V + g², θ ← θ − rate · M / (√V + ε').
    void adam() {
        constexpr double beta1 = 0.9, beta2 = 0.999;
        steps++;
        double scale = std::sqrt((1 - std::pow(beta2, steps)) / (1 - beta2));
        double rate = problem.rate * scale * (1 - beta1) / (1 - std::pow(beta1, steps));
        epsilon.data_ptr<float>()[0] = static_cast<float>(1e-8 * scale);
        for (Piece& piece : blocks) {
            at::cpu::add_out(piece.first, piece.gradient, piece.first, beta1);
            at::cpu::mul_(piece.second, decay);
            at::cpu::addcmul_(piece.second, piece.gradient, piece.gradient);
            at::cpu::sqrt_out(piece.denominator, piece.second);
            at::cpu::add_(piece.denominator, epsilon);
            at::cpu::addcdiv_(piece.theta, piece.first, piece.denominator, -rate);
        }
    }

    struct Piece { Tensor theta, gradient, first, second, denominator; };

    Problem problem;
    int64_t rows, length = 0, steps = 0;
    int threads;
    int layers = 0;
    bool single, training, autograd, channelsLast, tanh = false;
    size_t next = 0;
    float loss = 0;
    Tensor theta, gradient, first, second, denominator, ones, decay, epsilon, slope, output, flatOutput, flatDelta;
    vector<Tensor> views, W, Wt, b, dW, db, z, dz, dzt, inputs, targets, flatTargets, leaves;
    vector<Piece> blocks;
};

static double since(Clock::time_point start) {
    return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

static std::string capability() {
    std::string config = at::show_config(), before = "CPU capability usage: ";
    size_t start = config.find(before);
    if (start == std::string::npos) return "unknown";
    start += before.size();
    return config.substr(start, config.find('\n', start) - start);
}

static std::string blas() {
    auto config = reinterpret_cast<char* (*)()>(dlsym(RTLD_DEFAULT, "openblas_get_config"));
    return config ? std::string(", ") + config() : "";
}

int main(int count, char** arguments) {
    bool autograd = count > 1 && std::string(arguments[1]) == "autograd";
    c10::InferenceMode inference(!autograd);
    at::globalContext().setFlushDenormal(true);
    std::map<std::string, std::unique_ptr<Run>> runs;
    std::string line;
    std::cout.precision(9);
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string verb, id;
        words >> verb >> id;
        try {
            if (verb == "version") {
                std::cout << TORCH_VERSION << " (" << capability() << " kernels)" << blas();
            } else if (verb == "prepare") {
                std::string work, order, path;
                int64_t rows;
                int threads;
                words >> work >> rows >> threads >> order >> std::ws;
                std::getline(words, path);
                at::set_num_threads(threads);
                runs[id] = std::make_unique<Run>(work, rows, threads, order == "channelslast", path, autograd);
                std::cout << "ready";
            } else if (verb == "drop") {
                runs.erase(id);
                std::cout << "done";
            } else {
                Run& run = *runs.at(id);
                run.use();
                if (verb == "measure") {
                    int calls;
                    words >> calls;
                    Clock::time_point start = Clock::now();
                    for (int i = 0; i < calls; i++) run.call();
                    std::cout << since(start) / calls;
                } else if (verb == "latencies") {
                    int count;
                    words >> count;
                    vector<double> each(count);
                    for (double& nanoseconds : each) {
                        Clock::time_point start = Clock::now();
                        run.call();
                        nanoseconds = since(start);
                    }
                    for (double nanoseconds : each) std::cout << static_cast<int64_t>(nanoseconds) << ' ';
                } else if (verb == "predict") {
                    vector<float> row;
                    for (float value; words >> value;) row.push_back(value);
                    for (float value : run.predict(row)) std::cout << value << ' ';
                } else if (verb == "parameters") {
                    std::string path;
                    words >> std::ws;
                    std::getline(words, path);
                    Tensor all = run.parameters();
                    std::ofstream file(path, std::ios::binary);
                    file.write(reinterpret_cast<const char*>(all.data_ptr<float>()), all.numel() * 4);
                    if (!file.flush()) throw std::runtime_error("cannot write " + path);
                    std::cout << "done";
                } else {
                    throw std::runtime_error("unknown verb");
                }
            }
        } catch (const std::exception& error) {
            std::string text = error.what();
            std::cout << "failed " << text.substr(0, text.find('\n'));
        }
        std::cout << std::endl;
    }
}
