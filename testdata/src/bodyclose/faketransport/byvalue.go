package faketransport

import (
	"net/http"
	"testing"
)

// Terms say what a deputy is made of.
type terms struct {
	Name      string
	Transport http.RoundTripper
}

type deputy struct{ rt http.RoundTripper }

func (d *deputy) Perform(req *http.Request) (*http.Response, error) { return d.rt.RoundTrip(req) }

func newDeputy(t terms) *deputy { return &deputy{rt: t.Transport} }

// willingDeputy has net/http's transport if it is given none.
func willingDeputy(t terms) *deputy {
	if t.Transport == nil {
		t.Transport = http.DefaultTransport
	}
	return &deputy{rt: t.Transport}
}

// Silent: the transport in the struct that the constructor is given makes its answers up.
func silentByValue(t *testing.T, req *http.Request) {
	if _, err := newDeputy(terms{Transport: prepared{}}).Perform(req); err != nil {
		t.Fatal(err)
	}
}

// Silent: the same, by way of variables.
func silentByVariable(t *testing.T, req *http.Request) {
	var given terms
	given.Transport = prepared{}
	d := newDeputy(given)
	if _, err := d.Perform(req); err != nil {
		t.Fatal(err)
	}
}

// Silent: the other transport is only for those that give none.
func silentDefault(t *testing.T, req *http.Request) {
	if _, err := willingDeputy(terms{Transport: prepared{}}).Perform(req); err != nil {
		t.Fatal(err)
	}
}

func realByValue(t *testing.T, req *http.Request) {
	d := newDeputy(terms{Transport: http.DefaultTransport})
	if _, err := d.Perform(req); err != nil { // want "the response is discarded"
		t.Fatal(err)
	}
}

func noneByValue(t *testing.T, req *http.Request) {
	d := willingDeputy(terms{Name: "none"})
	if _, err := d.Perform(req); err != nil { // want "the response is discarded"
		t.Fatal(err)
	}
}
