package oracle

import (
	"fmt"
	"slices"

	"github.com/kalint/kalint/passes/internal/lifecycle/internal/fuzzgen"
)

// A Verdict says how a rule and the oracle compare for one call.
type Verdict string

// The verdicts.
const (
	Reported  Verdict = "agree, reported"
	Silent    Verdict = "agree, silent"
	Miss      Verdict = "miss"
	False     Verdict = "false"
	Undecided Verdict = "undecided" // not all paths were run, or either answer is right
	TooLarge  Verdict = "too large" // the engine says that it could not follow
)

// A Judgement is the verdict on one call.
type Judgement struct {
	Unit    int
	Func    string
	Rule    string
	Site    int
	Verdict Verdict
	Source  string
	Detail  string
}

// Rules are the names under which Judge looks for diagnostics.
var Rules = []string{"bodyclose", "unread", "paths", "eof"}

// Judge compares what the rules found with what was run.
func (b *Batch) Judge(found Findings, results map[string]Result) []Judgement {
	var out []Judgement
	for i, p := range b.programs {
		reported := reports(p, found)
		for rule, sites := range reported {
			if message, ok := sites[0]; ok {
				out = append(out, Judgement{Unit: p.Entries[0].Unit, Rule: rule, Verdict: False, Detail: "stray: " + message})
			}
		}
		leaky := make(map[int]bool) // units with an opener that is to blame itself
		for _, e := range p.Entries {
			large := slices.ContainsFunc(e.Sites, func(s int) bool { return unfollowed(reported, s) })
			if e.Opener && (large || results[name(i, e)].leaks()) {
				leaky[e.Unit] = true
			}
		}
		for _, e := range p.Entries {
			r := results[name(i, e)]
			for _, o := range r.Outcomes {
				for _, rule := range Rules {
					j := Judgement{Unit: e.Unit, Func: name(i, e), Rule: rule, Site: o.Site, Source: e.Source}
					message, said := reported[rule][o.Site]
					j.Verdict = compare(rule, said, o, r.All)
					if j.Verdict == Miss && unfollowed(reported, o.Site) {
						j.Verdict = TooLarge
					}
					if leaky[e.Unit] && !e.Opener && j.Verdict != Reported && j.Verdict != Silent {
						j.Verdict = Undecided
					}
					j.Detail = fmt.Sprintf("said %q; %+v; %d paths, all %t", message, o, r.Paths, r.All)
					out = append(out, j)
				}
			}
		}
	}
	return out
}

func unfollowed(reported map[string]map[int]string, site int) bool {
	_, ok := reported["toolarge"][site]
	return ok
}

// leaks reports whether the function leaves open, or closes too early, what it does not hand on.
func (r Result) leaks() bool {
	for _, o := range r.Outcomes {
		if o.Open || o.Failed || o.Early || o.Partly {
			return true
		}
	}
	return false
}

// compare judges one call.
func compare(rule string, said bool, o Outcome, all bool) Verdict {
	var is bool
	if o.Shared { // whose it is nobody can tell
		return Undecided
	}
	if said && !o.Reached { // whatever becomes of it, the path ends in a panic
		return Undecided
	}
	switch rule {
	case "bodyclose":
		is = o.Open
		if o.Failed && !o.Open {
			return Undecided
		}
	case "unread":
		is = o.Early && !o.Read && !o.Kept
		if !all {
			return Undecided
		}
	case "paths":
		is = o.Early
	case "eof":
		is = o.Early || o.Partly
		if said && !is && o.Read { // it may have been read to the end by chance
			return Undecided
		}
	}
	switch {
	case said && is:
		return Reported
	case is:
		return Miss
	case !all:
		return Undecided
	case said:
		return False
	}
	return Silent
}

// reports lists which calls each rule reports, with its message.
func reports(p *fuzzgen.Program, found Findings) map[string]map[int]string {
	sites := make(map[string]map[int]int)
	for _, pkg := range p.Packages {
		sites[pkg.Path] = pkg.Sites
	}
	out := make(map[string]map[int]string)
	for rule, ds := range found {
		out[rule] = make(map[int]string)
		for _, d := range ds {
			if lines, ok := sites[d.Path]; ok {
				out[rule][lines[d.Line]] = d.Message
			}
		}
	}
	return out
}
