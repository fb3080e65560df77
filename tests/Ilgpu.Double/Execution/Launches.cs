using System;
using System.Collections.Generic;

namespace ILGPU.Execution;

internal sealed class Launch<T1, T2, T3, T4>(
    KernelConfig config, Action<T1, T2, T3, T4> action, Func<T1, T2, T3, T4, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4);
}

internal sealed class Launch<T1, T2, T3, T4, T5>(
    KernelConfig config, Action<T1, T2, T3, T4, T5> action, Func<T1, T2, T3, T4, T5, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6> action, Func<T1, T2, T3, T4, T5, T6, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7> action, Func<T1, T2, T3, T4, T5, T6, T7, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8, a9);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8, a9);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10, T11 a11)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10, T11 a11, T12 a12)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10, T11 a11, T12 a12, T13 a13)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13);
}

internal sealed class Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
    KernelConfig config, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, IEnumerator<int>>? steps, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8, T9 a9, T10 a10, T11 a11, T12 a12, T13 a13, T14 a14)
    : Launch(action.Method.Name, config)
{
    protected override bool HasSteps => steps is not null;

    protected override void Call() => action(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14);

    protected override IEnumerator<int> Begin() => steps!(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14);
}
