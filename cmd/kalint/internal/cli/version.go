package cli

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/kalint/kalint/cmd/kalint/internal/toolchain"
)

// printID identifies this very binary to the go command, which keeps results
// for as long as it stays the same. The name goes without its directory, since
// the go command splits the line at spaces.
func printID() int {
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
	return print(fmt.Appendf(nil, "kalint version devel buildID=%x\n", h.Sum(nil)))
}

// versionLine says what kalint was built from, and with what.
func versionLine() []byte {
	return fmt.Appendf(nil, "kalint %s, built with %s for %s/%s\n", toolchain.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
