// A pool keeps its workers from batch to batch, but not their connections.
//
// The goroutines stay, so that they need not be made for each job, and share one
// client, as one should. What the client keeps is two connections. When a batch is
// done and all ten workers wait for the next one, eight connections are closed, to
// be opened anew a moment later.
//
// The constructor runs once, and there the fix gives the client a Transport that
// keeps enough.
//
//proof:expect go1.26 >=50 -> 10
package main

import (
	"cmp"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	workers, batches := number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS")
	p := newPool(base+"/late?ms=20", workers)
	defer close(p.jobs)
	for range batches {
		p.submit(workers)
	}
}

// A pool posts jobs to a service, some at a time.
type pool struct {
	service string
	jobs    chan string
	client  *http.Client
	pending sync.WaitGroup
}

func newPool(service string, workers int) *pool {
	client := &http.Client{Timeout: 10 * time.Second} // reported
	p := &pool{service: service, jobs: make(chan string), client: client}
	for range workers {
		go p.work()
	}
	return p
}

// submit has a batch of jobs posted, and returns when all are.
func (p *pool) submit(jobs int) {
	p.pending.Add(jobs)
	for i := range jobs {
		p.jobs <- "job " + strconv.Itoa(i)
	}
	p.pending.Wait()
}

// work posts jobs until there are no more.
func (p *pool) work() {
	for job := range p.jobs {
		if err := p.post(job); err != nil {
			log.Fatal(err)
		}
		p.pending.Done()
	}
}

func (p *pool) post(job string) error {
	resp, err := p.client.Post(p.service, "text/plain", strings.NewReader(job))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
