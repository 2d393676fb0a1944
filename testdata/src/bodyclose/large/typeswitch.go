package large

import (
	"encoding/json"
	"net/http"
)

// Here it hangs on which of many types an argument has whether the response is closed.

type (
	kind0 struct{ N int }
	kind1 struct{ N int }
	kind2 struct{ N int }
	kind3 struct{ N int }
	kind4 struct{ N int }
	kind5 struct{ N int }
	kind6 struct{ N int }
	kind7 struct{ N int }
)

func switchSome(resp *http.Response, v any) error {
	switch v := v.(type) {
	case *kind0:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	case *kind1:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	case *kind2:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	case *kind3:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	case *kind4:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	case *kind5:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	case *kind6:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	}
	return nil
}

// Silent: it is one of those that are decoded.
func decodeLast(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return switchSome(resp, &kind6{})
}

func decodeOther(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return switchSome(resp, &kind7{})
}
