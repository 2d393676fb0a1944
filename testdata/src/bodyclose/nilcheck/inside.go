package nilcheck

import (
	"errors"
	"io"
	"net/http"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

// isNil looks behind the interface.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	rv := reflect.ValueOf(v)
	return rv.Kind() == reflect.Pointer && rv.IsNil()
}

func closedUnlessNil(resp *http.Response) error {
	var b []byte
	if !isNil(resp.Body) { // it never is
		defer resp.Body.Close()
		b, _ = io.ReadAll(resp.Body)
	}
	return errors.New(string(b))
}

// Silent: closed behind a look for nil by reflection.
func closesUnlessNil(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return closedUnlessNil(resp)
}

func closedIfNil(resp *http.Response) {
	if isNil(resp.Body) {
		resp.Body.Close()
	}
}

func closesIfNil(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 52"
	if err != nil {
		return err
	}
	closedIfNil(resp)
	return nil
}

type thing struct{ name string }

func find(name string) (*thing, error) {
	if name == "" {
		return nil, errors.New("no name")
	}
	return &thing{name}, nil
}

func nilInInterface(t *testing.T, u string) {
	found, _ := find("")
	require.Nil(t, found)
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func nilMapInInterface(t *testing.T, u string) {
	m := map[string]int(nil)
	require.Nil(t, m)
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

// Silent: the test ends before that.
func neverNil(t *testing.T, u string) {
	require.Nil(t, &thing{})
	http.Get(u)
}

// Silent: where the response is not nil, it is closed.
func notNilInInterface(t *testing.T, u string) {
	resp, _ := http.Get(u)
	require.NotNil(t, resp)
	resp.Body.Close()
}

// Silent: there is no response behind the check.
func nilResponse(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.Nil(t, resp)
	require.Error(t, err)
}
