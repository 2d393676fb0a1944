package fix

import (
	"archive/zip"
	"fmt"
	"os"

	"github.com/aymanbagabas/go-udiff"

	"github.com/kalint/kalint/cmd/kalint/internal/atomicfile"
)

// Write replaces files: all of them or, as far as that can be known before the
// first is replaced, none, as on a full disk or where one is read-only. Errors
// name a file as show does.
func Write(files []File, show func(string) string) error {
	var staged []*atomicfile.Pending
	defer func() {
		for _, p := range staged {
			p.Discard() // does nothing to what was committed
		}
	}()
	fail := func(f File, err error) error {
		return fmt.Errorf("cannot fix %s: %v", show(f.Name), atomicfile.Cause(err))
	}
	for _, f := range files {
		if _, err := os.Stat(f.Name); err != nil {
			return fail(f, err)
		}
		p, err := atomicfile.Stage(f.Name, f.New)
		if err != nil {
			return fail(f, err)
		}
		staged = append(staged, p)
	}
	for i, p := range staged {
		if err := p.Commit(); err != nil {
			return fail(files[i], err)
		}
	}
	return nil
}

// Diff is the change as a unified diff, with the names given.
func (f File) Diff(from, to string) string {
	return udiff.Unified(from, to, string(f.Old), string(f.New))
}

// Archive writes the files to a zip, for the go command to put in place once
// all packages are done. It writes one without files too, since the go command
// takes its absence for a run that is not cached.
func Archive(name, comment string, files []File) error {
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer out.Close()
	zw := zip.NewWriter(out)
	if err := zw.SetComment(comment); err != nil {
		return err
	}
	for _, f := range files {
		w, err := zw.Create(f.Name)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.New); err != nil {
			return err
		}
	}
	if err := zw.Close(); err != nil {
		return err
	}
	return out.Close()
}
