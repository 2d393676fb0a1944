package fuzzgen

import (
	"fmt"
	"strings"
)

// A Package is the source of one package, in two forms with the same lines: what is analysed, and what is run, in which
// the end of the program is a panic that the runner knows.
type Package struct {
	Path     string
	Analysed string
	Run      string
	Sites    map[int]int // the calls that fetch responses, by line
}

// An Entry is a function that is run by itself.
type Entry struct {
	Unit   int // the index of the unit that it belongs to
	Name   string
	Call   string // the statement that calls it, and tells rt what it returns
	Sites  []int  // the calls in it that fetch responses
	Status bool   // it looks at status codes
	Reads  bool   // it looks at errors of reading
	Source string // what is analysed, with its helpers
	Opener bool   // it hands its callers the response that it fetches
}

// A Program is two packages, of which the second imports the first, and the functions in them.
type Program struct {
	Packages []Package
	Entries  []Entry
}

// A line is one line of both forms.
type line struct {
	code, run string
	site      int
}

// same returns the line that is the same in both forms.
func same(format string, args ...any) line {
	s := fmt.Sprintf(format, args...)
	return line{code: s, run: s}
}

const imports = `
import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"

	"fuzz/rt"%s
)
`

// Each import is used, whatever the functions are.
const uses = `
var (
	client = &http.Client{}
	_      = bufio.NewReader
	_      = json.NewDecoder
	_      = errors.Is
	_      = io.EOF
	_      = log.Fatal
	_      = os.Exit
	_      = client
	_      = rt.Cond

	Used = 0
)
`

// Emit writes the units as a program. The index makes its packages' names; sites are numbered from *site on.
func Emit(index int, units []*Unit, site *int) *Program {
	lib, main := fmt.Sprintf("fuzz/lib%d", index), fmt.Sprintf("fuzz/p%d", index)
	files := map[bool]*file{true: newFile(lib, ""), false: newFile(main, lib)}
	p := &Program{}
	for i, u := range units {
		e := &emitter{index: index, unit: u, number: i, site: site}
		var source strings.Builder
		var openers []Entry
		for j, h := range u.Helpers {
			lines, entry := e.helper(j, h)
			files[h.Lib].add(lines)
			text(&source, lines)
			if isOpener(h) {
				openers = append(openers, entry)
			}
		}
		lines, entry := e.main()
		files[false].add(lines)
		text(&source, lines)
		for _, entry := range append(openers, entry) {
			entry.Unit, entry.Source = i, source.String()
			entry.Status = strings.Contains(entry.Source, ".StatusCode")
			entry.Reads = e.reads
			p.Entries = append(p.Entries, entry)
		}
	}
	p.Packages = []Package{files[true].pkg, files[false].pkg}
	return p
}

// A file collects the functions of one package.
type file struct {
	pkg   Package
	lines int
}

// newFile starts the file of a package that imports another one, if that is named.
func newFile(path, lib string) *file {
	f := &file{pkg: Package{Path: path, Sites: make(map[int]int)}}
	importing, using := "", ""
	if lib != "" {
		importing, using = fmt.Sprintf("\n\t%q", lib), "\nvar _ = "+base(lib)+".Used\n"
	}
	head := "package " + base(path) + "\n" + fmt.Sprintf(imports, importing) + uses + using
	f.pkg.Analysed, f.pkg.Run = head, head
	f.lines = strings.Count(head, "\n")
	return f
}

func base(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

func (f *file) add(lines []line) {
	var code, run strings.Builder
	for _, l := range append([]line{{}}, lines...) {
		f.lines++
		code.WriteString(l.code + "\n")
		run.WriteString(l.run + "\n")
		if l.site > 0 {
			f.pkg.Sites[f.lines] = l.site
		}
	}
	f.pkg.Analysed += code.String()
	f.pkg.Run += run.String()
}

// text appends the analysed form.
func text(b *strings.Builder, lines []line) {
	for _, l := range lines {
		b.WriteString(l.code + "\n")
	}
	b.WriteString("\n")
}
