package goroutines

import "net/http"

// Types that are made of themselves come to an end nowhere.
type (
	list    []list
	tree    map[string]tree
	pointer *pointer
	pair    []*pair
)

func recursive(use func(*list, *tree, pointer, pair)) {
	var l list
	var t tree
	var p pointer
	var q pair
	use(&l, &t, p, q)
	go http.Get("https://example.com")
}
