// Package late is about closes that are arranged before there is a response, or by something that runs them once.
package late

import (
	"io"
	"log"
	"net/http"
	"sync"
)

func closeBody(resp **http.Response) {
	if *resp != nil {
		(*resp).Body.Close()
	}
}

// Silent: what is deferred finds the response in the variable.
func byAddress(url string) error {
	var resp *http.Response
	defer closeBody(&resp)
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

func lookAt(resp **http.Response) { log.Println(*resp) }

func byAddressLeaks(url string) error {
	var resp *http.Response
	defer lookAt(&resp)
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: the same, in a literal.
func byAddressInLiteral(url string) error {
	var resp *http.Response
	defer func() { closeBody(&resp) }()
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

func get(url string, err *error) *http.Response {
	resp, e := http.Get(url)
	if e != nil {
		*err = e
		return nil
	}
	return resp
}

// Silent: with the error there is no response.
func errorByPointer(url string) error {
	var err error
	resp := get(url, &err)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	log.Println(resp.Status)
	return nil
}

func errorByPointerLeaks(url string) error {
	var err error
	resp := get(url, &err) // want "response body of resp is not closed when the function returns at line 84"
	if err != nil {
		return err
	}
	if resp.StatusCode == 200 {
		return resp.Body.Close()
	}
	return nil
}

type getter interface {
	Get(url string, err *error) *http.Response
}

// Silent: nobody knows what is behind it, but an error means what it always does.
func errorFromInterface(g getter, url string) error {
	var err error
	resp := g.Get(url, &err)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: it is closed once, by whoever comes first.
func once(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var shut sync.Once
	shut.Do(func() { resp.Body.Close() })
	return nil
}

func onceByName(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var shut sync.Once
	stop := func() { resp.Body.Close() }
	defer shut.Do(stop)
	log.Println(resp.Status)
	return nil
}

func onceNested(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var shut sync.Once
	stop := func() { shut.Do(func() { resp.Body.Close() }) }
	defer stop()
	log.Println(resp.Status)
	return nil
}

func onceInMethodValue(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var shut sync.Once
	defer shut.Do(func() {
		if err := resp.Body.Close(); err != nil {
			log.Println(err)
		}
	})
	log.Println(resp.Status)
	return nil
}

type stream struct {
	resp *http.Response
	shut sync.Once
}

func (s *stream) Close() error {
	var err error
	s.shut.Do(func() { err = s.resp.Body.Close() })
	return err
}

func onceInMethod(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	s := &stream{resp: resp}
	defer s.Close()
	log.Println(resp.Status)
	return nil
}

func onceFunc(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	stop := sync.OnceFunc(func() { resp.Body.Close() })
	defer stop()
	log.Println(resp.Status)
	return nil
}

func onceMethod(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var shut sync.Once
	defer shut.Do(func() { shutDown(resp) })
	return nil
}

func shutDown(resp *http.Response) { resp.Body.Close() }

func onceLooks(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	var looked sync.Once
	looked.Do(func() { log.Println(resp.Status) })
	return nil
}

func closeReader(body *io.ReadCloser) {
	if *body != nil {
		(*body).Close()
	}
}

// Silent: the same for a body by itself.
func bodyByAddress(url string) error {
	var body io.ReadCloser
	defer closeReader(&body)
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	body = resp.Body
	return nil
}

func closeAndForget(resp **http.Response) {
	(*resp).Body.Close()
	*resp = nil
}

// Silent: nothing is left to close.
func forgotten(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	closeAndForget(&resp)
	return nil
}

func closeIf(resp **http.Response, yes bool) {
	if yes {
		(*resp).Body.Close()
	}
}

func closedIf(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer closeIf(&resp, true)
	return nil
}

func notClosedIf(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	defer closeIf(&resp, false)
	return nil
}

func drop(resp **http.Response) { *resp = nil }

func dropped(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	drop(&resp)
	return nil
}

func two(u, v string) error {
	var err error
	first := get(u, &err)  // want "response body of first is not closed when the function returns at line 280"
	second := get(v, &err) // want "response body of second is not closed when the function returns at line 280"
	if err != nil {
		return err // of one of them: the other may be there
	}
	first.Body.Close()
	second.Body.Close()
	return nil
}
