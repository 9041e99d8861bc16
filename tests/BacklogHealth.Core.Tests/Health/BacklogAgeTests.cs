using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Health.Duties;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class BacklogAgeTests
{
    [Fact]
    public void Items_fall_into_classes_of_calendar_months()
    {
        // Now is 20 July 2026: a month ago was 20 June, day 170 of the year from 0; three months ago 20 April, day 109; half a year ago 20 January, day 19.
        var age = Age(Open("a", created: 171), Open("b", created: 170), Open("c", created: 110), Open("d", created: 109), Open("e", created: 20), Open("f", created: 19));

        Assert.Equal([(0, 1, 1), (1, 3, 2), (3, 6, 2), (6, 12, 1), (12, 24, 0), (24, (int?)null, 0)], age.Classes.Select(c => (c.FromMonths, c.BelowMonths, c.Items)));
        Assert.Equal(90.5, age.MedianDays); // of 29, 30, 90, 91, 180 and 181 days
    }

    [Fact]
    public void A_touch_of_the_last_ninety_days_counts_and_a_creation_is_one()
    {
        var age = Age(Open("new", created: 120), Touched(Open("old", created: 50), 150), Touched(Open("older", created: 50), 100));

        Assert.Equal([(1, 1), (2, 1)], age.Classes.Where(c => c.Items > 0).Select(c => (c.Items, c.Touched)));
        Assert.Equal(0, age.Zombies); // nobody has slept for 180 days
        Assert.Equal(1, age.Classes.Sum(c => c.Untouched));
    }

    [Fact]
    public void A_zombie_is_old_and_nobody_has_touched_it_for_half_a_year()
    {
        var age = Age(Touched(Open("woken", created: 5), 100), Touched(Open("asleep", created: 5), 12), Open("never", created: 10), Open("begun", created: 5, state: "Review"), Open("epic", created: 5, kind: WorkItemKind.Epic));

        Assert.Equal((2, 3), (age.Zombies, age.TouchKnown));
        Assert.Equal((3, 0, 2), age.Classes.Where(c => c.Items > 0).Select(c => (c.Items, c.Touched, c.Zombies)).Single());
    }

    [Fact]
    public void An_item_without_a_known_creation_has_no_age()
    {
        var age = Age(WithoutDates(Open("placed", created: 5)), Open("known", created: 195));

        Assert.Equal((1, 1, 1), (age.Items, age.AgeUnknown, age.TouchKnown));
    }

    [Fact]
    public void Without_items_every_class_is_empty()
    {
        var age = Age();
        Assert.Equal((6, 0, 0, 0), (age.Classes.Length, age.Items, age.Zombies, age.TouchKnown));
        Assert.Null(age.MedianDays);
    }

    [Fact]
    public void The_zombies_are_those_of_the_duty()
    {
        var duty = new TestDuty
        {
            Open =
            [
                Touched(TestDuty.Waiting("1", created: 40), 390), Touched(TestDuty.Waiting("2", created: 80), 150),
                .. Enumerable.Range(3, 7).Select(i => TestDuty.Waiting($"{i}", created: 40 * i)),
            ],
        };
        var age = BacklogAge.Of(duty.Health());

        Assert.Equal("4 of 9 (44 %)", duty.Ask("zombies"));
        Assert.Equal((4, 9), (age.Zombies, age.TouchKnown));
    }

    [Fact]
    public void Every_waiting_item_is_in_one_class_or_its_age_is_unknown()
    {
        Gen.Select(Gen.Double[-900, 199], Gen.Double[-900, 199].Nullable(), Gen.Bool).List[0, 20].Sample(items =>
        {
            var age = Age([.. items.Select((x, i) => Open($"{i}", created: x.Item1)).Zip(items, (o, x) => x.Item3 ? o : WithoutDates(o)).Zip(items, (o, x) => x.Item2 is { } day ? Touched(o, day) : o)]);
            Assert.Equal(items.Count, age.Items + age.AgeUnknown);
            Assert.All(age.Classes, c => Assert.True(c.Touched >= 0 && c.Zombies >= 0 && c.Touched + c.Zombies <= c.Items));
            Assert.InRange(age.Zombies, age.Classes.Sum(c => c.Zombies), age.TouchKnown);
        });
    }

    private static BacklogAge Age(params (ScoredItem, ItemHistory)[] open) => BacklogAge.Of(HealthBuilder.Build(Input([], open)));
}
