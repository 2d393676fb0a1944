package observe

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// Accepts are the connections as the server saw them.
type Accepts struct {
	Opened   int      `json:"opened"`
	MostOpen int      `json:"most_open"` // at the same time
	Timeline []Moment `json:"timeline"`
}

// A Moment is what the server's connections were like from then on.
type Moment struct {
	At     time.Duration `json:"at_ns"` // since the program started
	Opened int           `json:"opened"`
	New    int           `json:"new"`
	Active int           `json:"active"`
	Idle   int           `json:"idle"`
}

// Open is how many connections are open.
func (m Moment) Open() int { return m.New + m.Active + m.Idle }

// most is how many moments are kept for a picture or for JSON.
const most = 400

// accepts counts by net/http's ConnState.
type accepts struct {
	mu     sync.Mutex
	began  time.Time
	states map[net.Conn]http.ConnState
	now    Moment
	seen   Accepts
}

// NewAccepts observes the server's connections, by state over time.
func NewAccepts() Observer { return &accepts{states: make(map[net.Conn]http.ConnState)} }

func (a *accepts) Name() string { return NameAccepts }

func (a *accepts) Start(t *Target) error {
	a.began = time.Now()
	t.Watch(a.changed)
	return nil
}

// changed takes a step of one connection.
func (a *accepts) changed(c net.Conn, state http.ConnState) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if was, ok := a.states[c]; ok {
		*a.now.in(was)--
	}
	switch state {
	case http.StateClosed, http.StateHijacked:
		delete(a.states, c)
	case http.StateNew:
		a.now.Opened++
		fallthrough
	default:
		a.states[c] = state
		*a.now.in(state)++
	}
	a.now.At = time.Since(a.began)
	a.seen.Opened = a.now.Opened
	a.seen.MostOpen = max(a.seen.MostOpen, a.now.Open())
	a.seen.Timeline = append(a.seen.Timeline, a.now)
}

// in is the count of a state.
func (m *Moment) in(state http.ConnState) *int {
	switch state {
	case http.StateNew:
		return &m.New
	case http.StateActive:
		return &m.Active
	}
	return &m.Idle
}

func (a *accepts) Stop(c *Counts) {
	a.mu.Lock()
	defer a.mu.Unlock()
	seen := a.seen
	seen.Timeline = thin(seen.Timeline)
	c.Accepts = &seen
}

// thin leaves out moments evenly where there are too many. The last one stays.
func thin(all []Moment) []Moment {
	if len(all) <= most {
		return append([]Moment(nil), all...)
	}
	kept := make([]Moment, 0, most)
	for i := range most {
		kept = append(kept, all[i*(len(all)-1)/(most-1)])
	}
	return kept
}
