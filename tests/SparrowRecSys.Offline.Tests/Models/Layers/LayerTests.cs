using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Training;
using SparrowRecSys.Ranking;
using TorchSharp;

namespace SparrowRecSys.Offline.Tests.Models.Layers;

/// <summary>Every layer gives in ONNX Runtime, with one row of the user and many of movies, what it gives in Torch, pair by pair, padding included.</summary>
[Collection("Torch")] // its random generator is one for the process
public sealed class LayerTests : IDisposable
{
    private const int Dimension = 6;
    private const int Length = 5;

    private static readonly SampleTable Samples = RankerSamples.All(RichData.Create(), AllRankers.Get("din"), new DinOptions { HistoryLength = Length });

    private readonly NetworkInputs _inputs;
    private readonly IdTables _tables;
    private readonly History _history;
    private readonly FeatureSlot _movieId;

    public LayerTests()
    {
        Assert.SkipUnless(TorchAvailability.IsAvailable, TorchAvailability.WhyNot ?? "");
        torch.random.manual_seed(3);
        _inputs = new NetworkInputs(Samples, BiasPrior.Of(Samples));
        _tables = new IdTables(_inputs, Dimension);
        _history = new History(Samples.Schema);
        _movieId = Samples.Schema.Find(FeatureNames.MovieId)!;
    }

