using System.Text.Json.Nodes;

namespace SparrowRecSys.Offline.Tuning;

/// <summary>One trial of a search.</summary>
/// <param name="Trial">Number from 0.</param>
/// <param name="Options">What was tried; options that are not in it keep their defaults.</param>
/// <param name="Value">The metric on the validation part; <see langword="null"/> when the trial failed.</param>
/// <param name="Lower">Lower end of its 95 % interval; <see langword="null"/> where there is none.</param>
/// <param name="Upper">Upper end of its 95 % interval; likewise.</param>
/// <param name="Seconds">Training and measuring.</param>
/// <param name="Problem">Why it failed; <see langword="null"/> when it did not.</param>
internal sealed record TuningTrial(int Trial, JsonObject Options, double? Value, double? Lower, double? Upper, double Seconds, string? Problem);
