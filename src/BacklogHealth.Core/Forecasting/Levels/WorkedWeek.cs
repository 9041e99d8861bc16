namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>A week of the past in which the team worked.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Items">Items finished in it.</param>
/// <param name="Exposure">How much of a usual week was worked, above 0; 1 where no day of it was off. A level brings so much of itself.</param>
internal readonly record struct WorkedWeek(DateOnly First, int Items, double Exposure);
