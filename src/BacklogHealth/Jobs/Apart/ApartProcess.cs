using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using BacklogHealth.Settings;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Jobs.Apart;

/// <summary>
/// Has a run of a job done by a process of its own, the same program once more: what scoring and drawing load, compile and keep goes away with it, and a process that stays
/// for months stays small. If it dies, of too little memory too, this one lives and says so.
/// </summary>
/// <param name="program">The program with what stands before its own arguments, see <see cref="AppHost.Program"/>.</param>
/// <param name="configFile">The settings file.</param>
/// <param name="settings">The settings as they were read.</param>
/// <param name="log">Where warnings go.</param>
internal sealed class ApartProcess(IReadOnlyList<string> program, string configFile, MergedSettings settings, ILogger log)
{
    // As long as a mail server may take to answer.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(15);

    // A process group is told to end all at once: ours may come to know of it a moment later than the other.
    private static readonly TimeSpan EndsTogether = TimeSpan.FromSeconds(1);

    /// <summary>Does a run, which must be under a claim.</summary>
    public async Task<JobEnd> Do(string job, JobWork work, CancellationToken cancellation)
    {
        var order = new ApartOrder(Product.Version, job, work.Claim!, configFile, [.. settings.Given]);
        using var process = Start(job);
        try
        {
            await Give(process, order);
            var line = await process.StandardOutput.ReadLineAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (line is null)
            {
                await Task.Delay(EndsTogether, cancellation);
                return new JobEnd(ExitCode.Failed, $"{job}: the process that was at it ended with exit code {process.ExitCode} and without a word; 137 means that the system killed it, mostly for want of memory. What was stored is kept. Give it more memory, or look into the log for what it said before.");
            }

            var answer = JsonSerializer.Deserialize(line, ApartJson.Default.ApartAnswer)!;
            answer.Measured.Tell();
            foreach (var warning in answer.Warnings)
            {
                JobLog.Warned(log, warning);
            }

            return answer.End;
        }
        finally
        {
            await End(process);
        }
    }

    // What it says besides its answer goes where ours goes.
    private Process Start(string job)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program[0], [.. program.Skip(1), "job", job]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception e)
        {
            throw new UserError(ExitCode.Failed, $"{program[0]}: the program cannot be started once more for the job {job} ({e.Message.TrimEnd('.')}). Expected it where it was when serve began. Put it back, or start serve anew.");
        }
    }

    private static async Task Give(Process process, ApartOrder order)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, ApartJson.Default.ApartOrder));
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended already: that is told where its answer should be.
        }
    }

    // The end of its input tells it to end.
    private static async Task End(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(EndsWithin);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
