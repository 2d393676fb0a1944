// Package pools has workers that take their jobs from a channel.
package pools

import (
	"context"
	"flag"
	"io"
	"log"
	"net/http"
	"runtime"
	"sync"
	"time"
)

func get(c *http.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func fixedPool(urls []string) {
	client := &http.Client{Timeout: 10 * time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 31"
	jobs := make(chan string)
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for u := range jobs {
				if err := get(client, u); err != nil {
					log.Print(err)
				}
			}
		}()
	}
	for _, u := range urls {
		jobs <- u
	}
	close(jobs)
	wg.Wait()
}

func worker(id int, client *http.Client, jobs <-chan string, results chan<- error) {
	for u := range jobs {
		log.Printf("worker %d: %s", id, u)
		results <- get(client, u)
	}
}

func namedWorkers(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set.*line 63"
		MaxIdleConns:    100,
		IdleConnTimeout: 30 * time.Second,
	}
	client := &http.Client{Transport: tr}
	jobs := make(chan string, len(urls))
	results := make(chan error, len(urls))
	for w := 1; w <= 3; w++ {
		go worker(w, client, jobs, results)
	}
	for _, u := range urls {
		jobs <- u
	}
	close(jobs)
	for range urls {
		<-results
	}
}

// Silent: two workers.
func twoNamedWorkers(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	jobs := make(chan string, len(urls))
	results := make(chan error, len(urls))
	for w := 1; w <= 2; w++ {
		go worker(w, client, jobs, results)
	}
	for _, u := range urls {
		jobs <- u
	}
	close(jobs)
	for range urls {
		<-results
	}
}

// Silent: one worker beside the producer.
func oneWorker(urls []string) {
	client := &http.Client{}
	jobs := make(chan string)
	results := make(chan error, len(urls))
	go worker(0, client, jobs, results)
	for _, u := range urls {
		jobs <- u
	}
	close(jobs)
}

const pairOfWorkers = 2

// Silent: the constant is two.
func constantBound(jobs <-chan string) {
	client := &http.Client{}
	for i := 0; i < pairOfWorkers; i++ {
		go func() {
			for u := range jobs {
				_ = get(client, u)
			}
		}()
	}
}

// Silent: the variable is never anything but two.
func variableThatIsTwo(jobs <-chan string) {
	client := &http.Client{}
	n := 2
	for i := 0; i < n; i++ {
		go func() {
			for u := range jobs {
				_ = get(client, u)
			}
		}()
	}
}

const manyWorkers = 25

func constantOfMany(jobs <-chan string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for range manyWorkers {
		go func() {
			for u := range jobs {
				_ = get(client, u)
			}
		}()
	}
}

var concurrency = flag.Int("c", 2, "number of workers")

func workersByFlag(jobs <-chan string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for i := 0; i < *concurrency; i++ {
		go func() {
			for u := range jobs {
				_ = get(client, u)
			}
		}()
	}
}

func workerPerProcessor(jobs <-chan string) {
	var wg sync.WaitGroup
	for i := 0; i < runtime.NumCPU(); i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for u := range jobs {
				resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 160"
				if err != nil {
					continue
				}
				resp.Body.Close()
			}
		}()
	}
	wg.Wait()
}

// Silent: MaxIdleConnsPerHost follows the number of workers.
func tunedByParameter(jobs <-chan string, workers int) {
	client := &http.Client{Transport: &http.Transport{
		MaxIdleConns:        workers,
		MaxIdleConnsPerHost: workers,
	}}
	for i := 0; i < workers; i++ {
		go func() {
			for u := range jobs {
				_ = get(client, u)
			}
		}()
	}
}

// pool is the usual struct around a queue.
type pool struct {
	size   int
	client *http.Client
	queue  chan string
	wg     sync.WaitGroup
}

func newPool(size int) *pool {
	return &pool{
		size:   size,
		client: &http.Client{Timeout: time.Minute}, // want "client has no Transport with MaxIdleConnsPerHost"
		queue:  make(chan string, 1000),
	}
}

func (p *pool) start(ctx context.Context) {
	for i := 0; i < p.size; i++ {
		p.wg.Add(1)
		go p.work(ctx)
	}
}

func (p *pool) work(ctx context.Context) {
	defer p.wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case u := <-p.queue:
			p.handle(u)
		}
	}
}

func (p *pool) handle(u string) {
	if err := get(p.client, u); err != nil {
		log.Print(err)
	}
}

func runPool(ctx context.Context, urls []string) {
	p := newPool(16)
	p.start(ctx)
	for _, u := range urls {
		p.queue <- u
	}
}

// Silent: the workers resolve names, the one collector sends.
func workersWithoutRequests(names []string, resolve func(string) string, hook string) {
	client := &http.Client{}
	in, out := make(chan string), make(chan string)
	for range 10 {
		go func() {
			for n := range in {
				out <- resolve(n)
			}
		}()
	}
	go func() {
		for u := range out {
			_ = get(client, hook+"?addr="+u)
		}
	}()
	for _, n := range names {
		in <- n
	}
}

// Silent: two workers, each started by a statement of its own.
func uploaderAndDownloader(up, down <-chan string) {
	client := &http.Client{}
	go func() {
		for u := range up {
			_ = get(client, u)
		}
	}()
	go func() {
		for u := range down {
			_ = get(client, u)
		}
	}()
}

// Silent: of the ten workers, each has a Transport of its own.
func transportPerWorker(jobs <-chan string) {
	for range 10 {
		go func() {
			client := &http.Client{Transport: &http.Transport{}}
			for u := range jobs {
				_ = get(client, u)
			}
		}()
	}
}

// A token for each worker, as some pools are built.
func workersByTokens(jobs <-chan string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	tokens := make(chan struct{}, 12)
	for u := range jobs {
		tokens <- struct{}{}
		go func() {
			defer func() { <-tokens }()
			_ = get(client, u)
		}()
	}
}
