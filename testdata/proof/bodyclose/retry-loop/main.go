// A client that tries again forgets the answer that it did not like.
//
// Each try overwrites resp. What it held, a 503 with a body that nobody read, can
// no longer be closed by anyone: the defer behind the loop closes the last answer
// only. When a server answers 503 because it has too many connections, this gives
// it one more with every try.
//
// The fix lets go of an answer before it asks for the next one.
//
//proof:expect go1.26 10 -> 1
package main

import (
	"cmp"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	tries := number("KAHARNESS_REQUESTS")
	// The service is overloaded at all tries but the last one.
	url := fmt.Sprintf("%s/flaky?fail=%d", base, tries-1)
	body, err := fetch(url, tries)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", body)
}

// fetch gets what is at url, with some patience.
func fetch(url string, tries int) ([]byte, error) {
	resp, err := http.Get(url) // reported
	for i := 1; i < tries && err == nil && resp.StatusCode == http.StatusServiceUnavailable; i++ {
		time.Sleep(time.Millisecond)
		resp, err = http.Get(url) // reported
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
