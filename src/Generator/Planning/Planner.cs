namespace NetGen.Generator;

internal static class Planner
{
    public static NetworkPlan Plan(NetworkModel model) => new(model);
}
