package storing

import (
	"net/http"
	"os/exec"
)

func untar(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 15"
	if err != nil {
		return err
	}
	cmd := exec.Command("tar", "x")
	cmd.Stdin = resp.Body
	return cmd.Run()
}

// Silent: closed in the end.
func untarClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	cmd := exec.Command("tar", "x")
	cmd.Stdin = resp.Body
	return cmd.Run()
}

// Silent: another field of another type.
type command struct{ Stdin any }

func keptByCommand(u string, cmd *command) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	cmd.Stdin = resp.Body
	return nil
}
