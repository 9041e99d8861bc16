using System.Collections.Frozen;
using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Rules.Backlog;
using BacklogHealth.Core.Scoring.Rules.Clarity;
using BacklogHealth.Core.Scoring.Rules.Goals;
using BacklogHealth.Core.Scoring.Rules.Readiness;
using BacklogHealth.Core.Scoring.Rules.Slicing;

namespace BacklogHealth.Core.Scoring;

/// <summary>The rules, in the order in which findings are reported.</summary>
public sealed class RuleBook
{
    private readonly FrozenDictionary<string, Rule> _byId;

    private RuleBook(ImmutableArray<Rule> rules) => (Rules, _byId) = (rules, rules.ToFrozenDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>Every rule there is.</summary>
    public static RuleBook All { get; } = new(
    [
        new DescribeTheItem(),
        new SayWhatInTheTitle(),
        new GiveTheReason(),
        new SayHowItWillBeChecked(),
        new UseExactWords(),
        new AnswerOpenPoints(),
        new KeepToTheStory(),
        new WantSomethingForSomebody(),
        new StateTheProblem(),
        new WriteWholeSentences(),
        new NameTheRole(),
        new SayWhatItRefersTo(),
        new SayComparedWithWhat(),
        new SayHowMany(),
        new CloseTheList(),
        new CloseTheLoophole(),
        new SayWhetherItMust(),
        new SpellOutAbbreviations(),
        new SayWhoDoesIt(),
        new DoubtAllAndNever(),
        new FillInTheTemplate(),
        new SayItInWords(),
        new KeepTheTitleShort(),
        new BreakUpLongText(),
        new SayAndOrOr(),
        new WriteLikeTheNeighbours(),
        new KeepOneGoal(),
        new LimitTheCriteria(),
        new ServeOneRole(),
        new TakeOneStepFirst(),
        new OpenUpManage(),
        new BeginWithOnePlatform(),
        new BeginWithOneRule(),
        new BeginWithOneKindOfData(),
        new OfferOneWayIn(),
        new SplitIntoStories(),
        new CutAFirstSlice(),
        new FitTheEstimate(),
        new FindOutFirst(),
        new MakeItWorkThenFast(),
        new AskForOneThing(),
        new MakeCriteriaCheckable(),
        new GiveAnExample(),
        new EstimateIt(),
        new AnswerItsQuestions(),
        new AnswerTheComments(),
        new ReplyToMentions(),
        new ClearTheWay(),
        new ShowAPicture(),
        new SettleBeforeStarting(),
        new TellTheSteps(),
        new TellExpectedAndActual(),
        new AskOneQuestion(),
        new SetATimeBox(),
        new SayWhyNow(),
        new SliceThroughAllLayers(),
        new SayItOnce(),
        new JoinTheTwins(),
        new RankByDifference(),
        new StateValueAtTheTop(),
        new PutCausesFirst(),
        new RefreshTheTop(),
        new DropOrDecide(),
        new GiveItAPlace(),
        new PromiseWhatCanBeKept(),
        new MoveThePassedDate(),
        new CloseWithTheParent(),
        new ChooseTheNext(),
        new TieItToAGoal(),
        new GiveTheSprintAGoal(),
        new SayMoreThanKeys(),
        new ServeTheSprintGoal(),
        new SayHowItWillBeMeasured(),
        new LimitTheGoals(),
        new NameTheSignal(),
        new AskWhatCameOfIt(),
    ]);

    /// <summary>The rules in order.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The rule of an id, whatever its case; null where there is none.</summary>
    public Rule? Find(string id) => _byId.GetValueOrDefault(id);
}
