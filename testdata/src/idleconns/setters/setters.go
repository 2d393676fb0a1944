// Package setters sets objects up by chains of calls.
package setters

import "idleconns/setters/browser"

// Silent: the request is for want of a connection, and one is set.
func silentAll(urls []string) {
	for _, u := range urls {
		go func() {
			b := browser.New().Conn(&browser.Conn{}).Named(u).MustConnect()
			_ = b
		}()
	}
}

func noConn(urls []string) {
	for _, u := range urls {
		go browser.New().Named(u).Connect() // want "keeps only two"
	}
}

func nilConn(urls []string) {
	for _, u := range urls {
		go func() { browser.New().Conn(nil).Named(u).Connect() }() // want "keeps only two"
	}
}

func perhapsNil(urls []string) {
	for _, u := range urls {
		go func() { browser.New().Conn(browser.NewConn(u)).Connect() }() // want "keeps only two"
	}
}

func taken(urls []string) {
	for _, u := range urls {
		go func() { browser.New().Conn(&browser.Conn{}).Reset().Named(u).Connect() }() // want "keeps only two"
	}
}

func reset(urls []string) {
	for range urls {
		go func() {
			b := browser.New().Conn(&browser.Conn{})
			b.Reset()
			b.Connect() // want "keeps only two"
		}()
	}
}

func twice(urls []string) {
	for range urls {
		go func() { browser.New().Conn(&browser.Conn{}).Conn(nil).Connect() }() // want "keeps only two"
	}
}

func ofAnother(urls []string) {
	for range urls {
		go func() { browser.New().ConnOf(browser.New()).Connect() }() // want "keeps only two"
	}
}

// A nil pointer in an interface is not nil.
func anyNil(urls []string) {
	for range urls {
		go func() { browser.New().Any(nil).ConnectAny() }() // want "keeps only two"
	}
}

// A method that is bound to its receiver is called without one.
func bound(urls []string) {
	named, plain := browser.New().Named, browser.New().Plain
	for _, u := range urls {
		go named(u).Connect()         // want "keeps only two"
		go plain().Named(u).Connect() // want "keeps only two"
	}
}
