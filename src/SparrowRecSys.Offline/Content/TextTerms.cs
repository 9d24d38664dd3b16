using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace SparrowRecSys.Offline.Content;

/// <summary>Terms of texts and their weights by Microsoft.ML: tf · ln(N / df), N being all texts and df those that have the term.</summary>
internal static class TextTerms
{
    private const string Terms = "Terms";

    /// <summary>The terms of each text, by term number. Empty texts have none. The numbers are given by first occurrence.</summary>
    public static (int Term, float Weight)[][] Of(IReadOnlyList<string> texts, FieldKind kind)
    {
        if (texts.All(string.IsNullOrWhiteSpace))
        {
            return [.. texts.Select(_ => Array.Empty<(int, float)>())];
        }

        var context = new MLContext(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable(texts.Select(text => new Document { Text = text }));
        IDataView terms = Chain(context.Transforms, kind).Fit(data).Transform(data);
        return Read(terms);
    }

    private static EstimatorChain<NgramExtractingTransformer> Chain(TransformsCatalog transforms, FieldKind kind)
    {
        const NgramExtractingEstimator.WeightingCriteria TfIdf = NgramExtractingEstimator.WeightingCriteria.TfIdf;
        return kind switch
        {
            FieldKind.Words => transforms.Text.NormalizeText(Terms, nameof(Document.Text), keepDiacritics: false, keepPunctuations: false)
                .Append(transforms.Text.TokenizeIntoWords(Terms))
                .Append(transforms.Text.RemoveDefaultStopWords(Terms))
                .Append(transforms.Conversion.MapValueToKey(Terms))
                .Append(transforms.Text.ProduceNgrams(Terms, ngramLength: 2, useAllLengths: true, weighting: TfIdf)),
            FieldKind.Names => transforms.Text.TokenizeIntoWords(Terms, nameof(Document.Text), ['|'])
                .Append(transforms.Conversion.MapValueToKey(Terms))
                .Append(transforms.Text.ProduceNgrams(Terms, ngramLength: 1, weighting: TfIdf)),
            FieldKind.Characters => transforms.Text.TokenizeIntoCharactersAsKeys(Terms, nameof(Document.Text), useMarkerCharacters: false)
                .Append(transforms.Text.ProduceNgrams(Terms, ngramLength: 2, useAllLengths: false, weighting: TfIdf)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
        };
    }

    private static (int Term, float Weight)[][] Read(IDataView data)
    {
        DataViewSchema.Column column = data.Schema[Terms];
        var all = new List<(int, float)[]>();
        using DataViewRowCursor cursor = data.GetRowCursor([column]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> weights = default;
        while (cursor.MoveNext())
        {
            getter(ref weights);
            all.Add([.. weights.Items().Where(item => item.Value != 0).Select(item => (item.Key, item.Value))]);
        }

        return [.. all];
    }

    private sealed class Document
    {
        public string Text { get; init; } = "";
    }
}
