// Package toolchain tells when kalint was built with an older Go than the one
// that runs it, and what to do then.
package toolchain

import (
	"bytes"
	"fmt"
	"go/version"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

// marker begins every message of a Mismatch, so that it can be found in the
// output of go vet.
const marker = "kalint: built with "

// A Mismatch says that kalint is too old for what it was asked to read.
type Mismatch struct {
	Need string // the version to build kalint with, such as "go1.27.4"
}

// Error is one line with the command that mends it.
func (m *Mismatch) Error() string {
	return fmt.Sprintf("%s%s, too old for a package of %s; %s", marker, runtime.Version(), m.Need, m.remedy())
}

// remedy is the command that builds this binary anew. The go command would make
// a file name that stands by itself relative to the package it works on.
func (m *Mismatch) remedy() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		if self := Self(info); self != nil && self.Sum != "" {
			return fmt.Sprintf("run GOTOOLCHAIN=%s go install %s@%s", m.Need, info.Path, self.Version)
		}
	}
	exe, err := os.Executable()
	if err != nil {
		exe = "kalint"
	}
	return fmt.Sprintf("in kalint's source directory, run GOTOOLCHAIN=%s go build -o=%s ./cmd/kalint", m.Need, quote(exe))
}

// Self is kalint's module in a binary: the main one, or for a tool of another
// module one of its dependencies.
func Self(info *debug.BuildInfo) *debug.Module {
	const path = "github.com/kalint/kalint"
	if info.Main.Path == path {
		return &info.Main
	}
	for _, m := range info.Deps {
		if m.Path == path {
			if m.Replace != nil {
				return m.Replace
			}
			return m
		}
	}
	return nil
}

// quote makes a file name one word of a shell command.
func quote(name string) string {
	if strings.ContainsAny(name, " \t'\"$&();`\\") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}

// IsMismatch reports whether a line of output is a Mismatch.
func IsMismatch(line string) bool {
	return strings.HasPrefix(strings.TrimSpace(line), marker)
}

// Newer reports whether v is of a later Go release than the one that built kalint.
func Newer(v string) bool {
	own := version.Lang(runtime.Version())
	return own != "" && version.Compare(version.Lang(v), own) > 0
}

// Compiler returns the version of the compiler that wrote the package file, or "".
func Compiler(name string) string {
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(f, head)
	return compilerOf(head[:n])
}

// compilerOf finds the line "go object GOOS GOARCH VERSION ..." that begins an
// archive's first member.
func compilerOf(head []byte) string {
	_, line, ok := bytes.Cut(head, []byte("\ngo object "))
	if !ok {
		return ""
	}
	line, _, _ = bytes.Cut(line, []byte("\n"))
	words := strings.Fields(string(line))
	if len(words) < 3 || !version.IsValid(words[2]) {
		return ""
	}
	return words[2]
}
