// Maxrss is a tool for go vet that runs another one, and notes how much memory
// that took for each package. It needs Linux, where the kernel counts in KiB.
//
// The tool is named by BENCH_TOOL, and BENCH_LOG is the directory of the notes,
// one file a process: the KiB, a space, and the package's ID.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

func main() {
	code, err := run(os.Getenv("BENCH_TOOL"), os.Getenv("BENCH_LOG"), os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "maxrss:", err)
		code = 1
	}
	os.Exit(code)
}

func run(tool, log string, args []string) (code int, err error) {
	cmd := exec.Command(tool, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		return 0, err
	}
	code = cmd.ProcessState.ExitCode()
	cfg := args[len(args)-1]
	if !strings.HasSuffix(cfg, ".cfg") {
		return code, nil
	}
	return code, note(log, cfg, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
}

// note writes a note. The package's ID is read only now: a child's memory counts
// from what its parent had when it started it.
func note(log, cfgFile string, kib int64) error {
	data, err := os.ReadFile(cfgFile)
	if err != nil {
		return err
	}
	var cfg struct{ ID string }
	if err := json.Unmarshal(data, &cfg); err != nil {
		return err
	}
	f, err := os.CreateTemp(log, "")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%d %s", kib, cfg.ID)
	return errors.Join(err, f.Close())
}
