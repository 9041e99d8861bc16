using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Core.Tests.Health;

public sealed class RecordOfStatementsTests
{
    [Theory]
    [InlineData(28, 38, RecordVerdict.LessOften)] // 74 %, and chance gives so few in 5 of 100 cases
    [InlineData(79, 100, RecordVerdict.LessOften)] // chance gives so few in 7 of 100 cases
    [InlineData(15, 20, RecordVerdict.LessOften)] // chance gives so few in 17 of 100 cases, but 75 % is more than five points off
    [InlineData(16, 20, RecordVerdict.AsOften)]
    [InlineData(33, 39, RecordVerdict.AsOften)]
    [InlineData(3, 7, RecordVerdict.LessOften)]
    [InlineData(5, 7, RecordVerdict.TooFew)]
    [InlineData(10, 10, RecordVerdict.TooFew)]
    [InlineData(14, 14, RecordVerdict.TooFew)] // chance gives so many in 10.3 of 100 cases
    [InlineData(15, 15, RecordVerdict.MoreOften)] // 8.7
    [InlineData(0, 0, RecordVerdict.TooFew)]
    public void A_record_is_judged_against_what_was_said(int times, int of, RecordVerdict verdict) =>
        Assert.Equal(verdict, RecordOfStatements.Judge(new HeldBefore(0.85, times, of)));

    [Theory]
    [InlineData(850, 1000, RecordVerdict.AsOften)]
    [InlineData(810, 1000, RecordVerdict.LessOften)]
    [InlineData(1000, 1000, RecordVerdict.MoreOften)]
    public void A_long_record_is_judged_too(int times, int of, RecordVerdict verdict) =>
        Assert.Equal(verdict, RecordOfStatements.Judge(new HeldBefore(0.85, times, of)));
}
