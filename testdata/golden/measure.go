package main

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"regexp"
	"strconv"
)

// Under go vet, this program stands in for a vet tool and notes what that takes,
// if these environment variables are there: the tool, the file that the notes are
// added to, and the most seconds of CPU that it may take for a package.
const (
	measureTool = "GOLDEN_MEASURE_TOOL"
	measureFile = "GOLDEN_MEASURE_FILE"
	measureCPU  = "GOLDEN_MEASURE_CPU"
)

// A cost is what a tool took for a package.
type cost struct {
	ID       string // the package's
	Dir      string
	GoFiles  []string // more of them with its tests
	VetxOnly bool     // the package was a dependency
	CPU      float64  // seconds, of user and system
	Memory   int64    // peak resident set size in KiB
	Exit     string   // how the tool ended, such as "exit status 1"
	Code     int      // its exit code, or -1 if a signal ended it
	Broken   string   // the first line of its standard error that it should never print
}

// broken is what a Go program that crashes prints, and kalint when it fails.
var broken = regexp.MustCompile(`(?m)^(panic: |fatal error: |runtime: |goroutine \d+ .*\[|kalint: ).*|.*internal error.*`)

// measure runs the tool with the arguments that the go command gave, and passes on
// all that it answers.
func measure(args []string, stdout, stderr io.Writer) int {
	tool, file := os.Getenv(measureTool), os.Getenv(measureFile)
	if len(args) == 1 && args[0] == "-V=full" {
		return version(tool, file, stdout, stderr)
	}
	cmd := exec.Command(tool, args...)
	var errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, stdout, io.MultiWriter(stderr, &errs)
	if seconds, err := strconv.ParseUint(os.Getenv(measureCPU), 10, 64); err == nil {
		limitCPU(seconds)
	}
	err := cmd.Run()
	if cmd.ProcessState == nil {
		fmt.Fprintln(stderr, "golden:", err)
		return 2
	}
	if cfg, err := os.ReadFile(args[len(args)-1]); err == nil { // not so for -flags
		if err := note(file, cfg, cmd.ProcessState, errs.Bytes()); err != nil {
			fmt.Fprintln(stderr, "golden:", err)
			return 2
		}
	}
	if code := cmd.ProcessState.ExitCode(); code >= 0 {
		return code
	}
	return 2
}

// version tells the go command of a tool that it has no answers of yet in its
// cache: the tool's own, with the file's name in it.
func version(tool, file string, stdout, stderr io.Writer) int {
	out, err := exec.Command(tool, "-V=full").Output()
	if err != nil {
		fmt.Fprintln(stderr, "golden:", err)
		return 2
	}
	fmt.Fprintf(stdout, "measure version devel buildID=%x\n", sha256.Sum256(append(out, file...)))
	return 0
}

// note adds a line to the file.
func note(file string, cfg []byte, state *os.ProcessState, stderr []byte) error {
	var u cost
	if err := json.Unmarshal(cfg, &u); err != nil {
		return err
	}
	u.CPU = (state.UserTime() + state.SystemTime()).Seconds()
	u.Memory, u.Exit, u.Code = peakMemory(state), state.String(), state.ExitCode()
	u.Broken = string(broken.Find(stderr))
	line, err := json.Marshal(u)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(append(line, '\n'))
	return cmp.Or(err, f.Close())
}

// readCosts reads the file; one that is not there is empty.
func readCosts(file string) (list []cost, err error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	defer f.Close()
	for dec := json.NewDecoder(bufio.NewReader(f)); ; {
		var u cost
		if err := dec.Decode(&u); errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, err
		}
		list = append(list, u)
	}
}
