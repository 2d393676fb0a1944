package bodyclose

import (
	"io"
	"log"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

func required(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	require.NoError(t, err)
	b, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	t.Log(len(b))
}

func requiredByMethod(t *testing.T, u string) {
	must := require.New(t)
	resp, err := http.Get(u) // want "response body of resp is not closed"
	must.NoError(err, "first call")
	_, err = io.Copy(io.Discard, resp.Body)
	must.NoError(err)
}

func requiredInTurns(t *testing.T, urls []string) {
	for _, u := range urls {
		t.Run(u, func(t *testing.T) {
			resp, err := http.Get(u) // want "response body of resp is not closed"
			require.NoError(t, err)
			_, err = io.ReadAll(resp.Body)
			require.NoError(t, err)
		})
	}
}

// check ends the program when something went wrong.
func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func checked(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	check(err)
	_, err = io.Copy(log.Writer(), resp.Body)
	check(err)
}
