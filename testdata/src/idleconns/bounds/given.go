package bounds

import (
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

// each runs f in n goroutines.
func each(n int, in <-chan string, f func(string)) {
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go func() {
			defer wg.Done()
			for s := range in {
				f(s)
			}
		}()
	}
	wg.Wait()
}

// Silent: two goroutines.
func eachOfTwo(in <-chan string) {
	client := &http.Client{}
	each(2, in, func(s string) { _ = get(client, s) })
}

func eachOfThree(in <-chan string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 3 goroutines"
	each(3, in, func(s string) { _ = get(client, s) })
}

func eachOf(n int, in <-chan string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 15"
	each(n, in, func(s string) { _ = get(client, s) })
}

// by passes the number on.
func by(n int, in <-chan string, client *http.Client) {
	each(n, in, func(s string) { _ = get(client, s) })
}

// Silent: two goroutines.
func byTwo(in <-chan string) { by(2, in, &http.Client{}) }

func byFour(in <-chan string) {
	by(4, in, &http.Client{}) // want "MaxIdleConnsPerHost"
}

// upTo counts from 1.
func upTo(n int, in <-chan string, client *http.Client) {
	for i := 1; i <= n; i++ {
		go func() {
			for s := range in {
				_ = get(client, s)
			}
		}()
	}
}

// Silent: two goroutines.
func upToTwo(in <-chan string) { upTo(2, in, &http.Client{}) }

func upToThree(in <-chan string) {
	upTo(3, in, &http.Client{}) // want "MaxIdleConnsPerHost"
}

// atLeastFour takes fewer than four for four.
func atLeastFour(n int, in <-chan string, client *http.Client) {
	if n < 4 {
		n = 4
	}
	for range n {
		go func() {
			for s := range in {
				_ = get(client, s)
			}
		}()
	}
}

func atLeastFourOfOne(in <-chan string) {
	atLeastFour(1, in, &http.Client{}) // want "MaxIdleConnsPerHost"
}

// A crew has workers.
type crew struct {
	jobs   chan string
	size   int
	client *http.Client
}

func newCrew(n int, client *http.Client) *crew {
	c := &crew{make(chan string), n, client}
	for i := 0; i < n; i++ {
		go c.work()
	}
	return c
}

func (c *crew) work() {
	for s := range c.jobs {
		_ = get(c.client, s)
	}
}

// Silent: one worker.
func crewOfOne(urls []string) {
	c := newCrew(1, &http.Client{})
	for _, u := range urls {
		c.jobs <- u
	}
	close(c.jobs)
}

func crewOfTen(urls []string) {
	c := newCrew(10, &http.Client{}) // want "MaxIdleConnsPerHost"
	for _, u := range urls {
		c.jobs <- u
	}
	close(c.jobs)
}

func manyCrewsOfOne(urls []string) {
	client := &http.Client{} // want "MaxIdleConnsPerHost"
	for _, u := range urls {
		c := newCrew(1, client)
		c.jobs <- u
	}
}

// A pair has two workers, however it is made.
type pair struct {
	jobs   chan string
	size   int
	client *http.Client
}

func (p *pair) start() {
	for i := 0; i < p.size; i++ {
		go p.work()
	}
}

func (p *pair) work() {
	for s := range p.jobs {
		_ = get(p.client, s)
	}
}

// Silent: two workers.
func startTwo() {
	p := &pair{jobs: make(chan string), size: 2, client: &http.Client{}}
	p.start()
	p.jobs <- "http://localhost"
}

// A band has six workers, or two.
type band struct {
	jobs   chan string
	size   int
	client *http.Client
}

func (b *band) start() {
	for i := 0; i < b.size; i++ {
		go b.work()
	}
}

func (b *band) work() {
	for s := range b.jobs {
		_ = get(b.client, s)
	}
}

func startSix(few bool) {
	b := &band{jobs: make(chan string), size: 6, client: &http.Client{}} // want "MaxIdleConnsPerHost"
	if few {
		b.size = 2
	}
	b.start()
	b.jobs <- "http://localhost"
}

var (
	twice = 2
	often = 5
	grown = 2
)

// Silent: nobody changes the number.
func startTwice(in <-chan string) {
	client := &http.Client{}
	for i := 0; i < twice; i++ {
		go get(client, <-in)
	}
}

func startOften(in <-chan string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 5 goroutines"
	for i := 0; i < often; i++ {
		go get(client, <-in)
	}
}

func grow() { grown++ }

func startGrown(in <-chan string) {
	client := &http.Client{} // want "MaxIdleConnsPerHost"
	for i := 0; i < grown; i++ {
		go get(client, <-in)
	}
}

// launch calls what starts one goroutine.
func launch(n int, client *http.Client, u string) {
	for range n {
		one(client, u)
	}
}

func one(client *http.Client, u string) { go get(client, u) }

// Silent: two goroutines.
func launchTwo(u string) { launch(2, &http.Client{}, u) }

func launchFive(u string) {
	launch(5, &http.Client{}, u) // want "MaxIdleConnsPerHost"
}

// square starts n for each of n.
func square(n int, client *http.Client, u string) {
	for range n {
		for range n {
			go get(client, u)
		}
	}
}

func squareOfTwo(u string) {
	square(2, &http.Client{}, u) // want "MaxIdleConnsPerHost"
}

// countdown goes on until there are none left.
func countdown(n int, client *http.Client, u string) {
	for ; n > 0; n-- {
		go get(client, u)
	}
}

func countdownFromTen(u string) {
	countdown(10, &http.Client{}, u) // want "MaxIdleConnsPerHost"
}

// slotted lets n at once through.
func slotted(n int, urls []string, f func(string)) {
	slots := make(chan struct{}, n)
	for _, u := range urls {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			f(u)
		}()
	}
}

// Silent: two at once.
func slottedForTwo(urls []string) {
	client := &http.Client{}
	slotted(2, urls, func(u string) { _ = get(client, u) })
}

func slottedForNine(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 9 goroutines"
	slotted(9, urls, func(u string) { _ = get(client, u) })
}

// grouped has a group do it, n at once.
func grouped(n int, urls []string, f func(string)) error {
	var g errgroup.Group
	g.SetLimit(n)
	for _, u := range urls {
		g.Go(func() error {
			f(u)
			return nil
		})
	}
	return g.Wait()
}

// Silent: two at once.
func groupedByTwo(urls []string) error {
	client := &http.Client{}
	return grouped(2, urls, func(u string) { _ = get(client, u) })
}

func groupedByTen(urls []string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines"
	return grouped(10, urls, func(u string) { _ = get(client, u) })
}

func groupedWithoutLimit(urls []string) error {
	client := &http.Client{} // want "MaxIdleConnsPerHost"
	return grouped(-1, urls, func(u string) { _ = get(client, u) })
}
