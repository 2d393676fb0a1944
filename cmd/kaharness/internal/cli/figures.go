package cli

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/figures"
)

// figuresCommand measures the figures of README.md and of the rules' pages, and
// says which differ, or writes them.
func figuresCommand(ctx context.Context, args []string) (int, error) {
	fs := newFlags()
	write := fs.Bool("write", false, "")
	if err := parse(fs, args); err != nil {
		return refuse, err
	}
	if fs.NArg() > 0 {
		return refuse, errors.New("figures takes no arguments; see kaharness help")
	}
	root, err := cases.FindRoot(".")
	if err != nil {
		return refuse, err
	}
	cells, err := figures.Pages(root)
	if err != nil {
		return refuse, err
	}
	return inTemp(func(temp string) (int, error) {
		meter := figures.Meter{Root: root, Temp: temp, Times: 5}
		meter.Step = func(what string) { fmt.Fprintln(os.Stderr, what) }
		measured, err := meter.Measure(ctx, cells)
		if err != nil {
			return refuse, err
		}
		differences := figures.Compare(cells, measured)
		code := ok
		for _, d := range differences {
			line := fmt.Sprintf("%s: %s: %s: %s there, %s measured", d.Page, d.Row, d.Go, d.Figure, d.Measured)
			if d.InKind {
				line += ", which is another kind"
				code = unmet
			}
			fmt.Println(line)
		}
		if *write {
			return ok, figures.Write(root, cells, measured)
		}
		fmt.Printf("%d of %d figures differ\n", len(differences), len(cells))
		return code, nil
	})
}
