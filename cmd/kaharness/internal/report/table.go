package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// A column is one of the table's.
type column struct {
	name string
	of   func(*proof.Result) string
}

// quantity is a column of a quantity before and after.
func quantity(name string, of func(*proof.Run) string) column {
	return column{name, func(r *proof.Result) string { return pair(r, of) }}
}

// columns are those that the load makes worth while.
func columns(load proof.Load) []column {
	all := []column{
		{"case", func(r *proof.Result) string { return r.Case.Name }},
		{"rule", func(r *proof.Result) string { return r.Case.Rule }},
		{"Go", func(r *proof.Result) string { return strings.TrimPrefix(r.Go, "go") }},
		{"requests", func(r *proof.Result) string {
			if r.Before == nil {
				return none
			}
			return requests(r.Before)
		}},
		quantity("connections", connections),
		quantity("TIME_WAIT", timeWait),
		quantity("SYN", synPackets),
		quantity("time", elapsed),
		quantity("per request", perRequest),
	}
	if load.TLS {
		all = append(all,
			quantity("handshakes", handshakes), quantity("each", perHandshake), quantity("client CPU", cpu))
	}
	return all
}

// newTable makes a table whose columns from the number given on stand right.
func newTable(w io.Writer, right int, names ...string) table.Writer {
	t := table.NewWriter()
	t.SetOutputMirror(w)
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options.DrawBorder = false
	style.Options.SeparateColumns = false
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	header := make(table.Row, len(names))
	var configs []table.ColumnConfig
	for i, name := range names {
		header[i] = name
		if i >= right {
			configs = append(configs, table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	t.AppendHeader(header)
	t.SetColumnConfigs(configs)
	return t
}

// Table prints a line for each result, and what is to be said of them.
func Table(w io.Writer, results []*proof.Result, load proof.Load) error {
	cols := columns(load)
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.name
	}
	t := newTable(w, 3, names...)
	rule := ""
	for _, r := range results {
		if rule != "" && rule != r.Case.Rule {
			t.AppendSeparator()
		}
		rule = r.Case.Rule
		row := make(table.Row, len(cols))
		for i, c := range cols {
			row[i] = c.of(r)
		}
		t.AppendRow(row)
	}
	t.Render()
	out := []string{""}
	for _, r := range results {
		for _, p := range r.Problems {
			out = append(out, fmt.Sprintf("%s, %s: %s", r.Case.ID(), r.Go, p))
		}
	}
	out = append(out, notes(results, load)...)
	out = append(out, handshakeCost(results)...)
	out = append(out, verdict(results, load))
	_, err := fmt.Fprintln(w, strings.Join(out, "\n"))
	return err
}

// List prints the cases, and what each expects.
func List(w io.Writer, all []*cases.Case, asJSON bool) error {
	if asJSON {
		list := make([]jsonCase, len(all))
		for i, c := range all {
			list[i] = toJSONCase(c)
		}
		return encode(w, list)
	}
	t := newTable(w, 2, "case", "what it shows", "connections")
	for _, c := range all {
		var expect []string
		for _, e := range c.Expect {
			expect = append(expect, e.String())
		}
		t.AppendRow(table.Row{c.ID(), c.Title, strings.Join(expect, ", ")})
	}
	t.Render()
	return nil
}

// encode prints JSON for people to read as well.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
