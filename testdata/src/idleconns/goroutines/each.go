package goroutines

import (
	"io/fs"
	"net/http"
	"path/filepath"
	"sync"
	"time"
)

func upload(c *http.Client, name string) {
	if resp, err := c.Post("http://store.internal/"+name, "", nil); err == nil {
		resp.Body.Close()
	}
}

func uploadDir(dir string) error {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 28 use it`
	slots := make(chan struct{}, 16)
	var wg sync.WaitGroup
	defer wg.Wait()
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer func() { <-slots; wg.Done() }()
			upload(c, name)
		}()
		return nil
	})
}

func uploadAll(names *sync.Map) {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 39 use it`
	names.Range(func(name, _ any) bool {
		go upload(c, name.(string))
		return true
	})
}

// Silent: each call waits for its goroutine.
func uploadInTurn(names *sync.Map) {
	c := &http.Client{Timeout: time.Second}
	names.Range(func(name, _ any) bool {
		done := make(chan struct{})
		go func() {
			upload(c, name.(string))
			close(done)
		}()
		<-done
		return true
	})
}

// Silent: it is called once.
func uploadOnce(once *sync.Once, name string) {
	c := &http.Client{Timeout: time.Second}
	once.Do(func() { go upload(c, name) })
}

// Silent: two at most.
func uploadTwo(names *sync.Map) {
	c := &http.Client{Timeout: time.Second}
	slots := make(chan struct{}, 2)
	names.Range(func(name, _ any) bool {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			upload(c, name.(string))
		}()
		return true
	})
}
