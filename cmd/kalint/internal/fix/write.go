package fix

import (
	"archive/zip"
	"os"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"
)

// Write replaces a file in one step, so that nobody ever sees half of it. Its
// mode stays, and where the name is a link, so does the link.
func (f File) Write() error {
	name, err := filepath.EvalSymlinks(f.Name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".kalint-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails when all went well
	_, err = tmp.Write(f.New)
	if err == nil {
		err = tmp.Chmod(info.Mode().Perm())
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
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
