package lazy

import "net/http"

// A node holds others, in more ways than can be followed one by one.
type node struct {
	a, b, c, d *node
	client     *http.Client
}

func (n *node) lazily() *http.Client {
	if n.client == nil {
		n.client = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	}
	return n.client
}

func (n *node) askAll(urls []string) {
	for _, u := range urls {
		c := n.lazily()
		go get(c, u)
	}
}

func throughLattice(urls []string) {
	a0, b0, c0, d0 := &node{}, &node{}, &node{}, &node{}
	a1, b1, c1, d1 := &node{a0, b0, c0, d0, nil}, &node{a0, b0, c0, d0, nil}, &node{a0, b0, c0, d0, nil}, &node{a0, b0, c0, d0, nil}
	a2, b2, c2, d2 := &node{a1, b1, c1, d1, nil}, &node{a1, b1, c1, d1, nil}, &node{a1, b1, c1, d1, nil}, &node{a1, b1, c1, d1, nil}
	a3, b3, c3, d3 := &node{a2, b2, c2, d2, nil}, &node{a2, b2, c2, d2, nil}, &node{a2, b2, c2, d2, nil}, &node{a2, b2, c2, d2, nil}
	a4, b4, c4, d4 := &node{a3, b3, c3, d3, nil}, &node{a3, b3, c3, d3, nil}, &node{a3, b3, c3, d3, nil}, &node{a3, b3, c3, d3, nil}
	a5, b5, c5, d5 := &node{a4, b4, c4, d4, nil}, &node{a4, b4, c4, d4, nil}, &node{a4, b4, c4, d4, nil}, &node{a4, b4, c4, d4, nil}
	a6, b6, c6, d6 := &node{a5, b5, c5, d5, nil}, &node{a5, b5, c5, d5, nil}, &node{a5, b5, c5, d5, nil}, &node{a5, b5, c5, d5, nil}
	a7, b7, c7, d7 := &node{a6, b6, c6, d6, nil}, &node{a6, b6, c6, d6, nil}, &node{a6, b6, c6, d6, nil}, &node{a6, b6, c6, d6, nil}
	a8, b8, c8, d8 := &node{a7, b7, c7, d7, nil}, &node{a7, b7, c7, d7, nil}, &node{a7, b7, c7, d7, nil}, &node{a7, b7, c7, d7, nil}
	a9, b9, c9, d9 := &node{a8, b8, c8, d8, nil}, &node{a8, b8, c8, d8, nil}, &node{a8, b8, c8, d8, nil}, &node{a8, b8, c8, d8, nil}
	a10, b10, c10, d10 := &node{a9, b9, c9, d9, nil}, &node{a9, b9, c9, d9, nil}, &node{a9, b9, c9, d9, nil}, &node{a9, b9, c9, d9, nil}
	a11, b11, c11, d11 := &node{a10, b10, c10, d10, nil}, &node{a10, b10, c10, d10, nil}, &node{a10, b10, c10, d10, nil}, &node{a10, b10, c10, d10, nil}
	a12, b12, c12, d12 := &node{a11, b11, c11, d11, nil}, &node{a11, b11, c11, d11, nil}, &node{a11, b11, c11, d11, nil}, &node{a11, b11, c11, d11, nil}
	a13, b13, c13, d13 := &node{a12, b12, c12, d12, nil}, &node{a12, b12, c12, d12, nil}, &node{a12, b12, c12, d12, nil}, &node{a12, b12, c12, d12, nil}
	a0.askAll(urls)
	top = &node{a13, b13, c13, d13, nil}
}

var top *node
