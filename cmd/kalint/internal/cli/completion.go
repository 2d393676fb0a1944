package cli

import (
	"bytes"
	"errors"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/alone"
	"github.com/kalint/kalint/cmd/kalint/internal/completion"
)

// complete prints the script that completes kalint's command line in a shell.
func complete(args []string, all []*analysis.Analyzer) int {
	if len(args) != 1 {
		return refuse(errors.New("completion wants the name of one shell: bash, zsh or fish"))
	}
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	var b bytes.Buffer
	if err := completion.Write(&b, args[0], completion.Command{Flags: alone.Flags(all), Rules: names}); err != nil {
		return refuse(err)
	}
	return print(b.Bytes())
}
