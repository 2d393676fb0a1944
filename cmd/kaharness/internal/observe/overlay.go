package observe

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// traceEnv tells a traced program where to write.
const traceEnv = "KAHARNESS_TRACE"

// tracer is the file that net/http gets in addition.
//
//go:embed tracer.go.txt
var tracer []byte

// Overlay writes a file for go build -overlay into dir. With it, the transports of
// the release of Go that is at goroot tell of each request what they do with
// connections; the programs stay as they are. The go command must be told that
// its GOROOT is the one returned: it is the same under another name, as the go
// command lays nothing over files of its module cache, where it keeps the releases
// that it downloads. An error is why there is no overlay.
func Overlay(goroot, dir string) (file, root string, err error) {
	root = filepath.Join(dir, "goroot")
	if err := os.Symlink(goroot, root); err != nil {
		return "", "", err
	}
	file, err = overlay(root, dir)
	return file, root, err
}

// overlay writes the files.
func overlay(goroot, dir string) (string, error) {
	if runtime.GOOS == "windows" {
		return "", errors.New("no pipe is handed down to a program on Windows")
	}
	http := filepath.Join(goroot, "src", "net", "http")
	transport := filepath.Join(http, "transport.go")
	src, err := os.ReadFile(transport)
	if err != nil {
		return "", fmt.Errorf("no source of net/http: %w", err)
	}
	src, err = addTrace(src)
	if err != nil {
		return "", err
	}
	replace := make(map[string]string)
	for name, data := range map[string][]byte{transport: src, filepath.Join(http, "kaharness.go"): tracer} {
		replace[name] = filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(replace[name], data, 0o600); err != nil {
			return "", err
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, data, 0o600)
}

// addTrace makes the trace the first thing that a Transport does with a request.
func addTrace(src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "transport.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("net/http: %w", err)
	}
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Name.Name != "roundTrip" || !hasReceiver(f, "Transport") {
			continue
		}
		params := f.Type.Params.List
		if len(params) != 1 || len(params[0].Names) != 1 {
			break
		}
		req := params[0].Names[0].Name
		at := fset.Position(f.Body.Lbrace).Offset + 1
		return slices.Insert(slices.Clone(src), at, []byte(" "+req+" = kaharnessTrace("+req+");")...), nil
	}
	return nil, errors.New("the net/http of this Go has no (*Transport).roundTrip(req)")
}

// hasReceiver reports whether f is a method of *name.
func hasReceiver(f *ast.FuncDecl, name string) bool {
	if f.Recv == nil || len(f.Recv.List) != 1 {
		return false
	}
	star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	id, ok := star.X.(*ast.Ident)
	return ok && id.Name == name
}
