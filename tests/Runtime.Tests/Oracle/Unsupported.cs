using System.Collections.Generic;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The oracle cases that need what NetGen does not have yet, each with what that is.</summary>
internal static class Unsupported
{
    private const string NoActivation = "no such activation yet (row B9 or beyond)";
    private const string NoLoss = "no such loss yet (row C5)";
    private const string NoWeights = "no class weights yet (row C5)";
    private const string NoRegularizer = "no weight penalties yet (rows H1, H2)";
    private const string NoOperation = "no such operation between nodes";

    private const string NoBatch = "running averages and several steps are held by BatchNormOracleTests and BatchNormTests";

    private const string NoCell = "the cell of an LSTM is no output; InitialStateTests holds the formulas against this case, CellTests compiled layers that read forward";

    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["act_elu_05"] = NoActivation,
        ["act_elu_05_edge"] = NoActivation,
        ["act_elu_1"] = NoActivation,
        ["act_elu_1_edge"] = NoActivation,
        ["act_gelu_tanh"] = NoActivation,
        ["act_gelu_tanh_edge"] = NoActivation,
        ["act_hard_threshold"] = "no hard threshold yet (row B7)",
        ["act_hardsigmoid"] = NoActivation,
        ["act_hardsigmoid_edge"] = NoActivation,
        ["act_hardswish"] = NoActivation,
        ["act_hardswish_edge"] = NoActivation,
        ["act_hardtanh"] = NoActivation,
        ["act_hardtanh_edge"] = NoActivation,
        ["act_log_softmax"] = NoActivation,
        ["act_log_softmax_edge"] = NoActivation,
        ["act_mish"] = NoActivation,
        ["act_mish_edge"] = NoActivation,
        ["act_prelu"] = NoActivation,
        ["act_relu6"] = NoActivation,
        ["act_relu6_edge"] = NoActivation,
        ["act_selu"] = NoActivation,
        ["act_selu_edge"] = NoActivation,
        ["act_silu"] = NoActivation,
        ["act_silu_edge"] = NoActivation,
        ["act_softmax_axis"] = "softmax is over a vector, not along an axis of a tensor",
        ["act_softsign"] = NoActivation,
        ["act_softsign_edge"] = NoActivation,
        ["mlp_reg_elastic"] = NoRegularizer,
        ["mlp_reg_l1"] = NoRegularizer,
        ["mlp_reg_l2"] = NoRegularizer,
        ["loss_bce_logits_posweight_mean"] = NoWeights,
        ["loss_bce_logits_posweight_sum"] = NoWeights,
        ["loss_categorical_ce_probs_mean"] = "cross-entropy is taken of a softmax, not of probabilities given directly",
        ["loss_categorical_ce_probs_sum"] = "cross-entropy is taken of a softmax, not of probabilities given directly",
        ["loss_ce_int_weighted_mean"] = NoWeights,
        ["loss_ce_int_weighted_sum"] = NoWeights,
        ["loss_ce_smooth_mean"] = "no label smoothing yet (row C5)",
        ["loss_ce_smooth_sum"] = "no label smoothing yet (row C5)",
        ["loss_ce_soft_weighted_mean"] = NoWeights,
        ["loss_ce_soft_weighted_sum"] = NoWeights,
        ["loss_huber_0.5_mean"] = NoLoss,
        ["loss_huber_0.5_sum"] = NoLoss,
        ["loss_huber_1.0_mean"] = NoLoss,
        ["loss_huber_1.0_sum"] = NoLoss,
        ["loss_kl_div_mean"] = NoLoss,
        ["loss_kl_div_sum"] = NoLoss,
        ["loss_l1_mean"] = NoLoss,
        ["loss_l1_sum"] = NoLoss,
        ["loss_nll_mean"] = NoLoss,
        ["loss_nll_sum"] = NoLoss,
        ["loss_smooth_l1_mean"] = NoLoss,
        ["loss_smooth_l1_sum"] = NoLoss,
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
