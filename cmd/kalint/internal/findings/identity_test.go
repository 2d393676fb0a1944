package findings

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
	"github.com/kalint/kalint/cmd/kalint/internal/source"
)

// Messages as the rules word them. They may say where something is; what is more
// than that makes another finding.
func TestMessagesThatMove(t *testing.T) {
	id := func(message string) string {
		found := []Finding{{Rule: "r", Diagnostic: report.Diagnostic{Message: message}}}
		Identify(found, new(source.Cache))
		return found[0].Fingerprint()
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"not closed when the function returns at line 22", "not closed when the function returns at line 7", true},
		{"up to 10 goroutines started at line 31 share it", "up to 10 goroutines started at line 3 of b.go share it", true},
		{"the client (made at a.go:31) is", "the client (made at b.go:7) is", true},
		{"up to 10 goroutines started at line 31 share it", "up to 11 goroutines started at line 31 share it", false},
		{"response body of resp", "response body of res", false},
		{"not closed when it is overwritten at line 3", "not closed when the function returns at line 3", false},
	} {
		assert.Equal(t, c.same, id(c.a) == id(c.b), "%s / %s", c.a, c.b)
	}
}
