package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What Bazel's rules for Go are tested with. Their module is downloaded here, so that it is not one of kalint's own.
const (
	rulesGo    = "github.com/bazelbuild/rules_go@v0.65.0"
	rulesGoSum = "h1:oHAvkNIMaOhguFSCHi0bCoUhz2390srk4U0rTn9mqBc="
)

// download returns where a module's files are, which must be the ones that are expected.
func download(t *testing.T, module, sum string) string {
	t.Helper()
	r := run(t, t.TempDir(), "go", "mod", "download", "-json", module)
	require.Equal(t, 0, r.code, r.out+r.stderr)
	var got struct{ Dir, Sum string }
	require.NoError(t, json.Unmarshal([]byte(r.out), &got))
	require.Equal(t, sum, got.Sum)
	return got.Dir
}

// A nogo is Bazel's analysis of Go packages, with kalint in it: the program that runs the rules, and the one that starts it
// and the compiler for each of Bazel's actions.
type nogo struct{ exe, builder string }

// newNogo builds both as rules_go does, out of the files that its BUILD file lists, with a target's deps and config.
func newNogo(t *testing.T, deps []string, config string) nogo {
	t.Helper()
	dir := t.TempDir()
	tools := filepath.Join(download(t, rulesGo, rulesGoSum), "go/tools/builders")
	build := read(t, tools, "BUILD.bazel")
	sources := func(target string) string {
		to := filepath.Join(dir, target)
		for _, name := range srcs(t, build, target) {
			write(t, filepath.Join(to, name), read(t, tools, name))
		}
		return to
	}
	// The engine imports a package that is internal to golang.org/x/tools. Bazel does not mind; go build does not when
	// it is a module below.
	for _, name := range []string{"go.mod", "go.sum"} {
		write(t, filepath.Join(dir, name), read(t, root(t), name))
	}
	goIn := func(args ...string) {
		r := run(t, dir, append([]string{"go"}, args...)...)
		require.Equal(t, 0, r.code, r.out+r.stderr)
	}
	goIn("mod", "edit", "-module=golang.org/x/tools/nogo", "-require=github.com/kalint/kalint@v0.0.0", "-replace=github.com/kalint/kalint="+root(t))

	n := nogo{exe: filepath.Join(dir, "nogo"), builder: filepath.Join(dir, "builder")}
	sources("builder_srcs")
	goIn("build", "-mod=mod", "-o", n.builder, "-ldflags=-X main.rulesGoStdlibPrefix=@io_bazel_rules_go//stdlib:", "./builder_srcs")

	args := []string{n.builder, "gennogomain", "-output", filepath.Join(sources("nogo_srcs"), "nogo_gen.go")}
	for _, dep := range deps {
		args = append(args, "-analyzer_importpath", dep)
	}
	if config != "" {
		write(t, filepath.Join(dir, "config.json"), config)
		args = append(args, "-config", filepath.Join(dir, "config.json"))
	}
	r := run(t, dir, args...)
	require.Equal(t, 0, r.code, r.out+r.stderr)
	goIn("build", "-mod=mod", "-o", n.exe, "./nogo_srcs")
	return n
}

// srcs returns the Go files that a target of a BUILD file lists, with those of a choice that are not for Windows alone.
func srcs(t *testing.T, build, target string) []string {
	t.Helper()
	_, rule, found := strings.Cut(build, "name = \""+target+"\"")
	require.True(t, found, target)
	rule, _, _ = strings.Cut(rule, "\n)")
	var names []string
	for _, m := range regexp.MustCompile(`"(\w+\.go)"`).FindAllStringSubmatch(rule, -1) {
		if m[1] != "path_windows.go" {
			names = append(names, m[1])
		}
	}
	require.NotEmpty(t, names)
	return names
}

// A workspace is a directory in which Bazel runs actions, with paths that are relative to it.
type workspace struct {
	nogo
	dir string
	sdk string // GOROOT
}

// newWorkspace copies a module to a new directory, and puts the standard library beside it as rules_go builds that.
func newWorkspace(t *testing.T, n nogo, module string) workspace {
	t.Helper()
	w := workspace{n, t.TempDir(), strings.TrimSpace(run(t, module, "go", "env", "GOROOT").out)}
	require.NoError(t, os.CopyFS(w.dir, os.DirFS(module)))
	list := run(t, w.dir, "go", "list", "-deps", "-export", "-f", "{{if .Standard}}{{.ImportPath}} {{.Export}}{{end}}", "./...")
	require.Equal(t, 0, list.code, list.stderr)
	var names strings.Builder
	for line := range strings.Lines(list.out) {
		path, archive, _ := strings.Cut(strings.TrimSpace(line), " ")
		names.WriteString(path + "\n")
		if archive != "" { // unsafe has none
			write(t, filepath.Join(w.dir, "std/pkg", suffix, path+".a"), read(t, archive))
		}
	}
	write(t, filepath.Join(w.dir, "std/packages.txt"), names.String())
	return w
}

const suffix = runtime.GOOS + "_" + runtime.GOARCH

// builder runs one action.
func (w workspace) builder(t *testing.T, args ...string) ran {
	t.Helper()
	return run(t, w.dir, append([]string{"GOOS=" + runtime.GOOS, "GOARCH=" + runtime.GOARCH, "CGO_ENABLED=0", w.nogo.builder}, args...)...)
}

// A library is a go_library target of the workspace. Its name is that of its directory.
type library struct {
	name string
	srcs []string
	deps []string
}

const modulePath = "example.com/m/"

func out(name, ext string) string { return "bazel-out/" + name + ext }

// args are the arguments that the compiler's action and nogo's have in common.
func (l library) args(sdk string) []string {
	args := []string{"-sdk", sdk, "-goroot", "std", "-installsuffix", suffix, "-package_list", "std/packages.txt", "-importpath", modulePath + l.name, "-p", modulePath + l.name}
	for _, src := range l.srcs {
		args = append(args, "-src", l.name+"/"+src)
	}
	for _, dep := range l.deps {
		args = append(args, "-arc", modulePath+dep+"="+modulePath+dep+"="+out(dep, ".x"))
	}
	return args
}

// compile runs the action GoCompilePkg.
func (w workspace) compile(t *testing.T, l library) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Join(w.dir, "bazel-out"), 0o777))
	args := append([]string{"compilepkg"}, l.args(w.sdk)...)
	r := w.builder(t, append(args, "-lo", out(l.name, ".a"), "-o", out(l.name, ".x"), "-imports", out(l.name, ".imports"))...)
	require.Equal(t, 0, r.code, r.out+r.stderr)
}

// analyze runs the actions RunNogo and ValidateNogo, and returns what the second one says: the target's findings.
func (w workspace) analyze(t *testing.T, l library) ran {
	t.Helper()
	r := w.facts(t, l, ".facts")
	require.Equal(t, 0, r.code, r.out+r.stderr)
	return w.builder(t, "nogovalidation", out(l.name, ".nogo"), out(l.name, "_nogo"))
}

// facts runs the action RunNogo, with more flags if there are any.
func (w workspace) facts(t *testing.T, l library, ext string, flags ...string) ran {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Join(w.dir, out(l.name, "_nogo")), 0o777))
	args := append([]string{"nogo"}, l.args(w.sdk)...)
	for _, dep := range l.deps {
		args = append(args, "-facts", modulePath+dep+"="+modulePath+dep+"="+out(dep, ".facts"))
	}
	args = append(args, "-out_facts", out(l.name, ext), "-out", out(l.name, "_nogo"), "-go_version", "1.26.0", "-nogo", w.exe)
	return w.builder(t, append(args, flags...)...)
}
