package alone

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/baseline"
	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// A scope is what a run looks at.
type scope struct {
	files map[string]bool // by their paths in a baseline
	dirs  map[string]bool
	trees []string // all below them is looked at
}

// split tells entries that no longer occur from those in what this run does not
// look at: other packages, other rules, files for another system.
func (s *session) split(left []baseline.Entry) (gone, unseen []baseline.Entry, err error) {
	if len(left) == 0 {
		return nil, nil, nil
	}
	sc, err := s.scope()
	if err != nil {
		return nil, nil, err
	}
	for _, e := range left {
		if s.runs(e.Rule) && s.sees(sc, e.File) {
			gone = append(gone, e)
		} else {
			unseen = append(unseen, e)
		}
	}
	return gone, unseen, nil
}

// runs reports whether a rule is among those that run.
func (s *session) runs(rule string) bool {
	for _, a := range s.chosen {
		if a.Name == rule {
			return true
		}
	}
	return false
}

// sees reports whether findings in a file would be told, or it is gone from where
// they would be.
func (s *session) sees(sc *scope, file string) bool {
	if !s.tests && strings.HasSuffix(file, "_test.go") {
		return false
	}
	if _, err := os.Stat(s.root.Abs(file)); err == nil {
		return sc.files[file] && (s.generated || !generated(s.root.Abs(file)))
	}
	return sc.dirs[path.Dir(file)] || slices.ContainsFunc(sc.trees, func(tree string) bool {
		return tree == "." || strings.HasPrefix(file, tree+"/")
	})
}

// generated reports whether a program wrote the file. One that cannot be read is
// the go command's matter.
func generated(name string) bool {
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly|parser.ParseComments)
	return err == nil && ast.IsGenerated(f)
}

// scope finds out what the packages are made of.
func (s *session) scope() (*scope, error) {
	sc := &scope{files: make(map[string]bool), dirs: make(map[string]bool)}
	if s.modules && len(s.patterns) == 0 { // of modules that are gone as well
		sc.trees = append(sc.trees, s.root.Path(s.work))
	}
	for _, t := range s.targets {
		if err := s.addScope(sc, t); err != nil {
			return nil, err
		}
	}
	return sc, nil
}

// addScope asks the go command for the files of the packages.
func (s *session) addScope(sc *scope, t *target) error {
	out, stderr, err := t.run(slices.Concat([]string{"list", "-e", "-json=Dir,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles"}, s.build, t.patterns)...)
	if err != nil {
		return fmt.Errorf("go list: %s: %w", findings.OneLine(stderr), err)
	}
	dec := json.NewDecoder(bytes.NewReader(out))
	for dec.More() {
		var p struct {
			Dir                                          string
			GoFiles, CgoFiles, TestGoFiles, XTestGoFiles []string
		}
		if err := dec.Decode(&p); err != nil {
			return fmt.Errorf("cannot read what go list -json printed: %v", err)
		}
		sc.dirs[s.root.Path(filepath.Join(p.Dir, "."))] = true
		for _, name := range slices.Concat(p.GoFiles, p.CgoFiles, p.TestGoFiles, p.XTestGoFiles) {
			if !filepath.IsAbs(name) {
				name = filepath.Join(p.Dir, name)
			}
			sc.files[s.root.Path(name)] = true
		}
	}
	for _, pattern := range t.patterns {
		dir, ok := strings.CutSuffix(filepath.ToSlash(pattern), "/...")
		if ok && (dir == "." || strings.HasPrefix(dir, "./") || dir == ".." || strings.HasPrefix(dir, "../") || filepath.IsAbs(dir)) {
			if !filepath.IsAbs(dir) {
				dir = filepath.Join(t.at, dir)
			}
			sc.trees = append(sc.trees, s.root.Path(dir))
		}
	}
	return nil
}
