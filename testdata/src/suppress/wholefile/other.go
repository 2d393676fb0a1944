package wholefile

import "net/http"

func third(u string) {
	resp, err := http.Get(u) // want "not closed"
	_, _ = resp, err
}
