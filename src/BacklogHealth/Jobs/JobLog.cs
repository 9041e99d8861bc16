using BacklogHealth.Storage;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Jobs;

/// <summary>What is logged of jobs. Notes are sentences of the program: they hold no text of items and no secret.</summary>
internal static partial class JobLog
{
    [LoggerMessage(EventId = 100, EventName = "JobBegun", Level = LogLevel.Information, Message = "{Job} of {Slot} begun, attempt {Attempt}")]
    public static partial void Begun(ILogger log, string job, string slot, int attempt);

    [LoggerMessage(EventId = 101, EventName = "JobEnded", Level = LogLevel.Information, Message = "{Job} of {Slot} ended: {State}, {Code}. {Note}")]
    public static partial void Ended(ILogger log, string job, string slot, RunState state, ExitCode code, string note);

    [LoggerMessage(EventId = 102, EventName = "JobLeaseLost", Level = LogLevel.Warning, Message = "{Job} of {Slot} was taken over by another worker, since nothing was heard from here for longer than its lease")]
    public static partial void LostLease(ILogger log, string job, string slot);

    [LoggerMessage(EventId = 104, EventName = "JobWarned", Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void Warned(ILogger log, string warning);

    [LoggerMessage(EventId = 105, EventName = "CannotRenew", Level = LogLevel.Warning, Message = "{Job} of {Slot} goes on, and its lease could not be renewed, which is tried again: {Reason}")]
    public static partial void CannotRenew(ILogger log, string job, string slot, string reason);

    [LoggerMessage(EventId = 106, EventName = "CannotGoOn", Level = LogLevel.Critical, Message = "Jobs cannot go on, and the program ends: {Reason}")]
    public static partial void CannotGoOn(ILogger log, string reason);

    [LoggerMessage(EventId = 103, EventName = "CannotWork", Level = LogLevel.Warning, Message = "Nothing can be done now, and is tried again: {Reason}")]
    public static partial void CannotWork(ILogger log, string reason);
}
