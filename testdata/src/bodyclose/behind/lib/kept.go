package lib

import "net/http"

// A ResponseError keeps the response that it is about.
type ResponseError interface {
	error
	Response() *http.Response
}

type refused struct{ resp *http.Response }

func (r *refused) Error() string            { return "refused" }
func (r *refused) Response() *http.Response { return r.resp }

// Refused makes an error of a response that is closed already.
func Refused(resp *http.Response) ResponseError { return &refused{resp} }
