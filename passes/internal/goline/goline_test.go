package goline

import (
	"go/ast"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/analysis"
)

func TestCloseDrains(t *testing.T) {
	module := func(v string) *analysis.Module { return &analysis.Module{GoVersion: v} }
	for _, tt := range []struct {
		name   string
		module *analysis.Module
		file   string
		want   bool
	}{
		{"nothing known", nil, "", false},
		{"module without go line", module(""), "", false},
		{"go vet, older", module("go1.26.0"), "go1.26.0", false},
		{"go/packages, older", module("1.26.0"), "go1.26.0", false},
		{"9 is less than 27", module("1.9"), "go1.9", false},
		{"go vet, newer", module("go1.27.4"), "go1.27.4", true},
		{"go/packages, newer", module("1.27"), "go1.27", true},
		{"release candidate", module("1.27rc1"), "", true},
		{"next", module("go1.28"), "", true},
		{"no module, file newer", nil, "go1.27", true},
		{"file newer than its module", module("go1.26.0"), "go1.27", true},
		{"file older than its module", module("go1.27"), "go1.21", true},
		{"no version at all", module("tip"), "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := new(ast.File)
			info := &types.Info{FileVersions: map[*ast.File]string{file: tt.file}}
			pass := &analysis.Pass{Module: tt.module, TypesInfo: info}
			assert.Equal(t, tt.want, CloseDrains(pass, file))
		})
	}
}
