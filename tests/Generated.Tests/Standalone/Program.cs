using System;
using NetGen;
using NetGen.Generated.Standalone;

// What the tests ask of compiled networks in a process of their own: without a test host, and at any vector width.
INetwork<float>[] networks = args is ["steps"] ? [] : [new Tiny(), new Unrolled(), new Small(), new Digits(), new Graph(), new Logistic(), new Wide(), new Narrow()];
return args switch
{
    ["allocation"] => Allocation.Print(networks),
    ["proof"] => Proofs.Print(networks),
    ["steps"] => Steps.Print(),
    ["train", string checkpoint] => Interruptible.Train(checkpoint, paced: false),
    ["threads"] => Sharing.Print(),
    ["train", string checkpoint, "paced"] => Interruptible.Train(checkpoint, paced: true),
    _ => throw new ArgumentException("Say 'allocation', 'proof', 'steps', 'threads' or 'train FILE'."),
};
