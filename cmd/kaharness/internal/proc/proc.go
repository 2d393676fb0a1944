// Package proc starts processes that end when their context does, and all that
// they have started with them.
package proc

import (
	"context"
	"os/exec"
	"time"
)

// grace is how long a process has between the signal and its end by force.
const grace = 2 * time.Second

// Command is exec.CommandContext for a process that leads a group of its own:
// the group is interrupted when ctx is done, and killed a little later.
func Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = grace
	together(cmd)
	return cmd
}

// Run starts cmd and waits for it. Nothing of its group is left afterwards.
func Run(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	defer Kill(cmd)
	return cmd.Wait()
}
