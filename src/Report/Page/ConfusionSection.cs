using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Evaluation;

namespace NetGen.Report;

/// <summary>
/// A confusion matrix: a row for each true class, shaded by its share of the row, and the figures of the class. Of more
/// classes than a page has room for, those that are told worst, and what is confused most.
/// </summary>
internal static class ConfusionSection
{
    public const int MostClasses = 40;

    public static void Write(Html html, NamedConfusion confusion)
    {
        ConfusionMatrix matrix = confusion.Matrix;
        html.Add($"<section class=\"confusion\">\n<h2>Confusion matrix");
        if (confusion.Output is string output)
        {
            html.Add($" <small>of {output}</small>");
        }

        html.Add($"</h2>\n<p>");
        if (matrix.Count == 0)
        {
            html.Add($"no examples");
        }
        else
        {
            html.Add($"accuracy {Words.Share(matrix.Accuracy)} of {Words.Count(matrix.Count, "example")} · macro F1 {Words.Share(matrix.MacroF1)}");
        }

        if (matrix.Undecided > 0)
        {
            html.Add($" · {Words.Count(matrix.Undecided)} predicted as NaN");
        }

        html.Add($"</p>\n");
        if (matrix.Classes <= MostClasses)
        {
            Matrix(html, confusion);
        }
        else
        {
            Worst(html, confusion);
            Confused(html, confusion);
        }

        html.Add($"</section>\n");
    }

    private static void Matrix(Html html, NamedConfusion confusion)
    {
        ConfusionMatrix matrix = confusion.Matrix;
        bool undecided = matrix.Undecided > 0;
        html.Add($"<p class=\"quiet\">A row for each true class, a column for what it was taken for, shaded by the share of the row.</p>\n<div class=\"wide\"><table class=\"matrix numbers\">\n<thead>\n<tr><th scope=\"col\" class=\"corner\"><span>true \\ predicted</span></th>");
        string side = confusion.Classes.Any(name => name.Length > 4) ? "upright" : "level";
        foreach (string name in confusion.Classes)
        {
            html.Add($"<th scope=\"col\" class=\"{side}\" title=\"{name}\"><span>{name}</span></th>");
        }

        if (undecided)
        {
            html.Add($"<th scope=\"col\">NaN</th>");
        }

        Figures(html);
        html.Add($"</tr>\n</thead>\n<tbody>\n");
        for (int truth = 0; truth < matrix.Classes; truth++)
        {
            html.Add($"<tr><th scope=\"row\"><span>{confusion.Classes[truth]}</span></th>");
            long all = matrix.CountOf(truth);
            for (int predicted = 0; predicted < matrix.Classes; predicted++)
            {
                Cell(html, matrix[truth, predicted], all, truth == predicted ? "right" : "wrong", FormattableString.Invariant($"{confusion.Classes[truth]} taken for {confusion.Classes[predicted]}"));
            }

            if (undecided)
            {
                Cell(html, matrix.UndecidedOf(truth), all, "wrong", FormattableString.Invariant($"{confusion.Classes[truth]} predicted as NaN"));
            }

            Figures(html, matrix, truth);
            html.Add($"</tr>\n");
        }

        html.Add($"</tbody>\n</table></div>\n");
    }

    private static void Worst(Html html, NamedConfusion confusion)
    {
        ConfusionMatrix matrix = confusion.Matrix;
        html.Add($"<p class=\"quiet\">Of {Words.Count(matrix.Classes)} classes, the {Words.Count(MostClasses)} with the lowest F1.</p>\n<div class=\"wide\"><table class=\"numbers\">\n<thead>\n<tr><th scope=\"col\">class</th>");
        Figures(html);
        html.Add($"</tr>\n</thead>\n<tbody>\n");
        foreach (int index in Enumerable.Range(0, matrix.Classes).Where(index => matrix.CountOf(index) > 0).OrderBy(matrix.F1).Take(MostClasses))
        {
            html.Add($"<tr><th scope=\"row\"><span>{confusion.Classes[index]}</span></th>");
            Figures(html, matrix, index);
            html.Add($"</tr>\n");
        }

        html.Add($"</tbody>\n</table></div>\n");
    }

    private static void Confused(Html html, NamedConfusion confusion)
    {
        ConfusionMatrix matrix = confusion.Matrix;
        IEnumerable<(int Truth, int Predicted, long Count)> pairs =
            from truth in Enumerable.Range(0, matrix.Classes)
            from predicted in Enumerable.Range(0, matrix.Classes)
            where truth != predicted && matrix[truth, predicted] > 0
            orderby matrix[truth, predicted] descending
            select (truth, predicted, matrix[truth, predicted]);
        html.Add($"<p class=\"quiet\">What is confused most often.</p>\n<div class=\"wide\"><table class=\"numbers\">\n<thead>\n<tr><th scope=\"col\">true</th><th scope=\"col\" class=\"word\">predicted</th><th scope=\"col\">examples</th></tr>\n</thead>\n<tbody>\n");
        foreach ((int truth, int predicted, long count) in pairs.Take(MostClasses))
        {
            html.Add($"<tr><th scope=\"row\"><span>{confusion.Classes[truth]}</span></th><td class=\"word\">{confusion.Classes[predicted]}</td><td>{Words.Count(count)}</td></tr>\n");
        }

        html.Add($"</tbody>\n</table></div>\n");
    }

    // The root shows the few that are wrong beside the many that are right.
    private static void Cell(Html html, long count, long all, string kind, string meaning)
    {
        if (count == 0)
        {
            html.Add($"<td class=\"none\">0</td>");
        }
        else
        {
            double share = (double)count / all;
            html.Add($"<td class=\"{kind}\" style=\"--share:{Math.Round(kind == "right" ? share : Math.Sqrt(share), 3)}\" title=\"{meaning}\">{Words.Count(count)}</td>");
        }
    }

    private static void Figures(Html html) =>
        html.Add($"<th scope=\"col\" class=\"figure\">precision</th><th scope=\"col\">recall</th><th scope=\"col\">F1</th><th scope=\"col\">examples</th>");

    private static void Figures(Html html, ConfusionMatrix matrix, int index) =>
        html.Add($"<td class=\"figure\">{Words.Share(matrix.Precision(index))}</td><td>{Words.Share(matrix.Recall(index))}</td><td>{Words.Share(matrix.F1(index))}</td><td>{Words.Count(matrix.CountOf(index))}</td>");
}
