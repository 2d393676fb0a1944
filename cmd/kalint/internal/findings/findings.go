// Package findings has what kalint found, as read from what go vet -json prints.
package findings

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// A Finding is what one rule says about one place.
type Finding struct {
	Pkg, Rule string
	report.Diagnostic
	At, To Position
	Identity
}

// Parse reads what go vet -json printed, a tree for each package: the findings
// in the order of their places, and what rules that failed had to say. Files may
// be named as seen from their packages, whose directories are given then.
func Parse(data []byte, dirs map[string]string) (found []Finding, failures []string, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		var tree report.RawTree
		err := dec.Decode(&tree)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("cannot read what go vet -json printed: %v", err)
		}
		for pkg, byRule := range tree {
			for rule, raw := range byRule {
				f, fails, err := parseLeaf(pkg, rule, raw, dirs)
				if err != nil {
					return nil, nil, err
				}
				found = append(found, f...)
				failures = append(failures, fails...)
			}
		}
	}
	return sorted(found), slices.Compact(slices.Sorted(slices.Values(failures))), nil
}

// parseLeaf reads what one rule found in one package, or why it could not.
func parseLeaf(pkg, rule string, raw json.RawMessage, dirs map[string]string) (found []Finding, failures []string, err error) {
	var failure report.Failure
	if json.Unmarshal(raw, &failure) == nil {
		return nil, []string{failure.Err}, nil
	}
	var diags []report.Diagnostic
	if err := json.Unmarshal(raw, &diags); err != nil {
		return nil, nil, fmt.Errorf("cannot read what rule %s found in %s: %v", rule, pkg, err)
	}
	for _, d := range diags {
		if d.Category == report.FailureCategory {
			failures = append(failures, d.Message)
			continue
		}
		if dir := dirOf(pkg, dirs); dir != "" {
			d.PutBack(dir)
		}
		found = append(found, Finding{Pkg: pkg, Rule: rule, Diagnostic: d, At: ParsePosition(d.Posn), To: ParsePosition(d.End)})
	}
	return found, failures, nil
}

// dirOf is the directory of a package, of its test variant, or of its outer tests.
func dirOf(id string, dirs map[string]string) string {
	path, _, _ := strings.Cut(id, " [")
	return cmp.Or(dirs[path], dirs[strings.TrimSuffix(path, "_test")])
}

// sorted orders findings by place and drops those that are told twice, as by a
// package and its test variant.
func sorted(found []Finding) []Finding {
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(a.At.compare(b.At), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message), strings.Compare(a.Pkg, b.Pkg))
	})
	return slices.CompactFunc(found, func(a, b Finding) bool {
		return a.At == b.At && a.Rule == b.Rule && a.Message == b.Message
	})
}

// WithoutTests leaves out what is in test files.
func WithoutTests(found []Finding) []Finding {
	return slices.DeleteFunc(found, func(f Finding) bool { return strings.HasSuffix(f.At.File, "_test.go") })
}

// OneLine folds what may be several lines into one.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
