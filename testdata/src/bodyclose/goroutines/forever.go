package goroutines

import (
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// Goroutines that never return do not keep who starts them from going on.

func afterSignals(u string) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		<-c
		os.Exit(1)
	}()
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func afterServer(u string) {
	go func() {
		log.Fatal(http.ListenAndServe(":6060", nil))
	}()
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func forever() {
	for {
		time.Sleep(time.Second)
	}
}

type cron struct{ every time.Duration }

func (c *cron) run() {
	for range time.Tick(c.every) {
		println("tick")
	}
}

func newCron() *cron {
	c := &cron{time.Second}
	go c.run()
	go forever()
	return c
}

func afterConstructor(u string) {
	newCron()
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func startCron() error {
	go forever()
	return nil
}

func afterStart(u string) int {
	if err := startCron(); err != nil {
		return 1
	}
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 71"
	if err != nil {
		return 0
	}
	if resp.StatusCode != http.StatusOK {
		return 1
	}
	resp.Body.Close()
	return 0
}

func panics(u string) {
	go func() { panic("out of order") }()
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

// Silent: the goroutine has it, and reads it for ever.
func streams(u string, w io.Writer) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go func() {
		for {
			io.CopyN(w, resp.Body, 1024)
		}
	}()
	return nil
}

func pump(w io.Writer, r io.ReadCloser) {
	for {
		io.CopyN(w, r, 1024)
	}
}

// Silent: the same, by a function.
func pumps(u string, w io.Writer) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go pump(w, resp.Body)
	return nil
}

// Silent: the program ends.
func exits(u string) {
	http.Get(u)
	func() { os.Exit(1) }()
}
