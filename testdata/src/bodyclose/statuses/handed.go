package statuses

import (
	"encoding/json"
	"errors"
	"net/http"
)

// openIfOK closes the body of all but a 200.
func openIfOK(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		resp.Body = http.NoBody
	}
	return resp, nil
}

// Closed twice where it is closed, and not at all where it is open.
func closesTheWrongOne(req *http.Request, v any) error {
	resp, err := openIfOK(req) // want "response body of resp is not closed when the function returns at line 32"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

// Silent: closed on both sides.
func closesTheRightOne(req *http.Request) error {
	resp, err := openIfOK(req)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

// Silent: the other test says the same.
func looksTwice(req *http.Request) error {
	resp, err := openIfOK(req)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	return nil
}

// openIfCreated goes through another function.
func openIfCreated(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusCreated:
		return resp, nil
	default:
		resp.Body.Close()
		return resp, nil
	}
}

func handsOnCreated(req *http.Request) (*http.Response, error) { return openIfCreated(req) }

func dropsCreated(req *http.Request) (int, error) {
	resp, err := handsOnCreated(req) // want "response body of resp is not closed when the function returns at line 87"
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
	}
	return resp.StatusCode, nil
}

// Silent: closed where it is open.
func closesCreated(req *http.Request) (int, error) {
	resp, err := handsOnCreated(req)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusCreated {
		resp.Body.Close()
	}
	return resp.StatusCode, nil
}
