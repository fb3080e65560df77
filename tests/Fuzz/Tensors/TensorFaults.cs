namespace NetGen.Fuzz.Tensors;

/// <summary>Makes a file of a draft, with as many things wrong as asked.</summary>
internal static class TensorFaults
{
    /// <summary>How many: often none or one, so that each shows itself, and sometimes several.</summary>
    public static int Count(Draws draws) => draws.Of(0, 1, 1, 1, 1, 1, 1, 2, 3, 5);

    public static byte[] Apply(TensorDraft draft, int faults, Draws draws)
    {
        int inText = 0;
        int inLength = 0;
        int inBytes = 0;
        for (; faults > 0; faults--)
        {
            switch (draws.Below(10))
            {
                case < 6:
                    HeaderFaults.Apply(draft, draws);
                    break;
                case < 8:
                    inText++;
                    break;
                case 8:
                    inLength = 1;
                    break;
                default:
                    inBytes++;
                    break;
            }
        }

        byte[] header = draft.Header();
        for (; inText > 0; inText--)
        {
            header = HeaderText.Fault(header, draws);
        }

        byte[] file = inLength > 0 ? TensorFrame.WrongLength(header, draft.Data, draws) : TensorFrame.Of(header, draft.Data);
        for (; inBytes > 0; inBytes--)
        {
            file = ByteFaults.Apply(file, draws);
        }

        return file;
    }
}
