package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/klauspost/cpuid/v2"
)

// A table has a head and rows of cells.
type table struct {
	title string
	head  []string
	rows  [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// A report is what was measured.
type report struct {
	about        string // when, and on what
	reached      table
	cold, growth table
	notes        []string
}

func newReport(runs int) *report {
	times := "one run"
	if runs > 1 {
		times = fmt.Sprintf("medians of %d runs, with the least and the most", runs)
	}
	return &report{
		about: fmt.Sprintf("Measured on %s with %d cores of %s%s, %s on %s/%s: %s.", time.Now().Format(time.DateOnly),
			runtime.NumCPU(), processor(), load(), runtime.Version(), runtime.GOOS, runtime.GOARCH, times),
		reached: table{head: []string{"what", "kalint", "beside", "that takes", "ratio", "to be reached", "reached"}},
		cold: table{title: "CPU of go vet with everything compiled and nothing vetted:",
			head: []string{"on", "tool", "CPU", "time", "CPU, against " + null}},
		growth: table{title: "CPU of go vet by size. Packages and lines are those that are no part of Go, dependencies and tests included; the last column is what is over the tool that looks at nothing:",
			head: []string{"module", "packages", "thousand lines", null, kalint, "CPU per thousand lines"}},
	}
}

// processor is the name of the machine's processor.
func processor() string {
	if name := strings.TrimSpace(cpuid.CPU.BrandName); name != "" {
		return name
	}
	return "an unknown processor"
}

// load tells how busy the machine is with other things.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(text)); err == nil && len(fields) > 0 {
		return " under a load of " + fields[0]
	}
	return ""
}

// A row says what is to be reached and what is.
type row struct {
	what, rival    string
	kalint, rivals []float64 // a value for each run
	format         func([]float64) string
	atMost         float64 // against the rival; without one, of kalint's own value
}

// of gives a row what the tools took.
func (r row) of(costs map[string][]cost, of func(cost) float64, format func([]float64) string) row {
	r.kalint, r.rivals, r.format = each(costs[kalint], of), each(costs[r.rival], of), format
	return r
}

// reach adds a row to the table of what is to be reached.
func (rep *report) reach(r row) {
	yes := map[bool]string{true: "yes", false: "no"}
	if r.rival == "" {
		rep.reached.add(r.what, r.format(r.kalint), "–", "–", "–", r.format([]float64{r.atMost}), yes[median(r.kalint) <= r.atMost])
		return
	}
	ratio := ratios(r.kalint, r.rivals)
	rep.reached.add(r.what, r.format(r.kalint), r.rival, r.format(r.rivals), ratio.String(),
		fmt.Sprintf("%.2f", r.atMost), yes[ratio.median <= r.atMost])
}

// note adds a sentence below the tables.
func (rep *report) note(format string, args ...any) {
	rep.notes = append(rep.notes, fmt.Sprintf(format, args...))
}

// print prints the report as text or Markdown.
func (rep *report) print(w io.Writer, markdown bool) error {
	fmt.Fprintf(w, "%s\n", rep.about)
	write := table.text
	if markdown {
		write = table.markdown
	}
	for _, t := range []table{rep.reached, rep.cold, rep.growth} {
		if len(t.rows) == 0 {
			continue
		}
		if t.title != "" {
			fmt.Fprintf(w, "\n%s\n", t.title)
		}
		fmt.Fprintln(w)
		if err := write(t, w); err != nil {
			return err
		}
	}
	if len(rep.notes) > 0 {
		fmt.Fprintf(w, "\n- %s\n", strings.Join(rep.notes, "\n- "))
	}
	return nil
}

func (t table) text(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, cells := range append([][]string{t.head}, t.rows...) {
		fmt.Fprintln(tw, strings.Join(cells, "\t"))
	}
	return tw.Flush()
}

func (t table) markdown(w io.Writer) error {
	fmt.Fprintf(w, "| %s |\n|%s\n", strings.Join(t.head, " | "), strings.Repeat(" --- |", len(t.head)))
	for _, cells := range t.rows {
		fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
	}
	return nil
}

// The README's tables stand between these lines.
const (
	from = "<!-- from testdata/bench -->\n"
	to   = "<!-- to here -->\n"
)

// writeREADME puts the report into the README.
func (rep *report) writeREADME(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, rest, ok1 := strings.Cut(string(text), from)
	_, after, ok2 := strings.Cut(rest, to)
	if !ok1 || !ok2 {
		return fmt.Errorf("%s has no place for the tables", file)
	}
	var b strings.Builder
	if err := rep.print(&b, true); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(before+from+b.String()+to+after), 0o644)
}
