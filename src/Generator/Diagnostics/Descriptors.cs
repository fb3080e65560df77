using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>
/// Every message, named after the mistake. Ids are given by hand and never used again: 0xx declarations, 1xx shapes,
/// 2xx training, 3xx targets and budgets.
/// </summary>
internal static class Descriptors
{
    private const string HelpPages = "https://github.com/netgen/netgen/blob/main/src/Generator/Diagnostics/Help/";

    public static readonly DiagnosticDescriptor ClassNeedsPartial = Error(
        "NETG001", "A network is a partial class", "NetGen.Declarations",
        "`{0}` carries [Network] but is not partial, so its members cannot be added. Write `partial class {0}`.");

    public static readonly DiagnosticDescriptor ContainerNeedsPartial = Error(
        "NETG002", "The types around a network are partial", "NetGen.Declarations",
        "`{0}` lies inside `{1}`, which is not partial, so its members cannot be added. Write `partial {1}`.");

    public static readonly DiagnosticDescriptor UnsupportedClass = Error(
        "NETG003", "This kind of class cannot be a network", "NetGen.Declarations",
        "`{0}` {1}. {2}.");

    public static readonly DiagnosticDescriptor LayersNeedNetwork = Error(
        "NETG004", "Layers need [Network]", "NetGen.Declarations",
        "`{0}` carries [{1}] but not [Network], so no network is made of it. Write {2} above the same declaration{3}.");

    public static readonly DiagnosticDescriptor AttributeOnOtherPart = Error(
        "NETG005", "A network stands on one part of its class", "NetGen.Declarations",
        "[{0}] stands on another part of `{1}` than [{2}], but C# gives parts no order. Move it to its place on the part with [{2}].");

    public static readonly DiagnosticDescriptor NetworkNeedsInput = Error(
        "NETG006", "A network needs an input", "NetGen.Declarations",
        "`{0}` does not say what goes in. Add [Input(n)] with the size of one example, such as [Input(784)] or [Input(28, 28)].");

    public static readonly DiagnosticDescriptor NetworkNeedsLayer = Error(
        "NETG007", "A network needs a layer", "NetGen.Declarations",
        "`{0}` has no layer, so there is nothing to compute. Add one, such as [Dense(10)].");

