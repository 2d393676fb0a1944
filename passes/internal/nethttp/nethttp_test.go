package nethttp

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPackageOf(t *testing.T) {
	for name, want := range map[string]string{
		"net/http.Get":                        "net/http",
		"(*example.com/a.b/c.T).M":            "example.com/a.b/c",
		"(example.com/c.T).M$1":               "example.com/c",
		"main.init#1":                         "main",
		"gopkg.in/yaml.v3.F":                  "gopkg.in/yaml.v3",
		"(*github.com/x/y/v2.T).Do":           "github.com/x/y/v2",
		"net/http.DefaultClient":              "net/http",
		"(*gopkg.in/square/go-jose.v2.T).Get": "gopkg.in/square/go-jose.v2",
	} {
		assert.Equal(t, want, PackageOf(name), name)
	}
}
