package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"golang.org/x/tools/go/analysis"
)

// mood is a rule that goes wrong when a package asks for it.
var mood = &analysis.Analyzer{
	Name: "toymood",
	Doc:  "go wrong",
	Run:  runMood,
}

// pidfile is a file to make, with the process ID appended, before a sleep.
var pidfile string

func init() { mood.Flags.StringVar(&pidfile, "pidfile", "", "where to note a sleeper") }

func runMood(pass *analysis.Pass) (any, error) {
	has := func(name string) bool { return pass.Pkg.Scope().Lookup(name) != nil }
	switch {
	case has("toyPanics"):
		panic("boom\nat once")
	case has("toyFails"):
		return nil, errors.New("in a bad mood")
	case has("toyResult"):
		return "unasked", nil
	case has("toySleeps"):
		if err := os.WriteFile(fmt.Sprintf("%s.%d", pidfile, os.Getpid()), nil, 0o666); err != nil {
			return nil, err
		}
		time.Sleep(time.Minute)
	case has("toyBadFix"):
		f := pass.Files[0]
		pass.Report(analysis.Diagnostic{Pos: f.Name.Pos(), Message: "a fix without an end", SuggestedFixes: []analysis.SuggestedFix{{
			Message:   "Break it",
			TextEdits: []analysis.TextEdit{{Pos: f.Name.Pos(), End: f.Name.Pos() - 1}},
		}}})
	}
	return nil, nil
}
