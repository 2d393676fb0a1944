//go:build !unix

package alone

import (
	"os"
	"os/exec"
)

// together has a signal that ends kalint end a command.
func together(cmd *exec.Cmd) {
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
}
