package goroutines

import (
	"context"
	"iter"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

func threeDeep(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		go first(client, u)
	}
}

func first(c *http.Client, u string) { second(c, u+"/a") }

func second(c *http.Client, u string) { third(u+"/b", c) }

func third(u string, c *http.Client) {
	resp, err := c.Get(u)
	if err != nil {
		return
	}
	drain(resp)
}

// Silent: the same chain of calls without goroutines.
func threeDeepInARow(u string) {
	client := &http.Client{}
	first(client, u)
	second(client, u)
}

// Silent: of the callers of first, this one passes a Transport that keeps more.
func threeDeepTuned(urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32}}
	for _, u := range urls {
		go first(client, u)
	}
}

// The loop is here, the go statement in start.
func loopAroundStarter(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		start(client, u)
	}
}

func start(c *http.Client, u string) {
	go func() {
		for {
			_ = ping(c, u)
			time.Sleep(time.Minute)
		}
	}()
}

// Silent: started once.
func oneStarter(u string) {
	client := &http.Client{}
	start(client, u)
}

type node struct {
	url         string
	left, right *node
}

func walkTree(root *node) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	var wg sync.WaitGroup
	wg.Add(1)
	visit(client, root, &wg)
	wg.Wait()
}

// visit starts two goroutines, each of which starts two.
func visit(c *http.Client, n *node, wg *sync.WaitGroup) {
	defer wg.Done()
	if n == nil {
		return
	}
	_ = ping(c, n.url)
	wg.Add(2)
	go visit(c, n.left, wg)
	go visit(c, n.right, wg)
}

// Silent: recursion without goroutines.
func walkTreeInOrder(root *node) {
	client := &http.Client{Timeout: time.Second}
	var walk func(n *node)
	walk = func(n *node) {
		if n == nil {
			return
		}
		walk(n.left)
		_ = ping(client, n.url)
		walk(n.right)
	}
	walk(root)
}

type crawler struct {
	client *http.Client
	seen   sync.Map
	links  func(*http.Response) []string
}

func crawl(root string, links func(*http.Response) []string) {
	c := &crawler{
		client: &http.Client{Timeout: 20 * time.Second}, // want "client has no Transport with MaxIdleConnsPerHost.*line 134"
		links:  links,
	}
	c.visit(root, 3)
}

func (c *crawler) visit(u string, depth int) {
	if _, dup := c.seen.LoadOrStore(u, true); dup || depth == 0 {
		return
	}
	resp, err := c.client.Get(u)
	if err != nil {
		return
	}
	defer drain(resp)
	for _, l := range c.links(resp) {
		go c.visit(l, depth-1)
	}
}

func afterFuncInLoop(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		time.AfterFunc(time.Second, func() {
			_ = ping(client, u)
		})
	}
}

// Silent: one timer.
func afterFuncOnce(u string) {
	client := &http.Client{}
	time.AfterFunc(time.Second, func() {
		_ = ping(client, u)
	})
}

func acceptLoop(l net.Listener, upstream string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost.*line 162"
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			resp, err := client.Get(upstream)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			_ = resp.Write(conn)
		}()
	}
}

func dispatcher(ctx context.Context, jobs <-chan string) {
	tr := &http.Transport{MaxIdleConns: 100} // want "MaxIdleConnsPerHost of tr is not set"
	client := &http.Client{Transport: tr}
	for {
		select {
		case <-ctx.Done():
			return
		case u := <-jobs:
			go func() {
				if err := ping(client, u); err != nil {
					log.Print(err)
				}
			}()
		}
	}
}

func overIterator(urls iter.Seq[string]) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for u := range urls {
		go ping(client, u)
	}
}

func gotoLoop(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	i := 0
again:
	if i < len(urls) {
		go ping(client, urls[i])
		i++
		goto again
	}
}

// Silent: each goroutine is waited for before the next is started.
func waitsInEachRound(ctx context.Context, urls []string) error {
	client := &http.Client{}
	for _, u := range urls {
		done := make(chan error)
		go func() { done <- ping(client, u) }()
		select {
		case err := <-done:
			if err != nil {
				return err
			}
		case <-ctx.Done():
			<-done
			return ctx.Err()
		}
	}
	return nil
}

// inParallel runs f for each of urls at the same time.
func inParallel(urls []string, f func(string)) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(u)
		}()
	}
	wg.Wait()
}

// inOrder runs f for one of urls after the other.
func inOrder(urls []string, f func(string)) {
	for _, u := range urls {
		f(u)
	}
}

func callbackInParallel(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	inParallel(urls, func(u string) {
		_ = ping(client, u)
	})
}

// Silent: the helper calls back in order.
func callbackInOrder(urls []string) {
	client := &http.Client{}
	inOrder(urls, func(u string) {
		_ = ping(client, u)
	})
}

func literalInAVariable(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	fetch := func(u string) {
		_ = ping(client, u)
	}
	for _, u := range urls {
		go fetch(u)
	}
}

// Silent: the literal runs here, the goroutines do something else.
func literalRunsHere(urls []string) {
	client := &http.Client{}
	fetch := func(u string) error {
		return ping(client, u)
	}
	for _, u := range urls {
		err := fetch(u)
		go log.Print(u, err)
	}
}

func deferredInGoroutine(hook string, jobs []func()) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, job := range jobs {
		go func() {
			defer ping(client, hook)
			job()
		}()
	}
}

// Silent: nothing sends a request through it.
func neverUsed(urls []string) *http.Client {
	client := &http.Client{}
	for _, u := range urls {
		go log.Print(u)
	}
	return client
}

// Silent: what is passed in is the caller's; no caller is in view.
func ParameterFromOutside(client *http.Client, urls []string) {
	for _, u := range urls {
		go ping(client, u)
	}
}

// branch starts itself through a literal.
func branch(c *http.Client, u string, depth int) {
	if depth == 0 || ping(c, u) != nil {
		return
	}
	go func() { branch(c, u+"/left", depth-1) }()
	go func() { branch(c, u+"/right", depth-1) }()
}

func branches(u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	branch(client, u, 10)
}
