// Package source looks into the files that findings are in: for the text of a
// line, the function around it, and columns as editors count them.
package source

import (
	"os"
	"sort"
	"strings"
	"unicode/utf16"
)

// A Cache keeps files once they were read. The zero value is ready for use.
type Cache struct {
	files map[string]*File
}

// File returns a file's content; of one that cannot be read, none.
func (c *Cache) File(name string) *File {
	if f, ok := c.files[name]; ok {
		return f
	}
	data, _ := os.ReadFile(name)
	f := NewFile(string(data))
	if c.files == nil {
		c.files = make(map[string]*File)
	}
	c.files[name] = f
	return f
}

// A File is the text of a file.
type File struct {
	text   string
	starts []int // where lines begin, in bytes
	decls  []decl
	parsed bool
}

// NewFile returns a file with the text given.
func NewFile(text string) *File {
	f := &File{text: text}
	offset := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		f.starts = append(f.starts, offset)
		offset += len(line)
	}
	return f
}

// Line returns a line without its end, or "" if there is no such line.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.starts) {
		return ""
	}
	end := len(f.text)
	if n < len(f.starts) {
		end = f.starts[n]
	}
	return strings.TrimRight(f.text[f.starts[n-1]:end], "\r\n")
}

// Position returns the line and column of an offset, all in bytes.
func (f *File) Position(offset int) (line, col int) {
	line = sort.SearchInts(f.starts, offset+1)
	return line, offset - f.starts[line-1] + 1
}

// Column returns what a column that counts bytes is in UTF-16 code units.
func (f *File) Column(line, col int) int {
	text := f.Line(line)
	inside := min(max(col-1, 0), len(text))
	units := 0
	for _, r := range text[:inside] {
		units += max(utf16.RuneLen(r), 1)
	}
	return col - inside + units
}

// offset is where a place is, in bytes, or -1.
func (f *File) offset(line, col int) int {
	if line < 1 || line > len(f.starts) {
		return -1
	}
	return f.starts[line-1] + max(col-1, 0)
}
