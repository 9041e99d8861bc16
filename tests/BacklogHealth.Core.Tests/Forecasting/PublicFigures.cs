using System.Globalization;
using System.Text;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>
/// The figures of the page reports/forecasts.md: each public project is forecast every 28 days with a pool learned from the other projects alone, beside
/// the usual method.
/// </summary>
internal sealed class PublicFigures
{
    public static readonly int[] Horizons = [28, 56, 84];
    public static readonly int[] Items = [10, 20, 40];

    private readonly ProjectFigures[] _projects;

    private PublicFigures(ProjectFigures[] projects) => _projects = projects;

    public int Projects => _projects.Length;

    public static PublicFigures Of(IReadOnlyList<DailyCounts> projects)
    {
        var figures = new ProjectFigures[projects.Count];
        Parallel.For(0, projects.Count, i => figures[i] = ProjectFigures.Of(projects[i], PoolLearning.Learn([.. projects.Where((_, k) => k != i)], "all but one")));
        return new PublicFigures(figures);
    }

    public int Points(int h) => _projects.Sum(p => p.Ours[h].Points);

    /// <summary>Share of all points at which a statement held, by the transform, with the half width of its 95 % interval (projects as clusters).</summary>
    public (double Share, double HalfWidth) Held(int h, int said, bool usual = false)
    {
        var all = Points(h);
        var share = _projects.Sum(p => p.At(h, usual).Held(said) * p.At(h, usual).Points) / all;
        var spread = _projects.Sum(p => Math.Pow((p.At(h, usual).Held(said) - share) * p.At(h, usual).Points, 2));
        return (share, 1.96 * Math.Sqrt(spread * Projects / (Projects - 1)) / all);
    }

    public double Stated(int h, int said) => (double)_projects.Sum(p => p.Ours[h].Stated(said).Held) / _projects.Sum(p => p.Ours[h].Stated(said).Of);

    public double CrpsRatio(int h) => _projects.Average(p => p.Ours[h].Crps / p.Usual[h].Crps);

    public double Distance(int h, bool usual = false) => _projects.Average(p => Math.Abs(p.At(h, usual).Held(1) - Calibration.Said[1]));

    public (double Share, int Of) Dates(int k, bool usual = false)
    {
        var of = _projects.Sum(p => usual ? p.UsualDates[k].Of : p.Dates[k].Of);
        return ((double)_projects.Sum(p => usual ? p.UsualDates[k].Held : p.Dates[k].Held) / of, of);
    }

    public string Markdown()
    {
        var page = new StringBuilder();
        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"## On {Projects} public projects");
        Line($"");
        Line($"Finish dates of {Projects} public projects (VLambret/TAWOS, from the TAWOS data set, Tawosi et al., MSR 2022; Apache-2.0), forecast every 28 days after the first year wherever five of the last ninety days had a finished item. The pool of each project was learned from the others. Held: how often \"at least so many\" came true, by the probability integral transform, with its 95 % interval over projects; as stated: the same with whole items, \"0 or more\" left out. CRPS: mean over projects of ours over the usual method's, smaller is sharper. Distance: mean distance of a project's own share from 85 %.");
        Line($"");
        Line($"| days | points | 95 % held | 85 % held | 70 % held | 50 % held | as stated 95 / 85 / 70 / 50 | CRPS | distance |");
        Line($"|---|---|---|---|---|---|---|---|---|");
        for (var h = 0; h < Horizons.Length; h++)
        {
            var held = Enumerable.Range(0, 4).Select(s => Held(h, s)).Select(x => string.Create(CultureInfo.InvariantCulture, $"{100 * x.Share:0.0} ± {100 * x.HalfWidth:0.0}"));
            var stated = Enumerable.Range(0, 4).Select(s => string.Create(CultureInfo.InvariantCulture, $"{100 * Stated(h, s):0.0}"));
            Line($"| {Horizons[h]} | {Points(h)} | {string.Join(" | ", held)} | {string.Join(" / ", stated)} | {CrpsRatio(h):0.000} | {Distance(h):0.000} |");
        }

        for (var h = 0; h < Horizons.Length; h++)
        {
            var held = Enumerable.Range(0, 4).Select(s => string.Create(CultureInfo.InvariantCulture, $"{100 * Held(h, s, usual: true).Share:0.0}"));
            Line($"| {Horizons[h]}, the usual method | {Points(h)} | {string.Join(" | ", held)} | | 1 | {Distance(h, usual: true):0.000} |");
        }

        Line($"");
        Line($"| days said at 85 % for | held | of | the usual method |");
        Line($"|---|---|---|---|");
        for (var k = 0; k < Items.Length; k++)
        {
            Line($"| {Items[k]} items | {100 * Dates(k).Share:0.0} % | {Dates(k).Of} | {100 * Dates(k, usual: true).Share:0.0} % of {Dates(k, usual: true).Of} |");
        }

        return page.ToString();
    }

    private sealed record ProjectFigures(Calibration[] Ours, Calibration[] Usual, (int Held, int Of)[] Dates, (int Held, int Of)[] UsualDates)
    {
        public Calibration At(int h, bool usual) => usual ? Usual[h] : Ours[h];

        public static ProjectFigures Of(DailyCounts project, LevelPool pool)
        {
            var figures = new ProjectFigures([.. Horizons.Select(_ => new Calibration())], [.. Horizons.Select(_ => new Calibration())], new (int, int)[3], new (int, int)[3]);
            var method = new CalibratedMethod(pool);
            foreach (var point in new Backtest(project).Points(Horizons[0]))
            {
                var (ours, usual) = (method.Prepare(point.Known), new UsualMethod(point.Known));
                for (var h = 0; h < Horizons.Length; h++)
                {
                    var end = point.AsOf.AddDays(Horizons[h]);
                    if (end <= project.End)
                    {
                        var came = project.Within(new Period(point.AsOf, end)).Total;
                        figures.Ours[h].Add(ours.Items(Horizons[h]), came);
                        figures.Usual[h].Add(usual.Items(Horizons[h]), came);
                    }
                }

                for (var k = 0; k < Items.Length; k++)
                {
                    Judge(project, point.AsOf, ours, Items[k], ref figures.Dates[k]);
                    Judge(project, point.AsOf, usual, Items[k], ref figures.UsualDates[k]);
                }
            }

            return figures;
        }

        // A day behind the end of the data can neither have held nor failed.
        private static void Judge(DailyCounts project, DateOnly asOf, Forecaster forecaster, int items, ref (int Held, int Of) dates)
        {
            if (forecaster.When(items, [0.85])[0] is { } days && asOf.AddDays(days) <= project.End)
            {
                dates.Of++;
                dates.Held += project.Within(new Period(asOf, asOf.AddDays(days))).Total >= items ? 1 : 0;
            }
        }
    }
}
