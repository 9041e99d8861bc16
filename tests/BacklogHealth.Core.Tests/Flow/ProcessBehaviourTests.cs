using BacklogHealth.Core.Flow;
using CsCheck;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class ProcessBehaviourTests
{
    [Fact]
    public void The_limits_lie_2_66_mean_distances_of_neighbours_about_the_average()
    {
        // Average 5, neighbours 2 apart: 5 ± 5.32, and nothing is less than none.
        var limits = ProcessBehaviour.Of([4, 6, 4, 6, 4, 6, 4, 6, 4, 6])!;
        Assert.Equal((5.0, 0.0, 10.32), (limits.Average, limits.Lower, Math.Round(limits.Upper, 10)));
        Assert.Empty(limits.Outside);
        Assert.Null(limits.Run);
    }

    [Fact]
    public void A_value_outside_is_a_signal() =>
        Assert.Equal([6], ProcessBehaviour.Of([4, 5, 4, 5, 4, 5, 40, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5])!.Outside);

    [Fact]
    public void Eight_in_a_row_on_one_side_are_a_signal_and_seven_are_not()
    {
        Assert.Equal(8, ProcessBehaviour.Of([6, 6, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4])!.Run);
        Assert.Null(ProcessBehaviour.Of([6, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4])!.Run);
    }

    [Fact]
    public void A_value_on_the_average_ends_a_run() =>
        Assert.Null(ProcessBehaviour.Of([6, 6, 6, 6, 5, 6, 6, 6, 6, 4, 4, 4, 4, 5, 4, 4, 4, 4])!.Run);

    [Fact]
    public void Fewer_than_ten_values_have_no_limits() => Assert.Null(ProcessBehaviour.Of([1, 2, 3, 4, 5, 6, 7, 8, 9]));

    [Fact]
    public void The_average_lies_within_the_limits_and_equal_values_are_never_a_signal()
    {
        Gen.Int[0, 1000].Array[10, 60].Sample(values =>
        {
            var limits = ProcessBehaviour.Of(values)!;
            Assert.InRange(limits.Average, limits.Lower, limits.Upper);
            Assert.All(limits.Outside, i => Assert.True(values[i] < limits.Lower || values[i] > limits.Upper));
        });
        Assert.Empty(ProcessBehaviour.Of([.. Enumerable.Repeat(7, 12)])!.Outside);
    }
}
