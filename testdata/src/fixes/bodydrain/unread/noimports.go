package unread // this file imports nothing

func imports(u string) error {
	resp, err := get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
