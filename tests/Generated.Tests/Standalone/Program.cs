using System;
using System.Globalization;
using System.Linq;
using NetGen;
using NetGen.Generated.Standalone;

// What the tests ask of compiled networks in a process of their own: without a test host, and at any vector width.
INetwork<float>[] networks = args is ["steps"] ? [] :
[
    new Tiny(), new Unrolled(), new Small(), new Digits(), new Graph(), new Logistic(), new Wide(), new Narrow(),
    new Smooth(), new Activated(), new Masked(), new Penalized(), new Folded(), new Added(), new Joined(), new Seeing(), new Hearing(), new Growing(), new Image(), new Greatest(),
    new Reader(), new Varying(), new Counted(), new Sentence(), new Ragged(), new Sloped(), new Normalized(), new Coupled(), new Judged(), new Detecting(), new Repeated(), new Amplifier(), new Filter(),
];

// Streams are large here; other tests prove small ones.
INetwork<float>[] whole = [.. networks.Where(network => network is not IStreamingNetwork<float>)];
return args switch
{
    ["allocation"] => Allocation.Print(networks),
    ["proof"] => Proofs.Print(whole),
    ["hashes"] => Proofs.PrintHashes(whole),
    ["contention"] => Predictions.PrintTogether([new Digits(), new Small(), new Tiny()]),
    ["kinds"] => Kinds.Print(networks),
    ["predict", string rows] => Predictions.PrintAlone([new Digits(), new Small(), new Tiny()], int.Parse(rows, CultureInfo.InvariantCulture)),
    ["steps"] => Steps.Print(),
    ["train", string checkpoint] => Interruptible.Train(checkpoint, paced: false),
    ["threads"] => Sharing.Print(),
    ["train", string checkpoint, "paced"] => Interruptible.Train(checkpoint, paced: true),
    _ => throw new ArgumentException("Say 'allocation', 'contention', 'hashes', 'kinds', 'predict ROWS', 'proof', 'steps', 'threads' or 'train FILE'."),
};
