// Package figures keeps the figures of README.md and of the rules' pages to what
// is measured: it knows a program for each row of their tables.
package figures

import (
	"fmt"
	"go/version"
	"strconv"
	"strings"
)

// A row is a row of a table, by the text of its first cell.
type row struct {
	text string
	runs [][2]string // what the client is to do, and on which path
	pool bool        // ten goroutines, and not one

	// races is the release of Go from which on the number depends on how fast the
	// machine is: Close reads on, while the next request asks for a connection.
	races string
}

// rows are all rows of all tables.
var rows = []*row{
	{text: "nothing (11 B body)", runs: [][2]string{{"nothing", "/hello"}}},
	{text: "nothing, and the response has no body (204, HEAD)", runs: [][2]string{{"nothing", "/status?code=204"}, {"head", "/hello"}}},
	{text: "reads to EOF, then Close", runs: [][2]string{{"readclose", "/hello"}}},
	{text: "reads to EOF, never closes", runs: [][2]string{{"read", "/hello"}}},

	{text: "Close only, 11 B, 10 KiB or 200 KiB body", runs: [][2]string{{"close", "/hello"}, {"close", "/bytes?n=10240"}, {"close", "/bytes?n=204800"}}},
	{text: "Close only, 300 KiB body", runs: [][2]string{{"close", "/bytes?n=307200"}}},
	{text: "CopyN of 256 KiB, then Close; 200 KiB body", runs: [][2]string{{"copyn", "/bytes?n=204800"}}},
	{text: "CopyN of 256 KiB, then Close; 300 KiB body", runs: [][2]string{{"copyn", "/bytes?n=307200"}}},
	{text: "json.Decoder.Decode, then Close; Content-Length or plain chunked", runs: [][2]string{{"decode", "/json"}, {"decode", "/json?chunked=1"}}},
	{text: "the same, the server flushes and ends the response 2 ms later", runs: [][2]string{{"decode", "/late?ms=2"}}, races: "go1.27"},
	{text: "the same, 80 ms later", runs: [][2]string{{"decode", "/late?ms=80"}}},
	{text: "LimitReader shorter than the body, then Close", runs: [][2]string{{"limit", "/bytes?n=10240"}}},

	{text: "a new one for each of 10 requests", runs: [][2]string{{"transports", "/hello"}}},
	{text: "one for all of them", runs: [][2]string{{"readclose", "/hello"}}},
	{text: "10 times 10 requests at once, MaxIdleConnsPerHost not set (2)", runs: [][2]string{{"pool2", "/hello"}}, pool: true},
	{text: "10 times 10 requests at once, MaxIdleConnsPerHost 10", runs: [][2]string{{"pool10", "/hello"}}, pool: true},
}

// find finds a row by its first cell, in which code may be quoted, or nil.
func find(cell string) *row {
	for _, r := range rows {
		if r.text == strings.ReplaceAll(cell, "`", "") {
			return r
		}
	}
	return nil
}

// A Figure is what was counted for a row: of several programs the least and the
// most.
type Figure struct{ Min, Max int }

// String is how tables show it.
func (f Figure) String() string {
	if f.Min == f.Max {
		return strconv.Itoa(f.Min)
	}
	return fmt.Sprintf("%d–%d", f.Min, f.Max)
}

// parseFigure reads what a table shows.
func parseFigure(cell string) (Figure, error) {
	low, high, two := strings.Cut(strings.TrimSpace(cell), "–")
	if !two {
		high = low
	}
	least, err := strconv.Atoi(low)
	if err != nil {
		return Figure{}, fmt.Errorf("%q is no figure", cell)
	}
	most, err := strconv.Atoi(high)
	if err != nil || most < least {
		return Figure{}, fmt.Errorf("%q is no figure", cell)
	}
	return Figure{least, most}, nil
}

// A kind is what a figure says of a program.
type kind int

// The kinds: connections are used again, lost, or it depends on the moment.
const (
	reused kind = iota
	between
	lost
)

// kindOf finds the kind of a number of connections.
func (r *row) kindOf(n int) kind {
	least, requests := 1.0, 10.0
	if r.pool {
		least, requests = 10, 100
	}
	switch share := (float64(n) - least) / (requests - least); {
	case share <= 0.35:
		return reused
	case share >= 0.65:
		return lost
	}
	return between
}

// differ reports whether two figures say different things of a row. What is
// between two kinds on one machine may be either on another.
func (r *row) differ(release string, a, b Figure) bool {
	if r.races != "" && version.Compare(release, r.races) >= 0 {
		return false
	}
	low, high := r.kindOf(min(a.Max, b.Max)), r.kindOf(max(a.Min, b.Min))
	return low == reused && high == lost
}
