// Null is a tool for go vet that answers and looks at nothing: what is left is
// the cost of the go command, and of starting a program for each package.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := answer(os.Args[len(os.Args)-1]); err != nil {
		fmt.Fprintln(os.Stderr, "null:", err)
		os.Exit(1)
	}
}

// answer answers what the go command asks.
func answer(arg string) error {
	switch arg {
	case "-V=full":
		// Each copy has a name of its own.
		fmt.Printf("null version devel buildID=%s\n", filepath.Base(os.Args[0]))
		return nil
	case "-flags":
		fmt.Println("[]")
		return nil
	}
	data, err := os.ReadFile(arg)
	if err != nil {
		return err
	}
	var cfg struct{ VetxOutput string }
	if err := json.Unmarshal(data, &cfg); err != nil {
		return err
	}
	return os.WriteFile(cfg.VetxOutput, nil, 0o666)
}
