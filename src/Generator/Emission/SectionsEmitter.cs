using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>Writes a pass: as one method, or as one for every section of it and one that calls them in their order.</summary>
internal sealed class SectionsEmitter(CodeWriter code)
{
    /// <summary>Whether a pass needs more than one method.</summary>
    public static bool AreSeveral(IEnumerable<PassStep> steps) => MethodBudget.Sections(steps, step => step.Cost).Count > 1;

    public void Write(DriverSignature signature, IEnumerable<PassStep> steps)
    {
        IReadOnlyList<IReadOnlyList<PassStep>> sections = MethodBudget.Sections(steps, step => step.Cost);
        if (sections.Count == 1)
        {
            Section(signature, sections[0], separate: false);
            return;
        }

        using (code.OptimizedMethod(signature.Declaration))
        {
            for (int index = 0; index < sections.Count; index++)
            {
                code.Line($"{Part(signature, index).Call};");
            }
        }

        for (int index = 0; index < sections.Count; index++)
        {
            code.Line();
            Section(Part(signature, index), sections[index], separate: true);
        }
    }

    private static DriverSignature Part(DriverSignature whole, int index) => whole with { Name = whole.Name + Text.Number(index + 1) };

    private void Section(DriverSignature signature, IReadOnlyList<PassStep> steps, bool separate)
    {
        using (code.OptimizedMethod(signature.Declaration, separate))
        {
            foreach (PassStep step in steps)
            {
                step.Write();
            }
        }
    }
}
