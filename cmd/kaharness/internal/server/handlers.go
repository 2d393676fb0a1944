package server

import (
	"fmt"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"
)

// How much a program may ask for.
const (
	maxBytes = 16 << 20
	maxWait  = 10_000 // ms
	maxFails = 1_000_000
)

// object is the answer of those paths that send JSON.
const object = `{"name":"kalint","connections":1}` + "\n"

// handler serves the paths that the cases may use.
func (s *Server) handler() http.Handler {
	var asked atomic.Int64
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", hello)
	mux.HandleFunc("/bytes", number("n", 0, maxBytes, sendBytes))
	mux.HandleFunc("/json", sendJSON)
	mux.HandleFunc("/late", number("ms", 0, maxWait, sendLate))
	mux.HandleFunc("/status", number("code", 200, 599, sendStatus))
	mux.HandleFunc("/flaky", number("fail", 0, maxFails, func(w http.ResponseWriter, r *http.Request, fail int) {
		if asked.Add(1) <= int64(fail) {
			sendStatus(w, r, http.StatusServiceUnavailable)
			return
		}
		hello(w, r)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		mux.ServeHTTP(w, r)
	})
}

// number has the handler called with a number of the query, which is to be
// one from least to most.
func number(name string, least, most int, f func(http.ResponseWriter, *http.Request, int)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.FormValue(name))
		if err != nil || n < least || n > most {
			http.Error(w, fmt.Sprintf("%s: want a number from %d to %d", name, least, most), http.StatusBadRequest)
			return
		}
		f(w, r, n)
	}
}

// hello takes as long as a small handler does.
func hello(w http.ResponseWriter, _ *http.Request) {
	time.Sleep(50 * time.Microsecond)
	fmt.Fprint(w, "Hello world")
}

// sendBytes sends n bytes, in chunks where that is asked for.
func sendBytes(w http.ResponseWriter, r *http.Request, n int) {
	w.Header().Set("Content-Type", "application/octet-stream")
	if r.FormValue("chunked") == "" {
		w.Header().Set("Content-Length", strconv.Itoa(n))
	} else {
		_ = http.NewResponseController(w).Flush() // the next write tells
	}
	block := make([]byte, 32<<10)
	for n > 0 {
		wrote, err := w.Write(block[:min(n, len(block))])
		if err != nil {
			return // the program has hung up
		}
		n -= wrote
	}
}

// sendJSON sends an object, and ends with it; in chunks where that is asked for.
func sendJSON(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if r.FormValue("chunked") != "" {
		w.Header().Set("Transfer-Encoding", "chunked")
	}
	fmt.Fprint(w, object)
}

// sendLate sends an object at once, and ends the response later.
func sendLate(w http.ResponseWriter, r *http.Request, ms int) {
	sendJSON(w, r)
	_ = http.NewResponseController(w).Flush() // the next write tells
	if r.Method == http.MethodHead {
		return
	}
	select {
	case <-time.After(time.Duration(ms) * time.Millisecond):
	case <-r.Context().Done():
	}
}

// sendStatus answers with a status, and says it in words where it can.
func sendStatus(w http.ResponseWriter, _ *http.Request, code int) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(code)
	if code != http.StatusNoContent && code != http.StatusNotModified {
		fmt.Fprintln(w, code, http.StatusText(code))
	}
}
