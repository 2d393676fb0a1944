package options

import (
	"errors"
	"io"
	"net/http"

	"bodyclose/options/limit"
)

// Here it hangs on an integer, of which a function asks whether it is more or less than a constant, whether the response is closed.

const maxBody int64 = 64 << 20

func readLimited(resp *http.Response, n int64) ([]byte, error) {
	if n <= 0 {
		return nil, errors.New("invalid limit")
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, n))
}

// Silent: the limit is more than 0.
func readSome(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return readLimited(resp, 1<<20)
}

// Silent: the same through another function.
func readMost(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return readDefault(resp)
}

func readDefault(resp *http.Response) ([]byte, error) { return readLimited(resp, maxBody) }

func readNone(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	return readLimited(resp, 0)
}

func readAny(url string, n int64) ([]byte, error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	return readLimited(resp, n)
}

// Silent: it was asked for before.
func readChecked(url string, n int64) ([]byte, error) {
	if n < 1 {
		return nil, errors.New("invalid limit")
	}
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return readLimited(resp, n)
}

func readCheckedBadly(url string, n int64) ([]byte, error) {
	if n < 0 {
		return nil, errors.New("invalid limit")
	}
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return nil, err
	}
	return readLimited(resp, n)
}

// within closes what is neither too short nor too long.
func within(resp *http.Response, n int) {
	if 10 > n || n > 20 {
		return
	}
	resp.Body.Close()
}

// Silent: it is in between.
func inBetween(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	within(resp, 10)
	return nil
}

func below(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	within(resp, 9)
	return nil
}

func beyond(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	within(resp, 21)
	return nil
}

// tries is asked for equality and for order.
func tries(resp *http.Response, n uint) {
	switch {
	case n == 0:
		resp.Body.Close()
	case n > 3:
		return
	default:
		defer resp.Body.Close()
	}
}

// Silent: none, or few.
func few(url string, some bool) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if some {
		tries(resp, 3)
	} else {
		tries(resp, 0)
	}
	return nil
}

func tooMany(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	tries(resp, 4)
	return nil
}

// A fraction may lie between two integers.
func partly(resp *http.Response, share float64) {
	if share <= 0 {
		return
	}
	if share >= 1 {
		resp.Body.Close()
	}
}

func half(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	partly(resp, 0.5)
	return nil
}

// bounds has its number in a field.
type bounds struct{ most int }

func (b *bounds) finish(resp *http.Response) {
	if b.most > 0 {
		resp.Body.Close()
	}
}

func finishValue(resp *http.Response, b bounds) {
	if b.most <= 0 {
		return
	}
	resp.Body.Close()
}

// Silent: the field says so.
func bounded(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	(&bounds{most: 5}).finish(resp)
	return nil
}

func boundedByValue(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	finishValue(resp, bounds{most: 5})
	return nil
}

func unbounded(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	(&bounds{}).finish(resp)
	return nil
}

func unboundedByValue(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	finishValue(resp, bounds{})
	return nil
}

// keeping is given by value, and says what is to be kept.
type keeping struct{ body bool }

func finishUnless(resp *http.Response, k keeping) {
	if k.body {
		return
	}
	resp.Body.Close()
}

// Silent: nothing is.
func keepsNothing(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	finishUnless(resp, keeping{})
	return nil
}

func keepsBody(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	finishUnless(resp, keeping{body: true})
	return nil
}

// Silent: another package asks.
func elsewhere(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return limit.Read(resp, 1)
}

func elsewhereNone(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	return limit.Read(resp, -1)
}
