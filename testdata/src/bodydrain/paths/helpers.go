package paths

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"bodydrain/drainutil"
)

func check(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	return errors.New(resp.Status)
}

func checkAndRead(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	b, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("status %d: %s", resp.StatusCode, b)
}

func checkAndClose(resp *http.Response) error {
	if err := check(resp); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

func checkDrainAndClose(resp *http.Response) error {
	if err := check(resp); err != nil {
		drainutil.DrainAndClose(resp.Body)
		return err
	}
	return nil
}

func checkedUnread(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := check(resp); err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func checkedAndRead(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := checkAndRead(resp); err != nil {
		return nil, err // silent: the checker has read it
	}
	return io.ReadAll(resp.Body)
}

func checkedAndReadButNothingOnSuccess(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return checkAndRead(resp)
}

func checkedAndClosedUnread(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	if err := checkAndClose(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checkedDrainedAndClosed(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if err := checkDrainAndClose(resp); err != nil {
		return nil, err // silent: the checker has drained it
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func closeOnlyHelperOnOnePath(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	if !drainutil.OK(resp) {
		drainutil.CloseResponse(resp)
		return errors.New(resp.Status)
	}
	defer drainutil.CloseResponse(resp)
	return json.NewDecoder(resp.Body).Decode(v)
}

func drainHelperOnEachPath(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer drainutil.Finish(resp) // silent: drained whatever happens
	if !drainutil.OK(resp) {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func drainHelperOnOnePath(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if drainutil.OK(resp) {
		drainutil.Drain(resp)
		return nil
	}
	return errors.New(resp.Status)
}

func decodeHelperBehindCheck(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	if !drainutil.OK(resp) {
		drainutil.Close(resp.Body)
		return errors.New(resp.Status)
	}
	return drainutil.DecodeAndClose(resp, v)
}

func decodeHelperOnly(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return drainutil.DecodeAndClose(resp, v) // silent at this level: read in part
}
