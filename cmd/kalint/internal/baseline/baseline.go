// Package baseline keeps the findings that a code base had when it took up
// kalint, so that only new ones are reported.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/kalint/kalint/cmd/kalint/internal/atomicfile"
)

// version is that of the file's form.
const version = 1

// An Entry stands for as many findings as it counts. Its File and Func are for
// people, and tell which of several is meant; what it goes by is the Hash.
type Entry struct {
	File  string `json:"file"`
	Func  string `json:"func,omitempty"`
	Rule  string `json:"rule"`
	Hash  string `json:"hash"`
	Count int    `json:"count,omitempty"` // absent: 1
}

func (e Entry) count() int { return max(e.Count, 1) }

// A Baseline is the content of the file.
type Baseline struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// Read reads a file that Write wrote.
func Read(name string) (*Baseline, error) {
	if info, err := os.Stat(name); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, errors.New("no regular file") // some devices never end
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, atomicfile.Cause(err)
	}
	b := new(Baseline)
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var kind struct{ Version int }
	if json.Unmarshal(data, &kind) == nil && kind.Version > version {
		return nil, fmt.Errorf("it is of version %d, and this kalint reads version %d", kind.Version, version)
	}
	if err := dec.Decode(b); errors.Is(err, io.EOF) {
		return nil, errors.New("not a baseline: it is empty")
	} else if err != nil {
		return nil, fmt.Errorf("not a baseline: %v", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("not a baseline: something follows its end")
	}
	return b, b.check()
}

// ReadIfAny is Read, or an empty baseline where there is no such file yet.
func ReadIfAny(name string) (*Baseline, error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return new(Baseline), nil
	}
	return Read(name)
}

func (b *Baseline) check() error {
	if b.Version != version {
		return fmt.Errorf("not a baseline: version is %d, want %d", b.Version, version)
	}
	for i, e := range b.Findings {
		if e.Rule == "" || e.Hash == "" || e.File == "" || e.Count < 0 {
			return fmt.Errorf("not a baseline: entry %d lacks file, rule or hash, or counts less than one", i+1)
		}
	}
	return nil
}

// Write writes entries, one a line and in an order of their own, so that what
// changed can be seen in a diff.
func Write(name string, entries []Entry) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n\t\"version\": %d,\n\t\"findings\": [", version)
	for i, e := range merged(entries) {
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n\t\t")
		b.Write(line)
	}
	if len(entries) > 0 {
		b.WriteString("\n\t")
	}
	b.WriteString("]\n}\n")
	return atomicfile.Write(name, b.Bytes())
}

// merged sorts entries and makes one of those that are alike.
func merged(entries []Entry) []Entry {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Hash, b.Hash))
	})
	var out []Entry
	for _, e := range entries {
		if n := len(out) - 1; n >= 0 && out[n].File == e.File && out[n].Func == e.Func && out[n].Rule == e.Rule && out[n].Hash == e.Hash {
			out[n].Count = out[n].count() + e.count()
			continue
		}
		out = append(out, e)
	}
	for i := range out {
		if out[i].Count == 1 {
			out[i].Count = 0
		}
	}
	return out
}
