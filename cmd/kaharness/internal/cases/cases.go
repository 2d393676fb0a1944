// Package cases knows the programs of testdata/proof: what they show, what
// kalint must say of them, and the connections that they are to open.
package cases

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Fine is the rule of the cases in which nothing is wrong.
const Fine = "fine"

// Rules are the folders of testdata/proof, in the order of their reports.
var Rules = []string{"bodyclose", "bodydrain", "idleconns", "transportreuse", Fine}

// A Case is a program, and what is known of it beforehand.
type Case struct {
	Rule, Name string
	Dir        string   // where main.go is
	Fixed      string   // where the program mended by hand is; "" where kalint mends it
	Title      string   // the first sentence of the package comment
	Text       string   // the rest of it
	Expect     []Expect // from the oldest Go to the newest
	Flags      []string // for kalint
	TLS, HTTP2 bool     // what the server speaks
	Marks      []int    // the lines to be reported
}

// ID is RULE/CASE.
func (c *Case) ID() string { return c.Rule + "/" + c.Name }

// Load reads the cases of the repository at root.
func Load(root string) ([]*Case, error) {
	var all []*Case
	proof := filepath.Join(root, "testdata", "proof")
	rules, err := os.ReadDir(proof)
	if err != nil {
		return nil, fmt.Errorf("no cases: %w", err)
	}
	for _, rule := range rules {
		if !rule.IsDir() {
			continue
		}
		if !slices.Contains(Rules, rule.Name()) {
			return nil, fmt.Errorf("%s is no rule", filepath.Join(proof, rule.Name()))
		}
		of, err := loadRule(filepath.Join(proof, rule.Name()))
		if err != nil {
			return nil, err
		}
		all = append(all, of...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no cases in %s", proof)
	}
	slices.SortStableFunc(all, func(a, b *Case) int {
		return slices.Index(Rules, a.Rule) - slices.Index(Rules, b.Rule)
	})
	return all, nil
}

// loadRule reads the cases of one rule.
func loadRule(dir string) ([]*Case, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []*Case
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		c, err := loadCase(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// loadCase reads the case in dir.
func loadCase(dir string) (*Case, error) {
	c := &Case{Rule: filepath.Base(filepath.Dir(dir)), Name: filepath.Base(dir), Dir: dir}
	src, err := os.ReadFile(filepath.Join(dir, "main.go"))
	if err != nil {
		return nil, err
	}
	if err := c.parse(src); err != nil {
		return nil, fmt.Errorf("%s: %w", c.ID(), err)
	}
	fixed := filepath.Join(dir, "fixed")
	if _, err := os.Stat(filepath.Join(fixed, "main.go")); err == nil {
		c.Fixed = fixed
	}
	return c, nil
}

// Select returns those of all that the arguments name, as RULE or RULE/CASE.
// Without arguments they are all.
func Select(all []*Case, args []string) ([]*Case, error) {
	if len(args) == 0 {
		return all, nil
	}
	var chosen []*Case
	for _, arg := range args {
		name := strings.Trim(strings.TrimPrefix(arg, "testdata/proof/"), "/")
		found := false
		for _, c := range all {
			if name != c.ID() && name != c.Rule {
				continue
			}
			found = true
			if !slices.Contains(chosen, c) {
				chosen = append(chosen, c)
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no case %q; kaharness -list shows them", arg)
		}
	}
	return chosen, nil
}
