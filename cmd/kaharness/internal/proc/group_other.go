//go:build !unix

package proc

import "os/exec"

// together has nothing to do where there are no process groups.
func together(*exec.Cmd) {}

// Kill ends the process, if it still runs.
func Kill(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = cmd.Process.Kill()
	}
}
