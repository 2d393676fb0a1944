package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/proc"
)

// The time between two looks at the table of sockets is the least, or so many times
// what a look takes, lest the command be disturbed by it.
const (
	least = time.Millisecond
	times = 4
)

// Run runs the command to its end, with this process's input and output.
func Run(ctx context.Context, args []string) (*Report, error) {
	if _, err := exec.LookPath(args[0]); err != nil {
		return nil, err
	}
	table, err := sockets()
	if err != nil {
		return nil, fmt.Errorf("no table of sockets: %w", err)
	}
	w := &watcher{ledger: newLedger(table)}
	notes := w.capture()
	cmd := proc.Command(ctx, args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	giveBack := foreground(cmd)
	if err := cmd.Start(); err != nil {
		w.close()
		return nil, err
	}
	stop := make(chan struct{})
	var polling sync.WaitGroup
	polling.Go(func() { w.poll(cmd.Process.Pid, stop) })
	err = cmd.Wait()
	proc.Kill(cmd)
	giveBack()
	close(stop)
	polling.Wait()
	w.settle()
	w.close()

	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	packets := len(w.captures) > 0
	remotes, unknown := w.ledger.remotes(packets)
	return &Report{
		Code: cmd.ProcessState.ExitCode(), Remotes: remotes, Unknown: unknown, Notes: append(notes, w.notes...), Packets: packets,
	}, nil
}

// A watcher sees to the ledger.
type watcher struct {
	ledger   *ledger
	captures []*observe.Capture
	notes    []string

	mu      sync.Mutex // guards packets, which come from each capture
	packets [][]byte
}

// poll looks at the table until the command has ended.
func (w *watcher) poll(pid int, stop <-chan struct{}) {
	command := family{pid: true}
	for {
		began := time.Now()
		w.look(command)
		select {
		case <-stop:
			return
		case <-time.After(max(least, times*time.Since(began))):
		}
	}
}

// look looks once: at the table first, so that what is in it was opened before
// the processes are asked.
func (w *watcher) look(command family) {
	table, err := sockets()
	if err != nil {
		return // the next look may see more
	}
	w.ledger.look(table, command.sockets())
}

// settle has a last look when the connections have ended.
func (w *watcher) settle() {
	time.Sleep(50 * time.Millisecond)
	w.look(nil)
}

// sockets reads the kernel's table.
func sockets() ([]socket, error) {
	table, err := observe.Table()
	if err != nil {
		return nil, err
	}
	list := make([]socket, 0, len(table))
	for _, line := range table {
		list = append(list, socket{
			conn:     conn{line.Local, line.Remote},
			listens:  line.State == "LISTEN",
			timeWait: line.State == "TIME_WAIT",
			inode:    line.Inode,
		})
	}
	return list, nil
}
