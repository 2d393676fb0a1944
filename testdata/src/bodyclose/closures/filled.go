package closures

import (
	"encoding/json"
	"errors"
	"net/http"
)

// What a literal that is handed on has filled in is not known, so that all paths are looked at.

func retried(fn func() error) error { return fn() }

func filledInLiteral(url string, data []byte) error {
	var names []string
	if err := retried(func() error { return json.Unmarshal(data, &names) }); err != nil {
		return err
	}
	if len(names) == 0 {
		return errors.New("none")
	}
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func filledPart(data []byte) error {
	var at struct{ URL string }
	if err := retried(func() error { return json.Unmarshal(data, &at) }); err != nil {
		return err
	}
	if at.URL == "" {
		return errors.New("nowhere")
	}
	resp, err := http.Get(at.URL) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func filledFlag(url string) error {
	var state struct{ done bool }
	retried(func() error {
		state.done = true
		return nil
	})
	if !state.done {
		return errors.New("not done")
	}
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func filledByCallee(data []byte) (bool, error) {
	var names []string
	err := retried(func() error { return json.Unmarshal(data, &names) })
	return len(names) > 0, err
}

func filledElsewhere(url string, data []byte) error {
	ok, err := filledByCallee(data)
	if err != nil {
		return err
	}
	if !ok {
		return errors.New("none")
	}
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

// onlyLooked does not fill it: what is behind is never reached.
func onlyLooked(url string) error {
	var names []string
	retried(func() error {
		println(len(names))
		return nil
	})
	if len(names) == 0 {
		return errors.New("none")
	}
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}
