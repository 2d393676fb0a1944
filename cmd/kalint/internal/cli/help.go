package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/rules"
)

// help prints how kalint is used, or a rule's page.
func help(names []string, all []*analysis.Analyzer) int {
	var b bytes.Buffer
	width, people := screen(os.Stdout)
	if len(names) == 0 {
		usage(&b, all)
	}
	for i, name := range names {
		a := rules.Find(all, name)
		if a == nil {
			return refuse(fmt.Errorf("there is no rule %q; the rules are %s", name, rules.Names(all)))
		}
		if i > 0 {
			fmt.Fprintln(&b)
		}
		rules.Page(&b, a, width, people)
	}
	return print(b.Bytes())
}

// screen is how wide a page may be on a file, and whether it is a terminal.
func screen(f *os.File) (width int, people bool) {
	const usual, least, most = 80, 40, 100
	if !term.IsTerminal(int(f.Fd())) {
		return usual, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return usual, true
	}
	return min(max(width, least), most), true
}

// usage prints how kalint is used.
func usage(w io.Writer, all []*analysis.Analyzer) {
	fmt.Fprint(w, `Kalint finds Go programs that lose HTTP keep-alive.

Usage:
	kalint [flags] [packages]               print what it finds; packages default to ./...
	kalint help [rule]                      print this, or a rule's page
	kalint version                          print kalint's version
	kalint completion bash|zsh|fish         print a script that completes kalint's flags
	go vet -vettool=$(which kalint) ./...   run it under go vet
	go fix -fixtool=$(which kalint) ./...   apply its fixes under go fix

Rules:
`)
	rules.List(w, all)
	fmt.Fprint(w, `
Flags:
	-RULE, -RULE=false     run only this rule, or all but this rule; ignore goes
	                       with each
	-RULE.FLAG=VALUE       a rule's own flag; see its page
	-C dir                 work in dir; files that other flags name are seen from there
	-baseline file         leave out the findings that file has
	-c n                   print n lines of source around each finding
	-diff                  print the fixes as a patch; change nothing
	-fix                   apply the first fix of each finding
	-format form           print findings as text, json, sarif or github
	-generated             report on generated files as well
	-json                  the same as -format=json, the form of go vet -json
	-modules               look at all modules below, or if files are named in place
	                       of packages, at those that a change of these concerns
	-new-from rev          leave out what has nothing to do with lines changed since
	                       a git revision
	-o file                write to file instead of standard output
	-stack                 show the stack of a rule that panics
	-tests=false           leave out what is in test files
	-write-baseline file   write the findings to file, for -baseline
	-tags, -mod, ...       build flags, as go vet takes them

Exit codes: 0 nothing found, 1 findings, 2 could not run or a package does not build.
`)
}
