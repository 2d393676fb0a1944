// Package chain puts together what is done to a response.
package chain

import (
	"encoding/json"
	"net/http"
)

// A Step does something with a response.
type Step interface {
	Take(*http.Response) error
}

// A StepFunc is a Step.
type StepFunc func(*http.Response) error

// Take calls f.
func (f StepFunc) Take(resp *http.Response) error { return f(resp) }

// A Wrap puts something around a step.
type Wrap func(Step) Step

// Run takes all steps.
func Run(resp *http.Response, wraps ...Wrap) error {
	s := Step(StepFunc(func(*http.Response) error { return nil }))
	for _, w := range wraps {
		s = w(s)
	}
	return s.Take(resp)
}

// Closing closes the body in the end.
func Closing() Wrap {
	return func(s Step) Step {
		return StepFunc(func(resp *http.Response) error {
			err := s.Take(resp)
			if resp != nil && resp.Body != nil {
				resp.Body.Close()
			}
			return err
		})
	}
}

// Into decodes the body.
func Into(v any) Wrap {
	return func(s Step) Step {
		return StepFunc(func(resp *http.Response) error {
			if err := s.Take(resp); err != nil {
				return err
			}
			return json.NewDecoder(resp.Body).Decode(v)
		})
	}
}
