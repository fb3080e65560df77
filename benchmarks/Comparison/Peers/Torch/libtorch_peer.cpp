// NetGen's comparison: libtorch, one flat parameter with a flat gradient, Adam by hand in blocks that stay in the cache.
// Its argument is the form. "hand", the fastest there is: forward and backward by hand into tensors made once, operators
// called without the dispatcher (at::cpu). "autograd": the gradient by backward(), as one trains with libtorch.
//
// Lines on stdin, one answer each on stdout:
//   version                                    → text
//   prepare <id> <work> <rows> <threads> <file> → ready, or failed <why>; work is row, batch or train
//   measure <id> <calls>                       → nanoseconds per call
//   latencies <id> <count>                     → nanoseconds of each call
//   predict <id> <input …>                     → output …
//   parameters <id> <file>                     → done; W and b of every layer in turn, raw
//   drop <id>                                  → done

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
#include <tuple>
#include <vector>

using at::Tensor;
using std::vector;
using Clock = std::chrono::steady_clock;

// The file that prepare names: int32 layers, sizes, hidden (0 ReLU, 1 tanh), output (0 softmax, 1 linear), rows,
// double learning rate; W and b of every layer, the inputs [rows, inputs]; labels (int32) or targets [rows, outputs].
struct Problem {
    vector<int64_t> sizes;
    bool tanh = false, linear = false;
    int64_t rows = 0;
    double rate = 0;
    vector<float> parameters, inputs, targets;
    vector<int32_t> labels;

    explicit Problem(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        auto integer = [&] { int32_t value = 0; file.read(reinterpret_cast<char*>(&value), 4); return value; };
        auto read = [&](auto& values, int64_t count) {
            values.resize(count);
            file.read(reinterpret_cast<char*>(values.data()), count * 4);
        };
        int layers = integer();
        for (int i = 0; i <= layers; i++) sizes.push_back(integer());
        tanh = integer() == 1;
        linear = integer() == 1;
        rows = integer();
        file.read(reinterpret_cast<char*>(&rate), 8);
        int64_t length = 0;
        for (int i = 0; i < layers; i++) length += (sizes[i] + 1) * sizes[i + 1];
        read(parameters, length);
        read(inputs, rows * sizes.front());
        if (linear) read(targets, rows * sizes.back()); else read(labels, rows);
        if (!file) throw std::runtime_error("the problem's file is too short");
    }

    int layers() const { return static_cast<int>(sizes.size()) - 1; }
};

class Run {
public:
    Run(const std::string& work, int64_t rows, int threads, const std::string& path, bool autograd)
        : problem(path), rows(rows), threads(threads), single(work == "row"), training(work == "train"), autograd(autograd) {
        length = static_cast<int64_t>(problem.parameters.size());
        theta = at::empty({length});
        std::copy(problem.parameters.begin(), problem.parameters.end(), theta.data_ptr<float>());
        slice(theta, W, b);
        for (Tensor& w : W) Wt.push_back(w.t());
        for (int i = 1; i <= problem.layers(); i++)
            z.push_back(single ? at::empty({problem.sizes[i]}) : at::empty({rows, problem.sizes[i]}));
        output = at::empty_like(z.back());
        for (int64_t row = 0; row + rows <= problem.rows; row += rows) {
            Tensor batch = at::empty({rows, problem.sizes[0]});
            std::copy_n(problem.inputs.data() + row * problem.sizes[0], batch.numel(), batch.data_ptr<float>());
            inputs.push_back(single ? batch.view({problem.sizes[0]}) : batch);
        }
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
        Tensor x = at::empty({problem.sizes[0]});
        std::copy(row.begin(), row.end(), x.data_ptr<float>());
        for (int i = 0; i < problem.layers(); i++) {
            x = at::addmv(b[i], W[i], x);
            if (i + 1 < problem.layers()) activate(x);
        }
        if (!problem.linear) x = at::softmax(x, 0);
        return {x.data_ptr<float>(), x.data_ptr<float>() + x.numel()};
    }

    const Tensor& parameters() const { return theta; }

private:
    void slice(const Tensor& flat, vector<Tensor>& matrices, vector<Tensor>& vectors) const {
        int64_t at = 0;
        for (int i = 0; i < problem.layers(); i++) {
            int64_t in = problem.sizes[i], out = problem.sizes[i + 1];
            matrices.push_back(flat.narrow(0, at, in * out).view({out, in}));
            vectors.push_back(flat.narrow(0, at + in * out, out));
            at += (in + 1) * out;
        }
    }

    void activate(Tensor& x) const {
        if (problem.tanh) at::cpu::tanh_(x); else at::cpu::relu_(x);
    }

