// Kalint finds Go programs that lose HTTP keep-alive. It runs under go vet
// (-vettool), under go fix (-fixtool) and on its own; see kalint help.
package main

import (
	"os"

	"github.com/kalint/kalint/cmd/kalint/internal/cli"
	_ "github.com/kalint/kalint/cmd/kalint/internal/early" // answers most units
	"github.com/kalint/kalint/passes"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], passes.Concerns, passes.All()...))
}
