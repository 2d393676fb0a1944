// Package goroutines has responses that are got in one goroutine and used in another.
package goroutines

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

type outcome struct {
	resp *http.Response
	err  error
}

// Handed over a channel.

func sent(u string, ch chan<- *http.Response) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	ch <- resp
	return nil // silent: the receiver has it
}

func sentInStruct(u string, ch chan<- outcome) {
	resp, err := http.Get(u)
	ch <- outcome{resp, err} // silent: the receiver has it
}

func sentBody(u string, ch chan<- io.ReadCloser) {
	if resp, err := http.Get(u); err == nil {
		ch <- resp.Body // silent: the receiver has it
	}
}

func sentFromGoroutine(u string) <-chan outcome {
	ch := make(chan outcome, 1)
	go func() {
		resp, err := http.Get(u)
		ch <- outcome{resp: resp, err: err} // silent: the receiver has it
	}()
	return ch
}

func sentStatusOnly(u string, ch chan<- int) {
	go func() {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 58"
		if err != nil {
			ch <- 0
			return
		}
		ch <- resp.StatusCode
	}()
}

func sentUnlessDone(ctx context.Context, u string, ch chan<- *http.Response) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 70"
	if err != nil {
		return
	}
	select {
	case ch <- resp:
	case <-ctx.Done():
		log.Println(ctx.Err())
		return
	}
}

func sentOrClosed(ctx context.Context, u string, ch chan<- *http.Response) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	select {
	case ch <- resp: // silent: sent, or closed
	case <-ctx.Done():
		resp.Body.Close()
	}
}

func sentWhenThereIsRoom(u string, ch chan<- *http.Response) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return
	}
	select {
	case ch <- resp:
	default:
	}
}

func received(ch <-chan outcome) error {
	o := <-ch
	if o.err != nil {
		return o.err
	}
	return o.resp.Body.Close() // silent: what is received came from no call
}

func receivedFirst(ctx context.Context, u string) (int, error) {
	ch := sentFromGoroutine(u)
	select {
	case o := <-ch:
		if o.err != nil {
			return 0, o.err
		}
		defer o.resp.Body.Close()
		return o.resp.StatusCode, nil
	case <-ctx.Done():
		return 0, ctx.Err() // silent: the goroutine has sent it to the channel
	}
}

func collected(us []string) []*http.Response {
	ch := make(chan *http.Response)
	for _, u := range us {
		go func() {
			resp, err := http.Get(u)
			if err != nil {
				ch <- nil
				return
			}
			ch <- resp // silent: the receiver has it
		}()
	}
	var all []*http.Response
	for range us {
		if resp := <-ch; resp != nil {
			all = append(all, resp)
		}
	}
	return all
}

// Used by a goroutine.

func closedByGoroutine(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go func() {
		defer resp.Body.Close() // silent: closed by the goroutine
		_, _ = io.Copy(io.Discard, resp.Body)
	}()
	return nil
}

func closedByGoroutineWithArgument(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go func(body io.ReadCloser) {
		_ = body.Close() // silent: closed by the goroutine
	}(resp.Body)
	return nil
}

func drain(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func count(resp *http.Response, n *int64) {
	*n, _ = io.Copy(io.Discard, resp.Body)
}

func closedByNamedGoroutine(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go drain(resp) // silent: closed by the goroutine
	return nil
}

func closedByMethodValueGoroutine(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go resp.Body.Close() // silent: closed by the goroutine
	return nil
}

func onlyReadByNamedGoroutine(u string, n *int64) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	go count(resp, n)
	return nil
}

func onlyLoggedByGoroutine(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	go func() { log.Println(resp.Status) }()
	return nil
}

func closedOnCancelByGoroutine(ctx context.Context, u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	go func() {
		<-ctx.Done()
		resp.Body.Close() // silent: closed by the goroutine, some day
	}()
	return resp.Body, nil
}

func closedByAfterFunc(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	time.AfterFunc(time.Second, func() { resp.Body.Close() }) // silent: closed by the literal that the timer keeps
	return nil
}

func closedByContextAfterFunc(ctx context.Context, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() { resp.Body.Close() }) // silent: closed by the literal that the context keeps
	return nil
}

func pipedByGoroutine(u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	pr, pw := io.Pipe()
	go func() {
		defer resp.Body.Close() // silent: closed by the goroutine
		_, err := io.Copy(pw, resp.Body)
		pw.CloseWithError(err)
	}()
	return pr, nil
}

