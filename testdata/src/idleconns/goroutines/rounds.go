package goroutines

import (
	"context"
	"net/http"
	"time"
)

// Silent: each round takes the result of the goroutine that it starts.
func resultInEachRound(urls []string) error {
	client := &http.Client{Timeout: time.Second}
	results := make(chan error)
	for _, u := range urls {
		go func() { results <- ping(client, u) }()
		if err := <-results; err == nil {
			return nil
		}
	}
	return nil
}

func sends(c *http.Client, u string, results chan<- error) { results <- ping(c, u) }

// Silent: the same, with a named function.
func resultOfNamed(urls []string) {
	client := &http.Client{Timeout: time.Second}
	results := make(chan error, 1)
	for range 5 {
		go sends(client, urls[0], results)
		<-results
	}
}

// Silent: the round ends when the goroutine has closed the channel, or the context is done, and then all ends.
func resultOrDone(ctx context.Context, urls []string) error {
	client := &http.Client{Timeout: time.Second}
	results := make(chan error, 1)
	for _, u := range urls {
		go func() { results <- ping(client, u) }()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-results:
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func hedged(urls []string) error {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	results := make(chan error, 1)
	for _, u := range urls {
		go func() { results <- ping(client, u) }()
		select {
		case err := <-results:
			return err
		case <-time.After(50 * time.Millisecond): // the next one runs beside it
		}
	}
	return <-results
}

func resultOnSomePathOnly(urls []string, wait bool) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	results := make(chan error, len(urls))
	for _, u := range urls {
		go func() { results <- ping(client, u) }()
		if wait {
			<-results
		}
	}
}

func jobsThatArrive(jobs chan string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	for {
		u := <-jobs
		go ping(client, u)
	}
}

func jobsFromAnother(jobs, other chan string, n int) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	for range n {
		go ping(client, <-jobs)
		<-other
	}
}

// task tells when it is done.
type task struct {
	url  string
	done chan struct{}
}

func (t *task) run(c *http.Client) {
	defer close(t.done)
	_ = ping(c, t.url)
}

func (t *task) wait() { <-t.done }

func (t *task) stop() { t.url = "" }

// Silent: wait waits for run.
func taskByTask(urls []string) {
	client := &http.Client{Timeout: time.Second}
	for _, u := range urls {
		t := &task{url: u, done: make(chan struct{})}
		go t.run(client)
		t.wait()
	}
}

// Silent: the channel in the struct is waited for here.
func taskByTaskInPlace(urls []string) {
	client := &http.Client{Timeout: time.Second}
	for _, u := range urls {
		t := &task{url: u, done: make(chan struct{})}
		go t.run(client)
		<-t.done
	}
}

func tasksAtOnce(urls []string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		t := &task{url: u, done: make(chan struct{})}
		go t.run(client)
		t.stop()
	}
}

func tasksAwaitedLater(urls []string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	var tasks []*task
	for _, u := range urls {
		t := &task{url: u, done: make(chan struct{})}
		go t.run(client)
		tasks = append(tasks, t)
	}
	for _, t := range tasks {
		t.wait()
	}
}

// Silent: the command starts one goroutine, once.
func startedOnce(commands <-chan string, u string) {
	client := &http.Client{Timeout: time.Second}
	started := false
	for c := range commands {
		if c == "start" && !started {
			started = true
			go func() {
				for {
					_ = ping(client, u)
				}
			}()
		}
	}
}

func startedAgain(commands <-chan string, u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	started := false
	for c := range commands {
		switch {
		case c == "start" && !started:
			started = true
			go func() {
				for {
					_ = ping(client, u)
				}
			}()
		case c == "forget":
			started = false
		}
	}
}

func flagOfAnother(commands <-chan string, u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	told := false
	for c := range commands {
		if !told {
			go ping(client, u)
		}
		if c == "told" {
			told = true
		}
	}
}
