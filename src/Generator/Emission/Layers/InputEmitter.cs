namespace NetGen.Generator;

/// <summary>A part of the caller's row, copied into padded memory. The parts do not meet, so each writes its own of the row's gradient.</summary>
internal sealed class InputEmitter : LayerEmitter
{
    public override string Formula(Operation operation, PassWriter pass) =>
        $"{pass.Value(operation.Output)} = {pass.Value(operation.Inputs[0])}[{Text.Number(Offset(operation))}..{Text.Number(Offset(operation) + pass.Elements(operation.Output))}]";

    public override void Forward(Operation operation, PassWriter pass)
    {
        using (pass.Rows())
        {
            pass.DeclareValue(operation.Inputs[0]);
            pass.DeclareValue(operation.Output);
            RowCopy.ClearPadding(pass, pass.Value(operation.Output), pass.Elements(operation.Output));
            RowCopy.Run(pass, pass.Value(operation.Inputs[0]), Start(operation), pass.Value(operation.Output), "", pass.Elements(operation.Output), adds: false);
        }
    }

    public override void Backward(Operation operation, PassWriter pass, BackwardRequest request)
    {
        using (pass.DividedRows(pass.Elements(operation.Output)))
        {
            pass.DeclareGradient(operation.Output);
            pass.DeclareGradient(operation.Inputs[0]);
            RowCopy.Run(pass, pass.Gradient(operation.Output), "", pass.Gradient(operation.Inputs[0]), Start(operation), pass.Elements(operation.Output), adds: false);
        }
    }

    public override MethodCost ForwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 2) + RowCopy.CostOfClearing + RowCopy.Cost(pass, pass.Elements(operation.Output));

    public override MethodCost BackwardCost(Operation operation, PassWriter pass) =>
        PassWriter.CostOfRows(rows: 2) + RowCopy.Cost(pass, pass.Elements(operation.Output));

    public override int VectorOperations(Operation operation, NetworkProgram program, int lanes) =>
        Vectors(program.Tensors[operation.Output].Elements, lanes) + lanes;

    private static int Offset(Operation operation) => ((InputModel)operation.Layer).Offset;

    private static string Start(Operation operation) => Offset(operation) == 0 ? "" : $"{Text.Number(Offset(operation))} + ";
}
