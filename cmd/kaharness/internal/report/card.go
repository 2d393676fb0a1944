package report

import (
	"fmt"
	"html/template"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// A section is the cases of a rule.
type section struct {
	Rule, Effect string
	Fine         bool
	Cards        []*card
}

// A card is a case, under each Go.
type card struct {
	ID, Title, Text string
	Runs            []*cardRun
}

// A cardRun is a case under one Go.
type cardRun struct {
	Go            string
	Before, After string
	Charts        []panel
	Facts         []fact
	Messages      []string
	Fix           string
	Problems      []string
	Skipped       string
}

// A panel is a chart with its heading.
type panel struct {
	Heading, Class string
	Chart          template.HTML
}

// A fact is a quantity before and after.
type fact struct{ Name, Value string }

// addCards sorts the results by rule and case.
func (p *page) addCards(results []*proof.Result) error {
	frames := make(map[*cases.Case][]*observe.Accepts)
	for _, r := range results {
		for _, run := range runs([]*proof.Result{r}) {
			frames[r.Case] = append(frames[r.Case], run.Accepts)
		}
	}
	for _, r := range results {
		n := len(p.Sections)
		if n == 0 || p.Sections[n-1].Rule != r.Case.Rule {
			p.Sections = append(p.Sections, &section{
				Rule: r.Case.Rule, Effect: effects[r.Case.Rule], Fine: r.Case.Rule == cases.Fine,
			})
			n++
		}
		s := p.Sections[n-1]
		m := len(s.Cards)
		if m == 0 || s.Cards[m-1].ID != r.Case.ID() {
			s.Cards = append(s.Cards, &card{ID: r.Case.ID(), Title: r.Case.Title, Text: r.Case.Text})
			p.Programs++
			m++
		}
		run, err := newCardRun(r, frameOf(frames[r.Case]...))
		if err != nil {
			return err
		}
		s.Cards[m-1].Runs = append(s.Cards[m-1].Runs, run)
	}
	return nil
}

// newCardRun draws a result.
func newCardRun(r *proof.Result, f frame) (*cardRun, error) {
	c := &cardRun{Go: r.Go, Messages: r.Messages, Problems: r.Problems, Skipped: r.Skipped}
	if r.Before == nil {
		return c, nil
	}
	switch r.Fix {
	case "kalint":
		c.Fix = "mended by kalint -fix"
	case "by hand":
		c.Fix = "mended by hand"
	}
	c.Before = connections(r.Before)
	for _, q := range []struct {
		name string
		of   func(*proof.Run) string
	}{{"SYN", synPackets}, {"TIME_WAIT", timeWait}, {"time per request", perRequest}} {
		c.Facts = append(c.Facts, fact{q.name, pair(r, q.of)})
	}
	if r.Before.Client != nil && r.Before.Client.Handshakes > 0 {
		c.Facts = append(c.Facts, fact{"TLS handshakes", pair(r, handshakes)}, fact{"client CPU", pair(r, cpu)})
	}
	if r.After == nil {
		return c, c.draw("connections", "after", strokeAfter, r.Before.Accepts, f)
	}
	c.After = connections(r.After)
	if err := c.draw("before", "before", strokeBefore, r.Before.Accepts, f); err != nil {
		return nil, err
	}
	return c, c.draw("after", "after", strokeAfter, r.After.Accepts, f)
}

// draw adds a chart, if there was a connection.
func (c *cardRun) draw(heading, class string, s stroke, a *observe.Accepts, f frame) error {
	if len(a.Timeline) == 0 {
		return nil
	}
	label := fmt.Sprintf("%s: %d connections opened, %d open at the same time at most", heading, a.Opened, a.MostOpen)
	svg, err := chart(a, f, s, label)
	if err != nil {
		return err
	}
	c.Charts = append(c.Charts, panel{heading, class, svg})
	return nil
}
