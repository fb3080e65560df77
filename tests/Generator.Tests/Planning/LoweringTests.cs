using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests;

public sealed class LoweringTests
{
    [Fact]
    public void An_activation_is_fused_into_the_dense_layer_before_it()
    {
        NetworkProgram program = Programs.Predicting("[Input(3)] [Dense(2, Activation.Tanh)]");
        Operation operation = Assert.Single(program.Operations);
        Assert.Equal("Tanh", operation.Activation?.Activation);
        Assert.Equal("a1", program.Tensors[program.Output].Name);
    }

    [Fact]
    public void A_separate_activation_is_fused_as_well()
    {
        NetworkProgram program = Programs.Predicting("[Input(3)] [Dense(2)] [Activate(Activation.ReLU)]");
        Assert.Equal("ReLU", Assert.Single(program.Operations).Activation?.Activation);
    }

    [Theory]
    [InlineData("[Conv2D(2, 3, Activation.Tanh)]")]
    [InlineData("[Conv2D(2, 3)] [Activate(Activation.Tanh)]")]
    [InlineData("[Reshape(2, 18)] [Conv1D(2, 3, Activation.Tanh)]")]
    public void An_activation_is_fused_into_a_convolution_which_reads_the_callers_rows(string layers)
    {
        NetworkProgram program = Programs.Training($"[Input(1, 6, 6)] {layers}");
        Operation operation = Assert.Single(program.Operations);
        Assert.Equal("Tanh", operation.Activation?.Activation);
        Assert.False(program.StagesInput);
    }

    [Fact]
    public void An_activation_whose_input_another_layer_reads_is_not_fused()
    {
        NetworkProgram program = Programs.Training("[Input(3)] [Dense(2, Name = \"z\")] [Activate(Activation.Tanh, Name = \"a\")] [Add(\"z\", \"a\")]");
        Assert.Equal(3, program.Operations.Count);
        Assert.All(program.Operations, operation => Assert.Null(operation.Activation));
    }

    [Fact]
    public void An_activation_that_reads_its_input_again_is_fused_for_prediction_alone()
    {
        const string Attributes = "[Input(3)] [Dense(2, Activation.GELU)] [Activate(Activation.Softplus)]";
        Assert.Equal(["GELU", null], Programs.Predicting(Attributes).Operations.Select(operation => operation.Activation?.Activation));
        Assert.Equal([null, null, null], Programs.Training(Attributes).Operations.Select(operation => operation.Activation?.Activation));
    }

    [Fact]
    public void Only_one_activation_is_fused()
    {
        NetworkProgram program = Programs.Training("[Input(3)] [Dense(2, Activation.Tanh)] [Activate(Activation.ReLU)]");
        Assert.Equal(["Tanh", null], program.Operations.Select(operation => operation.Activation?.Activation));
    }

    [Theory]
    [InlineData("[Input(3)] [Dense(2, Activation.Softmax)]")]
    [InlineData("[Input(3)] [Dense(3, Name = \"d\")] [Add(\"d\", \"d\")] [Activate(Activation.Tanh)]")]
    [InlineData("[Input(3)] [Dropout(0.5)] [Activate(Activation.Tanh)]")]
    public void Softmax_and_activations_of_other_layers_are_operations_of_their_own(string attributes)
    {
        NetworkProgram program = Programs.Training(attributes);
        Assert.All(program.Operations, operation => Assert.Null(operation.Activation));
        Assert.IsType<ActivateModel>(program.Operations[program.Operations.Count - 1].Layer);
    }

    [Theory]
    [InlineData("[Dense(2, Activation.Softmax)] [Loss(Loss.CrossEntropy)]")]
    [InlineData("[Dense(2, Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Dense(2)] [Activate(Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Dense(2, Activation.Sigmoid)] [Reshape(1, 2)] [Flatten] [Loss(Loss.BinaryCrossEntropy)]")]
    public void A_loss_that_is_computed_from_the_logits_takes_the_last_activation(string layers)
    {
        NetworkProgram program = Programs.Training($"[Input(3)] {layers}");
        NetworkOutput output = Assert.Single(program.Outputs);
        Assert.NotNull(output.Operation);
        Assert.IsType<DenseModel>(Assert.Single(program.Operations).Layer);
        Assert.NotEqual(output.Last, output.Tensor);
    }

