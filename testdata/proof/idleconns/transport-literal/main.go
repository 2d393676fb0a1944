// A Transport is set up with care, but for the one field that counts here.
//
// Who writes a Transport of his own thinks of timeouts. MaxIdleConns is at hand as
// well, and looks like what is needed; it is the limit for all hosts together. For
// each of them there is MaxIdleConnsPerHost, and left at zero it means two. So of
// ten connections eight are closed after each round, and opened for the next.
//
// The fix sets the field.
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
	"sync"
	"time"
)

var client = &http.Client{
	Timeout: 10 * time.Second,
	Transport: &http.Transport{ // reported
		TLSHandshakeTimeout:   5 * time.Second,
		ResponseHeaderTimeout: 5 * time.Second,
		IdleConnTimeout:       time.Minute,
		MaxIdleConns:          100,
	},
}

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	shards, batches := number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS")
	for range batches {
		if err := query(base+"/late?ms=20", shards); err != nil {
			log.Fatal(err)
		}
	}
}

// query asks all shards of an index at once, and waits for the last of them.
func query(index string, shards int) error {
	errs := make(chan error, shards)
	var wg sync.WaitGroup
	for i := range shards {
		wg.Go(func() { errs <- ask(index + "&shard=" + strconv.Itoa(i)) })
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// ask reads the answer of one shard.
func ask(shard string) error {
	resp, err := client.Get(shard)
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
