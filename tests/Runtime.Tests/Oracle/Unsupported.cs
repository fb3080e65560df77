using System.Collections.Generic;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The oracle cases that are no network of NetGen's, each with the reason.</summary>
internal static class Unsupported
{
    private const string NoProbabilities = "taken of a softmax, not of numbers given directly, which need not sum to 1; DistributionOracleTests holds this case with the sum allowed for";
    private const string NoOperation = "no layer computes it; TensorOracleTests holds the reference's tensors against it";

    private const string NoBatch = "running averages and several steps are held by BatchNormOracleTests and BatchNormTests";

    private const string NoCell = "the cell of an LSTM is no output; InitialStateTests holds the formulas against this case, CellTests compiled layers that read forward";

    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["act_softmax_axis"] = "softmax is over a vector, not along an axis of a tensor",
        ["loss_categorical_ce_probs_mean"] = NoProbabilities,
        ["loss_categorical_ce_probs_sum"] = NoProbabilities,
        ["loss_kl_div_mean"] = NoProbabilities,
        ["loss_kl_div_sum"] = NoProbabilities,
        ["loss_nll_mean"] = NoProbabilities,
        ["loss_nll_sum"] = NoProbabilities,
        ["batch_matmul_transpose"] = NoOperation,
        ["broadcast_add"] = NoOperation,
        ["matmul"] = NoOperation,
        ["reduce_mean_var"] = NoOperation,
        ["lstm_2layer"] = NoCell,
        ["lstm_T1"] = NoCell,
        ["lstm_T6"] = NoCell,
        ["lstm_bidirectional"] = NoCell,
        ["batchnorm1d_eval"] = NoBatch,
        ["batchnorm1d_momentum"] = NoBatch,
        ["batchnorm1d_train"] = NoBatch,
        ["batchnorm1d_train_2steps"] = NoBatch,
        ["batchnorm1d_train_ncl"] = NoBatch,
        ["batchnorm1d_train_noaffine"] = NoBatch,
        ["batchnorm2d_eval"] = NoBatch,
        ["batchnorm2d_train"] = NoBatch,
    };
}