    void predictRow(const Tensor& input) {
        const Tensor* x = &input;
        for (int i = 0; i < problem.layers(); i++) {
            at::cpu::addmv_out(z[i], b[i], W[i], *x);
            if (i + 1 < problem.layers()) activate(z[i]);
            x = &z[i];
        }
        if (!problem.linear) at::cpu::_softmax_out(output, z.back(), 0, false);
    }

    // After it, z holds the activations of the hidden layers and the last layer's own output.
    void forward(const Tensor& input) {
        const Tensor* x = &input;
        for (int i = 0; i < problem.layers(); i++) {
            at::cpu::addmm_out(z[i], b[i], *x, Wt[i]);
            if (i + 1 < problem.layers()) activate(z[i]);
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
        slice(gradient, dW, db);
        ones = at::ones({rows});
        decay = at::scalar_tensor(0.999f);
        epsilon = at::scalar_tensor(0.0f);
        slope = at::scalar_tensor(2.0f / static_cast<float>(z.back().numel()));
        for (Tensor& value : z) {
            dz.push_back(at::empty_like(value));
            dzt.push_back(dz.back().t());
        }
        for (int64_t at = 0; at < length; at += block) {
            int64_t size = std::min(block, length - at);
            blocks.push_back({theta.narrow(0, at, size), gradient.narrow(0, at, size), first.narrow(0, at, size),
                second.narrow(0, at, size), denominator.narrow(0, 0, size)});
        }

        // For cross-entropy the gradient with respect to log ŷ, −y / rows, which also weighs the loss.
        int64_t outputs = problem.sizes.back();
        for (size_t batch = 0; batch < inputs.size(); batch++) {
            Tensor target = at::zeros({rows, outputs});
            float* values = target.data_ptr<float>();
            for (int64_t row = 0; row < rows; row++) {
                int64_t index = static_cast<int64_t>(batch) * rows + row;
                if (problem.linear) std::copy_n(problem.targets.data() + index * outputs, outputs, values + row * outputs);
                else values[row * outputs + problem.labels[index]] = -1.0f / static_cast<float>(rows);
            }
            targets.push_back(target);
        }
        flatOutput = output.view({-1});
        for (Tensor& target : targets) flatTargets.push_back(target.view({-1}));
        flatDelta = dz.back().view({-1});
        if (autograd) prepareAutograd();
    }

    // Leaves that look into the flat parameter and gather their gradients in the flat one.
    void prepareAutograd() {
        for (int i = 0; i < problem.layers(); i++) {
            for (auto [leaves, value, slope] : {std::tuple{&leafW, W[i], dW[i]}, std::tuple{&leafb, b[i], db[i]}}) {
                leaves->push_back(value.detach().requires_grad_(true));
                leaves->back().mutable_grad() = slope;
            }
        }
        if (problem.linear) return;
        targets.clear();
        for (size_t batch = 0; batch < inputs.size(); batch++) {
            targets.push_back(at::empty({rows}, at::kLong));
            std::copy_n(problem.labels.data() + batch * rows, rows, targets.back().data_ptr<int64_t>());
        }
    }

    void trainByAutograd(const Tensor& input) {
        gradient.zero_();
        Tensor x = input;
        for (int i = 0; i < problem.layers(); i++) {
            x = at::linear(x, leafW[i], leafb[i]);
            if (i + 1 < problem.layers()) x = problem.tanh ? at::tanh(x) : at::relu(x);
        }
        Tensor cost = problem.linear ? at::mse_loss(x, targets[next]) : at::cross_entropy_loss(x, targets[next]);
        cost.backward();
        loss = cost.data_ptr<float>()[0];
        adam();
    }

    void train(const Tensor& input, const Tensor& target) {
        forward(input);
        int last = problem.layers() - 1;
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
            if (problem.tanh) at::cpu::tanh_backward_out(dz[i - 1], dz[i - 1], z[i - 1]);
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
    bool single, training, autograd;
    size_t next = 0;
    float loss = 0;
    Tensor theta, gradient, first, second, denominator, ones, decay, epsilon, slope, output, flatOutput, flatDelta;
    vector<Tensor> W, Wt, b, dW, db, z, dz, dzt, inputs, targets, flatTargets, leafW, leafb;
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
                std::string work, path;
                int64_t rows;
                int threads;
                words >> work >> rows >> threads >> std::ws;
                std::getline(words, path);
                at::set_num_threads(threads);
                runs[id] = std::make_unique<Run>(work, rows, threads, path, autograd);
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
                    std::ofstream file(path, std::ios::binary);
                    file.write(reinterpret_cast<const char*>(run.parameters().data_ptr<float>()), run.parameters().numel() * 4);
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
