package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// at is a finding with a verdict of its own.
func at(file string, line int, message, verdict string) finding {
	f := finding{file: file, line: line, col: 1, rule: "bodyclose", message: message, verdict: verdict}
	if verdict != "" {
		f.why = file + " " + message
	}
	return f
}

func TestCarry(t *testing.T) {
	old := []finding{
		at("a.go", 10, "returns at line 12", right),
		at("a.go", 20, "returns at line 22", wrong),
		at("a.go", 30, "lost", doubtful),
		at("b.go", 5, "lost", right),
	}
	for name, c := range map[string]struct {
		found              []finding
		want               []string // the verdicts
		added, gone, moved int
	}{
		"the same": {[]finding{at("a.go", 10, "returns at line 12", ""), at("a.go", 20, "returns at line 22", ""), at("a.go", 30, "lost", ""), at("b.go", 5, "lost", "")},
			[]string{right, wrong, doubtful, right}, 0, 0, 0},
		"all moved": {[]finding{at("a.go", 11, "returns at line 13", ""), at("a.go", 21, "returns at line 23", ""), at("a.go", 31, "lost", ""), at("b.go", 6, "lost", "")},
			[]string{right, wrong, doubtful, right}, 0, 0, 4},
		"one is new": {[]finding{at("a.go", 10, "returns at line 12", ""), at("a.go", 15, "returns at line 17", ""), at("a.go", 20, "returns at line 22", ""), at("a.go", 30, "lost", ""), at("b.go", 5, "lost", "")},
			[]string{right, unread, wrong, doubtful, right}, 1, 0, 0},
		"one is gone": {[]finding{at("a.go", 20, "returns at line 22", ""), at("a.go", 30, "lost", ""), at("b.go", 5, "lost", "")},
			[]string{wrong, doubtful, right}, 0, 1, 0},
		"another file":    {[]finding{at("c.go", 5, "lost", "")}, []string{unread}, 1, 4, 0},
		"another message": {[]finding{at("b.go", 5, "given away", "")}, []string{unread}, 1, 4, 0},
		"two at a place":  {[]finding{at("b.go", 5, "lost", ""), at("b.go", 5, "given away", "")}, []string{right, unread}, 1, 3, 0},
	} {
		t.Run(name, func(t *testing.T) {
			out, added, gone := carry(old, c.found)
			var got []string
			for _, f := range out {
				got = append(got, f.verdict)
			}
			assert.Equal(t, c.want, got)
			assert.Len(t, added, c.added)
			assert.Len(t, gone, c.gone)
			assert.Len(t, moved(old, out, added), c.moved)
			for _, f := range out {
				assert.Equal(t, f.verdict != unread, f.why != "", "the reason goes with the verdict")
			}
		})
	}
}

// Of findings that are alike one that is gone does not take its neighbour's verdict.
func TestCarryAlike(t *testing.T) {
	old := []finding{at("a.go", 10, "lost", wrong), at("a.go", 20, "lost", right)}
	out, added, gone := carry(old, []finding{at("a.go", 20, "lost", "")})
	assert.Equal(t, []finding{old[1]}, out)
	assert.Empty(t, added)
	assert.Equal(t, []finding{old[0]}, gone)
}

func TestTable(t *testing.T) {
	c := counts{modules: 2, of: map[class]count{
		{"bodyclose", kalint, false}:     {right: 3},
		{"bodyclose", kalint, true}:      {right: 4, wrong: 1, doubtful: 2},
		{"bodyclose", bodyclose, true}:   {wrong: 2},
		{"transportreuse", kalint, true}: {doubtful: 1},
	}}
	assert.Equal(t, `2 modules, std and cmd:

| rule | tool | reports | right | wrong | doubtful | precision | with doubtful as wrong |
| --- | --- | --- | --- | --- | --- | --- | --- |
| bodyclose | kalint | 10 | 7 | 1 | 2 | 87.5% | 70.0% |
| bodyclose, outside tests | kalint | 3 | 3 | 0 | 0 | 100.0% | 100.0% |
| bodyclose | timakin/bodyclose | 2 | 0 | 2 | 0 | 0.0% | 0.0% |
| bodyclose, outside tests | timakin/bodyclose | 0 | 0 | 0 | 0 | – | – |
| transportreuse | kalint | 1 | 0 | 0 | 1 | – | 0.0% |
| transportreuse, outside tests | kalint | 0 | 0 | 0 | 0 | – | – |
`, c.table())
}
