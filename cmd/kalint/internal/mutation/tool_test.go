package mutation_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kalint/kalint/cmd/kalint/internal/mutation"
	"github.com/kalint/kalint/cmd/kalint/internal/unit"
	"github.com/kalint/kalint/passes"
)

// outcomesDir says where the vettool that the tests run leaves outcomes, and limit how many mutants it makes of a package
// and kind.
const (
	outcomesDir = "KALINT_TEST_OUTCOMES"
	limitVar    = "KALINT_TEST_LIMIT"
)

// TestMain makes the test program a vettool as well: what the go command loads is what mutants are made of.
func TestMain(m *testing.M) {
	if os.Getenv(outcomesDir) == "" {
		os.Exit(m.Run())
	}
	code := 0
	switch arg := os.Args[len(os.Args)-1]; {
	case arg == "-V=full":
		fmt.Printf("kalint version devel buildID=%s\n", selfID())
	case arg == "-flags":
		fmt.Println("[]")
	case strings.HasSuffix(arg, ".cfg"):
		code = runUnit(arg)
	default:
		code = m.Run()
	}
	os.Exit(code)
}

// selfID is new for each run: its outcomes are no part of what the go command keeps.
func selfID() string {
	h := sha256.New()
	f, err := os.Open(os.Args[0])
	if err == nil {
		_, err = io.Copy(h, f)
	}
	if err != nil {
		panic(err)
	}
	fmt.Fprint(h, os.Getenv(outcomesDir))
	return fmt.Sprintf("%x", h.Sum(nil))
}

// runUnit writes facts as kalint does and then, for what is not a mere dependency, makes mutants.
func runUnit(cfgFile string) int {
	cfg, err := unit.ReadConfig(cfgFile)
	if err != nil {
		panic(err)
	}
	if code := unit.Run(cfgFile, passes.All(), passes.All(), unit.Options{JSON: true}); code != 0 || cfg.VetxOnly {
		return code
	}
	out, err := mutate(cfg)
	if err != nil {
		out = append(out, Outcome{Place: cfg.ImportPath, Result: broken, Error: err.Error()})
	}
	data, err := json.Marshal(out)
	if err == nil {
		name := fmt.Sprintf("%x.json", sha256.Sum256([]byte(cfg.ID)))
		err = os.WriteFile(filepath.Join(os.Getenv(outcomesDir), name), data, 0o666)
	}
	if err != nil {
		panic(err)
	}
	return 0
}

// mutate makes mutants of one package's files, but for tests and what is generated into another directory.
func mutate(cfg *unit.Config) ([]Outcome, error) {
	l, err := load(cfg)
	if err != nil {
		return nil, err
	}
	var n int
	if _, err := fmt.Sscan(os.Getenv(limitVar), &n); err != nil {
		return nil, err
	}
	limit := make(map[mutation.Kind]int)
	for _, k := range mutation.Kinds {
		limit[k] = n
	}
	return judge(l, limit, func(name string) bool {
		return !strings.HasSuffix(name, "_test.go") && filepath.Dir(name) == filepath.Clean(cfg.Dir)
	})
}
