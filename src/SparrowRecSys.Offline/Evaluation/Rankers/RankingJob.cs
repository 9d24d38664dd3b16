using System.Diagnostics;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Samples;
using Spectre.Console;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>Makes samples, trains every ranker on them with every seed, and measures all on the same test samples.</summary>
internal sealed class RankingJob(RankingRequest request, IAnsiConsole console, CancellationToken cancellation)
{
    /// <exception cref="InvalidDataException">The samples are wrong, or no number over them would be honest.</exception>
    public RankingOutcome Run()
    {
        (RankerSamples samples, RankingFacts facts, CandidateReranking? reranking) = request.Files is { } files ? Read(files) : Replay();
        return Measure(samples, facts, reranking);
    }

    /// <summary>Measures over samples that are there.</summary>
    public RankingOutcome Measure(RankerSamples samples, RankingFacts facts, CandidateReranking? reranking = null)
    {
        RankerSamplesGuard.Check(samples, facts.Name, request.Files?.IsRandomSplit ?? false);
        IReadOnlyList<RankerSegment> segments = RankerSegment.Of(samples);
        var evaluations = request.Rankers.Select(ranker => Evaluate(ranker, samples, segments, reranking)).ToList();
        return new RankingOutcome(request, facts, segments, evaluations) { Reranking = reranking?.Outcome() };
    }

    private RankerEvaluation Evaluate(RankerContestant ranker, RankerSamples samples, IReadOnlyList<RankerSegment> segments, CandidateReranking? reranking)
    {
        var runs = new List<RankerRun>();
        try
        {
            for (int i = 0; i < (ranker.IsSeeded ? request.Seeds : 1); i++)
            {
                int seed = request.Seed + i;
                RankerRun run = console.Status().Start($"{Markup.Escape(ranker.Name)} ...", _ => Run(ranker, seed, samples, segments, i == 0 ? reranking : null));
                console.MarkupLineInterpolated($"{ranker.Name}{(ranker.IsSeeded && request.Seeds > 1 ? $", seed {seed}" : "")}: AUC {run.Measures[0][RankerMeasure.Auc]:f4}, {run.Seconds:f1} s {run.Choice}");
                runs.Add(run);
            }
        }
        catch (InvalidDataException error)
        {
            console.MarkupLineInterpolated($"{ranker.Name}: {error.Message}");
            return new RankerEvaluation(ranker.Name, [], error.Message);
        }

        return new RankerEvaluation(ranker.Name, runs);
    }

    private RankerRun Run(RankerContestant ranker, int seed, RankerSamples samples, IReadOnlyList<RankerSegment> segments, CandidateReranking? reranking)
    {
        cancellation.ThrowIfCancellationRequested();
        long started = Stopwatch.GetTimestamp();
        using TrainedRanker trained = ranker.Fit(samples, seed, cancellation);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        float[] scores = trained.Score(samples.Test);
        if (Array.FindIndex(scores, score => !float.IsFinite(score)) is >= 0 and int at)
        {
            throw new InvalidDataException($"{ranker.Name} gave the score {scores[at]} to test sample {at}, expected a finite number.");
        }

        reranking?.Measure(ranker.Name, trained, cancellation);
        return new RankerRun(seed, [.. segments.Select(segment => RankerMeasure.Of(scores, segment, trained.AreProbabilities))], seconds, trained.Choice, trained.Curve);
    }

    private (RankerSamples Samples, RankingFacts Facts, CandidateReranking? Reranking) Replay()
    {
        DataSet data = DataSetLoader.Load(request.Directory);
        var split = TimeSplit.Of(data.Ratings);
        FeatureVocabularies vocabularies = SeenIds.Before(data, split.ValidationFrom);
        var encoder = new FeatureEncoder(FeatureSchema.All(vocabularies.Genres.Count), vocabularies, data.Movies);
        SampleTable all = new PointInTimeReplay(data, encoder).Run();
        Deal(all);
        var samples = new RankerSamples(all.Between(0, split.ValidationFrom), all.Between(split.ValidationFrom, split.TestFrom), all.Between(split.TestFrom, uint.MaxValue));
        RankingFacts facts = FactsOf(samples, EvaluationWords.NameOf(data), data.IsSimulated, data.Hash);
        return (samples, facts, request.HasRandomLabels ? null : CandidateReranking.Create(data, split, encoder, request));
    }

    private (RankerSamples Samples, RankingFacts Facts, CandidateReranking? Reranking) Read(SamplePaths paths)
    {
        var files = SampleFiles.Read(paths.Training, paths.Test);
        Deal(files.Training);
        Deal(files.Test);
        int validation = files.Training.Count / 10;
        var samples = new RankerSamples(
            files.Training.Slice(0, files.Training.Count - validation), files.Training.Slice(files.Training.Count - validation, validation), files.Test);
        return (samples, FactsOf(samples, $"{paths.Training}, {paths.Test}", null, null), null);
    }

    private void Deal(SampleTable samples)
    {
        if (request.HasRandomLabels)
        {
            RandomSampleLabels.Shuffle(samples, request.Seed);
        }
    }

    private static RankingFacts FactsOf(RankerSamples samples, string name, bool? areSimulated, string? hash) => new(
        name, areSimulated, hash, samples.Train.Count, samples.Validation.Count, samples.Test.Count, samples.Test.Count == 0 ? 0 : samples.Test.Timestamps[0],
        samples.Train.PositiveShare, samples.Test.PositiveShare);
}
