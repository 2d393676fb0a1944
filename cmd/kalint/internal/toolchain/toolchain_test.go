package toolchain

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewer(t *testing.T) {
	assert.True(t, Newer("go1.99"))
	assert.True(t, Newer("go1.99.1"))
	for _, v := range []string{runtime.Version(), "go1.21", "go1.26", "", "devel go1.99", "1.99"} {
		assert.False(t, Newer(v), v)
	}
}

func TestCompilerOf(t *testing.T) {
	const head = "!<arch>\n__.PKGDEF       0           0     0     644     248476    `\n"
	for line, want := range map[string]string{
		"go object linux amd64 go1.27.4 GOAMD64=v1 X:a,b\nbuild id": "go1.27.4",
		"go object linux amd64 go1.27.4\n":                          "go1.27.4",
		"go object linux amd64 devel go1.28-abc\n":                  "",
		"go object linux\n":                                         "",
		"something else\n":                                          "",
		"":                                                          "",
	} {
		assert.Equal(t, want, compilerOf([]byte(head+line)), line)
	}
	assert.Empty(t, Compiler(filepath.Join(t.TempDir(), "gone")))
	empty := filepath.Join(t.TempDir(), "empty")
	require.NoError(t, os.WriteFile(empty, nil, 0o666))
	assert.Empty(t, Compiler(empty))
}

func TestMismatchIsOneLine(t *testing.T) {
	line := (&Mismatch{Need: "go1.99.1"}).Error()
	assert.True(t, IsMismatch(line))
	assert.True(t, IsMismatch("\t"+line+"\n"))
	assert.False(t, IsMismatch("a.go:1:2: "+line))
	assert.NotContains(t, line, "\n")
	assert.Equal(t, 1, strings.Count(line, "GOTOOLCHAIN=go1.99.1 go build -o="))
}

func TestQuote(t *testing.T) {
	assert.Equal(t, "/bin/kalint", quote("/bin/kalint"))
	assert.Equal(t, "'/my bin/kalint'", quote("/my bin/kalint"))
	assert.Equal(t, `'/it'\''s/kalint'`, quote("/it's/kalint"))
}
