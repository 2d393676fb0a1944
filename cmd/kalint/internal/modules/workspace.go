package modules

import (
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"
)

// A workspace is a go.work.
type workspace struct {
	dir     string
	members []string
	uses    []string // directories of code that members may import: themselves, and what replaces other modules
}

// workspaces knows which workspace the go command is in, in any directory.
type workspaces struct {
	fixed string // set by GOWORK: a file, or "off"
	known map[string]*workspace
}

// newWorkspaces takes what go env says of GOWORK in a directory.
func newWorkspaces(dir, gowork string) *workspaces {
	ws := &workspaces{known: make(map[string]*workspace)}
	found, ok := around(dir, "go.work", "")
	if !ok || real(filepath.Dir(gowork)) != found || filepath.Base(gowork) != "go.work" {
		ws.fixed = gowork
	}
	return ws
}

// of returns the workspace that the go command is in, or nil.
func (ws *workspaces) of(dir string) (*workspace, error) {
	file := ws.fixed
	if file == "" {
		if found, ok := around(dir, "go.work", ""); ok {
			file = filepath.Join(found, "go.work")
		}
	}
	if file == "" || file == "off" {
		return nil, nil
	}
	if w, ok := ws.known[file]; ok {
		return w, nil
	}
	w, err := readWorkspace(file)
	if err != nil {
		return nil, err
	}
	ws.known[file] = w
	return w, nil
}

func readWorkspace(file string) (*workspace, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	parsed, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil, err
	}
	dir := real(filepath.Dir(file))
	w := &workspace{dir: dir, uses: local(dir, parsed.Replace)}
	for _, use := range parsed.Use {
		member := resolve(dir, use.Path)
		w.members = append(w.members, member)
		replaced, _ := replaced(member) // if it cannot be read, the go command will say so
		w.uses = slices.Concat(w.uses, []string{member}, replaced)
	}
	return w, nil
}

// has reports whether a workspace, which may be nil, lists a module.
func (w *workspace) has(dir string) bool {
	return w != nil && slices.Contains(w.members, dir)
}

// replaced returns the directories that stand in for modules when the module in
// dir is built.
func replaced(dir string) ([]string, error) {
	file := filepath.Join(dir, "go.mod")
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	mod, err := modfile.Parse(file, data, nil)
	if err != nil {
		return nil, err
	}
	return local(dir, mod.Replace), nil
}

// local returns the directories that stand in for modules.
func local(dir string, replaces []*modfile.Replace) (dirs []string) {
	for _, r := range replaces {
		if r.New.Version == "" {
			dirs = append(dirs, resolve(dir, r.New.Path))
		}
	}
	return dirs
}

// resolve is a path in a go.mod or go.work, seen from the file's directory.
func resolve(dir, path string) string {
	path = filepath.FromSlash(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	return real(path)
}
