using System.Collections.Immutable;
using System.Text;

namespace NetGen.Comparison.Peers.OnnxRuntime;

/// <summary>
/// A session for a fixed number of rows. Inputs and output lie in memory bound once, a call names no tensor. A stream has
/// two outputs, each the state that the call after starts from.
/// </summary>
internal sealed unsafe class OnnxRuntimeRun : IRun, ICall
{
    private const int Sequential = 0;
    private const int AllOptimizations = 99;
    private const int Float = 1;
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;

    private readonly OnnxRuntimeApi api;
    private readonly nint session;
    private readonly nint memory;
    private readonly nint runOptions;
    private readonly AlignedMemory inputs;
    private readonly AlignedMemory row;
    private readonly AlignedMemory[] outputs;
    private readonly nint[] outputValues;
    private readonly nint[] inputValues;
    private readonly nint[] bindings;
    private readonly int calls;
    private readonly int given;
    private int next;

    /// <param name="packed">Whether weights are laid out anew for its batch kernels when the session is made.</param>
    public OnnxRuntimeRun(OnnxRuntimeApi api, nint environment, Workload workload, int rows, int threads, bool packed, Problem problem)
    {
        this.api = api;
        ImmutableArray<int> inputShape = OnnxModel.InputShape(workload, rows), outputShape = OnnxModel.OutputShape(workload, rows);
        int width = NetworkDescription.Elements(inputShape), steps = workload.Steps();
        given = NetworkDescription.Elements(outputShape) / rows;
        inputs = new(problem.Inputs.Length);
        row = new(steps * width);
        outputs = [.. Enumerable.Range(0, workload.Streams ? 2 : 1).Select(_ => new AlignedMemory(rows * given))];
        problem.Inputs.CopyTo(inputs.Span);
        session = CreateSession(environment, OnnxModel.Write(workload, rows, problem), rows, threads, packed);
        nint created;
        api.Check(api.CreateCpuMemoryInfo(ArenaAllocator, DefaultMemory, &created));
        memory = created;
        api.Check(api.CreateRunOptions(&created));
        runOptions = created;

        // One binding for every call on the problem, then those of Predict, in both an even number where there are two states.
        calls = problem.Rows / rows * steps;
        outputValues = [.. outputs.Select(output => Value(output.Start, outputShape))];
        inputValues = new nint[calls + steps];
        bindings = new nint[inputValues.Length];
        for (int call = 0; call < bindings.Length; call++)
        {
            float* start = call < calls ? inputs.Start + (nint)call * width : row.Start + (nint)(call - calls) * width;
            inputValues[call] = Value(start, inputShape);
            bindings[call] = Bind(call);
        }
    }

    public void Call()
    {
        api.Check(api.RunWithBinding(session, runOptions, bindings[next]));
        if (++next == calls)
        {
            next = 0;
        }
    }

    public double Measure(int calls) => Timing.Measure(this, calls);

    public void Latencies(Span<double> nanoseconds) => Timing.Latencies(this, nanoseconds);

    public float[] Predict(ReadOnlySpan<float> row)
    {
        row.CopyTo(this.row.Span);
        foreach (AlignedMemory output in outputs)
        {
            output.Span.Clear();
        }

        List<float> all = [];
        for (int call = calls; call < bindings.Length; call++)
        {
            api.Check(api.RunWithBinding(session, runOptions, bindings[call]));
            all.AddRange(Written(call).Span[..given]);
        }

        return [.. all];
    }

    public void Dispose()
    {
        for (int call = 0; call < bindings.Length; call++)
        {
            api.ReleaseIoBinding(bindings[call]);
            api.ReleaseValue(inputValues[call]);
        }

        for (int index = 0; index < outputs.Length; index++)
        {
            api.ReleaseValue(outputValues[index]);
            outputs[index].Dispose();
        }

        api.ReleaseRunOptions(runOptions);
        api.ReleaseMemoryInfo(memory);
        api.ReleaseSession(session);
        inputs.Dispose();
        row.Dispose();
    }

    private AlignedMemory Written(int call) => outputs[call % outputs.Length];

    private nint CreateSession(nint environment, byte[] model, int rows, int threads, bool packed)
    {
        nint options, created;
        api.Check(api.CreateSessionOptions(&options));
        api.Check(api.SetSessionGraphOptimizationLevel(options, AllOptimizations));
        api.Check(api.SetSessionExecutionMode(options, Sequential));
        api.Check(api.SetIntraOpNumThreads(options, threads));
        api.Check(api.SetInterOpNumThreads(options, 1));
        api.Check(api.EnableMemPattern(options));

        // Small temporaries come faster from malloc, which would map large ones anew at every call.
        api.Check(rows == 1 ? api.DisableCpuMemArena(options) : api.EnableCpuMemArena(options));

        // Waiting workers spin, which is fastest, where there are any.
        Configure(options, "session.intra_op.allow_spinning", threads > 1 ? "1" : "0");
        Configure(options, "session.inter_op.allow_spinning", "0");
        Configure(options, "session.set_denormal_as_zero", "1");
        Configure(options, "session.disable_prepacking", packed ? "0" : "1");
        fixed (byte* start = model)
        {
            api.Check(api.CreateSessionFromArray(environment, start, (nuint)model.Length, options, &created));
        }

        api.ReleaseSessionOptions(options);
        return created;
    }

    private void Configure(nint options, string key, string value)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(key + '\0'), text = Encoding.UTF8.GetBytes(value + '\0'))
        {
            api.Check(api.AddSessionConfigEntry(options, name, text));
        }
    }

    private nint Value(float* start, ImmutableArray<int> shape)
    {
        long* sizes = stackalloc long[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            sizes[axis] = shape[axis];
        }

        nint created;
        api.Check(api.CreateTensorWithDataAsOrtValue(memory, start, (nuint)NetworkDescription.Elements(shape) * sizeof(float), sizes, (nuint)shape.Length, Float, &created));
        return created;
    }

    private nint Bind(int call)
    {
        nint created;
        api.Check(api.CreateIoBinding(session, &created));
        BindInput(created, OnnxModel.Input, inputValues[call]);
        if (outputs.Length > 1)
        {
            BindInput(created, OnnxModel.State, outputValues[(call + 1) % outputs.Length]);
        }

        fixed (byte* y = Encoding.UTF8.GetBytes(OnnxModel.Output + '\0'))
        {
            api.Check(api.BindOutput(created, y, outputValues[call % outputs.Length]));
        }

        return created;
    }

    private void BindInput(nint binding, string name, nint value)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
        {
            api.Check(api.BindInput(binding, text, value));
        }
    }
}
