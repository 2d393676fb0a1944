package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// editorBlocks returns what README's section on editors shows in a language.
func editorBlocks(t *testing.T, language string) (out []string) {
	t.Helper()
	_, section, found := strings.Cut(read(t, root(t), "README.md"), "\n## In an editor\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(section, -1) {
		out = append(out, m[1])
	}
	require.NotEmpty(t, out)
	return out
}

// twoFiles has a finding in each of the files of a package.
const twoFiles = "-- main.go --\npackage main\n\nfunc main() {}\n" +
	"-- sub/a.go --\npackage sub\n\nimport \"net/http\"\n\nfunc f(url string) {\n\thttp.Get(url)\n}\n" +
	"-- sub/b.go --\npackage sub\n\nimport \"net/http\"\n\n// G gets.\nfunc G(url string) {\n\thttp.Get(url)\n}\n"

const discarded = "response body of http.Get is not closed: the response is discarded (bodyclose)"

// editor runs an editor in a directory, with kalint on its PATH.
func editor(t *testing.T, dir string, args ...string) {
	t.Helper()
	env := []string{"PATH=" + filepath.Dir(kalint) + ":" + os.Getenv("PATH"), "HOME=" + t.TempDir()}
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH"} {
		env = append(env, name+"="+strings.TrimSpace(run(t, dir, "go", "env", name).out))
	}
	r := run(t, dir, append(env, args...)...)
	require.Zero(t, r.code, "%s\n%s", r.out, r.stderr)
}

// TestREADMEVim runs README's errorformat in vim and neovim.
func TestREADMEVim(t *testing.T) {
	for _, vim := range [][]string{{"vim", "-es", "-N"}, {"nvim", "--headless"}} {
		t.Run(vim[0], func(t *testing.T) {
			dir := module(t, twoFiles)
			write(t, filepath.Join(dir, "rc.vim"), "filetype on\n"+editorBlocks(t, "vim")[0])
			editor(t, dir, append(vim, "-u", "rc.vim", "+edit sub/a.go", "+silent make! ./...",
				`+call writefile(map(getqflist(), {_, d -> join([bufname(d.bufnr), d.lnum, d.col, d.text], "|")}), "out.txt")`, "+qall!")...)
			assert.Equal(t, "sub/a.go|6|2|"+discarded+"\nsub/b.go|7|2|"+discarded+"\n", read(t, dir, "out.txt"))
		})
	}
}

// nvimLint stands in for nvim-lint, as far as its manual goes: it runs a linter
// with args, whose functions it calls, in neovim's directory, and keeps what
// errorformat finds of the buffer.
const nvimLint = `
local lint = { linters = {}, linters_by_ft = {} }
package.loaded['lint'] = lint
package.loaded['lint.parser'] = {
  from_errorformat = function(format, skeleton)
    return function(output, buffer)
      local found = vim.fn.getqflist({ efm = format, lines = vim.split(output, '\n') }).items
      found = vim.tbl_filter(function(d) return d.valid == 1 and d.bufnr == buffer end, found)
      return vim.tbl_map(function(d)
        return vim.tbl_extend('keep', { lnum = d.lnum - 1, col = d.col - 1, message = d.text }, skeleton)
      end, found)
    end
  end,
}
function lint.try_lint()
  for _, name in ipairs(lint.linters_by_ft[vim.bo.filetype]) do
    local linter = lint.linters[name]
    assert(linter.append_fname == false and linter.ignore_exitcode)
    local command = { linter.cmd }
    for _, arg in ipairs(linter.args) do
      table.insert(command, type(arg) == 'function' and arg() or arg)
    end
    local buffer = vim.api.nvim_get_current_buf()
    vim.diagnostic.set(vim.api.nvim_create_namespace(name), buffer, linter.parser(vim.fn.system(command), buffer))
  end
end
`

// TestREADMENvimLint writes a file in neovim, with README's settings.
func TestREADMENvimLint(t *testing.T) {
	dir := module(t, twoFiles)
	write(t, filepath.Join(dir, "init.lua"), "vim.cmd('filetype on')\n"+nvimLint+editorBlocks(t, "lua")[0])
	editor(t, dir, "nvim", "--headless", "-u", "init.lua", "+edit sub/b.go", "+silent write",
		"+call writefile([json_encode(v:lua.vim.diagnostic.get(0))], 'out.json')", "+qall!")
	var found []struct {
		Lnum, Col, Severity int
		Message, Source     string
	}
	require.NoError(t, json.Unmarshal([]byte(read(t, dir, "out.json")), &found))
	require.Len(t, found, 1, "those of the other file are not this buffer's")
	assert.Equal(t, discarded, found[0].Message)
	assert.Equal(t, []int{6, 1, 2}, []int{found[0].Lnum, found[0].Col, found[0].Severity})
	assert.Equal(t, "kalint", found[0].Source)
}

// TestREADMEVSCode runs go vet with the flags in README's settings, as the
// extension does.
func TestREADMEVSCode(t *testing.T) {
	var settings struct {
		VetFlags []string `json:"go.vetFlags"`
	}
	require.NoError(t, json.Unmarshal([]byte(editorBlocks(t, "json")[0]), &settings))
	require.NotEmpty(t, settings.VetFlags)
	args := []string{"go", "vet"}
	for _, flag := range settings.VetFlags {
		args = append(args, strings.ReplaceAll(flag, "~/go/bin", filepath.Dir(kalint)))
	}
	r := run(t, module(t, twoFiles), append(args, "./...")...)
	assert.Equal(t, 1, r.code)
	assert.Regexp(t, `(?m)^sub/a\.go:6:2: response body`, r.stderr)
}
