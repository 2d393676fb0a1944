package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// measureGrowth measures what kalint itself takes, without the go command, for
// modules of growing size.
func measureGrowth(ctx context.Context, b *bench, all targets, rep *report) error {
	var perLine [][]float64
	for _, t := range all.growth {
		costs, err := b.cold(ctx, t, []string{null, kalint})
		if err != nil {
			return err
		}
		dir, err := b.fetch(ctx, t)
		if err != nil {
			return err
		}
		packages, lines, err := b.size(ctx, dir, t)
		if err != nil {
			return err
		}
		var per []float64
		for i, c := range costs[kalint] {
			per = append(per, (c.cpu-costs[null][i].cpu)/float64(lines)*1000)
		}
		perLine = append(perLine, per)
		rep.growth.add(t.String(), fmt.Sprint(packages), fmt.Sprintf("%.0f", float64(lines)/1000),
			seconds(each(costs[null], cpu)), seconds(each(costs[kalint], cpu)), milliseconds(per))
	}
	first, last := perLine[0], perLine[len(perLine)-1]
	rep.note("CPU per thousand lines in the last of these modules, against the first: %s.", ratios(last, first))
	return nil
}

// size counts the packages that are no part of Go in all that a target needs, tests
// included, and the lines of their Go files.
func (b *bench) size(ctx context.Context, dir string, t target) (packages, lines int, err error) {
	out, _, err := b.output(ctx, dir, nil, "go", "list", "-deps", "-test", "-json=Dir,Standard,ForTest,GoFiles", t.pattern)
	if err != nil {
		return 0, 0, err
	}
	seen := map[string]bool{}
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p struct {
			Dir, ForTest string
			Standard     bool
			GoFiles      []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages, lines, nil
		} else if err != nil {
			return 0, 0, err
		}
		if p.Standard {
			continue
		}
		if p.ForTest == "" {
			packages++
		}
		for _, name := range p.GoFiles {
			file := filepath.Join(p.Dir, name)
			if filepath.IsAbs(name) { // the main package of a test, which go vet leaves out
				continue
			}
			if seen[file] {
				continue
			}
			seen[file] = true
			text, err := os.ReadFile(file)
			if err != nil {
				return 0, 0, err
			}
			lines += bytes.Count(text, []byte("\n"))
		}
	}
}
