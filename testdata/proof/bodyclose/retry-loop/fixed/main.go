// The client that tries again, and lets go of each answer before.
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
	resp, err := http.Get(url)
	for i := 1; i < tries && err == nil && resp.StatusCode == http.StatusServiceUnavailable; i++ {
		// What a 503 has to say is short. Unread it would cost the connection.
		io.CopyN(io.Discard, resp.Body, 256<<10)
		resp.Body.Close()
		time.Sleep(time.Millisecond)
		resp, err = http.Get(url)
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
