using System.Xml.Linq;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>What is measured apart: warm and cold users, movies that training has never seen.</summary>
internal static class SegmentsSection
{
    /// <summary>Nothing where the protocol measures nothing apart.</summary>
    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        IReadOnlyList<EvaluationSegment> segments = models.Run.Segments;
        if (segments.Count < 2 || models.All.Count == 0)
        {
            yield break;
        }

        yield return Tag.Paragraph(
            $"By {models.Metric}. A user is warm from {models.Outcome.Request.Options.WarmInteractions} training interactions on; about a colder one a model knows little or nothing, and one that has nothing to say "
            + "finds nothing. A movie is cold when training has no interaction with it: only its content can bring it up. Among all movies such a movie competes with everything that is "
            + "known; among cold ones it can be seen whether a model tells them apart at all.");
        yield return Tag.Of("div", "plots", segments.Select((segment, i) => BarPlot.Create(
            $"{EvaluationWords.Capitalized(segment.Name)} ({EvaluationWords.Count(segment.Split.Cases.Count)})", models.Values(i, models.Metric))));
        for (int i = 1; i < segments.Count; i++)
        {
            yield return QualityTable.Create(models, i);
        }
    }
}
