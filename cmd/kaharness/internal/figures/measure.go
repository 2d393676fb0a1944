package figures

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// effect is the heading below which a rule's page has its figures. The page of a
// rule about comments has none.
const effect = "\n// # Effect\n"

// Pages returns the figures of the README and of the rules' pages of the
// repository at root.
func Pages(root string) ([]Cell, error) {
	names, err := filepath.Glob(filepath.Join(root, "passes", "*", "doc.go"))
	if err != nil {
		return nil, err
	}
	var all []Cell
	for _, name := range append([]string{filepath.Join(root, "README.md")}, names...) {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if filepath.Ext(name) == ".go" && !bytes.Contains(text, []byte(effect)) {
			continue
		}
		page, err := filepath.Rel(root, name)
		if err != nil {
			return nil, err
		}
		cells, err := parsePage(filepath.ToSlash(page), string(text))
		if err != nil {
			return nil, err
		}
		all = append(all, cells...)
	}
	return all, nil
}

// A Meter measures rows, each once.
type Meter struct {
	Root  string // of the repository
	Temp  string
	Times int          // how often each is run; the middle one counts
	Step  func(string) // told of each row that is measured

	exes  map[string]string
	known map[string]Figure
}

// Measure measures the cells, each row under each release of Go once.
func (m *Meter) Measure(ctx context.Context, cells []Cell) (map[Cell]Figure, error) {
	m.exes, m.known = make(map[string]string), make(map[string]Figure)
	measured := make(map[Cell]Figure)
	for _, c := range cells {
		exe, err := m.client(ctx, c.Go)
		if err != nil {
			return nil, err
		}
		key := c.Go + " " + c.row.text
		f, ok := m.known[key]
		if !ok {
			if m.Step != nil {
				m.Step(c.Go + ": " + c.row.text)
			}
			if f, err = m.measure(ctx, exe, c.row); err != nil {
				return nil, fmt.Errorf("%s: %w", c.Row, err)
			}
			m.known[key] = f
		}
		measured[c] = f
	}
	return measured, nil
}

// client builds the client with a release of Go.
func (m *Meter) client(ctx context.Context, release string) (string, error) {
	if exe, ok := m.exes[release]; ok {
		return exe, nil
	}
	tc, err := toolchain.Find(ctx, m.Root, release)
	if err != nil {
		return "", err
	}
	exe := filepath.Join(m.Temp, "client-"+release)
	if runtime.GOOS == "windows" {
		exe += ".exe"
	}
	cmd := tc.Command(ctx, filepath.Join(m.Root, "cmd", "kaharness"),
		"build", "-buildvcs=false", "-o", exe, "./internal/figures/testdata/client")
	if _, err := toolchain.Output(cmd); err != nil {
		return "", fmt.Errorf("cannot build the client with %s: %w", release, err)
	}
	m.exes[release] = exe
	return exe, nil
}

// measure runs what a row names, and counts the server's accepts.
func (m *Meter) measure(ctx context.Context, exe string, r *row) (Figure, error) {
	var all []int
	for _, args := range r.runs {
		var counts []int
		for range max(m.Times, 1) {
			run, err := proof.Execute(ctx, exe, args[:], proof.Setting{Untraced: errUntraced})
			if err != nil {
				return Figure{}, err
			}
			counts = append(counts, run.Connections())
		}
		slices.Sort(counts)
		all = append(all, counts[len(counts)/2])
	}
	return Figure{slices.Min(all), slices.Max(all)}, nil
}

// errUntraced is why nothing is known of the client's side.
var errUntraced = errors.New("figures are the server's counts")

// A Difference is a figure that a page has otherwise than it was measured.
type Difference struct {
	Cell
	Measured Figure
	InKind   bool // 1 against 10, say
}

// Compare lists the figures that were not measured as the pages have them.
func Compare(cells []Cell, measured map[Cell]Figure) []Difference {
	var all []Difference
	for _, c := range cells {
		if f, ok := measured[c]; ok && f != c.Figure {
			all = append(all, Difference{c, f, c.row.differ(c.Go, f, c.Figure)})
		}
	}
	return all
}

// Write puts the measured figures into the pages.
func Write(root string, cells []Cell, measured map[Cell]Figure) error {
	pages := make(map[string][]Cell)
	for _, c := range cells {
		pages[c.Page] = append(pages[c.Page], c)
	}
	for page, of := range pages {
		name := filepath.Join(root, filepath.FromSlash(page))
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(rewrite(string(text), of, measured)), info.Mode()); err != nil {
			return err
		}
	}
	return nil
}
