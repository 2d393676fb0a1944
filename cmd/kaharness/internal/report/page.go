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
