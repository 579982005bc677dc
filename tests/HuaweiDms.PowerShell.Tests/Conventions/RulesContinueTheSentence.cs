using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>A rule follows a colon: <c>-Name cannot be 'a b': a consumer group has …</c>.</summary>
public sealed partial class RulesContinueTheSentence
{
    [Theory]
    [InlineData("HuaweiDms.PowerShell")]
    [InlineData("HuaweiDms.Client")]
    public void A_text_after_a_colon_does_not_begin_like_a_separate_sentence(string project)
    {
        HashSet<string> refusals =
        [
            .. Repository.Sources(project)
                .SelectMany(file => Refusal().Matches(File.ReadAllText(file)))
                .SelectMany(refusal => TextName().Matches(refusal.Value), (_, text) => text.Groups["name"].Value),
        ];
        (string Name, string Value)[] rules =
        [
            .. XDocument.Load(Path.Combine(Repository.ProjectFolder(project), "Text.resx")).Descendants("data")
                .Select(data => (Name: data.Attribute("name")!.Value, data.Element("value")!.Value))
                .Where(text => text.Name.Contains("Rule", StringComparison.Ordinal) || refusals.Contains(text.Name)),
        ];

        Assert.NotEmpty(refusals);
        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.True(Continuation().IsMatch(rule.Value), $"{rule.Name} begins like a separate sentence: {rule.Value}"));
    }

    /// <summary>Matches a call that refuses a value, up to its closing parenthesis.</summary>
    [GeneratedRegex(@"\bInvalidArgument\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\bText\.(?<name>\w+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TextName();

    /// <summary>Matches a lower-case letter, a number, a value, a quotation, a parameter, or a word in capitals.</summary>
    [GeneratedRegex(@"^(?:[a-z0-9{'-]|[A-Z][A-Z0-9_]+\b)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Continuation();
}
