package errors

import (
	"context"
	"net/http"
	"syscall"
)

// A code is an error that is no pointer: in an interface it is never nil.
type code int

func (code) Error() string { return "code" }

type detailed struct{ text string }

func (d detailed) Error() string { return d.text }

// shelf keeps a response, unless it is closed.
type shelf struct {
	shut bool
	last *http.Response
}

func (s *shelf) putCode(r *http.Response) error {
	if s.shut {
		return code(3)
	}
	s.last = r
	return nil
}

func (s *shelf) putErrno(r *http.Response) error {
	if s.shut {
		return syscall.EINVAL
	}
	s.last = r
	return nil
}

func (s *shelf) putDetailed(r *http.Response, why string) error {
	if s.shut {
		return detailed{why}
	}
	s.last = r
	return nil
}

// Silent: where it was not kept there is an error, and it is closed.
func silentNumbered(s *shelf, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := s.putCode(resp); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

func silentErrno(s *shelf, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := s.putErrno(resp); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

func silentDetailed(s *shelf, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := s.putDetailed(resp, url); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

// Reported: that there is an error says that it was not kept.
func reportedNumbered(s *shelf, url string) error {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	if err := s.putCode(resp); err != nil {
		return err
	}
	return nil
}

func hand(ctx context.Context, resp *http.Response, to chan *http.Response) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case to <- resp:
		return nil
	}
}

func handBecause(ctx context.Context, resp *http.Response, to chan *http.Response) error {
	select {
	case to <- resp:
		return nil
	case <-ctx.Done():
		resp.Body.Close()
		return context.Cause(ctx)
	}
}

// Silent: a context that is done has an error.
func silentHanded(ctx context.Context, url string, to chan *http.Response) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := hand(ctx, resp, to); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

func silentBecause(ctx context.Context, url string, to chan *http.Response) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return handBecause(ctx, resp, to)
}

func silentWaited(ctx context.Context, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	<-ctx.Done()
	if err := ctx.Err(); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

// Reported: of another context nothing is known.
func reportedOther(ctx, other context.Context, url string) error {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	<-ctx.Done()
	if err := other.Err(); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

// Reported: nothing says that it is done.
func reportedBefore(ctx context.Context, url string) error {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		resp.Body.Close()
		return err
	}
	<-ctx.Done()
	return nil
}
