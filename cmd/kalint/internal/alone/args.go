package alone

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/format"
)

// An options is a command line.
type options struct {
	dir           string // where to work; "" is here
	context       int    // lines of source around a finding; negative: as the output suits
	fix           bool
	diff          bool
	json          bool
	format        formatFlag
	out           string // a file for what would go to standard output
	baseline      string // a file with findings to leave out
	writeBaseline string // a file to write findings to
	newFrom       string // a git revision
	modules       bool   // patterns name files, or nothing
	tests         bool
	stack         bool
	generated     bool
	verbose       bool                 // the go command was asked to print what it does
	chosen        []*analysis.Analyzer // the rules that run
	build         []string             // flags of the go command
	rules         []string             // flags of the rules
	patterns      []string             // packages
}

// parseArgs reads the command line.
func parseArgs(args []string, all []*analysis.Analyzer) (*options, error) {
	o := new(options)
	fs, own, chosen := newFlags(o, all)
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%v; see kalint help", err)
	}
	given := make(map[string]bool)
	fs.Visit(func(f *flag.Flag) {
		given[f.Name] = true
		if own.Lookup(f.Name) != nil {
			o.rules = append(o.rules, "-"+f.Name+"="+f.Value.String())
		}
		o.verbose = o.verbose || f.Name == "x" || f.Name == "v"
	})
	if o.generated {
		o.rules = append(o.rules, "-generated")
	}
	if o.stack {
		o.rules = append(o.rules, "-stack")
	}
	o.chosen = chosen.Chosen()
	o.patterns = fs.Args()
	if err := o.check(given); err != nil {
		return nil, err
	}
	if o.json {
		o.format = format.JSON
	}
	if len(o.patterns) == 0 && !o.modules {
		o.patterns = []string{"./..."}
	}
	return o, nil
}

// check refuses what does not go together.
func (o *options) check(given map[string]bool) error {
	for _, p := range o.patterns {
		if strings.HasPrefix(p, "-") {
			return fmt.Errorf("flags go before the packages: %s", p)
		}
		if o.modules && strings.Contains(p, "...") {
			return fmt.Errorf("-modules goes with files, or without for all modules, and not with patterns: %s", p)
		}
	}
	mends, form := o.fix || o.diff, "-format="+string(o.format)
	if o.json {
		form = "-json"
	}
	switch plain := !o.json && o.format == format.Text; {
	case o.json && given["format"] && o.format != format.JSON:
		return fmt.Errorf("-json does not go with -format=%s", o.format)
	case !plain && mends:
		return fmt.Errorf("%s goes with neither -fix nor -diff", form)
	case !plain && o.context >= 0:
		return fmt.Errorf("-c does not go with %s", form)
	case o.writeBaseline != "" && mends:
		return errors.New("-write-baseline goes with neither -fix nor -diff")
	case o.writeBaseline != "" && o.newFrom != "":
		return errors.New("-write-baseline does not go with -new-from: a baseline has the old findings too")
	case o.out != "" && slices.Contains([]string{clean(o.baseline), clean(o.writeBaseline)}, clean(o.out)):
		return fmt.Errorf("-o and the baseline are the same file: %s", o.out)
	}
	return nil
}

// clean is a file's name in one form; none stays none.
func clean(name string) string {
	if name == "" {
		return ""
	}
	return filepath.Clean(name)
}
