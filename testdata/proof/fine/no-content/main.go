// An answer of 204 No Content has no body, and nothing to read.
//
// The client knows from the status that the answer is over, and puts the connection
// back at once: neither reading nor closing would change that. Where the code has
// found the status to be 204, kalint does not ask for a Close. On the other paths
// there is one, as anything else may well have a body.
//
//proof:expect go1.26 1
package main

import (
	"cmp"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for i := range number("KAHARNESS_REQUESTS") {
		if err := record(base+"/status?code=204", fmt.Sprint("event ", i)); err != nil {
			log.Fatal(err)
		}
	}
}

// record hands an event to the audit trail, which takes it without a word.
func record(trail, event string) error {
	resp, err := http.Post(trail, "text/plain", strings.NewReader(event))
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNoContent {
		return nil
	}
	defer resp.Body.Close()
	reason, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: %s", resp.Status, reason)
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
