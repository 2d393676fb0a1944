package cli

import (
	"context"
	"errors"
	"os"

	"github.com/kalint/kalint/cmd/kaharness/internal/report"
	"github.com/kalint/kalint/cmd/kaharness/internal/watch"
)

// watchCommand runs a command and reports its connections to standard error. Its
// exit code is the command's.
func watchCommand(ctx context.Context, args []string) (int, error) {
	fs := newFlags()
	if err := parse(fs, args); err != nil {
		return refuse, err
	}
	if fs.NArg() == 0 {
		return refuse, errors.New("watch: want a command, as in kaharness watch -- curl http://localhost:8080/")
	}
	r, err := watch.Run(ctx, fs.Args())
	if err != nil {
		return refuse, err
	}
	report.Watched(os.Stderr, r)
	return r.Code, nil
}
