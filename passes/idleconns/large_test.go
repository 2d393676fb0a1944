package idleconns_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/idleconns"
)

// holds checks what is reported in a package of these files.
func holds(t *testing.T, files map[string]string) {
	t.Helper()
	dir, clean, err := analysistest.WriteFiles(files)
	require.NoError(t, err)
	defer clean()
	analysistest.Run(t, dir, idleconns.Analyzer, "large/...")
}

// TestCrowded has a package whose tests are too many to be followed: they are left out, rather than all.
func TestCrowded(t *testing.T) {
	var tests strings.Builder
	tests.WriteString("package large\n\nimport \"testing\"\n")
	const many = 210
	for i := range many {
		fmt.Fprintf(&tests, "\nfunc check%d(a *asker) { a.ask(\"/%d\") }\n", i, i)
		fmt.Fprintf(&tests, "\nfunc Test%d(t *testing.T) {\n\ta := &asker{}\n", i)
		for k := range many {
			fmt.Fprintf(&tests, "\tcheck%d(a)\n", k)
		}
		tests.WriteString("}\n")
	}
	holds(t, map[string]string{"large/large_test.go": tests.String(), "large/large.go": `package large

import "net/http"

var shared = &http.Client{} // want "shared has no Transport with MaxIdleConnsPerHost"

type asker struct{ own *http.Client }

func (a *asker) client() *http.Client {
	if a.own != nil {
		return a.own
	}
	return shared
}

func (a *asker) ask(u string) { ask(a.client(), u) }

func (a *asker) all(urls []string) {
	for _, u := range urls {
		go a.ask(u)
	}
}

func ask(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		resp.Body.Close()
	}
}
`})
}

// TestMerged has a function that is called too often for each call to be followed by itself: what it makes stands for many
// transports, each of which one goroutine uses.
func TestMerged(t *testing.T) {
	var calls, sends strings.Builder
	for i := range 160 {
		fmt.Fprintf(&calls, "\tsend%d(u)\n", i)
		fmt.Fprintf(&sends, "\nfunc send%d(u string) {\n\tif resp, err := made.New().Get(u); err == nil {\n\t\tresp.Body.Close()\n\t}\n}\n", i)
	}
	holds(t, map[string]string{
		"large/made/made.go": `package made

import "net/http"

func New() *http.Client { return &http.Client{Transport: &http.Transport{}} }
`,
		"large/sends/sends.go": `package sends

import "large/made"

func All(u string) {
` + calls.String() + "}\n" + sends.String(),
		"large/large.go": `package large

import (
	"net/http"

	"large/sends"
)

func serve(w http.ResponseWriter, r *http.Request) { sends.All(r.FormValue("u")) }
`})
}