    [Theory]
    [InlineData("[Dense(2, Activation.Sigmoid)] [Loss(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(2, Activation.Softmax)]")]
    [InlineData("[Dense(2, Activation.Sigmoid, Name = \"a\")] [Reshape(2, Name = \"f\")] [Concat(\"a\", \"f\")] [Loss(Loss.BinaryCrossEntropy)]")]
    public void Other_losses_and_activations_that_others_read_are_not_fused(string layers)
    {
        NetworkProgram program = Programs.Training($"[Input(3)] {layers}");
        NetworkOutput output = Assert.Single(program.Outputs);
        Assert.Null(output.Operation);
        Assert.Equal(output.Tensor, output.Last);
    }

    [Fact]
    public void Predicting_fuses_no_last_activation() =>
        Assert.Null(Programs.Predicting("[Input(3)] [Dense(2, Activation.Softmax)] [Loss(Loss.CrossEntropy)]").Outputs[0].Operation);

    [Theory]
    [InlineData("[Activate(Activation.Identity)]")]
    [InlineData("[Dropout(0)]")]
    [InlineData("[Dropout(0, Classical = true)]")]
    [InlineData("[Reshape(1, 2)]")]
    [InlineData("[Reshape(1, 2)] [Flatten]")]
    public void What_moves_no_element_is_no_operation(string layer)
    {
        NetworkProgram program = Programs.Training($"[Input(3)] [Dense(2)] {layer}");
        Assert.IsType<DenseModel>(Assert.Single(program.Operations).Layer);
        Assert.Equal(1, program.Output);
    }

    [Fact]
    public void Dropout_is_an_operation_of_training_alone()
    {
        const string Attributes = "[Input(3)] [Dense(2)] [Dropout(0.5)]";
        Assert.Single(Programs.Predicting(Attributes).Operations);
        Assert.Equal(2, Programs.Training(Attributes).Operations.Count);
    }

    [Theory]
    [InlineData("[Dense(2)]", false)]
    [InlineData("[Dense(2, Activation.Softmax)] [Loss(Loss.CrossEntropy)]", false)]
    [InlineData("[Activate(Activation.Tanh)]", true)]
    [InlineData("[Reshape(1, 3)]", true)]
    [InlineData("[Activate(Activation.Sigmoid)] [Loss(Loss.BinaryCrossEntropy)]", true)]
    public void An_input_that_something_else_than_a_dense_layer_reads_is_staged(string layers, bool staged) =>
        Assert.Equal(staged, Programs.Training($"[Input(3)] {layers}").StagesInput);

    [Theory]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [MaxPool2D(2)]", true)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU, Name = \"a\")] [Flatten] [Reshape(2, 4, 4)] [GlobalMaxPool]", true)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU)] [AveragePool2D(2)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.Tanh)] [MaxPool2D(2)]", false)]
    [InlineData("[Conv2D(2, 3)] [MaxPool2D(2)]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU, Name = \"a\")] [GlobalMaxPool(Name = \"b\")] [GlobalAveragePool(From = \"a\")] [Add(\"b\")]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU, Name = \"a\")] [GlobalMaxPool(Name = \"b\")] [GlobalMaxPool(From = \"a\")] [Add(\"b\")]", false)]
    [InlineData("[Conv2D(2, 3, Activation.ReLU, Name = \"a\")] [GlobalMaxPool(Name = \"b\")] [Loss(Loss.MeanSquaredError, From = \"a\")] [Loss(Loss.MeanSquaredError, From = \"b\")]", false)]
    public void A_maximum_pooling_takes_the_way_back_through_a_ReLU_that_it_alone_reads(string layers, bool taken)
    {
        NetworkProgram program = Programs.Training($"[Input(1, 6, 6)] {layers}");
        Assert.Equal(taken, program.IsRectifiedByPooling(program.Operations.First().Output));
    }
}
