package eof

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"bodydrain/drainutil"
)

func decodeBody(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

func decodeT[T any](resp *http.Response) (v T, err error) {
	err = decodeBody(resp.Body, &v)
	return v, err
}

func decodeAndDrain(resp *http.Response, v any) error {
	err := decodeBody(resp.Body, v)
	_, _ = io.Copy(io.Discard, resp.Body)
	return err
}

func snippet(r io.Reader) string {
	b, _ := io.ReadAll(io.LimitReader(r, 256))
	return string(b)
}

func text(r io.Reader) string {
	b, _ := io.ReadAll(r)
	return string(b)
}

func limit(r io.Reader) io.Reader { return io.LimitReader(r, 1<<10) }

func helperDecodes(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decodeBody(resp.Body, v)
}

func genericHelperDecodes(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return decodeT[int](resp)
}

func helperDecodesAndDrains(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decodeAndDrain(resp, v) // silent: the helper drains the rest
}

func helperReadsASnippet(u string) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return errors.New(snippet(resp.Body))
}

func helperReadsTheText(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return errors.New(text(resp.Body)) // silent: the helper reads to the end
}

func helperReadsWhatHelperLimits(u string) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return errors.New(text(limit(resp.Body)))
}

func otherPackageDecodes(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return drainutil.Decode(resp.Body, v)
}

func otherPackageDecodesAndCloses(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	return drainutil.DecodeAndClose(resp, v)
}

func otherPackageReadsAll(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer drainutil.CloseResponse(resp)
	return drainutil.Bytes(resp) // silent: the helper reads to the end
}

func otherPackageDrainsAfterDecode(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer drainutil.DrainAndClose(resp.Body) // silent: the helper drains the rest
	return json.NewDecoder(resp.Body).Decode(v)
}

func otherPackageClosesAfterDecode(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer drainutil.Close(resp.Body)
	return json.NewDecoder(resp.Body).Decode(v)
}

func otherPackageClosesUnread(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	drainutil.CloseResponse(resp)
	return nil
}
