package watch

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// foreground lets the command have the terminal, if there is one: it may read from
// it, and Ctrl-C is the command's, so that its connections are reported still.
// What is returned takes the terminal back.
func foreground(cmd *exec.Cmd) func() {
	tty := int(os.Stdin.Fd())
	group, err := unix.IoctlGetInt(tty, unix.TIOCGPGRP)
	if err != nil || group != syscall.Getpgrp() {
		return func() {}
	}
	cmd.SysProcAttr.Foreground = true
	cmd.SysProcAttr.Ctty = tty
	return func() {
		// Who takes a terminal from the background is stopped by this signal.
		signal.Ignore(syscall.SIGTTOU)
		defer signal.Reset(syscall.SIGTTOU)
		_ = unix.IoctlSetPointerInt(tty, unix.TIOCSPGRP, group)
	}
}
