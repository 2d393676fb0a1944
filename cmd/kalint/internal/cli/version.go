package cli

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/kalint/kalint/cmd/kalint/internal/toolchain"
)

// printID identifies this very binary to the go command, which keeps results
// for as long as it stays the same. The name goes without its directory, since
// the go command splits the line at spaces.
func printID(w io.Writer) int {
	exe, err := os.Executable()
	if err != nil {
		return refuse(err)
	}
	f, err := os.Open(exe)
	if err != nil {
		return refuse(err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return refuse(err)
	}
	fmt.Fprintf(w, "kalint version devel buildID=%x\n", h.Sum(nil))
	return 0
}

// printVersion says what kalint was built from, and with what.
func printVersion(w io.Writer) {
	fmt.Fprintf(w, "kalint %s, built with %s for %s/%s\n", buildVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// buildVersion is the module's version, or devel and the commit.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	self := toolchain.Self(info)
	if self != nil && self.Version != "" && self.Version != "(devel)" {
		return self.Version
	}
	version := "devel"
	if self != &info.Main {
		return version
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			version += " " + s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			version += " (modified)"
		}
	}
	return version
}
