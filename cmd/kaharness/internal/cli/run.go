package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
	"github.com/kalint/kalint/cmd/kaharness/internal/report"
	"github.com/kalint/kalint/cmd/kaharness/internal/toolchain"
)

// runCases runs the cases that the options name, and reports.
func runCases(ctx context.Context, o *options) (int, error) {
	root, err := cases.FindRoot(".")
	if err != nil {
		return refuse, err
	}
	all, err := cases.Load(root)
	if err != nil {
		return refuse, err
	}
	chosen, err := cases.Select(all, o.names)
	if err != nil {
		return refuse, err
	}
	if o.list {
		return ok, report.List(os.Stdout, chosen, o.json)
	}
	tools, err := findTools(ctx, root, o.releases)
	if err != nil {
		return refuse, err
	}
	if err := o.prepare(); err != nil {
		return refuse, err
	}
	return inTemp(func(temp string) (int, error) {
		progress := report.NewProgress(os.Stderr)
		suite := &proof.Suite{
			Root: root, Temp: temp, Cases: chosen, Tools: tools, Load: o.load, Pcap: o.pcap, Step: progress.Step,
		}
		results, err := suite.Run(ctx)
		progress.Stop()
		if err != nil {
			return refuse, err
		}
		return o.report(results)
	})
}

// findTools finds the releases of Go.
func findTools(ctx context.Context, dir string, names []string) ([]*toolchain.Toolchain, error) {
	var tools []*toolchain.Toolchain
	for _, name := range names {
		tc, err := toolchain.Find(ctx, dir, name)
		if err != nil {
			return nil, err
		}
		tools = append(tools, tc)
	}
	return tools, nil
}

// prepare finds out whether the results can be written before they are measured.
func (o *options) prepare() error {
	if o.pcap != "" {
		if err := os.MkdirAll(o.pcap, 0o755); err != nil {
			return err
		}
		abs, err := filepath.Abs(o.pcap)
		if err != nil {
			return err
		}
		o.pcap = abs
	}
	if o.html == "" {
		return nil
	}
	info, err := os.Stat(filepath.Dir(o.html))
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is no folder", filepath.Dir(o.html))
	}
	return err
}

// report writes the results in the forms asked for.
func (o *options) report(results []*proof.Result) (int, error) {
	if o.html != "" {
		if err := report.WritePage(o.html, results, o.load); err != nil {
			return refuse, err
		}
	}
	var err error
	if o.json {
		err = report.JSON(os.Stdout, results, o.load)
	} else {
		err = report.Table(os.Stdout, results, o.load)
	}
	if err != nil {
		return refuse, err
	}
	for _, r := range results {
		if len(r.Problems) > 0 {
			return unmet, nil
		}
	}
	return ok, nil
}
