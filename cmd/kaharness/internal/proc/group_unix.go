//go:build unix

package proc

import (
	"os/exec"
	"syscall"
)

// together makes cmd lead a process group, which gets the signal in its place.
func together(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGINT) }
}

// Kill ends what is left of the group that cmd led. A group keeps its number
// until its last process has gone, so this meets nobody else.
func Kill(cmd *exec.Cmd) {
	if cmd.Process != nil {
		// The usual answer is that there is no such process any more.
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}
