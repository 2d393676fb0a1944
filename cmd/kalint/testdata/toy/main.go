// Toy is kalint with rules that are easy to trigger, for the tests of what is
// around the rules.
package main

import (
	"os"

	"github.com/kalint/kalint/cmd/kalint/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], nil, leak, mood))
}
