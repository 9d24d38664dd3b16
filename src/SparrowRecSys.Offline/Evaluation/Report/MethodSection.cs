using System.Text.Json.Nodes;
using System.Xml.Linq;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>How it was measured: the protocol, what was refused, the formulas, every option of every model.</summary>
internal static class MethodSection
{
    private static readonly (string Name, string Formula)[] Formulas =
    [
        ("HitRate@K", "1 when a right movie is among the first K, else 0"),
        ("Recall@K", "hits / R"),
        ("Recall of reachable@K", "hits / min(K, R); used in strong"),
        ("Precision@K", "hits / K, however short the list is"),
        ("MRR@K", "1 / rank of the first right movie, 0 beyond K"),
        ("MAP@K", "sum of the precisions at the ranks of the right movies among the first K, divided by min(K, R)"),
        ("NDCG@K", "sum of 1 / log2(rank + 1) over the right movies among the first K, divided by the same sum over the ranks 1 to min(K, R)"),
        ("coverage", "share of the ranked movies that stand in at least one list"),
        ("Gini", "of how often each ranked movie is shown: 0 = all alike, towards 1 = always the same few"),
        ("novelty", "mean of −log2 of the share of training users that know a shown movie, one added to both counts"),
        ("diversity", "mean over lists of 1 − Jaccard similarity of the genres of two movies of the list"),
    ];

    public static IEnumerable<XElement> Create(MeasuredModels models)
    {
        EvaluationOutcome outcome = models.Outcome;
        yield return Tag.Paragraph(Tag.Of("strong", null, $"Protocol {models.Run.Split.Protocol}. "), ProtocolWords(models), " ", EvaluationWords.Rules(outcome));
        yield return Tag.Paragraph(
            "Refused, with an error instead of a number: a right movie that is also in the user's training part or history, twice in the test, a user tested twice, training interactions later than the test where the "
            + "protocol goes by time, and vectors that were learned from the whole data. None of this was found here.");
        yield return Tag.Paragraph("R is the number of a user's right movies, ranks count from 1, and each metric is a mean over users; a user about whom a model has nothing to say counts as 0.");
        yield return Tag.Of("dl", "formulas", Formulas.SelectMany(formula => new[] { Tag.Of("dt", null, formula.Name), Tag.Of("dd", null, formula.Formula) }));
        yield return Tag.Of(
            "details", null, Tag.Of("summary", null, "Options of the models"),
            Tag.Table("Options of the first seed's models", ["model", "options"], OptionRows(models)));
        yield return Tag.Of("p", "quiet", $"Data {models.Run.Split.Train.Hash}. The same data, options and seeds give the same numbers, seconds aside.");
    }

    private static string ProtocolWords(MeasuredModels models) => models.Run.Split.Protocol switch
    {
        Protocols.Temporal => $"One moment divides all interactions: the first {PopularityPlot.Percent(models.Outcome.Request.Options.TrainShare)} are learned from, what comes later is the test.",
        Protocols.LeaveOneOut => "Each user's last interaction is the test, all before it are learned from.",
        Protocols.Ncf => "Training, tests and their negatives come from the files of He et al. 2017.",
        Protocols.Ratio => "Each user's interactions are divided at random: 80 % are learned from, 10 % are the validation, 10 % the test.",
        Protocols.Strong => "The tested users are not in training at all; a model is told 80 % of a user's movies and tested on the rest (Liang et al. 2018).",
        _ => "",
    };

    private static IEnumerable<XElement> OptionRows(MeasuredModels models) =>
        from name in models.Run.Evaluations.SelectMany(evaluation => evaluation.Name.Split('+')).Distinct()
        let text = models.Outcome.Request.External.ContainsKey(name) ? "vectors from elsewhere" : OptionsOf(AllRetrievalMethods.Get(name), models)
        select Tag.Of("tr", null, Tag.RowHead(name), Tag.Of("td", "options", text));

    private static string OptionsOf(RetrievalMethod method, MeasuredModels models)
    {
        JsonObject values = method.Options.ToJson(models.Outcome.Request.Settings.OptionsOf(method, models.Run.Seed));
        return values.Count == 0 ? "none" : string.Join(", ", values.Select(value => $"{value.Key} {value.Value?.ToJsonString() ?? "none"}"));
    }
}
