package main

import (
	"bytes"
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// programs makes a module of Go's own test programs in dir, each file a package of
// its own. It returns the module's directory and those of its packages that the go
// command can load.
func programs(ctx context.Context, r *runner, dir string) (string, []string, error) {
	from := os.DirFS(filepath.Join(r.root, "test"))
	if _, err := fs.Stat(from, "."); err != nil {
		return "", nil, fmt.Errorf("%s comes without Go's tests", r.root)
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module programs\n\ngo 1.26\n"), 0o666); err != nil {
		return "", nil, err
	}
	p := &programModule{from, dir, map[string]string{}}
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		return p.addFile(name)
	})
	if err != nil {
		return "", nil, err
	}
	out, err := r.output(ctx, dir, "go", "list", "-e", "-f", "{{if not (or .Error .DepsErrors)}}{{.ImportPath}}{{end}}", "./...")
	return dir, strings.Fields(string(out)), err
}

// A programModule is a module that is made of programs.
type programModule struct {
	from fs.FS
	dir  string
	seen map[string]string // packages by directory and name
}

// addFile copies a file into a directory of its own. In directories that end in
// .dir, files with the same package clause make a package, which the others import
// by the name of its first file.
func (p *programModule) addFile(name string) error {
	text, err := fs.ReadFile(p.from, name)
	if err != nil {
		return err
	}
	dir, base := path.Split(name)
	pkg := strings.TrimSuffix(name, ".go")
	if strings.HasSuffix(dir, ".dir/") {
		text = bytes.ReplaceAll(text, []byte(`"./`), []byte(`"programs/`+dir))
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.PackageClauseOnly)
		if err == nil {
			key := dir + f.Name.Name
			if p.seen[key] == "" {
				p.seen[key] = pkg
			}
			pkg = p.seen[key]
		}
	}
	to := filepath.Join(p.dir, filepath.FromSlash(pkg))
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, base), text, 0o666)
}
