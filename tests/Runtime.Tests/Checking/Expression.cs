using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>An expression that can be computed over any number, and in float in any order.</summary>
internal abstract record Expression
{
    public abstract S Over<S>(Func<float, S> leaf)
        where S : IScalar<S>;

    public abstract float InFloat(FloatArithmetic arithmetic);

    public static Expression Random(Random random, int depth)
    {
        if (depth == 0)
        {
            return new Leaf((float)(random.NextDouble() * 4 - 2));
        }

        Expression Next() => Random(random, depth - 1 - random.Next(Math.Min(depth, 2)));
        return random.Next(9) switch
        {
            0 => new Leaf((float)(random.NextDouble() * 4 - 2)),
            1 or 2 or 3 => new SumOf([.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => Next())]),
            4 => new ProductOf(Next(), Next()),
            5 => new ScaledBy(random.Next(1, 20) / 7.0, Next()),
            6 => new QuotientOf(Next(), Next()),
            7 => new TanhOf(Next()),
            _ => new LogOnePlusExp(Next()),
        };
    }

    private sealed record Leaf(float Value) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => leaf(Value);

        public override float InFloat(FloatArithmetic arithmetic) => Value;
    }

    /// <summary>A sum; in float the terms of sums inside it are added in with its own.</summary>
    private sealed record SumOf(Expression[] Terms) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => Terms.Select(term => term.Over(leaf)).Aggregate((a, b) => a + b);

        public override float InFloat(FloatArithmetic arithmetic) => arithmetic.Sum([.. Flat().Select(term => term.InFloat(arithmetic))]);

        private IEnumerable<Expression> Flat() => Terms.SelectMany(term => term is SumOf sum ? sum.Flat() : [term]);
    }

    private sealed record ProductOf(Expression Left, Expression Right) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => Left.Over(leaf) * Right.Over(leaf);

        public override float InFloat(FloatArithmetic arithmetic) => arithmetic.Product(Left.InFloat(arithmetic), Right.InFloat(arithmetic));
    }

    /// <summary>A constant multiple; in float a sum may be scaled term by term.</summary>
    private sealed record ScaledBy(double Factor, Expression Inner) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => S.From(Factor) * Inner.Over(leaf);

        public override float InFloat(FloatArithmetic arithmetic) => Inner is SumOf sum
            ? arithmetic.Sum([.. sum.Terms.Select(term => (float)Factor * term.InFloat(arithmetic))])
            : (float)Factor * Inner.InFloat(arithmetic);
    }

    private sealed record QuotientOf(Expression Left, Expression Right) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => Left.Over(leaf) / Right.Over(leaf);

        public override float InFloat(FloatArithmetic arithmetic) => arithmetic.Quotient(Left.InFloat(arithmetic), Right.InFloat(arithmetic));
    }

    private sealed record TanhOf(Expression Inner) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => S.Tanh(Inner.Over(leaf));

        public override float InFloat(FloatArithmetic arithmetic) => arithmetic.Tanh(Inner.InFloat(arithmetic));
    }

    private sealed record LogOnePlusExp(Expression Inner) : Expression
    {
        public override S Over<S>(Func<float, S> leaf) => S.Log(S.From(1) + S.Exp(S.Tanh(Inner.Over(leaf))));

        public override float InFloat(FloatArithmetic arithmetic) => arithmetic.Log(1 + arithmetic.Exp(arithmetic.Tanh(Inner.InFloat(arithmetic))));
    }
}
