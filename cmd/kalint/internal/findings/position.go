package findings

import (
	"cmp"
	"strconv"
	"strings"
)

// A Position is a place in a file. A line or column of 0 is not known.
type Position struct {
	File      string
	Line, Col int
}

// ParsePosition reads file:line:col or file:line; the file may have colons too.
func ParsePosition(s string) Position {
	var nums []int
	for range 2 {
		i := strings.LastIndexByte(s, ':')
		if i < 0 {
			break
		}
		n, err := strconv.Atoi(s[i+1:])
		if err != nil {
			break
		}
		nums = append(nums, n)
		s = s[:i]
	}
	p := Position{File: s}
	switch len(nums) {
	case 1:
		p.Line = nums[0]
	case 2:
		p.Col, p.Line = nums[0], nums[1]
	}
	return p
}

// compare orders places by file, line and column.
func (p Position) compare(q Position) int {
	return cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}
