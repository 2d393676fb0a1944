package errors

import (
	"errors"
	"io"
	"net/http"
)

// What these make of an error says whether there is one.

func codeOf(err error) int {
	if err == nil {
		return 0
	}
	return 1
}

func textOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func classOf(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, io.ErrUnexpectedEOF):
		return 7
	}
	return 1
}

func silentCode(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if codeOf(err) != 0 {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func codeTheWrongWay(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 47"
	if codeOf(err) == 0 {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func silentKept(url string) ([]byte, error) {
	resp, err := http.Get(url)
	code := codeOf(err)
	if code > 0 {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func silentText(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if text := textOf(err); text != "" {
		return nil, errors.New(text)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func silentClass(url string) ([]byte, error) {
	resp, err := http.Get(url)
	switch classOf(err) {
	case 7:
		return nil, nil
	case 1:
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func classOfSuccess(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 88"
	switch classOf(err) {
	case 0:
		return nil, nil
	case 1:
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// counts says how often it tried, which is never 0 where there is a response.
func counts(url string) (*http.Response, int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, 0, err
	}
	return resp, 1, nil
}

func silentCounts(url string) ([]byte, error) {
	resp, n, err := counts(url)
	if n == 0 {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func countsTheWrongWay(url string) ([]byte, error) {
	resp, n, err := counts(url) // want "response body of resp is not closed when the function returns at line 117"
	if n > 0 {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
