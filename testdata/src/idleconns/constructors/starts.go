package constructors

import "net/http"

// A node asks for its own address, by a client of its own.
type node struct {
	addr   string
	client *http.Client
}

func newNode(addr string) *node {
	return &node{addr, &http.Client{Transport: &http.Transport{}}}
}

func (n *node) loop() {
	for {
		get(n.client, n.addr)
	}
}

// Silent: each call starts one goroutine, for a client of its own.
func start(addr string) *node {
	n := newNode(addr)
	go n.loop()
	return n
}

func startAll(addrs []string) {
	for _, a := range addrs {
		start(a)
	}
}

// startMany starts many for one client.
func startMany(addr string, times int) {
	n := &node{addr, &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set"
	for range times {
		go n.loop()
	}
}

func startManyForAll(addrs []string) {
	for _, a := range addrs {
		startMany(a, 8)
	}
}

func startShared(c *http.Client, addr string) {
	n := &node{addr, c}
	go n.loop()
}

// shareAll starts one goroutine in each call, but for the same client.
func shareAll(addrs []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set"
	for _, a := range addrs {
		startShared(c, a)
	}
}

// start starts the one goroutine of the node.
func (n *node) start() { go n.loop() }

// Silent: each has a client of its own.
func startEach(addrs []string) {
	var nodes []*node
	for _, a := range addrs {
		n := newNode(a)
		nodes = append(nodes, n)
		n.start()
	}
}

// Silent: the same, in two loops.
func startLater(addrs []string) {
	nodes := make([]*node, len(addrs))
	for i, a := range addrs {
		nodes[i] = &node{a, &http.Client{Transport: &http.Transport{}}}
	}
	for _, n := range nodes {
		n.start()
	}
}

func (n *node) startTen() {
	for range 10 {
		go n.loop()
	}
}

func startTenEach(addrs []string) {
	for _, a := range addrs {
		n := &node{a, &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set"
		n.startTen()
	}
}
