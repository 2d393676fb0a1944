package transportreuse

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/kalint/kalint/passes/internal/clients"
)

func TestMessage(t *testing.T) {
	const advice = ": build it once and share it, or close its idle connections"
	for want, b := range map[string]*clients.Build{
		"http.Transport is built anew for each call" + advice:                                               {},
		"http.Transport is built anew for each call of fetch, for the request at line 7" + advice:           {Func: "fetch", Request: clients.Place{Pos: 1, File: "a.go", Line: 7}},
		"http.Transport is built anew for each call of api.get, for the request at line 7 of b.go" + advice: {Func: "api.get", Request: clients.Place{Pos: 1, File: "b.go", Line: 7}},
		"http.Transport is built anew in each round of a loop of poll, for the request at line 7" + advice:  {Func: "poll", Looped: true, Request: clients.Place{Pos: 1, File: "a.go", Line: 7}},
		"http.Transport is built anew for each call of newTr, for the request at line 7 of a.go" + advice:   {Func: "newTr", Request: clients.Place{File: "a.go", Line: 7}},
	} {
		assert.Equal(t, want, message(b, "a.go"))
	}
}
