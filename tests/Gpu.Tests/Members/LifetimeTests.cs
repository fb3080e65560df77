using System;
using System.Reflection;
using ILGPU.Execution;
using ILGPU.Runtime;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>What a network takes on a device it gives back, and what it was lent it leaves alone.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public void NothingIsLeftOnTheDevice()
    {
        var opened = new Opened(Examples.Perceptron);
        opened.Gpu.Upload(new BatchDraw(opened.Description, 3, 1).Batch);
        opened.Gpu.TrainSgd(0.1f);
        Assert.True(opened.Accelerator.LiveBytes > 0);

        opened.Gpu.Dispose();
        opened.Gpu.Dispose();

        Assert.Equal((0, 0), (opened.Accelerator.LiveBytes, opened.Accelerator.LiveStreams));
    }

    [Fact]
    public void AStreamThatWasLentIsLeft()
    {
        using var opened = new Opened(Examples.Perceptron);
        var accelerator = new Accelerator(WorkItemOrder.Forward);
        AcceleratorStream stream = accelerator.CreateStream();

        ((IDisposable)Activator.CreateInstance(opened.Type, accelerator, 3, stream)!).Dispose();

        Assert.Equal((0, 1), (accelerator.LiveBytes, accelerator.LiveStreams));
        stream.Synchronize();
    }

    /// <summary>Whatever of a stream, its buffers and its kernels the device does not give.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AConstructorThatFailsAnywhereLeavesNothing(bool lent)
    {
        using var opened = new Opened(Examples.Perceptron);
        int streams = lent ? 1 : 0;
        for (int request = 1 + streams; ; request++)
        {
            var accelerator = new Accelerator(WorkItemOrder.Forward) { FailsAt = request };
            AcceleratorStream? stream = lent ? accelerator.CreateStream() : null;
            try
            {
                ((IDisposable)Activator.CreateInstance(opened.Type, accelerator, 3, stream)!).Dispose();
            }
            catch (TargetInvocationException failed)
            {
                Assert.IsType<RequestFailed>(failed.InnerException);
                Assert.True((0, streams) == (accelerator.LiveBytes, accelerator.LiveStreams), $"{accelerator.LiveBytes} bytes and {accelerator.LiveStreams} streams are left: {failed.InnerException.Message}");
                stream?.Synchronize();
                continue;
            }

            // Request after request has failed, to the last.
            Assert.Equal(accelerator.Requests, request - 1);
            return;
        }
    }

    [Fact]
    public void AConstructorThatFailsLeavesNothing()
    {
        using var opened = new Opened(Examples.Perceptron);
        var accelerator = new Accelerator(WorkItemOrder.Forward) { MaxNumThreadsPerGroup = 16 };

        Exception thrown = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(opened.Type, accelerator, 3, null)).InnerException!;

        Assert.IsType<NotSupportedException>(thrown);
        Assert.Contains("16", thrown.Message);
        Assert.Equal((0, 0), (accelerator.LiveBytes, accelerator.LiveStreams));
    }
}
