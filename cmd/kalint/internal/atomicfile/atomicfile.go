// Package atomicfile replaces files in one step, so that nobody ever sees half
// of one: not on a full disk, and not after Ctrl-C.
package atomicfile

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrReadOnly is the error of a file that nobody may write.
var ErrReadOnly = errors.New("the file is read-only")

// Cause is an error without the operation and the name: that may be the name of
// a file which nobody knows of.
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// A Pending is a file whose new content lies on the disk, beside the old.
type Pending struct {
	name string
	tmp  string // "" when there is nothing to put in its place
	data []byte // for what is no regular file: it is written, not replaced
}

// Check reports why a file cannot be written, as far as that can be told
// beforehand: it is a directory or read-only, or it would be in none.
func Check(name string) error {
	_, _, err := target(name)
	return err
}

// target follows links. The mode is that of the file there, or 0.
func target(name string) (string, fs.FileMode, error) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if dir, err := os.Stat(filepath.Dir(name)); err != nil || !dir.IsDir() {
			return "", 0, &fs.PathError{Op: "write", Path: name, Err: errors.New("no such directory")}
		}
		return name, 0, nil
	case err != nil:
		return "", 0, err
	case info.IsDir():
		return "", 0, &fs.PathError{Op: "write", Path: name, Err: errors.New("is a directory")}
	case info.Mode().IsRegular() && info.Mode().Perm()&0o222 == 0:
		return "", 0, &fs.PathError{Op: "write", Path: name, Err: ErrReadOnly}
	}
	return name, info.Mode(), nil
}

// Write replaces a file's content, or makes the file. Its mode stays, and where
// the name is a link, so does the link.
func Write(name string, data []byte) error {
	p, err := Stage(name, data)
	if err != nil {
		return err
	}
	return p.Commit()
}

// Stage puts a file's new content on the disk, beside the file. Commit or
// Discard has to follow.
func Stage(name string, data []byte) (*Pending, error) {
	name, mode, err := target(name)
	if err != nil {
		return nil, err
	}
	if mode != 0 && !mode.IsRegular() {
		return &Pending{name: name, data: data}, nil // a device or a pipe
	}
	tmp, err := create(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	p := &Pending{name: name, tmp: tmp.Name()}
	_, err = tmp.Write(data)
	if err == nil && mode != 0 {
		err = tmp.Chmod(mode.Perm())
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		p.Discard()
		return nil, err
	}
	return p, nil
}

// create makes a file with a name of its own, and the permissions of any new file.
func create(dir string) (*os.File, error) {
	name := filepath.Join(dir, ".kalint-"+rand.Text())
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
}

// Commit puts the new content in place.
func (p *Pending) Commit() error {
	if p.tmp == "" {
		return os.WriteFile(p.name, p.data, 0o666)
	}
	if err := os.Rename(p.tmp, p.name); err != nil {
		p.Discard()
		return err
	}
	p.tmp = ""
	return nil
}

// Discard leaves the file as it was, unless there was a Commit.
func (p *Pending) Discard() {
	if p.tmp != "" {
		os.Remove(p.tmp)
		p.tmp = ""
	}
}
