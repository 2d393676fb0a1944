// A deploy script leaves by the early return while the service is starting.
//
// The defer stands behind the check of the status, where it does not see the bad
// answers: of ten tries nine leave a connection behind, and it does so for as
// long as the service is in trouble, when connections are what it needs least.
//
// kalint moves the defer up to the check of the error. That ends the leak: each
// connection is closed, and no longer piles up. To be used again its body must
// be read as well. From Go 1.27 on Close sees to that, and one connection will do.
// With Go 1.26 there are still ten of them, one after the other. The level paths
// of bodydrain finds those.
//
//proof:expect go1.26 10 -> 10
//proof:expect go1.27 10 -> 1..3
package main

import (
	"cmp"
	"errors"
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
	// The service needs all tries but the last one to get going.
	url := fmt.Sprintf("%s/flaky?fail=%d", base, tries-1)
	if err := await(url, tries); err != nil {
		log.Fatal(err)
	}
}

// await asks for the version until there is one.
func await(url string, tries int) error {
	for range tries {
		if _, err := version(url); err == nil {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return errors.New("the service does not start")
}

// version is what the service says of itself.
func version(url string) (string, error) {
	resp, err := http.Get(url) // reported
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", url, resp.Status)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
