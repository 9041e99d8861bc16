using BacklogHealth.Core.Forecasting.Levels;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Levels;

public sealed class NegativeBinomialTests
{
    private static readonly Gen<double> Mean = Gen.Double[0.01, 400];
    private static readonly Gen<double> Noise = Gen.Double[1.01, 12];

    [Fact]
    public void The_gamma_function_gives_factorials()
    {
        var log = 0.0;
        for (var n = 1; n <= 170; n++)
        {
            log += Math.Log(n);
            Assert.Equal(log, NegativeBinomial.LogGamma(n + 1), 1e-11 * Math.Max(1, log));
        }

        Assert.Equal(Math.Log(Math.PI) / 2, NegativeBinomial.LogGamma(0.5), 1e-11);
    }

    [Fact]
    public void Mean_and_variance_are_as_asked()
    {
        Gen.Select(Mean, Noise).Sample((mean, noise) =>
        {
            var mass = new double[4000];
            NegativeBinomial.AddTo(mass, mean, noise, 1, 1);
            var found = mass.Select((p, k) => p * k).Sum();
            Assert.Equal(1, mass.Sum(), 1e-9);
            Assert.Equal(mean, found, 1e-7 * Math.Max(1, mean));
            Assert.Equal(mean * noise, mass.Select((p, k) => p * (k - found) * (k - found)).Sum(), 1e-5 * Math.Max(1, mean * noise));
        }, iter: 200);
    }

    [Fact]
    public void The_tail_is_what_the_single_numbers_add_up_to()
    {
        Gen.Select(Mean, Noise, Gen.Int[1, 600]).Sample((mean, noise, count) =>
        {
            var mass = new double[4000];
            NegativeBinomial.AddTo(mass, mean, noise, 1, 1);
            Assert.Equal(mass.Skip(count).Sum(), NegativeBinomial.AtLeast(count, mean, noise), 1e-9);
        }, iter: 500);
    }

    [Fact]
    public void With_a_noise_near_one_counts_are_independent_events()
    {
        // P(3) for a mean of 2: 2³ e⁻² / 3!
        Assert.Equal(8 * Math.Exp(-2) / 6, Math.Exp(NegativeBinomial.LogOf(3, 2, 1.000001)), 1e-6);
    }

    [Fact]
    public void Large_counts_in_steps_keep_their_mean()
    {
        var mass = new double[40_000];
        NegativeBinomial.AddTo(mass, 100_000, 4, 0.5, 8);
        Assert.Equal(0.5, mass.Sum(), 1e-9);
        Assert.Equal(100_000, mass.Select((p, k) => 2 * p * k * 8).Sum(), 20.0);
    }
}
