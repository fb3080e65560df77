using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Oracle;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>The schedules against PyTorch's learning rates of 30 epochs.</summary>
public sealed class ScheduleOracleTests
{
    [SharedOracleFact]
    [Trait("Mathematics", "F8")]
    [Trait("Mathematics", "F9")]
    public void EveryScheduleFollowsItsCase()
    {
        var differences = new List<string>();
        OracleCase[] cases = [.. SharedOracle.Cases("schedule")];
        Assert.Equal(10, cases.Length);
        foreach (OracleCase oracle in cases)
        {
            Func<int, double> schedule = Make(oracle);
            double[] expected = [.. oracle.Json.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
            double[] rates = [.. oracle.Json.GetProperty("epochs").EnumerateArray().Select(epoch => schedule(epoch.GetInt32()))];
            OracleCheck.Compare<double>("rate", rates, expected, oracle, 1, differences);
        }

        Assert.Empty(differences);
    }

    private static Func<int, double> Make(OracleCase oracle)
    {
        double rate = Number("lr0");
        return oracle.Op switch
        {
            "constant" => Schedules.Constant(rate),
            "inverse_time" => Schedules.InverseTime(rate, Number("beta")),
            "exponential_095" => Schedules.Exponential(rate, Number("gamma")),
            "inv_sqrt" => Schedules.InverseSquareRoot(rate, Number("k")),
            "step" => Schedules.Step(rate, (int)Number("step_size"), Number("gamma")),
            "multistep" => Schedules.MultiStep(rate, Number("gamma"), [.. oracle.Attribute("milestones")!.Value.EnumerateArray().Select(epoch => epoch.GetInt32())]),
            "polynomial" => Schedules.Polynomial(rate, (int)Number("total"), Number("power")),
            "cosine" => Schedules.Cosine(rate, (int)Number("T_max"), Number("eta_min")),
            "linear_warmup" => Schedules.WarmUp((int)Number("warmup_epochs"), Schedules.Constant(rate)),
            "warmup_cosine" => Schedules.WarmUp((int)Number("warmup_epochs"), Schedules.Cosine(rate, (int)(Number("total") - Number("warmup_epochs")))),
            var other => throw new ArgumentException($"{other} is no schedule of NetGen's."),
        };

        double Number(string name) => oracle.Attribute(name)!.Value.GetDouble();
    }
}
