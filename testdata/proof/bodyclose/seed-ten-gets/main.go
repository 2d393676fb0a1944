// Ten times http.Get, one after the other, without reading and closing.
//
// The smallest program that loses keep-alive: ten requests to one server, which
// would keep the connection, and ten connections. With the body read and closed,
// as the fix has it, the ten requests share one.
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
)

func main() {
	url := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080") + "/hello"
	times, err := strconv.Atoi(cmp.Or(os.Getenv("KAHARNESS_REQUESTS"), "10"))
	if err != nil {
		log.Fatal(err)
	}
	for range times {
		resp, err := http.Get(url) // reported
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(resp.Status)
	}
}