    public void Dispose() => _tables.Dispose();

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.PRelu)]
    [InlineData(Activation.Dice)]
    public void Dense_layers_of_a_user_and_a_movie(string activation)
    {
        var mlp = new Mlp([Dimension, Dimension], [7, 4], activation);

        AssertSame([mlp], blocks => mlp.Apply(_tables.Movies.Mean(_history.Ids(blocks)), Query(blocks)));
    }

    [Fact]
    public void Numbers_of_both_sides()
    {
        var user = new NumberTransform(FeatureSide.User, Samples);
        var movie = new NumberTransform(FeatureSide.Movie, Samples);

        AssertSame([user, movie], blocks => user.Apply(blocks).Sum(-1, keep: true) + movie.Apply(blocks));
    }

    [Fact]
    public void The_activation_unit_over_a_history_with_padding()
    {
        var unit = new ActivationUnit(Dimension, _history.ContextWidth, 4, Activation.PRelu);

        AssertSame([unit], blocks => unit.Apply(Query(blocks), _tables.Movies.Rows(_history.Ids(blocks)), _history.Context(blocks), Length));
    }

    [Fact]
    public void A_gru_whose_gate_the_candidate_moves()
    {
        var gru = new Gru(Dimension, 4);

        AssertSame([gru], blocks =>
        {
            Value films = _tables.Movies.Rows(_history.Ids(blocks)); // (U, L, D)
            Value attention = Query(blocks).TimesEach(films.Transposed()).Sigmoid() * _history.Ids(blocks).IsPresent(); // (N, L)
            return gru.Apply(films, attention, Length)[0];
        });
    }

    [Fact]
    public void Self_attention_over_a_history_with_padding()
    {
        var attention = new SelfAttention(Dimension, Length, dropout: 0.1);

        AssertSame([attention], blocks =>
        {
            Value present = _history.Ids(blocks).IsPresent();
            Value states = attention.Apply(_tables.Movies.Rows(_history.Ids(blocks)), present) * present.Unsqueeze(-1);
            return states.At(0) + states.At(2) + (Query(blocks) * 0);
        });
    }

    [Fact]
    public void Second_order_crosses() =>
        AssertSame([], blocks => FmSecondOrder.Apply([_tables.Movies.Mean(_history.Ids(blocks))], [Query(blocks), Query(blocks) * Query(blocks)]));

    [Fact]
    public void Cross_layers()
    {
        var cross = new CrossNet(Dimension, 3);

        AssertSame([cross], blocks => cross.Apply(_tables.Movies.Mean(_history.Ids(blocks)) + Query(blocks)));
    }

    [Fact]
    public void Hashed_pairs_of_ids()
    {
        var cross = new HashedCross(13);
        using var _ = torch.no_grad();
        cross.parameters().Single().normal_();

        AssertSame([cross], blocks => cross.Apply(blocks[_movieId], _history.Ids(blocks).Slice(1, 0, 1)));
    }

    [Fact]
    public void Second_order_crosses_are_the_dot_products_of_all_pairs()
    {
        using var scope = torch.NewDisposeScope();
        Value[] fields = [.. Enumerable.Range(0, 4).Select(_ => new TorchValue(torch.randn(3, Dimension), training: false))];
        torch.Tensor expected = torch.zeros(3);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < i; j++)
            {
                expected += (TorchValue.Of(fields[i]) * TorchValue.Of(fields[j])).sum(1);
            }
        }

        torch.Tensor found = TorchValue.Of(FmSecondOrder.Apply(fields[..2], fields[2..])).squeeze(1);

        Assert.True(found.allclose(expected, 1e-4, 1e-5));
    }

    [Fact]
    public void Padding_leaves_the_state_of_a_gru_as_it_is()
    {
        using var scope = torch.NewDisposeScope();
        var gru = new Gru(Dimension, 4);
        torch.Tensor films = torch.randn(1, 2, Dimension);
        torch.Tensor padded = torch.cat([films, torch.randn(1, 3, Dimension)], 1);
        Value State(torch.Tensor history, float[] gate) =>
            gru.Apply(new TorchValue(history, false), new TorchValue(torch.tensor(gate).unsqueeze(0), false), gate.Length)[0];

        Assert.True(TorchValue.Of(State(films, [1, 1])).allclose(TorchValue.Of(State(padded, [1, 1, 0, 0, 0])), 1e-6, 1e-6));
    }

    [Fact]
    public void A_film_of_self_attention_sees_no_newer_one()
    {
        using var scope = torch.NewDisposeScope();
        var attention = new SelfAttention(Dimension, 3, dropout: 0);
        torch.Tensor films = torch.randn(1, 3, Dimension);
        torch.Tensor other = films.clone();
        other[0, 0] = torch.randn(Dimension); // the newest
        torch.Tensor Apply(torch.Tensor history) => TorchValue.Of(attention.Apply(new TorchValue(history, false), new TorchValue(torch.ones(1, 3), false)));

        Assert.True(Apply(films)[0, 1].allclose(Apply(other)[0, 1], 1e-6, 1e-6));
        Assert.False(Apply(films)[0, 0].allclose(Apply(other)[0, 0], 1e-3, 1e-3));
    }

    [Fact]
    public void Numbers_are_standardised_by_the_training_samples()
    {
        using var scope = torch.NewDisposeScope();
        var transform = new NumberTransform(FeatureSide.Movie, Samples);
        torch.Tensor[] blocks = new SampleBatches(Samples, torch.CPU).At([.. Enumerable.Range(0, Samples.Count)]).Blocks;

        torch.Tensor found = TorchValue.Of(transform.Apply(new Blocks(Samples.Schema, [.. blocks.Select(block => new TorchValue(block, false))])));

        Assert.All(found.mean([0]).data<float>().ToArray(), mean => Assert.InRange(mean, -0.2, 0.2));
        Assert.All(found.std([0]).data<float>().ToArray(), deviation => Assert.InRange(deviation, 0, 1.1));
        Assert.InRange(found.abs().max().ToSingle(), 0.5, 4);
    }

    private Value Query(Blocks blocks) => _tables.Movies.Row(blocks[_movieId]);

    /// <summary>A network of the layer, its outputs weighted differently and added up, through both.</summary>
    private void AssertSame(torch.nn.Module[] layers, Func<Blocks, Value> apply)
    {
        using var network = new LayerNetwork(_inputs, [_tables, .. layers], apply);

        (ModelProbe probe, double parity) = ParityCheck.Run(network, network.ToOnnx(), Samples.Schema, ProbeSamples.Of(Samples));

        Assert.InRange(parity, 0, 1e-5);
        Assert.True(probe.Scores.Max() - probe.Scores.Min() > 1e-3, "scores that are all alike prove nothing");
    }

    private sealed class LayerNetwork : RankingNetwork
    {
        private readonly Func<Blocks, Value> _apply;

        public LayerNetwork(NetworkInputs inputs, torch.nn.Module[] layers, Func<Blocks, Value> apply)
            : base(nameof(LayerNetwork), inputs, new DinOptions())
        {
            _apply = apply;
            for (int i = 0; i < layers.Length; i++)
            {
                register_module($"layer{i}", layers[i]);
            }

            using var _ = torch.no_grad();
            foreach (torch.Tensor weights in parameters())
            {
                weights.normal_(0, 0.7);
            }
        }

        protected override Value Logit(Blocks blocks) => _apply(blocks).Tanh().Sum(-1, keep: true);
    }
}
