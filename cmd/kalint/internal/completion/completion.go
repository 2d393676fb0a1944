// Package completion writes scripts that complete kalint's command line. They
// name the flags, rules, formats and levels of the kalint that wrote them.
package completion

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"strings"
)

// A Kind is what a flag's value names.
type Kind string

// The kinds of values that a shell can complete by itself.
const (
	Dir      Kind = "directory"
	File     Kind = "file"
	Revision Kind = "revision"
)

// A Command is the command line to complete.
type Command struct {
	Flags *flag.FlagSet
	Rules []string
}

// Shells lists the shells that there are scripts for.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// The scripts, with names in capitals where lists go. They do without
// text/template: that alone would make a sixth of kalint, which go vet starts for
// each package.
var (
	//go:embed bash.tmpl
	bash string
	//go:embed zsh.tmpl
	zsh string
	//go:embed fish.tmpl
	fish string
)

// commands are those that are no flags.
var commands = []string{"help", "version", "completion"}

// Write writes the script for a shell.
func Write(w io.Writer, shell string, c Command) error {
	fs := flags(c.Flags)
	var script string
	switch shell {
	case "bash":
		script = fill(bash, c, `\n`, "@NAMES@", strings.Join(names(fs), `\n`), "@VALUED@", each(fs, bashValued), "@FLAGS@", each(fs, bashFlag))
	case "zsh":
		script = fill(zsh, c, " ", "@FLAGS@", each(fs, zshFlag))
	case "fish":
		script = fill(fish, c, " ", "@FLAGS@", each(fs, fishFlag))
	default:
		return fmt.Errorf("no completion for shell %q; the shells are %s", shell, strings.Join(Shells(), ", "))
	}
	_, err := io.WriteString(w, script)
	return err
}

// fill puts lists into a script.
func fill(script string, c Command, sep string, more ...string) string {
	return strings.NewReplacer(append(more,
		"@RULES@", strings.Join(c.Rules, sep), "@SHELLS@", strings.Join(Shells(), sep), "@COMMANDS@", strings.Join(commands, sep))...).Replace(script)
}

// each puts what there is to say of each flag on lines of its own.
func each(fs []Flag, say func(Flag) string) string {
	var lines []string
	for _, f := range fs {
		if s := say(f); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

func names(fs []Flag) (out []string) {
	for _, f := range fs {
		out = append(out, f.Name)
	}
	return out
}

// A Flag is what scripts need to know of one.
type Flag struct {
	Name, Usage string
	Bool        bool     // it needs no value
	Values      []string // those that there are, if they can be listed
	Kind        Kind     // or what they name
}

// Flags with values may have methods that tell which.
type (
	lister interface{ Values() []string }
	kinded interface{ Kind() Kind }
	booler interface{ IsBoolFlag() bool }
)

func flags(fs *flag.FlagSet) (out []Flag) {
	fs.VisitAll(func(f *flag.Flag) {
		usage, _, _ := strings.Cut(f.Usage, "\n")
		c := Flag{Name: f.Name, Usage: usage}
		if b, ok := f.Value.(booler); ok && b.IsBoolFlag() {
			c.Bool, c.Values = true, []string{"true", "false"}
		}
		if l, ok := f.Value.(lister); ok {
			c.Values = l.Values()
		}
		if k, ok := f.Value.(kinded); ok {
			c.Kind = k.Kind()
		}
		out = append(out, c)
	})
	return out
}
