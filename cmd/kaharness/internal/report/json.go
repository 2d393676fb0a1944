package report

import (
	"io"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// A jsonCase is a case in JSON.
type jsonCase struct {
	Case   string   `json:"case"`
	Rule   string   `json:"rule"`
	Title  string   `json:"title"`
	Text   string   `json:"text,omitempty"`
	Expect []string `json:"expect"`
}

// A jsonResult is a result in JSON.
type jsonResult struct {
	Case     string     `json:"case"`
	Rule     string     `json:"rule"`
	Title    string     `json:"title"`
	Go       string     `json:"go"`
	Expected string     `json:"expected,omitempty"`
	Reported []string   `json:"reported"`
	Fix      string     `json:"fix,omitempty"`
	Before   *proof.Run `json:"before,omitempty"`
	After    *proof.Run `json:"after,omitempty"`
	Skipped  string     `json:"skipped,omitempty"`
	Problems []string   `json:"problems"`
}

// toJSONCase converts a case.
func toJSONCase(c *cases.Case) jsonCase {
	j := jsonCase{Case: c.ID(), Rule: c.Rule, Title: c.Title, Text: c.Text}
	for _, e := range c.Expect {
		j.Expect = append(j.Expect, e.String())
	}
	return j
}

// JSON prints all that is known of the results.
func JSON(w io.Writer, results []*proof.Result, load proof.Load) error {
	list := make([]jsonResult, len(results))
	for i, r := range results {
		list[i] = jsonResult{
			Case: r.Case.ID(), Rule: r.Case.Rule, Title: r.Case.Title, Go: r.Go,
			Reported: append([]string{}, r.Messages...), Fix: r.Fix,
			Before: r.Before, After: r.After, Skipped: r.Skipped, Problems: append([]string{}, r.Problems...),
		}
		if r.Expected != nil {
			list[i].Expected = r.Expected.String()
		}
	}
	return encode(w, map[string]any{
		"results": list, "checked": !load.Custom(), "notes": append([]string{}, notes(results, load)...),
	})
}
