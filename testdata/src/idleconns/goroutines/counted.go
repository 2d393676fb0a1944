package goroutines

import (
	"net/http"
	"time"

	"example.com/table"
)

// Here a function of another package calls a literal that counts its calls: there are many.

func fetchTable(t *table.Table) []error {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 17 use it`
	errs := make(chan error)
	i := 0
	t.ForEach(func(name, address string) {
		go func(i int) {
			resp, err := c.Get(address)
			if err == nil {
				resp.Body.Close()
			}
			errs <- err
		}(i)
		i++
	})
	var all []error
	for range i {
		all = append(all, <-errs)
	}
	return all
}

// Silent: nothing tells that there is more than one.
func fetchFirstOfTable(t *table.Table) error {
	c := &http.Client{Timeout: time.Second}
	errs := make(chan error)
	t.First(func(name, address string) {
		go func() {
			resp, err := c.Get(address)
			if err == nil {
				resp.Body.Close()
			}
			errs <- err
		}()
	})
	return <-errs
}

// Silent: one after the other.
func fetchTableInTurn(t *table.Table) int {
	c := &http.Client{Timeout: time.Second}
	n := 0
	t.ForEach(func(name, address string) {
		done := make(chan struct{})
		go func() {
			defer close(done)
			if resp, err := c.Get(address); err == nil {
				resp.Body.Close()
			}
		}()
		<-done
		n++
	})
	return n
}
