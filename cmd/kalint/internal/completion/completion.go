// Package completion writes scripts that complete kalint's command line. They
// name the flags, rules, formats and levels of the kalint that wrote them.
package completion

import (
	"bytes"
	"embed"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"
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

//go:embed bash.tmpl zsh.tmpl fish.tmpl
var scripts embed.FS

// Write writes the script for a shell.
func Write(w io.Writer, shell string, c Command) error {
	if !slices.Contains(Shells(), shell) {
		return fmt.Errorf("no completion for shell %q; the shells are %s", shell, strings.Join(Shells(), ", "))
	}
	funcs := template.FuncMap{"join": strings.Join, "quote": quote, "fish": quoteFish, "zsh": quoteZsh}
	t, err := template.New(shell+".tmpl").Funcs(funcs).ParseFS(scripts, shell+".tmpl")
	if err != nil {
		return err
	}
	data := struct {
		Flags                   []Flag
		Rules, Shells, Commands []string
	}{flags(c.Flags), c.Rules, Shells(), []string{"help", "version", "completion"}}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// A Flag is what scripts need to know of one.
type Flag struct {
	Name, Usage string
	Bool        bool     // it needs no value
	Values      []string // those that there are, if they can be listed
	Kind        Kind     // or what they name
}

// Short reports whether the name is one letter, which shells treat as an option
// of another kind.
func (f Flag) Short() bool { return len(f.Name) == 1 }

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

// quote makes a word for bash and zsh.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func quoteFish(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

// quoteZsh makes text for a part of an _arguments specification.
func quoteZsh(s string) string {
	return strings.NewReplacer(`\`, `\\`, ":", `\:`, "[", `\[`, "]", `\]`, "'", `'\''`).Replace(s)
}
