package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestResolveURL(t *testing.T) {
	for _, c := range [][4]string{
		{"", "", "", ""},
		{"", "", "cat", ""},
		{"https://x.org/r", "", "", "https://x.org/r"},
		{"https://x.org/r", "", "cat", "https://x.org/r#cat"},
		{"https://x.org/r", "#own", "cat", "https://x.org/r#own"},
		{"https://x.org/r", "https://y.org/", "cat", "https://y.org/"},
		{"", "https://y.org/", "", "https://y.org/"},
		{"://", "", "cat", ""},
		{"https://x.org/r", "://", "", ""},
	} {
		assert.Equal(t, c[3], ResolveURL(c[0], c[1], c[2]), c)
	}
}
