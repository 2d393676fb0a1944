package unread

import (
	"net/http"
	"os/exec"
	"strconv"
	"strings"
)

// A page has what the header says of others.
type page struct {
	*http.Response
	Next, Prev, First, Last int
	Before, After           string
}

func newPage(r *http.Response) *page {
	p := &page{Response: r}
	p.fill()
	return p
}

// fill looks at the header only, whatever it makes of it.
func (p *page) fill() {
	for _, link := range p.Response.Header["Link"] {
		for _, s := range strings.Split(link, ",") {
			switch s {
			case "next":
				p.Next, _ = strconv.Atoi(s)
				p.After = s
			case "prev":
				p.Prev, _ = strconv.Atoi(s)
				p.Before = s
			case "first":
				p.First, _ = strconv.Atoi(s)
			case "last":
				p.Last, _ = strconv.Atoi(s)
			}
		}
	}
}

func pageOf(c *http.Client, u string) (int, error) {
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return newPage(resp).Next, nil
}

func silentCommand(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	cmd := exec.Command("tar", "x")
	cmd.Stdin = resp.Body
	return cmd.Run()
}