func pipedByGoroutineLeaks(u string) (io.Reader, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 264"
	if err != nil {
		return nil, err
	}
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, resp.Body)
		pw.CloseWithError(err)
	}()
	return pr, nil
}

// Got by a goroutine.

func started(u string) {
	go http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func get(u string) (*http.Response, error) { return http.Get(u) }

func closed(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err == nil {
		resp.Body.Close()
	}
	return resp, err
}

func startedWrapper(u string) {
	go get(u) // want "response body of get is not closed: the response is discarded"
}

func startedClosingWrapper(u string) {
	go closed(u) // silent: it closes by itself
}

func startedLiteral(us []string) {
	for _, u := range us {
		go func() {
			resp, err := http.Get(u) // want "response body of resp is not closed"
			if err != nil {
				return
			}
			log.Println(resp.Status)
		}()
	}
}

func startedLiteralCloses(us []string) {
	var wg sync.WaitGroup
	for _, u := range us {
		wg.Add(1)
		go func(u string) {
			defer wg.Done()
			resp, err := http.Get(u)
			if err != nil {
				return
			}
			defer resp.Body.Close() // silent: closed
			log.Println(resp.Status)
		}(u)
	}
	wg.Wait()
}

func waitGroupGo(us []string) {
	var wg sync.WaitGroup
	for _, u := range us {
		wg.Go(func() {
			resp, err := http.Get(u) // want "response body of resp is not closed"
			if err != nil {
				return
			}
			log.Println(resp.Status)
		})
	}
	wg.Wait()
}

func assignedByGoroutine(u string) error {
	var resp *http.Response
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		resp, err = http.Get(u)
	}()
	<-done
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed by who waited for it
}

func assignedByIndex(us []string) []*http.Response {
	all := make([]*http.Response, len(us))
	var wg sync.WaitGroup
	for i, u := range us {
		wg.Go(func() {
			if resp, err := http.Get(u); err == nil {
				all[i] = resp // silent: stored in the slice
			}
		})
	}
	wg.Wait()
	return all
}

func storedUnderLock(us []string, m map[string]*http.Response, mu *sync.Mutex) {
	for _, u := range us {
		go func() {
			resp, err := http.Get(u)
			if err != nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			m[u] = resp // silent: stored in the map
		}()
	}
}

// Groups and workers.

// group is like errgroup's.
type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *group) Go(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	})
}

func (g *group) Wait() error {
	g.wg.Wait()
	return g.err
}

func grouped(us []string) error {
	var g group
	for _, u := range us {
		g.Go(func() error {
			resp, err := http.Get(u)
			if err != nil {
				return err
			}
			defer resp.Body.Close() // silent: closed
			_, err = io.Copy(io.Discard, resp.Body)
			return err
		})
	}
	return g.Wait()
}

func groupedLeaks(us []string) error {
	var g group
	for _, u := range us {
		g.Go(func() error {
			resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 424"
			if err != nil {
				return err
			}
			if resp.StatusCode != http.StatusOK {
				return errors.New(resp.Status)
			}
			return resp.Body.Close()
		})
	}
	return g.Wait()
}

func worker(c *http.Client, reqs <-chan *http.Request, out chan<- int) {
	for req := range reqs {
		resp, err := c.Do(req) // want "response body of resp is not closed"
		if err != nil {
			out <- 0
			continue
		}
		out <- resp.StatusCode
	}
}

func workerCloses(c *http.Client, reqs <-chan *http.Request, out chan<- int) {
	for req := range reqs {
		resp, err := c.Do(req)
		if err != nil {
			out <- 0
			continue
		}
		out <- resp.StatusCode
		resp.Body.Close() // silent: closed in each turn
	}
}

func workerLeaksOnQuit(c *http.Client, reqs <-chan *http.Request, out chan<- int, quit <-chan bool) {
	for req := range reqs {
		resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 463"
		if err != nil {
			continue
		}
		select {
		case <-quit:
			return
		case out <- resp.StatusCode:
			resp.Body.Close()
		}
	}
}

func ticker(ctx context.Context, u string) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			resp, err := http.Get(u) // want "response body of resp is not closed"
			if err != nil {
				log.Println(err)
				continue
			}
			log.Println(resp.Status)
		}
	}
}

func tickerCloses(ctx context.Context, u string) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if resp, err := http.Get(u); err != nil {
				log.Println(err)
			} else {
				log.Println(resp.Status)
				resp.Body.Close() // silent: closed in each turn
			}
		}
	}
}
