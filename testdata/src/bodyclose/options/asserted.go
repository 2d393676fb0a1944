package options

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"

	"bodyclose/options/decode"
)

// Here it hangs on the type of an argument whether the response is closed.

type zone struct{ Name string }

// Silent: what is passed is no reader.
func getZone(req *http.Request) (*zone, *http.Response, error) {
	var z zone
	resp, err := decode.Do(req, &z)
	if err != nil {
		return nil, resp, err
	}
	return &z, resp, nil
}

// Silent: as a variable of the function's.
func getNew(req *http.Request, z *zone) error {
	_, err := decode.Do(req, z)
	return err
}

// Silent: nothing has a type.
func getNothing(req *http.Request) error {
	resp, err := decode.Do(req, nil)
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

// Silent: a buffer is another one.
func getBuffer(req *http.Request) (string, error) {
	var b bytes.Buffer
	_, err := decode.Do(req, &b)
	return b.String(), err
}

func getReader(req *http.Request) (string, error) {
	var r *bufio.Reader
	_, err := decode.Do(req, &r) // want "response body of decode.Do is not closed"
	if err != nil {
		return "", err
	}
	return r.ReadString('\n')
}

// Silent: closed by who asked for it.
func getLine(req *http.Request) (string, error) {
	var r *bufio.Reader
	resp, err := decode.Do(req, &r)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return r.ReadString('\n')
}

// Silent: those who call it know what it is.
func getAny(req *http.Request, v any) error {
	_, err := decode.Do(req, v)
	return err
}

// Silent: a third function passes it on.
func getThrough(req *http.Request) error {
	_, err := relay(req, &zone{})
	return err
}

func getThroughReader(req *http.Request) error {
	var r *bufio.Reader
	resp, err := relay(req, &r) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func relay(req *http.Request, v any) (*http.Response, error) {
	req.Header.Set("Accept", "application/json")
	resp, err := decode.Do(req, v)
	if err != nil {
		return resp, err
	}
	return resp, nil
}

// Silent: a string is decoded.
func consumeString(url string) (s string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	return s, decode.Consume(resp, &s)
}

func consumeRaw(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return decode.Consume(resp, &decode.Raw{})
}

// Silent: what the field holds is not raw.
func callZone(url string) error {
	_, err := decode.Call(url, &decode.Options{Into: &zone{}})
	return err
}

// Silent: nor is what it does not hold.
func callEmpty(url string) error {
	_, err := decode.Call(url, &decode.Options{})
	return err
}

func callRaw(url string) error {
	_, err := decode.Call(url, &decode.Options{Into: decode.Raw{}}) // want "response body of decode.Call is not closed"
	return err
}

// The same assertion comes out the same, whatever is asserted.
func twice(url string, sink any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if _, ok := sink.(*zone); !ok {
		defer resp.Body.Close()
	}
	if z, ok := sink.(*zone); ok {
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(z)
	}
	return nil
}

func once(url string, sink any) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if _, ok := sink.(*zone); !ok {
		defer resp.Body.Close()
	}
	if s, ok := sink.(*string); ok {
		return json.NewDecoder(resp.Body).Decode(s)
	}
	return nil
}

// Silent: also where the value comes from elsewhere.
func fromElsewhere(url string, next func() any) error {
	sink := next()
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if _, ok := sink.(*zone); !ok {
		defer resp.Body.Close()
	}
	if z, ok := sink.(*zone); ok {
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(z)
	}
	return nil
}

// Each time round there is another value.
func fromEach(urls []string, next func() any) error {
	var first bool
	for _, url := range urls {
		sink := next()
		_, again := sink.(*zone)
		resp, err := http.Get(url) // want "response body of resp is not closed"
		if err != nil {
			return err
		}
		if first != again {
			resp.Body.Close()
		}
		first = again
	}
	return nil
}

// Silent: a writer is one whatever its name; nothing is known of interfaces.
func copyTo(url string, sink any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if w, ok := sink.(io.Writer); ok {
		_, err = io.Copy(w, resp.Body)
	}
	return err
}
