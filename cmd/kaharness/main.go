// Kaharness shows what each of kalint's rules prevents: it runs small programs
// that have the bug, counts their connections, and counts again when the bug is
// mended. See kaharness help.
package main

import (
	"os"

	"github.com/kalint/kalint/cmd/kaharness/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }
