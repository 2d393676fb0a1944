// Package rules has the flags that turn rules on, off and to a level.
package rules

import (
	"encoding/json"
	"errors"
	"flag"
	"io"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// comments is the name of the rule on comments that silence other rules.
const comments = "ignore"

// A choice is a flag named after a rule. It knows whether it was given at all.
type choice struct {
	given, on bool
}

func (c *choice) IsBoolFlag() bool { return true }

func (c *choice) String() string { return strconv.FormatBool(c == nil || !c.given || c.on) }

func (c *choice) Set(s string) error {
	on, err := strconv.ParseBool(s)
	if err != nil {
		return errors.New("want true or false")
	}
	*c = choice{given: true, on: on}
	return nil
}

// A Choice is which of the rules were asked for.
type Choice struct {
	all   []*analysis.Analyzer
	flags []*choice
}

// Define adds each rule's flags to a flag set: -RULE, and -RULE.FLAG for its own.
func Define(fs *flag.FlagSet, all []*analysis.Analyzer) *Choice {
	c := &Choice{all: all}
	for _, a := range all {
		on := new(choice)
		c.flags = append(c.flags, on)
		fs.Var(on, a.Name, "run rule "+a.Name+" (any true: only those; any false: all but those)")
		a.Flags.VisitAll(func(f *flag.Flag) {
			fs.Var(f.Value, a.Name+"."+f.Name, f.Usage)
		})
	}
	return c
}

// Chosen returns the rules to run: those that were turned on, if any was, and
// else those that were not turned off. The rule on comments goes with all of them,
// unless it was turned off itself: one that is wrong is so whatever rules run.
func (c *Choice) Chosen() []*analysis.Analyzer {
	var on, notOff []*analysis.Analyzer
	some := false
	for i, f := range c.flags {
		some = some || f.on
		if f.on || !f.given && c.all[i].Name == comments {
			on = append(on, c.all[i])
		}
		if f.on || !f.given {
			notOff = append(notOff, c.all[i])
		}
	}
	if some {
		return on
	}
	return notOff
}

// Describe prints the flags in the form that go vet asks for with -flags.
func Describe(w io.Writer, fs *flag.FlagSet) error {
	type description struct {
		Name  string
		Bool  bool
		Usage string
	}
	var all []description
	fs.VisitAll(func(f *flag.Flag) {
		if f.Name == "fix" {
			return // go vet defines it itself, and go fix gives it another meaning
		}
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		all = append(all, description{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
