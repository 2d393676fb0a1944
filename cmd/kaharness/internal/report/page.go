package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

//go:embed page.html.tmpl
var pageText string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// effects say what a rule is about, in a line.
var effects = map[string]string{
	"bodyclose":      "A response body that nobody closes keeps its connection, and nobody else gets it.",
	"bodydrain":      "A body that is closed before it was read to its end takes its connection along.",
	"idleconns":      "A pool keeps two idle connections per host. Ten goroutines need ten.",
	"transportreuse": "A Transport that is built for one request has no connection to reuse.",
	cases.Fine:       "Nothing to report: what these programs do costs no connection.",
}

// A page is what the template shows.
type page struct {
	Releases      string
	System        string
	Date          string
	Programs      int
	Requests      int
	Before, After int
	Load          string
	Sections      []*section
	Columns       []string
	Rows          [][]string
	Notes         []string
	Verdict       string
}

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

// WritePage writes one self-contained page. A file that is there already is
// replaced only by a page that is complete.
func WritePage(name string, results []*proof.Result, load proof.Load) error {
	p, err := newPage(results, load)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".kaharness-*.html")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // not there any more if all went well
	if err := pageTemplate.Execute(f, p); err != nil {
		f.Close()
		return err
	}
	if err := f.Chmod(0o644); err != nil && runtime.GOOS != "windows" {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// newPage collects what the page shows.
func newPage(results []*proof.Result, load proof.Load) (*page, error) {
	p := &page{
		System: runtime.GOOS + "/" + runtime.GOARCH,
		Date:   time.Now().Format("2 January 2006"),
		Notes:  notes(results, load), Verdict: verdict(results, load),
		Load: loadText(load),
	}
	p.Notes = append(p.Notes, handshakeCost(results)...)
	var releases []string
	for _, r := range results {
		if !slices.Contains(releases, r.Go) {
			releases = append(releases, r.Go)
		}
		if r.Before != nil && r.After != nil {
			p.Requests += r.Before.Requests
			p.Before += r.Before.Connections()
			p.After += r.After.Connections()
		}
	}
	p.Releases = strings.Join(releases, " and ")
	if err := p.addCards(results); err != nil {
		return nil, err
	}
	for _, c := range columns(load) {
		p.Columns = append(p.Columns, c.name)
	}
	for _, r := range results {
		var row []string
		for _, c := range columns(load) {
			row = append(row, c.of(r))
		}
		p.Rows = append(p.Rows, row)
	}
	return p, nil
}

// loadText says what is not as the cases have it by themselves.
func loadText(l proof.Load) string {
	var words []string
	if l.Requests != 0 {
		words = append(words, fmt.Sprintf("%d requests", l.Requests))
	}
	if l.Concurrency != 0 {
		words = append(words, fmt.Sprintf("%d goroutines", l.Concurrency))
	}
	if l.TLS {
		words = append(words, "TLS")
	}
	if l.Latency != 0 {
		words = append(words, "connections "+l.Latency.String()+" away")
	}
	return strings.Join(words, ", ")
}

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
