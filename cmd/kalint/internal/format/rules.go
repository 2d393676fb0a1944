package format

import (
	"go/doc/comment"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// descriptor is a rule with its page: as it is written, and as markdown.
func descriptor(a *analysis.Analyzer) *sarif.ReportingDescriptor {
	title, text, _ := strings.Cut(a.Doc, "\n")
	title = strings.TrimPrefix(title, a.Name+": ")
	var parser comment.Parser
	page := parser.Parse(text)
	full := title
	if len(page.Content) > 0 {
		first := &comment.Doc{Content: page.Content[:1]}
		full = findings.OneLine(string(new(comment.Printer).Text(first)))
		if rest, ok := strings.CutSuffix(full, ":"); ok {
			full = rest + "." // an example follows, but not here
		}
	}
	bag := sarif.NewPropertyBag()
	bag.Tags = []string{"performance", "http", "keep-alive"}
	bag.Add("precision", "high")
	bag.Add("problem.severity", "warning")
	rule := sarif.NewReportingDescriptor().
		WithID(a.Name).
		WithName(a.Name).
		WithShortDescription(message(title)).
		WithFullDescription(message(full)).
		WithHelp(message(a.Name + ": " + a.Doc).WithMarkdown(markdown(a, title, page))).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel("warning")).
		WithProperties(bag)
	if a.URL != "" {
		rule.WithHelpURI(a.URL)
	}
	return rule
}

func message(text string) *sarif.MultiformatMessageString {
	return sarif.NewMultiformatMessageString().WithText(text)
}

// markdown is a rule's page with its title and the link to it.
func markdown(a *analysis.Analyzer, title string, page *comment.Doc) string {
	p := &comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	text := "# " + a.Name + "\n\n" + title + "\n\n" + string(p.Markdown(page))
	if a.URL != "" {
		text += "\n<" + a.URL + ">\n"
	}
	return text
}
