package alone

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// A finding is what one rule says about one place.
type finding struct {
	pkg, rule string
	report.Diagnostic
	at, end position
}

// A position is a place in a file.
type position struct {
	file      string
	line, col int
}

// parsePosition reads file:line:col or file:line; the file may have colons too.
func parsePosition(s string) position {
	var nums []int
	for range 2 {
		i := strings.LastIndexByte(s, ':')
		if i < 0 {
			break
		}
		n, err := strconv.Atoi(s[i+1:])
		if err != nil {
			break
		}
		nums = append(nums, n)
		s = s[:i]
	}
	p := position{file: s}
	switch len(nums) {
	case 1:
		p.line = nums[0]
	case 2:
		p.col, p.line = nums[0], nums[1]
	}
	return p
}

// compare orders places by file, line and column.
func (p position) compare(q position) int {
	return cmp.Or(strings.Compare(p.file, q.file), cmp.Compare(p.line, q.line), cmp.Compare(p.col, q.col))
}

// parseFindings reads what go vet -json printed, a tree for each package.
func parseFindings(data []byte) (found []finding, failures []string, err error) {
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
				f, fails, err := parseLeaf(pkg, rule, raw)
				if err != nil {
					return nil, nil, err
				}
				found = append(found, f...)
				failures = append(failures, fails...)
			}
		}
	}
	return sortFindings(found), slices.Compact(slices.Sorted(slices.Values(failures))), nil
}

// parseLeaf reads what one rule found in one package, or why it could not.
func parseLeaf(pkg, rule string, raw json.RawMessage) (found []finding, failures []string, err error) {
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
		found = append(found, finding{pkg, rule, d, parsePosition(d.Posn), parsePosition(d.End)})
	}
	return found, failures, nil
}

// sortFindings orders findings by place and drops those that are told twice, as
// by a package and its test variant.
func sortFindings(found []finding) []finding {
	slices.SortStableFunc(found, func(a, b finding) int {
		return cmp.Or(a.at.compare(b.at), strings.Compare(a.rule, b.rule), strings.Compare(a.Message, b.Message), strings.Compare(a.pkg, b.pkg))
	})
	return slices.CompactFunc(found, func(a, b finding) bool {
		return a.at == b.at && a.rule == b.rule && a.Message == b.Message
	})
}

// withoutTests leaves out what is in test files.
func withoutTests(found []finding) []finding {
	return slices.DeleteFunc(found, func(f finding) bool { return strings.HasSuffix(f.at.file, "_test.go") })
}
