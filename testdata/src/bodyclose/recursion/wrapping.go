// Package recursion has functions that wrap what they are given each time they call themselves.
package recursion

import (
	"io"
	"net/http"
)

type node struct {
	up   *node
	body io.ReadCloser
}

func chain(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	visit(&node{body: resp.Body}, 3)
	return nil
}

func visit(n *node, depth int) {
	if depth == 0 {
		return
	}
	child := node{up: n}
	visit(&child, depth-1)
}

type wide struct {
	a, b, c, d *wide
	body       io.ReadCloser
}

func fan(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	visitWide(&wide{body: resp.Body}, 3)
	return nil
}

func visitWide(n *wide, depth int) {
	if depth == 0 {
		return
	}
	child := wide{a: n, b: n, c: n, d: n}
	visitWide(&child, depth-1)
}
