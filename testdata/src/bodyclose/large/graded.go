package large

import "net/http"

// graded asks of ten numbers in which of four ranges they are: too many ways to tell apart which numbers lead where.
func graded(resp *http.Response, a, b, c, d, e, f, g, h, i, j int) {
	if a > 0 {
		grade(1)
	}
	if a > 10 {
		grade(2)
	}
	if a > 20 {
		grade(3)
	}
	if b > 0 {
		grade(1)
	}
	if b > 10 {
		grade(2)
	}
	if b > 20 {
		grade(3)
	}
	if c > 0 {
		grade(1)
	}
	if c > 10 {
		grade(2)
	}
	if c > 20 {
		grade(3)
	}
	if d > 0 {
		grade(1)
	}
	if d > 10 {
		grade(2)
	}
	if d > 20 {
		grade(3)
	}
	if e > 0 {
		grade(1)
	}
	if e > 10 {
		grade(2)
	}
	if e > 20 {
		grade(3)
	}
	if f > 0 {
		grade(1)
	}
	if f > 10 {
		grade(2)
	}
	if f > 20 {
		grade(3)
	}
	if g > 0 {
		grade(1)
	}
	if g > 10 {
		grade(2)
	}
	if g > 20 {
		grade(3)
	}
	if h > 0 {
		grade(1)
	}
	if h > 10 {
		grade(2)
	}
	if h > 20 {
		grade(3)
	}
	if i > 0 {
		grade(1)
	}
	if i > 10 {
		grade(2)
	}
	if i > 20 {
		grade(3)
	}
	if j > 0 {
		grade(1)
	}
	if j > 10 {
		grade(2)
	}
	if j > 20 {
		grade(3)
	}
	if a > 5 {
		return
	}
	resp.Body.Close()
}

func grade(int) {}

func grades(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns"
	if err != nil {
		return err
	}
	graded(resp, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	return nil
}
