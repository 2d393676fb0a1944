// Main is a command line program that sends its requests in order.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second} // silent: main's goroutine only

// Silent: one URL after the other.
func main() {
	watch := flag.Bool("watch", false, "poll until interrupted")
	flag.Parse()
	go waitForInterrupt()
	if *watch {
		go progress()
		poll(flag.Arg(0))
	}
	for _, u := range flag.Args() {
		if err := fetch(u); err != nil {
			log.Fatal(err)
		}
	}
	if err := fromStdin(); err != nil {
		log.Fatal(err)
	}
	if err := release(); err != nil {
		log.Fatal(err)
	}
	upload(flag.Args())
}

// Silent: its goroutine waits and sends nothing.
func waitForInterrupt() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	os.Exit(1)
}

// Silent: a second goroutine, and not many.
func progress() {
	for range time.Tick(time.Second) {
		resp, err := http.Head("http://status.internal")
		if err == nil {
			resp.Body.Close()
		}
	}
}

// Silent: a loop without goroutines.
func poll(u string) {
	for {
		if err := fetch(u); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Minute)
	}
}

func fetch(u string) error {
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// Silent: a client of its own, a line at a time.
func fromStdin() error {
	tr := &http.Transport{DisableCompression: true}
	c := &http.Client{Transport: tr}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		resp, err := c.Get(in.Text())
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return in.Err()
}

// Silent: DefaultClient, once.
func release() error {
	req, err := http.NewRequest(http.MethodGet, "http://releases.internal/latest", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var v struct{ Tag string }
	if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
		return err
	}
	_, err = fmt.Println(v.Tag)
	return err
}

// The one place of this program that has many at once.
func upload(names []string) {
	c := &http.Client{Timeout: time.Hour} // want "c has no Transport with MaxIdleConnsPerHost.*line 119"
	done := make(chan error)
	for _, name := range names {
		go func() { done <- put(c, name) }()
	}
	for range names {
		if err := <-done; err != nil {
			log.Print(err)
		}
	}
}

func put(c *http.Client, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	resp, err := c.Post("http://files.internal/"+name, "application/octet-stream", f)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
