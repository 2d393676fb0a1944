//go:build unix

package alone

import (
	"os/exec"
	"syscall"
)

// together has a signal that ends kalint end all that a command has started.
func together(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGINT) }
}
