// A webhook is told of events, and its answers are thrown away.
//
// The blank identifier keeps the compiler quiet, but an answer arrives all the
// same, and with it a body that has to be closed. An event costs a connection,
// and each one stays open.
//
// The fix gives the answer a name, reads what there is of it and closes it.
//
//proof:expect go1.26 10 -> 1
package main

import (
	"cmp"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for i := range number("KAHARNESS_REQUESTS") {
		if err := notify(base+"/hello", fmt.Sprint("build ", i, " has passed")); err != nil {
			log.Fatal(err)
		}
	}
}

// notify posts an event to a hook.
func notify(hook, event string) error {
	_, err := http.Post(hook, "text/plain", strings.NewReader(event)) // reported
	if err != nil {
		return fmt.Errorf("cannot tell of %q: %w", event, err)
	}
	return nil
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
