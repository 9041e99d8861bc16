using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Jobs.Apart;

/// <summary>One run of a job, for a process of its own. It goes over standard input, since settings may hold secrets.</summary>
/// <param name="Version">Of the program that orders: another one may lie in its place by now.</param>
/// <param name="Job">Name of the job.</param>
/// <param name="Claim">The run. Its lease is renewed by who orders.</param>
/// <param name="ConfigFile">The settings file, beside which some files lie.</param>
/// <param name="Settings">The settings, as whoever orders has read them: the file may say something else by now.</param>
internal sealed record ApartOrder(string Version, string Job, ClaimedRun Claim, string ConfigFile, ImmutableArray<SettingValue> Settings);

/// <summary>What became of it.</summary>
/// <param name="End">What the run came to.</param>
/// <param name="Warnings">Sentences for the log.</param>
/// <param name="Measured">What was measured meanwhile.</param>
internal sealed record ApartAnswer(JobEnd End, ImmutableArray<string> Warnings, MeasuredApart Measured);

/// <summary>Each is one line of JSON, in ASCII alone: two processes need not agree on more.</summary>
[JsonSerializable(typeof(ApartOrder))]
[JsonSerializable(typeof(ApartAnswer))]
internal sealed partial class ApartJson : JsonSerializerContext;