    public static readonly DiagnosticDescriptor UnknownName = Error(
        "NETG008", "No layer has this name", "NetGen.Declarations",
        "{0} {1} \"{2}\", but nothing in `{3}` has that name{4}. {5}.");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "NETG009", "Names are unique in a network", "NetGen.Declarations",
        "{0} is named \"{1}\", and so{2} is {3}. Set another Name on {4}.");

    public static readonly DiagnosticDescriptor NameNotIdentifier = Error(
        "NETG010", "A name is a C# identifier", "NetGen.Declarations",
        "{0} has Name = \"{1}\", which {2}. Use letters, digits and underscores, a letter first, such as \"{3}\".");

    public static readonly DiagnosticDescriptor NameIsTaken = Error(
        "NETG011", "The generated class needs this name", "NetGen.Declarations",
        "{0} is{1} named \"{2}\", {3}. {4}.");

    public static readonly DiagnosticDescriptor NameFromBelow = Error(
        "NETG012", "A network is read from top to bottom", "NetGen.Declarations",
        "{0} {1} \"{2}\", which {3}. A network is read from top to bottom. {4}.");

    public static readonly DiagnosticDescriptor LayerNeedsNames = Error(
        "NETG013", "Add and Concat need names", "NetGen.Declarations",
        "{0} names no layer, so there is nothing to {1}. Name one above it, such as [{2}({3})].");

    public static readonly DiagnosticDescriptor EmptyName = Error(
        "NETG014", "A name is empty", "NetGen.Declarations",
        "{0} {1} a layer without saying its name. {2}.");

    public static readonly DiagnosticDescriptor UnusedOutput = Error(
        "NETG015", "The output of a layer goes nowhere", "NetGen.Declarations",
        "{0} gives {1}, but no layer takes it{2}. {3} \"{4}\" in From, [Add] or [Concat]{5}, or remove {0}.");

    public static readonly DiagnosticDescriptor UnknownOption = Error(
        "NETG016", "This is no member of the enum", "NetGen.Declarations",
        "{0} asks for member {2} of {1}, which does not exist. Use one by its name, such as {1}.{3}.");

    public static readonly DiagnosticDescriptor MemberIsTaken = Error(
        "NETG017", "The generated class needs the name of this member", "NetGen.Declarations",
        "`{0}` declares or inherits `{1}`, which NetGen adds to it too. {2}.");

    public static readonly DiagnosticDescriptor ActivationHasNoSlope = Error(
        "NETG018", "Only LeakyReLU and ELU have a slope", "NetGen.Declarations",
        "{0} sets Slope = {1}, but {2} has no slope. Use Activation.LeakyReLU or Activation.ELU, or remove Slope.");

    public static readonly DiagnosticDescriptor GeneratedConstant = Error(
        "NETG019", "Attributes come before generated constants", "NetGen.Declarations",
        "[{0}] of `{1}` takes {2}, which NetGen writes when `{3}` is compiled; no attribute can use it. Write the number, or a constant of your own.");

    public static readonly DiagnosticDescriptor ConstructorNeedsChain = Error(
        "NETG020", "Constructors of a network call the generated one", "NetGen.Declarations",
        "The constructor `{0}` does not call the one that NetGen writes, so all weights would be 0 and so would the seed. Write `: this(seed: 0UL)` behind its parameters, in place of any `: base(…)`{1}.");

    public static readonly DiagnosticDescriptor BlockNeedsLayers = Error(
        "NETG021", "A block is a class with [Layers]", "NetGen.Declarations",
        "{0} {1}. {2}.");

    public static readonly DiagnosticDescriptor BlockNeedsTimes = Error(
        "NETG022", "A block is repeated once or more", "NetGen.Declarations",
        "{0} repeats `{1}` {2} times. Repeat it at least once, or remove the attribute.");

    public static readonly DiagnosticDescriptor BlockNeedsLayer = Error(
        "NETG023", "A block needs a layer", "NetGen.Declarations",
        "`{0}` carries [Layers] but no layer, so there is nothing to repeat. Add one, such as [Dense(10)].");

    public static readonly DiagnosticDescriptor BlockHasLayersOnly = Error(
        "NETG024", "A block has layers only", "NetGen.Declarations",
        "`{0}` carries [Layers] and [{1}], but input and loss of a block are those of the network that repeats it. {2}.");

    public static readonly DiagnosticDescriptor BlockInItself = Error(
        "NETG025", "A block cannot contain itself", "NetGen.Declarations",
        "{0} leads from `{1}` back to itself: {2}. A block that contains itself never ends; remove this attribute, or another [Block] on the way.");

    public static readonly DiagnosticDescriptor InputNeedsName = Error(
        "NETG026", "Each of several inputs has a name", "NetGen.Declarations",
        "{0} of `{1}` has no name, but of several inputs each needs one, by which layers take it. Add one, such as Name = \"{2}\".");

    public static readonly DiagnosticDescriptor LossesNeedOneReduction = Error(
        "NETG027", "Several losses have one reduction", "NetGen.Declarations",
        "{0} sets Reduction.{1}, but {2} has Reduction.{3}. Several losses have one reduction: use the same, and Weight for how much each counts.");

    public static readonly DiagnosticDescriptor SharedLayersDiffer = Error(
        "NETG028", "Layers that share have one kind and one size", "NetGen.Declarations",
        "{0} shares the parameters of {1}, but that one {2}, and this one {3}. Share between layers of one kind and one size, or remove Share.");

    public static readonly DiagnosticDescriptor SharedIsDrawnOnce = Error(
        "NETG029", "Shared parameters are drawn once", "NetGen.Declarations",
        "{0} shares the parameters of {1} and sets {2}, but {1} says how they are drawn. Set {2} there, or remove Share.");

    public static readonly DiagnosticDescriptor LayerNeedsUnits = Error(
        "NETG101", "A layer needs units", "NetGen.Shapes",
        "{0} has {1} units. Use at least 1.");

    public static readonly DiagnosticDescriptor InputNeedsSizes = Error(
        "NETG102", "An input needs positive sizes", "NetGen.Shapes",
        "[Input({0})] of `{1}` {2}. Give every axis a size of at least 1, such as [Input(784)] or [Input(28, 28)].");

    public static readonly DiagnosticDescriptor ReshapeNeedsSizes = Error(
        "NETG103", "A reshape needs positive sizes", "NetGen.Shapes",
        "{0} {1}; its input is {2}. Use sizes of at least 1{3}.");

    public static readonly DiagnosticDescriptor DenseNeedsVector = Error(
        "NETG104", "A dense layer takes a vector", "NetGen.Shapes",
        "{0} takes a vector, but its input is {1}. Put [Flatten] before it, which makes [{2}]{3}.");

    public static readonly DiagnosticDescriptor AddNeedsEqualShapes = Error(
        "NETG105", "Only equal shapes add", "NetGen.Shapes",
        "{0} cannot {2} {1}: it can {2} equal shapes only. Give the layers the same sizes, or join them with [Concat]{3}.");

    public static readonly DiagnosticDescriptor ConcatNeedsEqualAxes = Error(
        "NETG106", "Joined shapes differ in one axis only", "NetGen.Shapes",
        "{0} cannot join {1} along axis {2}: all other axes must be equal, but {3}. Make them equal, or join vectors, each from a [Flatten] with a Name.");

    public static readonly DiagnosticDescriptor ConcatAxisOutOfRange = Error(
        "NETG107", "The axis of a concatenation exists", "NetGen.Shapes",
        "{0} joins along axis {1}, but its input is {2}, which has {3}. Set Axis to {4}.");

    public static readonly DiagnosticDescriptor ReshapeNeedsEqualCount = Error(
        "NETG108", "A reshape keeps the number of elements", "NetGen.Shapes",
        "{0} holds {1} elements, but its input is {2}, which holds {3}. Choose sizes whose product is {4}{5}.");

    public static readonly DiagnosticDescriptor NothingToFlatten = Error(
        "NETG109", "A vector is flat already", "NetGen.Shapes",
        "{0} makes a vector, but its input is {1}, which is one already. Remove it{2}.");

    public static readonly DiagnosticDescriptor SoftmaxNeedsVector = Error(
        "NETG110", "Softmax takes a vector", "NetGen.Shapes",
        "{0} takes a vector, but its input is {1}. {2}.");

    public static readonly DiagnosticDescriptor LayerNeedsChannels = Error(
        "NETG111", "This layer takes channels", "NetGen.Shapes",
        "{0} takes {1}, but its input is {2}. {3}.");

    public static readonly DiagnosticDescriptor SizeOutOfRange = Error(
        "NETG112", "A size is out of range", "NetGen.Shapes",
        "{0} has {1} = {2}, which must be {3}.");

    public static readonly DiagnosticDescriptor KernelTooLarge = Error(
        "NETG113", "A kernel is larger than its input", "NetGen.Shapes",
        "{0} spans {1}, but its input {2} has only {3}. Use {4}, or {5}, for an output of {6}.");

    public static readonly DiagnosticDescriptor StrideLeavesUnread = Error(
        "NETG114", "A stride leaves the end of its input unread", "NetGen.Shapes",
        "{0} leaves {1} unread: {2}, and the last window ends at {3}. {4}, or accept it with Truncate = true.");

    public static readonly DiagnosticDescriptor ConvGroupsNeedDivide = Error(
        "NETG115", "Groups divide channels", "NetGen.Shapes",
        "{0} has Groups = {1}, which does not divide its {2}: {3}. Use {4}, or {5}.");

    public static readonly DiagnosticDescriptor ConvSameNeedsStrideOne = Error(
        "NETG116", "Same needs a stride of 1", "NetGen.Shapes",
        "{0} sets Same, which keeps {1}, and {2}, which does not. Set {3} instead of Same, for an output of {4}, or remove the stride.");

    public static readonly DiagnosticDescriptor ConvPaddingIsTwofold = Error(
        "NETG117", "One setting decides the padding", "NetGen.Shapes",
        "{0} sets {1}, each of which decides the padding. Keep one{2}.");

    public static readonly DiagnosticDescriptor PaddingExceedsKernel = Error(
        "NETG118", "Padding is at most half of a kernel", "NetGen.Shapes",
        "{0} has {1}, more than half of its kernel of {2}: {3}. Use {4}.");

    public static readonly DiagnosticDescriptor NeedsSequence = Error(
        "NETG119", "The layer takes a sequence", "NetGen.Shapes",
        "{0} takes a sequence [steps, features], but its input is {1}. {2}.");

    public static readonly DiagnosticDescriptor OutputPaddingTooLarge = Error(
        "NETG120", "Output padding is smaller than the stride", "NetGen.Shapes",
        "{0} has {1}, which must be less than the larger of {2}. {3}.");

    public static readonly DiagnosticDescriptor PaddingLeavesNothing = Error(
        "NETG121", "Padding leaves nothing of the output", "NetGen.Shapes",
        "{0} has {1}, which leaves no output for the input {2}: {3}. Use {4} at most, for an output of {5}.");

    public static readonly DiagnosticDescriptor StateNeedsCell = Error(
        "NETG122", "An LSTM starts from a state and a cell", "NetGen.Shapes",
        "{0} has {1} = {2} and no {3}, but it starts from both or from neither. Add {3} with the name of a vector [{4}], such as [Input({4}, Name = \"{5}\")], or remove {1}.");

    public static readonly DiagnosticDescriptor StateNeedsUnits = Error(
        "NETG123", "A state has as many numbers as units", "NetGen.Shapes",
        "{0} has {1}, which is {2}, but its state has {3} numbers. {4}.");

    public static readonly DiagnosticDescriptor LengthNeedsInput = Error(
        "NETG124", "A length is an input of one number", "NetGen.Shapes",
        "{0} takes its lengths from {1}, {2}, but the length of a sequence is an input of one number. {3}.");

    public static readonly DiagnosticDescriptor EmbeddingNeedsInput = Error(
        "NETG125", "An embedding takes the network's input", "NetGen.Shapes",
        "{0} takes symbols, which stand in the network's input, but {1} computes other numbers from them. Remove {1}, or move it below.");

    public static readonly DiagnosticDescriptor EmbeddingNeedsVector = Error(
        "NETG126", "An embedding takes a vector of symbols", "NetGen.Shapes",
        "{0} takes a vector of symbols, but its input is {1}. Put [Flatten] before it, which makes [{2}].");

    public static readonly DiagnosticDescriptor AttentionHeadsNeedDivide = Error(
        "NETG127", "Heads divide the features", "NetGen.Shapes",
        "{0} has {1} heads, which do not divide the features of its input {2}: {3}. Use {4}, or another number of features.");

    public static readonly DiagnosticDescriptor LayerCannotStream = Error(
        "NETG128", "A stream comes one step at a time", "NetGen.Shapes",
        "{0} cannot stream: {1}. {2}, or remove Streaming from [Network].");

    public static readonly DiagnosticDescriptor StreamNeedsSequence = Error(
        "NETG129", "A stream is a sequence", "NetGen.Shapes",
        "`{0}` is to stream, but {1}. {2}, or remove Streaming.");

    public static readonly DiagnosticDescriptor NormAxesOutOfRange = Error(
        "NETG130", "The normalized axes exist", "NetGen.Shapes",
        "{0} normalizes the last {1} axes, but its input is {2}, which has {3}. Set Axes to {4}.");

    public static readonly DiagnosticDescriptor NormSettingOutOfRange = Error(
        "NETG131", "A setting of a normalization is out of range", "NetGen.Shapes",
        "{0} sets {1}, but {2}. Use one such as {3}.");

    public static readonly DiagnosticDescriptor SoftmaxIsOutput = Error(
        "NETG201", "Softmax is an output", "NetGen.Training",
        "{0} is followed by {1}, but softmax can only be an output of the network, which no layer takes. {2}.");

    public static readonly DiagnosticDescriptor SoftmaxNeedsCrossEntropy = Error(
        "NETG202", "Softmax is trained with cross-entropy", "NetGen.Training",
        "Loss.{0} does not fit `{1}`, whose last layer {2} is a softmax over {3}. Use {4}.");

    public static readonly DiagnosticDescriptor CrossEntropyNeedsSoftmax = Error(
        "NETG203", "Cross-entropy needs a softmax", "NetGen.Training",
        "Loss.{0} needs the probabilities of a softmax, but {1} {2}. {3}, or use another loss.");

    public static readonly DiagnosticDescriptor CrossEntropyNeedsClasses = Error(
        "NETG204", "Cross-entropy needs two classes", "NetGen.Training",
        "Loss.{0} needs at least 2 classes, but the output of `{1}` is {2}. Use [Dense(2, Activation.Softmax)], or Activation.Sigmoid with Loss.BinaryCrossEntropy.");

    public static readonly DiagnosticDescriptor BinaryCrossEntropyNeedsSigmoid = Error(
        "NETG205", "Binary cross-entropy needs sigmoids", "NetGen.Training",
        "Loss.BinaryCrossEntropy needs a sigmoid at every output, but {0} {1}. {2}, or use another loss.");

    public static readonly DiagnosticDescriptor DropoutRateOutOfRange = Error(
        "NETG206", "A dropout rate lies from 0 to below 1", "NetGen.Training",
        "{0} has the rate {1}; a rate is at least 0 and below 1. Use one such as 0.2.");

    public static readonly DiagnosticDescriptor SlopeOutOfRange = Error(
        "NETG207", "A slope is out of range", "NetGen.Training",
        "{0} sets Slope = {1}; a slope of {2} is {3}. Use one such as {4}.");

    public static readonly DiagnosticDescriptor ScaleNeedsInitializer = Error(
        "NETG208", "Only some initializers take a scale", "NetGen.Training",
        "{0} sets Scale = {1}, but Initializer.{2} takes none. Use Initializer.Constant, Normal, Scaled, Uniform or Orthogonal, or remove Scale.");

    public static readonly DiagnosticDescriptor ScaleOutOfRange = Error(
        "NETG209", "The scale does not fit the initializer", "NetGen.Training",
        "{0} sets Scale = {1}, but Initializer.{2} takes a {3}. Use one such as {4}.");

    public static readonly DiagnosticDescriptor RecurrentNeedsActivation = Error(
        "NETG210", "A recurrent layer has tanh or ReLU", "NetGen.Training",
        "{0} has Activation.{1}, but the state of a simple recurrent layer goes through Activation.Tanh or Activation.ReLU. Use one of them.");

    public static readonly DiagnosticDescriptor LossNeedsLayer = Error(
        "NETG211", "Each of several losses judges a layer", "NetGen.Training",
        "{0} {1}. A loss judges the output of a layer: {2}.");

    public static readonly DiagnosticDescriptor LossesNeedOwnLayers = Error(
        "NETG212", "Every loss judges a layer of its own", "NetGen.Training",
        "{0} judges {1}, and so does {2}. Every loss judges a layer of its own: {3}remove one of the two.");

    public static readonly DiagnosticDescriptor WeightOutOfRange = Error(
        "NETG213", "The weight of a loss is finite and not negative", "NetGen.Training",
        "{0} sets Weight = {1}; a weight is a finite number of at least 0. Use one such as 0.5.");

    public static readonly DiagnosticDescriptor HardThresholdStopsLearning = Warning(
        "NETG214", "Nothing learns through a hard threshold", "NetGen.Training",
        "{0} has a derivative of 0 everywhere, so that {1} cannot learn through it. Use an activation with a slope, such as Activation.Sigmoid, or suppress this warning where they are not to learn.");

    public static readonly DiagnosticDescriptor LossOptionOfAnother = Error(
        "NETG215", "An option belongs to one loss", "NetGen.Training",
        "{0} sets {1} = {2}, but only Loss.{3} takes it. Use Loss.{3}, or remove {1}.");

    public static readonly DiagnosticDescriptor LossOptionOutOfRange = Error(
        "NETG216", "An option of a loss is out of range", "NetGen.Training",
        "{0} sets {1} = {2}, which must be {3}. Use {1} such as {4}.");

    public static readonly DiagnosticDescriptor LossWeightsNeedOutputs = Error(
        "NETG217", "Each output of a loss has a weight", "NetGen.Training",
        "{0} has {1} {2}, but judges an output of {3}. Give {4}, one for each element, such as {2} = {5}.");

    public static readonly DiagnosticDescriptor PenaltyOutOfRange = Error(
        "NETG218", "A setting of a penalty is out of range", "NetGen.Training",
        "{0} sets {1}; it takes {2}. Use one such as {3}.");

    public static readonly DiagnosticDescriptor PenaltyNeedsWeights = Error(
        "NETG219", "A penalty penalizes weights", "NetGen.Training",
        "{0} {1}. {2}.");

    public static readonly DiagnosticDescriptor PenaltiesNeedOwnLayers = Error(
        "NETG220", "Every penalty has layers of its own", "NetGen.Training",
        "{0} is of {1}, and so is {2}. One penalty can have both L1 and L2; write both into one, or remove one of the two.");

    public static readonly DiagnosticDescriptor PenaltyNeedsLoss = Error(
        "NETG221", "A penalty stands beside a loss", "NetGen.Training",
        "{0} adds to the cost, but `{1}` has no loss, and so no cost. Add one, such as [Loss(Loss.MeanSquaredError)], or remove it.");

    public static readonly DiagnosticDescriptor TooManyElements = Error(
        "NETG301", "A tensor is too large", "NetGen.Budgets",
        "{0} {1}; NetGen compiles up to {2}. Use smaller sizes{3}.");

    public static readonly DiagnosticDescriptor TooManyParameters = Error(
        "NETG302", "A network has too many parameters", "NetGen.Budgets",
        "{0} needs {1} numbers for its {2} padded to a multiple of 16, which brings those of `{3}`, from the top to here, to {4}; NetGen compiles up to {5}. Use smaller layers or inputs{6}.");

    public static readonly DiagnosticDescriptor TooManyLayers = Error(
        "NETG303", "A network has too many layers", "NetGen.Budgets",
        "{0} brings `{1}` to {2} = {3} layers, activations counted; NetGen compiles up to {4}. {5}.");

    public static readonly DiagnosticDescriptor GpuNeedsIlgpu = Error(
        "NETG304", "A network for GPUs needs ILGPU", "NetGen.Targets",
        "`{0}` is to run on GPUs, which takes ILGPU {1} or later, but the project {2}. Run `dotnet add package ILGPU`, or remove Gpu from [Network].");

    public static readonly DiagnosticDescriptor LayerCannotRunOnGpu = Error(
        "NETG305", "Only some layers are compiled for GPUs", "NetGen.Targets",
        "{0} is not compiled for GPUs: {1}. {2}, or remove Gpu from [Network].");

    public static readonly DiagnosticDescriptor NetworkCannotRunOnGpu = Error(
        "NETG306", "Only some networks are compiled for GPUs", "NetGen.Targets",
        "{0} is not compiled for GPUs: {1}. {2}, or remove Gpu from [Network].");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        ClassNeedsPartial, ContainerNeedsPartial, UnsupportedClass, LayersNeedNetwork,
        AttributeOnOtherPart, NetworkNeedsInput, NetworkNeedsLayer, UnknownName,
        DuplicateName, NameNotIdentifier, NameIsTaken, NameFromBelow,
        LayerNeedsNames, EmptyName, UnusedOutput, UnknownOption,
        MemberIsTaken, ActivationHasNoSlope, GeneratedConstant, ConstructorNeedsChain,
        BlockNeedsLayers, BlockNeedsTimes, BlockNeedsLayer, BlockHasLayersOnly, BlockInItself, InputNeedsName, LossesNeedOneReduction, SharedLayersDiffer, SharedIsDrawnOnce, LayerNeedsUnits, InputNeedsSizes,
        ReshapeNeedsSizes, DenseNeedsVector, AddNeedsEqualShapes, ConcatNeedsEqualAxes,
        ConcatAxisOutOfRange, ReshapeNeedsEqualCount, NothingToFlatten, SoftmaxNeedsVector,
        LayerNeedsChannels, SizeOutOfRange, KernelTooLarge, StrideLeavesUnread, ConvGroupsNeedDivide, ConvSameNeedsStrideOne, ConvPaddingIsTwofold,
        PaddingExceedsKernel, NeedsSequence, OutputPaddingTooLarge, PaddingLeavesNothing, StateNeedsCell, StateNeedsUnits, LengthNeedsInput,
        EmbeddingNeedsInput, EmbeddingNeedsVector, AttentionHeadsNeedDivide, LayerCannotStream, StreamNeedsSequence, NormAxesOutOfRange, NormSettingOutOfRange,
        SoftmaxIsOutput, SoftmaxNeedsCrossEntropy, CrossEntropyNeedsSoftmax, CrossEntropyNeedsClasses,
        BinaryCrossEntropyNeedsSigmoid, DropoutRateOutOfRange, SlopeOutOfRange, ScaleNeedsInitializer,
        ScaleOutOfRange, RecurrentNeedsActivation,
        LossNeedsLayer, LossesNeedOwnLayers, WeightOutOfRange, HardThresholdStopsLearning, LossOptionOfAnother, LossOptionOutOfRange, LossWeightsNeedOutputs,
        PenaltyOutOfRange, PenaltyNeedsWeights, PenaltiesNeedOwnLayers, PenaltyNeedsLoss, TooManyElements, TooManyParameters, TooManyLayers,
        GpuNeedsIlgpu, LayerCannotRunOnGpu, NetworkCannotRunOnGpu);

    private static DiagnosticDescriptor Error(string id, string title, string category, string message) => new(
        id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: $"{HelpPages}{id}.md", customTags: WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Warning(string id, string title, string category, string message) => new(
        id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: $"{HelpPages}{id}.md");
}
