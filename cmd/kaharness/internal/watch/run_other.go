//go:build !linux

package watch

import (
	"context"
	"errors"
)

// Run would run the command.
func Run(context.Context, []string) (*Report, error) {
	return nil, errors.New("watch needs the table of sockets of Linux")
}
