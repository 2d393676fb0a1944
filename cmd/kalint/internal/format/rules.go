package format

import (
	"go/doc/comment"
	"strings"

	"github.com/chavacava/garif"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/rules"
)

// descriptor is a rule with its page: as it is written, and as markdown.
func descriptor(a *analysis.Analyzer) *garif.ReportingDescriptor {
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
	return &garif.ReportingDescriptor{
		Id:                   a.Name,
		Name:                 a.Name,
		ShortDescription:     &garif.MultiformatMessageString{Text: title},
		FullDescription:      &garif.MultiformatMessageString{Text: full},
		Help:                 &garif.MultiformatMessageString{Text: a.Name + ": " + a.Doc, Markdown: markdown(a)},
		HelpUri:              a.URL,
		DefaultConfiguration: &garif.ReportingConfiguration{Level: "warning"},
		Properties: &garif.PropertyBag{
			"tags":             []string{"performance", "http", "keep-alive"},
			"precision":        "high",
			"problem.severity": "warning",
		},
	}
}

// markdown is a rule's page with the link to it.
func markdown(a *analysis.Analyzer) string {
	text := rules.Markdown(a)
	if a.URL != "" {
		text += "\n<" + a.URL + ">\n"
	}
	return text
}
