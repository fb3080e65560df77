using System;

namespace ILGPU.Util;

public abstract class DisposeBase : IDisposable
{
    internal bool IsDisposed { get; private set; }

    public void Dispose()
    {
        if (!IsDisposed)
        {
            IsDisposed = true;
            Release();
        }
    }

    private protected abstract void Release();
}
