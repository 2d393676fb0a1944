package findings

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/source"
)

// An Identity is what stays of a finding when lines move, or files are renamed.
type Identity struct {
	Func string // the function around it, or ""
	Hash string // of rule, message, function and the line's text
	Nth  int    // which it is, from 1, among those in its file with this hash
}

// Fingerprint tells a finding from all others of its file.
func (id Identity) Fingerprint() string { return fmt.Sprintf("%s:%d", id.Hash, id.Nth) }

// moving is what a message says about where something is.
var moving = regexp.MustCompile(`\S+\.go:\d+(:\d+)?|\blines? \d+( of \S+\.go)?`)

// Identify gives each finding its identity. They have to be all the findings of
// each file, in order.
func Identify(found []Finding, src *source.Cache) {
	type equal struct{ file, hash string }
	seen := make(map[equal]int)
	for i := range found {
		f := &found[i]
		file := src.File(f.At.File)
		f.Func = file.Func(f.At.Line, f.At.Col)
		f.Hash = hash(f.Rule, moving.ReplaceAllString(f.Message, "line"), f.Func, OneLine(file.Line(f.At.Line)))
		k := equal{f.At.File, f.Hash}
		seen[k]++
		f.Nth = seen[k]
	}
}

func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return fmt.Sprintf("%x", sum[:8])
}
