using System;
using System.Linq;
using System.Reflection;

namespace ILGPU.Execution;

/// <summary>
/// Kernels in steps. A kernel K may have beside it a method KSteps of the same parameters, that yields where K has a
/// barrier: one thread then takes all work-items of a group from barrier to barrier, some hundred times faster than
/// a thread for each of them can be woken.
/// </summary>
public static class Steps
{
    /// <summary>What is behind the kernel's name in that of its steps.</summary>
    public const string Suffix = "Steps";

    /// <summary>The steps of a kernel, or null.</summary>
    internal static TSteps? Of<TSteps>(Delegate kernel)
        where TSteps : Delegate
    {
        MethodInfo method = kernel.Method;
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return method.DeclaringType!.GetMethod(method.Name + Suffix, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, parameters)?.CreateDelegate<TSteps>();
    }
}
