// Demo is a small client program: for each service it prints whether it is up
// and which release it runs. Some of its functions lose their connection, and
// beside each stands one that does the same and keeps it. The README shows what
// kalint says of it.
package main

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"
)

// A watcher asks services how they are.
type watcher struct {
	client *http.Client
	hook   string // told of services that are down
}

func main() {
	w := &watcher{
		client: &http.Client{Timeout: 10 * time.Second},
		hook:   os.Getenv("DEMO_HOOK"),
	}
	for _, service := range os.Args[1:] {
		if err := w.look(service); err != nil {
			log.Printf("%s: %v", service, err)
		}
	}
}

// look prints one service's state and keeps a copy of its log.
func (w *watcher) look(service string) error {
	if !w.up(service) || !w.ready(service) {
		w.tellHook(service)
		return w.tellHookAgain(service)
	}
	running, err := w.release(service)
	if err != nil {
		return err
	}
	latest, err := w.latest(service)
	if err != nil {
		return err
	}
	fmt.Printf("%s runs %s of %s\n", service, running.Tag, latest.Tag)
	warm(service, running.Pages)
	warmSteadily(service, latest.Pages)
	if proxy, err := url.Parse(os.Getenv("DEMO_PROXY")); err == nil && proxy.Host != "" {
		if err := errors.Join(outside(proxy, service), outsideOnce(proxy, service)); err != nil {
			return err
		}
	}
	return w.copyLogs(service)
}
