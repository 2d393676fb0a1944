package rt

import (
	"io"
	"net/http"
)

// An Outcome is what became, over all paths of a function, of the bodies that one call fetched.
type Outcome struct {
	Site    int
	Reached bool // on a path that does not end in a panic
	Open    bool // left open on some path
	Failed  bool // left open on some path, after reading it had failed
	Early   bool // closed unread
	Partly  bool // closed before its end
	Read    bool
	Kept    bool
	Shared  bool // kept by a function that then handed it over
	Closed  bool
	Example []int // the choices of the first path that leaves it open
}

// A Func is a function that is run.
type Func struct {
	Name          string
	Sites         []int
	Status, Reads bool
	Call          func()
}

// A Result is what running a function along all its paths has shown.
type Result struct {
	Name     string
	Paths    int
	Over     int  // paths that end the program or panic
	All      bool // all paths were run
	Outcomes []Outcome
}

// Run runs a function along its paths, up to most. Where it has loops, it then runs those with a turn more as well, as far
// as that goes: it adds what they show to what is known.
func Run(f Func, most int) Result {
	now.loops = false
	res := run(f, most, MaxTurns)
	if now.loops && res.All {
		for i, o := range run(f, most, MaxTurns+1).Outcomes {
			res.Outcomes[i].merge(o)
		}
	}
	return res
}

// run runs a function along those of its paths with that many turns of a loop.
func run(f Func, most, turns int) Result {
	res := Result{Name: f.Name, All: true}
	for _, s := range f.Sites {
		res.Outcomes = append(res.Outcomes, Outcome{Site: s})
	}
	now.choices, now.limits = nil, nil
	now.status, now.reads, now.most = f.Status, f.Reads, turns
	for {
		if res.Paths == most {
			res.All = false
			return res
		}
		res.Paths++
		if path(f) {
			res.Over++
		} else {
			for i := range res.Outcomes {
				res.Outcomes[i].add()
			}
		}
		for _, b := range now.bodies {
			b.ReadCloser.Close()
		}
		if !next() {
			return res
		}
	}
}

// path runs the function once; it reports whether that ended in a panic.
func path(f Func) (over bool) {
	now.taken, now.bodies, now.over, now.reading, now.handing = 0, nil, false, false, false
	now.beside, now.started = nil, 0
	now.turns = make(map[int]int)
	Blank = &http.Response{StatusCode: http.StatusOK, Body: Empty}
	keeps, Global, Map = nil, nil, make(map[int]io.ReadCloser)
	defer func() {
		over = recover() != nil || now.over
	}()
	if now.status && choose(2) == 1 {
		Blank.StatusCode = http.StatusInternalServerError
	}
	f.Call()
	return
}

// next makes the choices of the next path.
func next() bool {
	for i := now.taken - 1; i >= 0; i-- {
		if now.choices[i]+1 < now.limits[i] {
			now.choices, now.limits = now.choices[:i+1], now.limits[:i+1]
			now.choices[i]++
			return true
		}
	}
	return false
}

// add takes in what became of the bodies on one path.
func (o *Outcome) add() {
	for _, b := range now.bodies {
		mine := false
		for _, s := range b.Sites {
			mine = mine || s == o.Site
		}
		if !mine {
			continue
		}
		o.Reached = true
		o.Kept = o.Kept || b.Kept
		o.Shared = o.Shared || b.Shared && o.Site != b.Sites[0]
		o.Read = o.Read || b.Touched || b.Lent
		o.Closed = o.Closed || b.Closed
		o.Early = o.Early || b.Early
		o.Partly = o.Partly || b.Partly
		switch {
		case b.Closed || b.Kept:
		case b.Failed:
			o.Failed = true
		default:
			if !o.Open {
				o.Example = append([]int{}, now.choices[:now.taken]...)
			}
			o.Open = true
		}
	}
}

// merge adds what other paths have shown.
func (o *Outcome) merge(p Outcome) {
	if !o.Open && p.Open {
		o.Example = p.Example
	}
	for flag, shown := range map[*bool]bool{
		&o.Reached: p.Reached, &o.Open: p.Open, &o.Failed: p.Failed, &o.Early: p.Early, &o.Partly: p.Partly,
		&o.Read: p.Read, &o.Kept: p.Kept, &o.Shared: p.Shared, &o.Closed: p.Closed,
	} {
		*flag = *flag || shown
	}
}
