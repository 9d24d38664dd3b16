using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Tuning;

namespace SparrowRecSys.Offline.Tests.Tuning;

public sealed class TuningStateTests : IDisposable
{
    private static readonly TuningIdentity Identity = new("als", "0123456789abcdef", "temporal", "NDCG@10", 1, 1, "{}");

    private readonly TemporaryFolder _folder = new();

    private string StateFile => Path.Combine(_folder.Path, "deep", "als.trials");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_search_goes_on_with_the_trials_that_are_there()
    {
        TuningState first = TuningState.Open(StateFile, Identity);
        first.Add(Trial(0, 0.1));
        first.Add(Trial(1, 0.3));
        first.Add(Trial(2, null));

        TuningState again = TuningState.Open(StateFile, Identity);

        Assert.Equal(first.Trials.Select(trial => trial.ToString()), again.Trials.Select(trial => trial.ToString()));
        Assert.Equal(1, again.Best?.Trial);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_dropped_and_the_next_trial_stands_on_a_line_of_its_own()
    {
        TuningState first = TuningState.Open(StateFile, Identity);
        first.Add(Trial(0, 0.1));
        File.AppendAllText(StateFile, "{\"trial\":1,\"opt");

        TuningState.Open(StateFile, Identity).Add(Trial(1, 0.2));

        Assert.Equal([0, 1], TuningState.Open(StateFile, Identity).Trials.Select(trial => trial.Trial));
    }

    [Fact]
    public void The_state_of_another_search_is_refused()
    {
        TuningState.Open(StateFile, Identity);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TuningState.Open(StateFile, Identity with { Protocol = "ratio" }));

        Assert.Contains("\"protocol\":\"temporal\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Name another --state, or remove the file.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_line_is_refused_with_its_number()
    {
        TuningState.Open(StateFile, Identity).Add(Trial(0, 0.1));
        File.AppendAllText(StateFile, "nonsense\n");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TuningState.Open(StateFile, Identity));

        Assert.StartsWith($"{StateFile}(3): ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_equal_trials_the_first_is_the_best()
    {
        TuningState state = TuningState.Open(StateFile, Identity);
        state.Add(Trial(0, 0.2));
        state.Add(Trial(1, 0.2));

        Assert.Equal(0, state.Best?.Trial);
    }

    private static TuningTrial Trial(int number, double? value) =>
        new(number, new JsonObject { ["dimension"] = 8 * (number + 1) }, value, value - 0.01, value + 0.01, 1.5, value is null ? "diverged" : null);
}
